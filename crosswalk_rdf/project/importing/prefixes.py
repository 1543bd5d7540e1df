"""Prefixes for the CURIEs of a part: SSSOM knows no other way to write an IRI."""

from collections.abc import Iterable, Iterator, Sequence

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.curies import Curies, known_prefixes
from crosswalk_rdf.model import Alignment, MappingSet, Slot


def prefixes_for(
    part: MappingSet, alignments: Sequence[Alignment], namespaces: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that ``part`` has, with those that its IRIs need besides.

    ``namespaces`` are those of the publication, by prefix: they need not be declared again, and
    their prefixes mean nothing else.
    """
    declared = {name: space for name, space in part.prefixes if name not in namespaces}
    curies = Curies({**known_prefixes({}, declared), **namespaces})
    for iri in _iris(part, alignments):
        curies.curie(iri)
    return tuple(sorted((n, s) for n, s in curies.declared.items() if n not in namespaces))


def _iris(part: MappingSet, alignments: Iterable[Alignment]) -> Iterator[str]:
    yield from (part.subject_source, part.object_source)
    yield from _slot_iris(part.slots)
    for alignment in alignments:
        yield from (alignment.iri, alignment.subject, alignment.predicate, alignment.object)
        yield alignment.justification
        yield from _slot_iris(alignment.slots)


def _slot_iris(slots: Iterable[Slot]) -> Iterator[str]:
    for slot in slots:
        yield slot.property
        for value in slot.values:
            if isinstance(value, URIRef):
                yield value
            elif isinstance(value, Literal) and value.datatype:
                yield value.datatype
