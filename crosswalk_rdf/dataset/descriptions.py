"""The bounded description of each resource that has a page of its own.

A resource is described by its own triples as asserted; a statement also by the records of the
alignments that it takes part in, from either side. What was only inferred stays in its graph,
but for resources that inference made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox
from rdflib import OWL

from crosswalk_rdf.dataset.paths import document_path, page_path, record_name
from crosswalk_rdf.dataset.store import DATASET, INFERRED, ONTOLOGY
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.store.embedded import graphs

_ENDS = (ox.NamedNode(str(OWL.annotatedSource)), ox.NamedNode(str(OWL.annotatedTarget)))

Description = Sequence[ox.Quad]


def mirrored(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path, without suffix, and the IRI of what has an IRI of others.

    Nobody is led here by that IRI, but its page has documents beside it like any other.
    """
    base = publication.base
    for framework in publication.frameworks:
        if not framework.iri.startswith(base):
            yield page_path(framework.iri, base, "", framework.id), str(framework.iri)
        for statement in framework.statements:
            if not statement.iri.startswith(base):
                path = page_path(statement.iri, base, framework.id, statement.notation)
                yield path, str(statement.iri)
    for part in (part for crosswalk in publication.crosswalks for part in crosswalk.parts):
        folder = document_path(part.iri.removeprefix(base))
        for alignment in part.alignments:
            if not alignment.iri.startswith(base):
                path = page_path(alignment.iri, base, folder, record_name(alignment.iri))
                yield path, str(alignment.iri)


def mirrored_descriptions(
    store: ox.Store, publication: Publication
) -> Iterator[tuple[str, str, Description]]:
    """Yield path, IRI and quads of each of :func:`mirrored`."""
    base = publication.base
    made = {name: ox.NamedNode(graph_iri(base, name)) for name in (INFERRED, DATASET, ONTOLOGY)}
    for path, iri in mirrored(publication):
        yield path, iri, _described(ox.NamedNode(iri), store, made)


def descriptions(
    store: ox.Store, base: str, names: Iterable[str]
) -> Iterator[tuple[str, Description]]:
    """Yield the local name and the quads of each resource of ``names``.

    The ontology and the dataset are one resource each, with all the triples of their graph, and
    come last.
    """
    made = {name: ox.NamedNode(graph_iri(base, name)) for name in (INFERRED, DATASET, ONTOLOGY)}
    whole = (DATASET, ONTOLOGY)
    for name in names:
        if name not in whole:
            yield name, _described(ox.NamedNode(base + name), store, made)
    for name in whole:
        yield name, list(store.quads_for_pattern(None, None, None, made[name]))


def _described(
    node: ox.NamedNode, store: ox.Store, graphs: Mapping[str, ox.NamedNode]
) -> Description:
    """Return what is asserted of ``node``, or else inferred, and the records of its alignments."""
    own = _asserted(node, store, graphs)
    if not own:
        own = list(store.quads_for_pattern(node, None, None, graphs[INFERRED]))
    own += store.quads_for_pattern(node, None, None, graphs[DATASET])
    for record in _records(node, store, graphs):
        own += _asserted(record, store, graphs)
    return own


def _asserted(
    node: ox.NamedNode, store: ox.Store, graphs: Mapping[str, ox.NamedNode]
) -> list[ox.Quad]:
    made = tuple(graphs.values())
    return [q for q in store.quads_for_pattern(node, None, None) if q.graph_name not in made]


def _records(
    node: ox.NamedNode, store: ox.Store, graphs: Mapping[str, ox.NamedNode]
) -> list[ox.NamedNode]:
    """Return the asserted records that ``node`` is an end of, sorted."""
    made = tuple(graphs.values())
    records = {
        quad.subject.value
        for end in _ENDS
        for quad in store.quads_for_pattern(None, end, node)
        if quad.graph_name not in made and isinstance(quad.subject, ox.NamedNode)
    }
    return [ox.NamedNode(iri) for iri in sorted(records)]


def resource_names(store: ox.Store, base: str) -> tuple[str, ...]:
    """Return the local name of each resource below ``base`` with a description, sorted."""
    names = {DATASET, ONTOLOGY}
    for graph in graphs(store):
        if graph == graph_iri(base, ONTOLOGY):
            continue
        quads = store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        own = filter(None, (_local(node, base) for node in {quad.subject for quad in quads}))
        if graph == graph_iri(base, DATASET):
            own = filter(lambda name: not name.startswith(PARTS_OF_THE_DATASET), own)
        names.update(own)
    return tuple(sorted(names))


def _local(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, base: str) -> str | None:
    """Return the local name of a resource below ``base`` that a document of its own describes."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(base):
        return None
    name = term.value.removeprefix(base)
    return None if "#" in name else name
