"""The bounded description of each resource that has a page of its own.

A resource is described by its own triples as asserted; a statement also by the records of the
alignments that it takes part in, from either side. What was only inferred stays in its graph,
but for resources that inference made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox
from rdflib import OWL

from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.publish.dataset import DATASET, INFERRED, ONTOLOGY

_ENDS = (str(OWL.annotatedSource), str(OWL.annotatedTarget))

Description = Sequence[ox.Quad]


def descriptions(store: ox.Store, base: str) -> Iterator[tuple[str, Description]]:
    """Yield the local name and the quads of each resource below ``base``, sorted.

    The ontology and the dataset are one resource each, with all the triples of their graph.
    """
    inferred = ox.NamedNode(graph_iri(base, INFERRED))
    whole = {name: ox.NamedNode(graph_iri(base, name)) for name in (DATASET, ONTOLOGY)}
    asserted = [q for q in store if q.graph_name not in (inferred, *whole.values())]
    subjects = _by_subject(asserted, base)
    made = _by_subject(store.quads_for_pattern(None, None, None, inferred), base)
    for name, quads in made.items():
        subjects.setdefault(name, quads)
    _add_crosswalks(subjects, store, whole[DATASET], base)
    records = _records(asserted, base)
    for name in sorted(subjects):
        yield name, (*subjects[name], *(q for r in records.get(name, ()) for q in subjects[r]))
    for name, graph in whole.items():
        yield name, list(store.quads_for_pattern(None, None, None, graph))


def _by_subject(quads: Iterable[ox.Quad], base: str) -> dict[str, list[ox.Quad]]:
    subjects: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        name = _local(quad.subject, base)
        if name:
            subjects.setdefault(name, []).append(quad)
    return subjects


def _add_crosswalks(
    subjects: dict[str, list[ox.Quad]], store: ox.Store, dataset: ox.NamedNode, base: str
) -> None:
    """Add what the dataset's graph says of crosswalks, their sources and agents."""
    described = _by_subject(store.quads_for_pattern(None, None, None, dataset), base)
    for name, quads in described.items():
        if name != DATASET and not name.startswith(PARTS_OF_THE_DATASET):
            subjects.setdefault(name, []).extend(quads)


def _records(quads: Iterable[ox.Quad], base: str) -> Mapping[str, list[str]]:
    """Return the local names of the records that each statement is an end of."""
    records: dict[str, list[str]] = {}
    for quad in quads:
        if quad.predicate.value in _ENDS:
            record, end = _local(quad.subject, base), _local(quad.object, base)
            if record and end:
                records.setdefault(end, []).append(record)
    return records


def _local(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, base: str) -> str | None:
    """Return the local name of a resource below ``base`` that a document of its own describes."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(base):
        return None
    name = term.value.removeprefix(base)
    return None if "#" in name else name
