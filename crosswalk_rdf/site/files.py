"""A finished dataset to the static site: pages, assets, search."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from crosswalk_rdf.dataset.distributions import dump_path
from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import prefixes
from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.model.published_file import PublishedFile, Role, Task, batches
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.library_views import downloads
from crosswalk_rdf.site.path_conflicts import Sources
from crosswalk_rdf.site.search_entries import search_entry
from crosswalk_rdf.site.search_index.search import search_files
from crosswalk_rdf.site.search_index.vocabulary import vocabulary_script
from crosswalk_rdf.site.template_context import changes_of, pictures, site_view
from crosswalk_rdf.site.templating.page_kinds import assets, page_kinds
from crosswalk_rdf.site.templating.rendering import (
    Page,
    Renderer,
    add_menus,
    environment,
    plan_pages,
)
from crosswalk_rdf.site.views.downloads import checksums
from crosswalk_rdf.site.views.notes import note_views
from crosswalk_rdf.site.well_known.files import NOT_FOUND, well_known_files

Files = Iterator[PublishedFile]

LANGUAGE: Final = "en"
"""The language of the templates."""


def site_stages(dataset: FinishedDataset, index: Index) -> Iterator[list[Task]]:
    """Yield the tasks that make the files of the site, in stages; raise PathTaken.

    ``index`` has what the build holds beside the site, and must take in the files of a stage before
    the next one is asked for.
    """
    yield [lambda: _asset_files(dataset, index)]
    jinja = environment(dataset.library.site, sandboxed=dataset.library.has_own_templates)
    site = site_view(dataset, index)
    plan = plan_pages(page_kinds(dataset.library.site), site, jinja)
    add_menus(plan, site)
    renderer, subjects = Renderer(plan, site, jinja), _subjects(dataset)
    Sources(subjects, dataset.publication).check(plan, index)
    yield [
        lambda: _search_files(dataset, plan),
        *(partial(_page_files, renderer, subjects, batch) for batch in batches(plan)),
    ]
    yield [lambda: well_known_files(dataset, changes_of(dataset), index)]


def _asset_files(dataset: FinishedDataset, index: Index) -> Files:
    yield from _files(Role.ASSET, assets(dataset.library.site).items())
    yield from _files(Role.ASSET, pictures(dataset.library).items())
    yield PublishedFile("assets/vocabulary.js", _vocabulary(dataset, index), role=Role.ASSET)
    sums = checksums(downloads(dataset, index).listed)
    yield PublishedFile("checksums.sha256", sums, role=Role.WELL_KNOWN)


def _page_files(renderer: Renderer, subjects: Mapping[str, str], plan: Iterable[Page]) -> Files:
    for page in plan:
        iri = subjects.get(page.path)
        role = Role.ERROR_PAGE if page.path == NOT_FOUND else Role.PAGE
        about = (iri,) if iri else ()
        yield PublishedFile(page.path, renderer.html(page), about, role, language=LANGUAGE)


def _search_files(dataset: FinishedDataset, plan: Iterable[Page]) -> Files:
    notes = note_views(dataset.publication.frameworks)
    entries = [search_entry(page, notes) for page in plan if page.kind.search]
    yield from _files(Role.SEARCH_INDEX, search_files(entries))


def _files(role: Role, files: Iterable[tuple[str, bytes]]) -> Files:
    return (PublishedFile(path, content, role=role) for path, content in files)


def _subjects(dataset: FinishedDataset) -> Mapping[str, str]:
    """Return what each page is about that has RDF documents beside it, by path."""
    base, addresses = dataset.publication.base, dataset.addresses
    others = {f"{path}.html": iri for iri, path in addresses.others.items()}
    tombstones = {
        f"{addresses.path(stone.iri)}.html": stone.iri for stone in dataset.comparison.tombstones
    }
    graphs = {f"{name}.html": base + name for name in ("changes", "shapes")}
    return {**graphs, **others, **dataset.pages, **tombstones}


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
