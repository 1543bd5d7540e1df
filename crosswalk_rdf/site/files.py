"""A finished dataset to the static site: pages, assets, search."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from crosswalk_rdf.dataset.distributions import dump_path
from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import prefixes
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.model.published_file import PublishedFile, Role
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.library_views import downloads
from crosswalk_rdf.site.search_entries import search_entry
from crosswalk_rdf.site.search_index.search import Entry, search_files
from crosswalk_rdf.site.search_index.vocabulary import vocabulary_script
from crosswalk_rdf.site.template_context import changes_of, pictures, site_view
from crosswalk_rdf.site.templating.page_kinds import assets, page_kinds
from crosswalk_rdf.site.templating.rendering import (
    Page,
    add_menus,
    environment,
    plan_pages,
    render_pages,
)
from crosswalk_rdf.site.views.downloads import checksums
from crosswalk_rdf.site.views.notes import note_views
from crosswalk_rdf.site.well_known.files import NOT_FOUND, well_known_files

Files = Iterator[PublishedFile]

LANGUAGE: Final = "en"
"""The language of the templates."""


class PathTaken(CrosswalkError):
    """Two files that would be published at the same path."""


def site_files(dataset: FinishedDataset, index: Index) -> Files:
    """Yield the files of the site; raise :class:`PathTaken`.

    ``index`` has what the build holds beside it, and takes in each file before the next is made.
    """
    for file in _site_files(dataset, index):
        if file.path in index:
            raise PathTaken(
                f"{file.path} would be written twice: give the framework, the crosswalk or the "
                "part of that name another one"
            )
        yield file


def _site_files(dataset: FinishedDataset, index: Index) -> Files:
    yield from _files(Role.ASSET, assets(dataset.library.site).items())
    yield from _files(Role.ASSET, pictures(dataset.library).items())
    yield PublishedFile("assets/vocabulary.js", _vocabulary(dataset, index), role=Role.ASSET)
    sums = checksums(downloads(dataset, index).listed)
    yield PublishedFile("checksums.sha256", sums, role=Role.WELL_KNOWN)
    entries: list[Entry] = []
    subjects = _subjects(dataset)
    notes = note_views(dataset.publication.frameworks)
    for page, html in pages(dataset, index):
        iri = subjects.get(page.path)
        role = Role.ERROR_PAGE if page.path == NOT_FOUND else Role.PAGE
        about = (iri,) if iri else ()
        yield PublishedFile(page.path, html, about, role, language=LANGUAGE)
        if page.kind.search:
            entries.append(search_entry(page, notes))
    yield from _files(Role.SEARCH_INDEX, search_files(entries))
    yield from well_known_files(dataset, changes_of(dataset), index)


def _files(role: Role, files: Iterable[tuple[str, bytes]]) -> Files:
    return (PublishedFile(path, content, role=role) for path, content in files)


def _subjects(dataset: FinishedDataset) -> Mapping[str, str]:
    """Return what each page is about that has RDF documents beside it, by path."""
    base, addresses = dataset.publication.base, dataset.addresses
    others = {f"{path}.html": iri for iri, path in addresses.others.items()}
    tombstones = {
        f"{addresses.path(stone.iri)}.html": stone.iri for stone in dataset.comparison.tombstones
    }
    return {"changes.html": f"{base}changes", **others, **dataset.pages, **tombstones}


def pages(dataset: FinishedDataset, index: Index) -> Iterator[tuple[Page, bytes]]:
    """Yield every page of the site with its HTML."""
    jinja = environment(dataset.library.site)
    site = site_view(dataset, index)
    plan = plan_pages(page_kinds(dataset.library.site), site, jinja)
    add_menus(plan, site)
    yield from render_pages(plan, site, jinja)


def _vocabulary(dataset: FinishedDataset, index: Index) -> bytes:
    publication = dataset.publication
    return vocabulary_script(
        dataset.store,
        prefixes=prefixes(publication),
        addresses=dataset.addresses,
        language=publication.language,
        pages=dataset.page_paths,
        weights=_weights(dataset, index),
    )


def _weights(dataset: FinishedDataset, index: Index) -> tuple[int, int]:
    """Return the bytes of the SPARQL engine and of the dataset that it loads."""
    engine = dataset.library.site["site/vendor/oxigraph/oxigraph.wasm"]
    dump = dump_path(dataset.publication, by_name("n-quads"))
    return len(engine), index[dump].size
