"""Alignments to RDF as SSSOM has it: one table of properties, for the graph and for SSSOM files."""

from collections.abc import Container, Iterator, Mapping
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Literal, Namespace, URIRef
from rdflib.term import Node

from crosswalk_rdf.model.alignments import NO_TERM_FOUND, Alignment
from crosswalk_rdf.model.crosswalks import MappingSet
from crosswalk_rdf.namespaces import SSSOM

TEXT_PROPERTIES: Final[Mapping[str, URIRef]] = {
    "subject_label": SSSOM.subject_label,
    "object_label": SSSOM.object_label,
    "comment": RDFS.comment,
}
"""Fields of :class:`Alignment` that hold text, by name, and their properties in SSSOM."""

OWN_TEXT_PROPERTIES: Final[Mapping[str, str]] = {
    "printed_notation": "printedNotation",
    "printed_subject_notation": "printedSubjectNotation",
    "printed_text": "printedText",
}
"""Fields of :class:`Alignment` that hold text and for which SSSOM has no slot, and the local names
of their properties in the publication's ontology."""

LINE_PROPERTIES: Final = ("sourceLine", "sourceLineEnd")
"""The same of the two numbers of ``Alignment.lines``."""


def alignment_triples(
    alignment: Alignment, part: MappingSet, own: Namespace
) -> Iterator[tuple[URIRef, URIRef, Node]]:
    """Yield the record of ``alignment`` and, if it claims a match, the direct triple.

    ``own`` is the namespace of the publication's ontology. The types of both ends are among the
    triples as far as slots state them.
    """
    iri = alignment.iri
    yield iri, RDF.type, OWL.Axiom
    yield iri, OWL.annotatedSource, alignment.subject
    yield iri, OWL.annotatedProperty, alignment.predicate
    yield iri, OWL.annotatedTarget, alignment.object
    yield iri, SSSOM.mapping_justification, alignment.justification
    yield iri, SSSOM.subject_source, part.subject_source
    yield iri, SSSOM.object_source, part.object_source
    for field, property in TEXT_PROPERTIES.items():
        if text := getattr(alignment, field):
            yield iri, property, Literal(text)
    for field, name in OWN_TEXT_PROPERTIES.items():
        if text := getattr(alignment, field):
            yield iri, own[name], Literal(text)
    for name, line in zip(LINE_PROPERTIES, alignment.lines or (), strict=False):
        yield iri, own[name], Literal(str(line), datatype=XSD.integer)
    yield from ((iri, slot.property, value) for slot in alignment.slots for value in slot.values)
    if alignment.negated:
        yield iri, SSSOM.predicate_modifier, SSSOM.NegatedPredicate
    if alignment.is_claim:
        yield alignment.subject, alignment.predicate, alignment.object


def type_triples(
    alignment: Alignment, part: MappingSet, external: Container[URIRef]
) -> Iterator[tuple[URIRef, URIRef, Node]]:
    """Yield what each end is that is a statement of a framework: of none of ``external``.

    A type that a slot states is not yielded again.
    """
    for slot in types_of_concepts(alignment, part, external):
        yield alignment.iri, SSSOM[slot], SKOS.Concept


def types_of_concepts(
    alignment: Alignment, part: MappingSet, external: Container[URIRef]
) -> Iterator[str]:
    """Yield the slot of the type of each end that is a concept though no slot says so."""
    slots = {slot.name for slot in alignment.slots}
    ends = (
        ("subject_type", alignment.subject, part.subject_source),
        ("object_type", alignment.object, part.object_source),
    )
    for slot, end, source in ends:
        if slot not in slots and source not in external and end != NO_TERM_FOUND:
            yield slot
