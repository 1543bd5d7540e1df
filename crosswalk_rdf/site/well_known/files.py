"""What a site has for machines beside the data: sitemap, feed, VoID, search, server recipes."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from crosswalk_rdf.dataset.finished import FinishedDataset
from crosswalk_rdf.dataset.naming import serialized
from crosswalk_rdf.dataset.store import DATASET
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.views.changes import ChangesView
from crosswalk_rdf.site.well_known.feeds import changes_feed
from crosswalk_rdf.site.well_known.recipes import recipe_files
from crosswalk_rdf.site.well_known.sitemap import opensearch, robots, sitemap_files

NOT_FOUND = "404.html"
"""What servers send for what is not there: no page to be found."""

Files = Iterator[tuple[str, bytes]]


def well_known_files(dataset: FinishedDataset, view: ChangesView, pages: Iterable[str]) -> Files:
    """Yield them; ``pages`` are the paths of all pages."""
    publication = dataset.publication
    yield from sitemap_files(publication, (page for page in pages if page != NOT_FOUND))
    yield "robots.txt", robots(publication)
    yield "opensearch.xml", opensearch(publication)
    yield "changes.atom", changes_feed(publication, dataset.comparison, view)
    yield ".well-known/void", _void(dataset)
    yield ".nojekyll", b""
    yield from recipe_files(publication, _encoded_names(dataset), dataset.library.site)


def _void(dataset: FinishedDataset) -> bytes:
    """Return the description of the dataset, as its own document has it."""
    name = graph_iri(dataset.publication.base, DATASET)
    quads = dataset.store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    triples = (ox.Quad(*quad.triple) for quad in quads)
    return serialized(triples, by_name("turtle"), dataset.publication, dataset.library)


def _encoded_names(dataset: FinishedDataset) -> list[str]:
    """Return the local name of each resource that holds an encoded character."""
    base = dataset.publication.base
    gone = (stone.iri.removeprefix(base) for stone in dataset.comparison.tombstones)
    return sorted(name for name in (*dataset.resources, *gone) if "%" in name)
