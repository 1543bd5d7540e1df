"""What the model holds beyond its own fields to the terms of CTDL-ASN, or of other vocabularies.

What the schema of CTDL-ASN knows and allows here goes out under its term. What it knows and does
not allow here goes out under another name that says the same, where there is one. What it does
not know goes out as it is, since JSON-LD may say anything of a thing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rdflib import DCTERMS, RDFS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.json_ld import (
    first_of_each_language,
    json_node,
    key_of,
    value_object,
)
from crosswalk_rdf.formats.ctdl_asn.terms import (
    DATATYPES,
    DECLARED,
    EMBEDDED_TERMS,
    IRI_TERMS,
    LANGUAGE_TERMS,
    LISTED_TEXTS,
    NUMBER_TERMS,
    SINGLE_TERMS,
)
from crosswalk_rdf.formats.ctdl_asn.values import date_literal
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Value
from crosswalk_rdf.formats.shared.asn_model.vocabulary import MATCHES
from crosswalk_rdf.formats.shared.education_levels import level_concept
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import ASN, CEASN, CETERMS, SCHEMA

_IRIS_AS: Final = {
    DCTERMS.license: CEASN.license,
    DCTERMS.subject: CEASN.conceptTerm,
    DCTERMS.educationLevel: CEASN.educationLevelType,
    SKOS.related: CEASN.alignTo,
    **{match: term for term, match in MATCHES.items()},
}
"""Terms for values that are IRIs."""
_TEXTS_AS: Final = {
    DCTERMS.subject: CEASN.localSubject,
    DCTERMS.modified: CEASN.dateModified,
    SKOS.note: CEASN.comment,
}
"""Terms for values that are not IRIs."""
_OTHERWISE: Final = {
    CEASN.comment: RDFS.comment,
    CEASN.complexityLevel: ASN.complexityLevel,
    CEASN.dateModified: DCTERMS.modified,
    CEASN.dateCreated: DCTERMS.created,
    CEASN.dateValidFrom: SCHEMA.startDate,
    CEASN.dateValidUntil: SCHEMA.endDate,
    CEASN.license: DCTERMS.license,
    CEASN.localSubject: DCTERMS.subject,
    CEASN.conceptTerm: DCTERMS.subject,
    CEASN.educationLevelType: DCTERMS.educationLevel,
    SKOS.altLabel: SCHEMA.alternateName,
    SKOS.note: RDFS.comment,
}
"""What says the same where the schema does not allow the term, or not this value of it."""


_SHOULD_INDEX: Final = CEASN.shouldIndex
_W3CDTF: Final = DCTERMS.W3CDTF
_STRING: Final = XSD.string


@dataclass(frozen=True, slots=True)
class Describer:
    """Writes properties of things of one class."""

    allowed: frozenset[URIRef]
    """The terms that the schema allows for the class."""
    report: Report

    def describe(self, place: str, properties: Iterable[PropertyValue]) -> dict[str, Any]:
        """Return ``properties`` as members of a node object, in their order."""
        entries: dict[str, Any] = {}
        grouped: dict[URIRef, list[Value]] = {}
        for each in map(level_concept, properties):
            grouped.setdefault(_term(each), []).append(each.value)
        for term, values in grouped.items():
            rest = values
            if term in self.allowed:
                rest = self._native(entries, term, values)
            self._other(entries, term, rest, place)
        return entries

    def _native(
        self, entries: dict[str, Any], term: URIRef, values: Sequence[Value]
    ) -> list[Value]:
        """Write what fits of ``values`` under ``term`` itself; return what does not."""
        fitting: list[Any] = []
        rest: list[Value] = []
        for value in values:
            native = _fitting(term, value)
            if native is None or (term in SINGLE_TERMS and fitting):
                rest.append(value)
            else:
                fitting.append(native)
        if term in LANGUAGE_TERMS and term not in LISTED_TEXTS:
            texts = [value for value in values if isinstance(value, Literal)]
            by_language, again = first_of_each_language(texts)
            fitting = [by_language] if by_language else []
            rest = [*again, *(value for value in values if isinstance(value, URIRef))]
        if fitting:
            single = term in SINGLE_TERMS or (term in LANGUAGE_TERMS and term not in LISTED_TEXTS)
            entries[key_of(term)] = fitting[0] if single else fitting
        return rest

    def _other(
        self, entries: dict[str, Any], term: URIRef, values: Sequence[Value], place: str
    ) -> None:
        """Write ``values`` under a term for which the schema states no domain."""
        if not values:
            return
        other = _OTHERWISE.get(term, term)
        if other in DECLARED[1] or any(other in space for space in DECLARED[0]):
            why = "CTDL-ASN does not allow it here, or not this value, or not several"
            for value in values:
                what = f"{key_of(term)} {str(value)[:80]}"
                self.report.add(place, Action.NOT_CARRIED, what, why)
            return
        entries.setdefault(key_of(other), []).extend(value_object(value) for value in values)


def _term(each: PropertyValue) -> URIRef:
    table = _IRIS_AS if isinstance(each.value, URIRef) else _TEXTS_AS
    return table.get(each.property, each.property)


def _fitting(term: URIRef, value: Value) -> Any:  # noqa: ANN401 - any JSON value
    """Return ``value`` as the context reads it under ``term``; None where it cannot."""
    if term in IRI_TERMS:
        inside = json_node(value) if term in CETERMS or term in EMBEDDED_TERMS else None
        return str(value) if isinstance(value, URIRef) and term not in EMBEDDED_TERMS else inside
    if isinstance(value, URIRef):
        return None
    if term in LANGUAGE_TERMS:
        return value_object(value)
    if term in NUMBER_TERMS:
        return _number(value)
    if term == _SHOULD_INDEX:
        return {"true": True, "false": False}.get(str(value))
    datatype = date_literal(str(value)).datatype if value.datatype == _W3CDTF else value.datatype
    fits = datatype == DATATYPES.get(term) or datatype == _STRING
    return str(value) if fits and not value.language else None


def _number(value: Literal) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def merge(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of two node objects about the same; lists of both are put together."""
    entries = dict(first)
    for key, value in second.items():
        values = entries.get(key)
        if isinstance(values, list) and isinstance(value, list):
            entries[key] = [*values, *(item for item in value if item not in values)]
        elif key not in entries:
            entries[key] = value
    return entries
