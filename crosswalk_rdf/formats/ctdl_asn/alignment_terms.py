"""Alignments to the terms that state them: of a competency, and of an alignment object."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.ctdl_asn.json_ld import key_of
from crosswalk_rdf.formats.shared.asn_model.vocabulary import ALIGNING, ALIGNMENT_TYPES, MATCHES
from crosswalk_rdf.model import NO_TERM_FOUND, Alignment, Crosswalk, Package, unnamed_iri
from crosswalk_rdf.namespaces import CEASN, SEMAPV

_TERMS: Final = {
    **{match: term for term, match in MATCHES.items()},
    **{term: term for term in ALIGNING if term in CEASN and term not in MATCHES},
}
"""The property of a competency that says what a predicate says."""
_NO_MATCH: Final = "alignment:NoMatch"


@dataclass(slots=True)
class Statements:
    """The properties that alignments give statements: property and other end, by statement."""

    by_statement: dict[URIRef, dict[str, dict[str, None]]] = field(default_factory=dict)

    def add(self, statement: URIRef, term: URIRef, other: URIRef) -> None:
        """Note that ``statement`` has ``term`` with the value ``other``."""
        terms = self.by_statement.setdefault(statement, {})
        terms.setdefault(key_of(term), {})[str(other)] = None


def stated_of(package: Package) -> Statements:
    """Return the alignments of ``package`` as properties of its competencies.

    Only the side from which an alignment is stated says it; ``alignFrom`` where that is outside.
    """
    statements = {s.iri for f in package.frameworks for s in f.statements}
    stated = Statements()
    for crosswalk in package.crosswalks:
        for alignment in alignments_of(crosswalk):
            term = _TERMS.get(alignment.predicate)
            if term is None or NO_TERM_FOUND in (alignment.subject, alignment.object):
                continue
            if alignment.subject in statements:
                stated.add(alignment.subject, term, alignment.object)
            elif alignment.object in statements and term == CEASN.alignTo:
                stated.add(alignment.object, CEASN.alignFrom, alignment.subject)
    return stated


def alignments_of(crosswalk: Crosswalk) -> Iterable[Alignment]:
    """Yield the alignments that CTDL can express, in their order."""
    for part in crosswalk.parts:
        yield from filter(is_expressible, part.alignments)


def is_expressible(alignment: Alignment) -> bool:
    """Return whether it is a match or says that there is none; CTDL denies nothing."""
    return alignment.is_claim or (alignment.unmapped and not alignment.negated)


def is_embedded(crosswalk: Crosswalk, framework: URIRef) -> bool:
    """Return whether ``crosswalk`` came within the document of ``framework``."""
    return crosswalk.iri == unnamed_iri(framework, "associations")


def needs_object(alignment: Alignment, statements: frozenset[URIRef]) -> bool:
    """Return whether a property of a competency cannot express all of ``alignment``."""
    term = _TERMS.get(alignment.predicate)
    sayable = term is not None and (
        alignment.subject in statements
        or (alignment.object in statements and term == CEASN.alignTo)
    )
    evidence = (
        alignment.comment,
        alignment.printed_notation,
        alignment.printed_text,
        alignment.slots,
    )
    plain = alignment.justification == SEMAPV.UnspecifiedMatching and not any(evidence)
    return not (sayable and plain) or alignment.object == NO_TERM_FOUND


def alignment_type(alignment: Alignment) -> str:
    """Return the type of ``alignment`` as an alignment object names it."""
    if alignment.object == NO_TERM_FOUND and alignment.predicate == SKOS.mappingRelation:
        return _NO_MATCH
    return ALIGNMENT_TYPES.get(alignment.predicate, str(alignment.predicate))
