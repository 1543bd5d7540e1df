"""A crosswalk, its parts and its alignments to triples.

Each alignment is a SSSOM record (``owl:Axiom``) with the direct SKOS triple beside it (SSSOM
specification, section on SSSOM/RDF); a negated one has no direct triple.
"""

from collections.abc import Iterator

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, Literal

from crosswalk_rdf.graph.terms import Triple, date, line_triples, responsibility_triples
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet
from crosswalk_rdf.namespaces import SSSOM, ontology_namespace


def crosswalk_triples(crosswalk: Crosswalk, base: str) -> Iterator[Triple]:
    """Yield the triples that describe ``crosswalk`` as a whole."""
    iri, xw = crosswalk.iri, ontology_namespace(base)
    yield iri, RDF.type, xw.Crosswalk
    yield iri, DCTERMS.title, crosswalk.title
    if crosswalk.description:
        yield iri, DCTERMS.description, crosswalk.description
    yield from responsibility_triples(iri, crosswalk.creators, crosswalk.publisher)
    yield iri, DCTERMS.issued, date(crosswalk.issued)
    yield iri, DCTERMS.rights, crosswalk.rights
    yield iri, DCTERMS.identifier, Literal(crosswalk.id)
    for part in crosswalk.parts:
        yield iri, DCTERMS.hasPart, part.iri
        yield iri, xw.aligns, part.subject_source
        yield iri, xw.aligns, part.object_source
    for framework in crosswalk.external:
        yield framework.iri, RDF.type, xw.ExternalFramework
        yield framework.iri, DCTERMS.title, framework.title
    if crosswalk.source:
        yield iri, PROV.wasDerivedFrom, crosswalk.source.iri
    yield from ((iri, further.property, further.value) for further in crosswalk.properties)


def part_triples(part: MappingSet, crosswalk: Crosswalk, base: str) -> Iterator[Triple]:
    """Yield the triples of one part with all its alignments."""
    iri, xw = part.iri, ontology_namespace(base)
    yield iri, RDF.type, SSSOM.MappingSet
    yield iri, RDF.type, xw.CrosswalkPart
    yield iri, DCTERMS.title, part.title
    if part.description:
        yield iri, DCTERMS.description, part.description
    yield iri, DCTERMS.isPartOf, crosswalk.iri
    yield iri, DCTERMS.identifier, Literal(part.id)
    yield iri, DCTERMS.license, part.license
    yield iri, DCTERMS.rights, part.rights
    yield iri, SSSOM.sssom_version, SSSOM["version1.1"]
    yield iri, SSSOM.subject_source, part.subject_source
    yield iri, SSSOM.object_source, part.object_source
    if crosswalk.source:
        yield iri, PROV.wasDerivedFrom, crosswalk.source.iri
    yield from ((iri, xw.subjectKind, kind) for kind in part.subject_kinds)
    yield from ((iri, xw.objectKind, kind) for kind in part.object_kinds)
    yield from ((iri, slot.property, value) for slot in part.slots for value in slot.values)
    for alignment in part.alignments:
        yield iri, SSSOM.mappings, alignment.iri
        yield from alignment_triples(alignment, part, base)


def alignment_triples(alignment: Alignment, part: MappingSet, base: str) -> Iterator[Triple]:
    """Yield the record of ``alignment`` and the direct triple."""
    iri = alignment.iri
    yield iri, RDF.type, OWL.Axiom
    yield iri, RDF.type, ontology_namespace(base).Alignment
    yield iri, OWL.annotatedSource, alignment.subject
    yield iri, OWL.annotatedProperty, alignment.predicate
    yield iri, OWL.annotatedTarget, alignment.object
    yield iri, SSSOM.mapping_justification, alignment.justification
    yield iri, DCTERMS.isPartOf, part.iri
    for side, source in (("subject", part.subject_source), ("object", part.object_source)):
        yield iri, SSSOM[f"{side}_source"], source
        yield iri, SSSOM[f"{side}_type"], SKOS.Concept
    yield from _evidence_triples(alignment, base)
    if alignment.negated:
        yield iri, SSSOM.predicate_modifier, SSSOM.NegatedPredicate
    else:
        yield alignment.subject, alignment.predicate, alignment.object


def _evidence_triples(alignment: Alignment, base: str) -> Iterator[Triple]:
    iri, xw = alignment.iri, ontology_namespace(base)
    texts = (
        (SSSOM.subject_label, alignment.subject_label),
        (SSSOM.object_label, alignment.object_label),
        (xw.printedNotation, alignment.printed_notation),
        (xw.printedSubjectNotation, alignment.printed_subject_notation),
        (xw.printedText, alignment.printed_text),
        (RDFS.comment, alignment.comment),
    )
    yield from ((iri, property, Literal(text)) for property, text in texts if text is not None)
    yield from line_triples(iri, alignment.lines, base)
    yield from ((iri, slot.property, value) for slot in alignment.slots for value in slot.values)
