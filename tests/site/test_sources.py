"""The folder site/: kinds of page, assets."""

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.site.templating.page_kinds import assets, page_kinds

GOOD = b'path = "a.html"\ntitle = "A"\ndescription = "About A"\n'


def test_a_kind_is_found_by_folder() -> None:
    files = {
        "site/pages/a/page.toml": GOOD + b'menu = "main"\norder = 3\nscripts = ["vendor/x/x.js"]\n',
        "site/pages/a/page.html": b"",
        "site/pages/a/page.js": b"",
        "site/pages/a/page.css": b"",
        "site/pages/README.md": b"no page",
    }
    (kind,) = page_kinds(files)
    assert (kind.name, kind.menu, kind.order, kind.each) == ("a", "main", 3, None)
    assert kind.scripts == ("vendor/x/x.js", "pages/a.js")
    assert kind.styles == ("pages/a.css",)


def test_kinds_stand_in_the_order_of_the_menus() -> None:
    files = {
        "site/pages/z/page.toml": GOOD + b"order = 1\n",
        "site/pages/a/page.toml": GOOD + b"order = 2\n",
        "site/pages/b/page.toml": GOOD + b"order = 2\n",
    }
    assert [kind.name for kind in page_kinds(files)] == ["z", "a", "b"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"path =", "is no TOML"),
        (b"\xff", "is no TOML"),
        (GOOD + b'colour = "red"\n', "'colour' is no key"),
        (b'path = "a.html"\ntitle = "A"\n', "'description' is missing"),
        (GOOD + b'order = "first"\n', "'order' must be a int"),
        (GOOD + b'menu = "side"\n', "'menu' must be one of"),
    ],
)
def test_faults_name_the_file(text: bytes, message: str) -> None:
    with pytest.raises(InputFaults) as caught:
        page_kinds({"site/pages/a/page.toml": text})
    assert "site/pages/a/page.toml" in str(caught.value)
    assert message in str(caught.value)


def test_assets_are_published_and_sources_are_not() -> None:
    files = {
        "site/assets/site.css": b"1",
        "site/vendor/x/x.js": b"2",
        "site/vendor/x/LICENSE": b"3",
        "site/vendor/vendor.toml": b"4",
        "site/vendor/x.entry.js": b"5",
        "site/pages/a/page.js": b"6",
        "site/pages/a/page.html": b"7",
        "site/templates/layout.html": b"8",
        "site/README.md": b"9",
    }
    assert assets(files) == {
        "assets/site.css": b"1",
        "assets/vendor/x/x.js": b"2",
        "assets/vendor/x/LICENSE": b"3",
        "assets/pages/a.js": b"6",
    }
