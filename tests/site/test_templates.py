"""Templates are compiled once for all builds that have the same."""

from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.site.templating.rendering import environment


def test_the_same_templates_are_compiled_once() -> None:
    files = load_library().site
    page = environment(files, sandboxed=False).get_template("pages/home/page.html")
    again = environment(load_library("https://example.org/").site, sandboxed=False)
    assert again.get_template("pages/home/page.html") is page


def test_a_template_of_a_publication_changes_no_other() -> None:
    files = load_library().site
    own = environment({**files, "site/templates/footer.html": b"own"}, sandboxed=True)
    assert own.get_template("footer.html").render() == "own"
    assert environment(files, sandboxed=False).get_template("footer.html") is not own.get_template(
        "footer.html"
    )
