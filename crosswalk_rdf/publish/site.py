"""A finished publication to the static site: pages, assets, search."""

from collections.abc import Iterator

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.publish.documents import prefixes
from crosswalk_rdf.publish.layout import dump_path
from crosswalk_rdf.publish.machine import machine_files
from crosswalk_rdf.publish.material import Material
from crosswalk_rdf.publish.site_library import downloads
from crosswalk_rdf.publish.site_view import changes_of, pictures, site_view
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.lookup.search import Entry, search_files
from crosswalk_rdf.site.lookup.vocabulary import vocabulary_script
from crosswalk_rdf.site.templating.filters import words
from crosswalk_rdf.site.templating.rendering import Page, add_menus, environment, planned, rendered
from crosswalk_rdf.site.templating.sources import assets, page_kinds
from crosswalk_rdf.site.views.downloads import checksums
from crosswalk_rdf.site.views.frameworks import StatementView

Files = Iterator[tuple[str, bytes]]


class PathTaken(CrosswalkError):
    """Two documents that would be published at the same path."""


def site_files(material: Material) -> Files:
    """Yield the files of the site; raise :class:`PathTaken`."""
    taken = set(material.files)
    for path, content in _site_files(material):
        if path in taken:
            raise PathTaken(
                f"{path} would be written twice: give the framework, the crosswalk or the part "
                "of that name another one"
            )
        taken.add(path)
        yield path, content


def _site_files(material: Material) -> Files:
    yield from assets(material.library.site).items()
    yield from pictures(material.library).items()
    yield "assets/vocabulary.js", _vocabulary(material)
    yield "checksums.sha256", checksums(downloads(material).listed)
    entries: list[Entry] = []
    paths: list[str] = []
    for page, html in pages(material):
        yield page.path, html
        paths.append(page.path)
        if page.kind.search:
            entries.append(_entry(page))
    yield from search_files(entries)
    yield from machine_files(material, changes_of(material), paths)


def pages(material: Material) -> Iterator[tuple[Page, bytes]]:
    """Yield every page of the site with its HTML."""
    jinja = environment(material.library.site)
    site = site_view(material)
    plan = planned(page_kinds(material.library.site), site, jinja)
    add_menus(plan, site)
    yield from rendered(plan, site, jinja)


def _vocabulary(material: Material) -> bytes:
    publication = material.publication
    return vocabulary_script(
        material.store,
        prefixes=prefixes(publication),
        base=publication.base,
        language=publication.language,
        pages=material.page_paths,
        weights=_weights(material),
    )


def _weights(material: Material) -> tuple[int, int]:
    """Return the bytes of the SPARQL engine and of the dataset that it loads."""
    engine = material.library.site["site/vendor/oxigraph/oxigraph.wasm"]
    dataset = dump_path(material.publication, by_name("n-quads"))
    return len(engine), len(material.files[dataset])


def _kind_label(page: Page) -> str:
    return words(page.name.replace("-", " ")).capitalize()


def _entry(page: Page) -> Entry:
    """Return how ``page`` is found."""
    statement = page.item
    if not isinstance(statement, StatementView):
        return Entry(
            path=page.path, title=page.title, text=page.description, kind=_kind_label(page)
        )
    text = "" if statement.text == statement.label else str(statement.text)
    return Entry(
        path=page.path,
        title=str(statement.label),
        notation=statement.notation,
        text=text,
        kind=str(statement.level.label),
        context=str(statement.framework.title),
    )
