"""The bounded description of each resource that has a page of its own.

A resource is described by its own triples as asserted; a statement also by the records of the
alignments that it takes part in, from either side. What has no page and is pointed at from there,
such as a note or a node of a list, is described with it. What was only inferred stays in its
graph, but for resources that inference made.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox
from rdflib import OWL

from crosswalk_rdf.dataset.paths import document_path, page_path, record_name
from crosswalk_rdf.dataset.store import DATASET, INFERRED, ONTOLOGY
from crosswalk_rdf.model import Framework, Publication
from crosswalk_rdf.model.collection_triples import list_nodes
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.store.embedded import graphs

_ENDS = (ox.NamedNode(str(OWL.annotatedSource)), ox.NamedNode(str(OWL.annotatedTarget)))

Description = Sequence[ox.Quad]


def external_resources(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path, without suffix, and the IRI of each resource with an IRI outside the base.

    Such an IRI does not resolve to this site, but its page has documents beside it like any other.
    """
    base = publication.base
    for framework in publication.frameworks:
        if not framework.iri.startswith(base):
            yield page_path(framework.iri, base, "", framework.id), str(framework.iri)
        for statement in framework.statements:
            if not statement.iri.startswith(base):
                path = page_path(statement.iri, base, framework.id, statement.notation)
                yield path, str(statement.iri)
        yield from _external_collections(framework, base)
    for part in (part for crosswalk in publication.crosswalks for part in crosswalk.parts):
        folder = document_path(part.iri.removeprefix(base))
        for alignment in part.alignments:
            if not alignment.iri.startswith(base):
                path = page_path(alignment.iri, base, folder, record_name(alignment.iri))
                yield path, str(alignment.iri)


def _external_collections(framework: Framework, base: str) -> Iterator[tuple[str, str]]:
    """Yield path and IRI of each collection outside ``base``; of two of one name, numbered."""
    names: Counter[str] = Counter()
    for collection in framework.collections:
        if not collection.iri.startswith(base):
            name = record_name(collection.iri)
            names[name] += 1
            number = f"--{names[name]}" if names[name] > 1 else ""
            folder = f"{framework.id}/collection"
            yield page_path(collection.iri, base, folder, f"{name}{number}"), str(collection.iri)


def _nodes_without_page(publication: Publication) -> frozenset[str]:
    """Return the IRIs of resources outside the base, and of the nodes of lists."""
    resources = (r.iri for f in publication.frameworks for r in f.resources)
    nodes = (n for f in publication.frameworks for c in f.collections for n in list_nodes(c))
    external = (iri for iri in resources if not iri.startswith(publication.base))
    return frozenset(map(str, (*external, *nodes)))


def external_descriptions(
    store: ox.Store, publication: Publication
) -> Iterator[tuple[str, str, Description]]:
    """Yield path, IRI and quads of each of :func:`external_resources`."""
    base = publication.base
    generated = {
        name: ox.NamedNode(graph_iri(base, name)) for name in (INFERRED, DATASET, ONTOLOGY)
    }
    inner = _nodes_without_page(publication)
    for path, iri in external_resources(publication):
        yield path, iri, _description(ox.NamedNode(iri), store, generated, inner)


def descriptions(
    store: ox.Store, publication: Publication, names: Iterable[str]
) -> Iterator[tuple[str, Description]]:
    """Yield the local name and the quads of each resource of ``names``.

    The ontology and the dataset are one resource each, with all the triples of their graph, and
    come last.
    """
    base, inner = publication.base, _nodes_without_page(publication)
    generated = {
        name: ox.NamedNode(graph_iri(base, name)) for name in (INFERRED, DATASET, ONTOLOGY)
    }
    graph_resources = (DATASET, ONTOLOGY)
    for name in names:
        if name not in graph_resources:
            yield name, _description(ox.NamedNode(base + name), store, generated, inner)
    for name in graph_resources:
        yield name, list(store.quads_for_pattern(None, None, None, generated[name]))


def _description(
    node: ox.NamedNode,
    store: ox.Store,
    graphs: Mapping[str, ox.NamedNode],
    inner: Container[str],
) -> Description:
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


def resource_names(store: ox.Store, base: str) -> tuple[str, ...]:
    """Return the local name of each resource below ``base`` with a description, sorted."""
    names = {DATASET, ONTOLOGY}
    for graph in graphs(store):
        if graph == graph_iri(base, ONTOLOGY):
            continue
        quads = store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        local_names = filter(
            None, (_local(node, base) for node in {quad.subject for quad in quads})
        )
        if graph == graph_iri(base, DATASET):
            local_names = filter(
                lambda name: not name.startswith(PARTS_OF_THE_DATASET), local_names
            )
        names.update(local_names)
    return tuple(sorted(names))


def _local(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, base: str) -> str | None:
    """Return the local name of a resource below ``base`` that a document of its own describes."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(base):
        return None
    name = term.value.removeprefix(base)
    return None if "#" in name else name
