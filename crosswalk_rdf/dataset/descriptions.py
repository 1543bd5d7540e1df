"""The bounded description of each resource that has a page of its own.

A resource is described by its own triples as asserted; a statement also by the records of the
alignments that it takes part in, from either side. What has no page and is pointed at from there,
such as a note or a node of a list, is described with it. What was only inferred stays in its
graph, but for resources that inference made.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox
from rdflib import OWL

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.dataset.store import DATASET, INFERRED, ONTOLOGY
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.collection_triples import list_nodes
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.store.embedded import graphs

_ENDS = (ox.NamedNode(str(OWL.annotatedSource)), ox.NamedNode(str(OWL.annotatedTarget)))

Description = Sequence[ox.Quad]


def _nodes_without_page(publication: Publication) -> frozenset[str]:
    """Return the IRIs of resources outside the base, and of the nodes of lists."""
    resources = (r.iri for f in publication.frameworks for r in f.resources)
    nodes = (n for f in publication.frameworks for c in f.collections for n in list_nodes(c))
    external = (iri for iri in resources if not iri.startswith(publication.base))
    return frozenset(map(str, (*external, *nodes)))


def external_descriptions(
    store: ox.Store, publication: Publication, addresses: Addresses
) -> Iterator[tuple[str, str, Description]]:
    """Yield path, IRI and quads of each resource whose own IRI does not lead to its documents."""
    inner = _nodes_without_page(publication)
    generated = _generated_graphs(addresses.base)
    documents = set(addresses.own.values())
    for iri, path in addresses.others.items():
        if path not in documents:
            yield path, iri, _description(ox.NamedNode(iri), store, generated, inner)


def descriptions(
    store: ox.Store, publication: Publication, resources: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Description]]:
    """Yield the local name and the quads of each of ``resources``, with those of its fragments.

    The ontology and the dataset are one resource each, with all the triples of their graph, and
    come last.
    """
    base, inner = publication.base, _nodes_without_page(publication)
    generated = _generated_graphs(base)
    graph_resources = (DATASET, ONTOLOGY)
    for name, fragments in resources.items():
        if name in graph_resources:
            continue
        quads = _description(ox.NamedNode(base + name), store, generated, inner)
        for fragment in fragments:
            node = ox.NamedNode(f"{base}{name}#{fragment}")
            quads += _description(node, store, generated, inner)
        yield name, list(dict.fromkeys(quads)) if fragments else quads
    for name in graph_resources:
        yield name, list(store.quads_for_pattern(None, None, None, generated[name]))


def _generated_graphs(base: str) -> dict[str, ox.NamedNode]:
    return {name: ox.NamedNode(graph_iri(base, name)) for name in (INFERRED, DATASET, ONTOLOGY)}


def _description(
    node: ox.NamedNode,
    store: ox.Store,
    graphs: Mapping[str, ox.NamedNode],
    inner: Container[str],
) -> list[ox.Quad]:
    """Return what is asserted of ``node``, or else inferred, and the records of its alignments.

    What it points at of ``inner`` is described as well, at any distance.
    """
    quads = _asserted_quads(node, store, graphs)
    quads += _inner_quads(quads, store, graphs, inner)
    if not quads:
        quads = list(store.quads_for_pattern(node, None, None, graphs[INFERRED]))
    quads += store.quads_for_pattern(node, None, None, graphs[DATASET])
    for record in _alignment_records(node, store, graphs):
        quads += _asserted_quads(record, store, graphs)
    return quads


def _inner_quads(
    quads: Iterable[ox.Quad],
    store: ox.Store,
    graphs: Mapping[str, ox.NamedNode],
    inner: Container[str],
) -> list[ox.Quad]:
    described: dict[str, None] = {}
    further: list[ox.Quad] = []
    queue = list(quads)
    for quad in queue:
        node = quad.object
        if isinstance(node, ox.NamedNode) and node.value in inner and node.value not in described:
            described[node.value] = None
            node_quads = _asserted_quads(node, store, graphs)
            further += node_quads
            queue += node_quads
    return further


def _asserted_quads(
    node: ox.NamedNode, store: ox.Store, graphs: Mapping[str, ox.NamedNode]
) -> list[ox.Quad]:
    generated = tuple(graphs.values())
    return [q for q in store.quads_for_pattern(node, None, None) if q.graph_name not in generated]


def _alignment_records(
    node: ox.NamedNode, store: ox.Store, graphs: Mapping[str, ox.NamedNode]
) -> list[ox.NamedNode]:
    """Return the asserted records that ``node`` is an end of, sorted."""
    generated = tuple(graphs.values())
    records = {
        quad.subject.value
        for end in _ENDS
        for quad in store.quads_for_pattern(None, end, node)
        if quad.graph_name not in generated and isinstance(quad.subject, ox.NamedNode)
    }
    return [ox.NamedNode(iri) for iri in sorted(records)]


def resource_names(store: ox.Store, base: str) -> dict[str, tuple[str, ...]]:
    """Return the local name of each resource below ``base`` with documents of its own, sorted.

    A resource with a fragment is described in the document of what stands before that: each name
    comes with the fragments that are described there, sorted.
    """
    fragments: dict[str, set[str]] = {DATASET: set(), ONTOLOGY: set()}
    for graph in graphs(store):
        if graph == graph_iri(base, ONTOLOGY):
            continue
        quads = store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        is_dataset = graph == graph_iri(base, DATASET)
        for node in {quad.subject for quad in quads}:
            name, fragment = _local_name(node, base)
            if name and not (is_dataset and name.startswith(PARTS_OF_THE_DATASET)):
                fragments.setdefault(name, set()).update(fragment)
    for name in (DATASET, ONTOLOGY):
        fragments[name].clear()
    return {name: tuple(sorted(fragments[name])) for name in sorted(fragments)}


def ontology_names(store: ox.Store, base: str) -> tuple[str, ...]:
    """Return the local names, without fragment, that the ontology describes, sorted."""
    graph = ox.NamedNode(graph_iri(base, ONTOLOGY))
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, graph)}
    names = {name for name, fragment in (_local_name(s, base) for s in subjects) if not fragment}
    return tuple(sorted(names - {"", ONTOLOGY}))


def _local_name(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, base: str
) -> tuple[str, tuple[str, ...]]:
    """Return what the IRI ``term`` has after ``base``, and its fragment, if any; "" for others."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(base):
        return "", ()
    name, mark, fragment = term.value.removeprefix(base).partition("#")
    return name, (fragment,) if mark else ()
