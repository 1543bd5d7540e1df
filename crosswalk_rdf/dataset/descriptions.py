"""The bounded description of each resource that has a page of its own.

A resource is described by its own triples as asserted; a statement also by the records of the
alignments that it takes part in, from either side. What has no page and is pointed at from there,
such as a note or a node of a list, is described with it. What was only inferred stays in its
graph, but for resources that inference made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox
from rdflib import OWL

from crosswalk_rdf.dataset.store import DATASET, INFERRED, ONTOLOGY
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.collection_triples import list_nodes
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.store.embedded import graphs

_ENDS = (ox.NamedNode(str(OWL.annotatedSource)), ox.NamedNode(str(OWL.annotatedTarget)))

_GRAPH_RESOURCES = (DATASET, ONTOLOGY)

Description = Sequence[ox.Quad]


class Describer:
    """Describes the resources of a store."""

    def __init__(self, store: ox.Store, publication: Publication) -> None:
        self._store, self._base = store, publication.base
        self._inner = _nodes_without_page(publication)
        self._generated = {
            name: ox.NamedNode(graph_iri(publication.base, name))
            for name in (INFERRED, DATASET, ONTOLOGY)
        }
        self._generated_graphs = tuple(self._generated.values())

    def descriptions(
        self, resources: Mapping[str, Sequence[str]]
    ) -> Iterator[tuple[str, Description]]:
        """Yield the local name and the quads of each of ``resources``, with its fragments' quads.

        The ontology and the dataset are one resource each, with all the triples of their graph, and
        come last.
        """
        for name, fragments in resources.items():
            if name in _GRAPH_RESOURCES:
                continue
            quads = self.description(self._base + name)
            for fragment in fragments:
                quads += self.description(f"{self._base}{name}#{fragment}")
            yield name, list(dict.fromkeys(quads)) if fragments else quads
        for name in _GRAPH_RESOURCES:
            if name in resources:
                graph = self._generated[name]
                yield name, list(self._store.quads_for_pattern(None, None, None, graph))

    def description(self, iri: str) -> list[ox.Quad]:
        """Return what is asserted of ``iri``, or else inferred, and the records of its alignments.

        What it points at of resources without a page is described as well, at any distance.
        """
        node, store = ox.NamedNode(iri), self._store
        quads = self._asserted_quads(node)
        quads += self._inner_quads(quads)
        if not quads:
            quads = list(store.quads_for_pattern(node, None, None, self._generated[INFERRED]))
        quads += store.quads_for_pattern(node, None, None, self._generated[DATASET])
        for record in self._alignment_records(node):
            quads += self._asserted_quads(record)
        return quads

    def _inner_quads(self, quads: Iterable[ox.Quad]) -> list[ox.Quad]:
        described: dict[str, None] = {}
        further: list[ox.Quad] = []
        queue = list(quads) if self._inner else []
        for quad in queue:
            node = quad.object
            if not isinstance(node, ox.NamedNode):
                continue
            if node.value in self._inner and node.value not in described:
                described[node.value] = None
                node_quads = self._asserted_quads(node)
                further += node_quads
                queue += node_quads
        return further

    def _asserted_quads(self, node: ox.NamedNode) -> list[ox.Quad]:
        generated = self._generated_graphs
        quads = self._store.quads_for_pattern(node, None, None)
        return [quad for quad in quads if quad.graph_name not in generated]

    def _alignment_records(self, node: ox.NamedNode) -> list[ox.NamedNode]:
        """Return the asserted records that ``node`` is an end of, sorted."""
        records = {
            quad.subject.value
            for end in _ENDS
            for quad in self._store.quads_for_pattern(None, end, node)
            if quad.graph_name not in self._generated_graphs
            and isinstance(quad.subject, ox.NamedNode)
        }
        return [ox.NamedNode(iri) for iri in sorted(records)]


def _nodes_without_page(publication: Publication) -> frozenset[str]:
    """Return the IRIs of resources outside the base, and of the nodes of lists."""
    resources = (r.iri for f in publication.frameworks for r in f.resources)
    nodes = (n for f in publication.frameworks for c in f.collections for n in list_nodes(c))
    external = (iri for iri in resources if not iri.startswith(publication.base))
    return frozenset(map(str, (*external, *nodes)))


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
