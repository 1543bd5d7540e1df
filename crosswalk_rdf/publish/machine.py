"""What a site has for machines beside the data: sitemap, feed, VoID, search, server recipes."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.publish.dataset import DATASET
from crosswalk_rdf.publish.documents import serialized
from crosswalk_rdf.publish.material import Material
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.machine.feeds import changes_feed
from crosswalk_rdf.site.machine.recipes import recipe_files
from crosswalk_rdf.site.machine.sitemap import opensearch, robots, sitemap_files
from crosswalk_rdf.site.views.changes import ChangesView

NOT_FOUND = "404.html"
"""What servers send for what is not there: no page to be found."""

Files = Iterator[tuple[str, bytes]]


def machine_files(material: Material, view: ChangesView, pages: Iterable[str]) -> Files:
    """Yield them; ``pages`` are the paths of all pages."""
    publication = material.publication
    yield from sitemap_files(publication, (page for page in pages if page != NOT_FOUND))
    yield "robots.txt", robots(publication)
    yield "opensearch.xml", opensearch(publication)
    yield "changes.atom", changes_feed(publication, material.comparison, view)
    yield ".well-known/void", _void(material)
    yield ".nojekyll", b""
    yield from recipe_files(publication, _encoded_names(material), material.library.site)


def _void(material: Material) -> bytes:
    """Return the description of the dataset, as its own document has it."""
    name = graph_iri(material.publication.base, DATASET)
    quads = material.store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    triples = (ox.Quad(*quad.triple) for quad in quads)
    return serialized(triples, by_name("turtle"), material.publication, material.library)


def _encoded_names(material: Material) -> list[str]:
    """Return the local name of each resource that holds an encoded character."""
    base = material.publication.base
    gone = (stone.iri.removeprefix(base) for stone in material.comparison.tombstones)
    return sorted(name for name in (*material.resources, *gone) if "%" in name)
