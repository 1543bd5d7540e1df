"""A finished dataset to the static site: pages, assets, search."""

from collections.abc import Iterator, Mapping

from crosswalk_rdf.dataset.distributions import dump_path
from crosswalk_rdf.dataset.finished import FinishedDataset
from crosswalk_rdf.dataset.naming import prefixes
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.library_views import downloads
from crosswalk_rdf.site.search_index.search import Entry, search_files
from crosswalk_rdf.site.search_index.vocabulary import vocabulary_script
from crosswalk_rdf.site.template_context import changes_of, pictures, site_view
from crosswalk_rdf.site.templating.filters import words
from crosswalk_rdf.site.templating.rendering import Page, add_menus, environment, planned, rendered
from crosswalk_rdf.site.templating.sources import assets, page_kinds
from crosswalk_rdf.site.views.downloads import checksums
from crosswalk_rdf.site.views.frameworks import StatementView
from crosswalk_rdf.site.well_known.files import well_known_files

Files = Iterator[tuple[str, bytes]]


class PathTaken(CrosswalkError):
    """Two documents that would be published at the same path."""


def site_files(dataset: FinishedDataset, files: Mapping[str, bytes]) -> Files:
    """Yield the files of the site; raise :class:`PathTaken`.

    ``files`` are those that the build has beside it.
    """
    taken = set(files)
    for path, content in _site_files(dataset, files):
        if path in taken:
            raise PathTaken(
                f"{path} would be written twice: give the framework, the crosswalk or the part "
                "of that name another one"
            )
        taken.add(path)
        yield path, content


def _site_files(dataset: FinishedDataset, files: Mapping[str, bytes]) -> Files:
    yield from assets(dataset.library.site).items()
    yield from pictures(dataset.library).items()
    yield "assets/vocabulary.js", _vocabulary(dataset, files)
    yield "checksums.sha256", checksums(downloads(dataset, files).listed)
    entries: list[Entry] = []
    paths: list[str] = []
    for page, html in pages(dataset, files):
        yield page.path, html
        paths.append(page.path)
        if page.kind.search:
            entries.append(_entry(page))
    yield from search_files(entries)
    yield from well_known_files(dataset, changes_of(dataset), paths)


def pages(dataset: FinishedDataset, files: Mapping[str, bytes]) -> Iterator[tuple[Page, bytes]]:
    """Yield every page of the site with its HTML."""
    jinja = environment(dataset.library.site)
    site = site_view(dataset, files)
    plan = planned(page_kinds(dataset.library.site), site, jinja)
    add_menus(plan, site)
    yield from rendered(plan, site, jinja)


def _vocabulary(dataset: FinishedDataset, files: Mapping[str, bytes]) -> bytes:
    publication = dataset.publication
    return vocabulary_script(
        dataset.store,
        prefixes=prefixes(publication),
        base=publication.base,
        language=publication.language,
        pages=dataset.page_paths,
        weights=_weights(dataset, files),
    )


def _weights(dataset: FinishedDataset, files: Mapping[str, bytes]) -> tuple[int, int]:
    """Return the bytes of the SPARQL engine and of the dataset that it loads."""
    engine = dataset.library.site["site/vendor/oxigraph/oxigraph.wasm"]
    dump = dump_path(dataset.publication, by_name("n-quads"))
    return len(engine), len(files[dump])


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
