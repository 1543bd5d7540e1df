"""What a site has for machines beside the data: sitemap, feed, VoID, search, server recipes."""

from collections.abc import Iterator

import pyoxigraph as ox

from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import serialize_quads
from crosswalk_rdf.dataset.store import DATASET
from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.model.published_file import PublishedFile, Role
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.views.changes import ChangesView
from crosswalk_rdf.site.well_known.feeds import changes_feed
from crosswalk_rdf.site.well_known.recipes import recipe_files
from crosswalk_rdf.site.well_known.sitemap import opensearch, robots, sitemap_files

NOT_FOUND = "404.html"
"""The page that servers send with status 404."""

Files = Iterator[PublishedFile]


def well_known_files(dataset: FinishedDataset, view: ChangesView, index: Index) -> Files:
    """Yield them; ``index`` has every page."""
    publication = dataset.publication
    pages = (entry.path for entry in index.values() if entry.role == Role.PAGE)
    feed = changes_feed(publication, dataset.comparison, view)
    for path, content in (
        *sitemap_files(publication, pages),
        ("robots.txt", robots(publication)),
        ("opensearch.xml", opensearch(publication)),
        ("changes.atom", feed),
    ):
        yield PublishedFile(path, content, role=Role.WELL_KNOWN)
    about = (f"{publication.base}{DATASET}",)
    yield PublishedFile(".well-known/void", _void(dataset), about, Role.WELL_KNOWN)
    recipes = recipe_files(publication, dataset.addresses, dataset.library.site)
    for path, content in ((".nojekyll", b""), *recipes):
        yield PublishedFile(path, content, role=Role.CONFIGURATION, media_type="text/plain")


def _void(dataset: FinishedDataset) -> bytes:
    """Return the description of the dataset, as its own document has it."""
    name = graph_iri(dataset.publication.base, DATASET)
    quads = dataset.store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    triples = (ox.Quad(*quad.triple) for quad in quads)
    return serialize_quads(triples, by_name("turtle"), dataset.publication, dataset.library)
