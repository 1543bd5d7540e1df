"""Concept schemes to frameworks (SKOS Reference §4; Dublin Core terms)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.hierarchy import levels_of, slug
from crosswalk_rdf.formats.shared.skos_model.agents import take_agent, take_agents
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Description,
    Subjects,
    property_values,
)
from crosswalk_rdf.formats.shared.skos_model.languages import best, language_of
from crosswalk_rdf.formats.shared.skos_model.statements import take_uuid
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS
from crosswalk_rdf.model import Framework, Origin, PropertyValue, Statement
from crosswalk_rdf.model.lexical import date_part, date_type

_DESCRIPTIONS: Final = (DCTERMS.description, SKOS.definition, RDFS.comment, DC.description)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme, what of it is not read yet, and its language."""

    description: Description
    language: str
    id: str

    def take_top(self, concept: URIRef) -> None:
        """Take away that ``concept`` is a top concept: it is known by its place."""
        self.description.take_top(concept)


def scheme_of(iri: URIRef, concepts: Sequence[URIRef], subjects: Subjects, ids: set[str]) -> Scheme:
    """Return the scheme ``iri`` with an id that is not among ``ids``, to which it is added."""
    description = Description(iri, subjects)
    language = language_of(description, concepts, subjects)
    return Scheme(description, language, _new_id(description, language, ids))


def _new_id(description: Description, language: str, ids: set[str]) -> str:
    """Return the last name in the IRI of a scheme, or its title, as an id."""
    parts = re.split(r"[/#]", str(description.subject).rstrip("/#"))
    name = "" if str(description.subject).startswith("urn:") else parts[-1]
    title = best([t for p in LABELS for t in description.literals(p)], language)
    wanted = id = slug(name, slug(str(title or "")))
    number = 1
    while id in ids:
        number += 1
        id = f"{wanted}-{number}"
    ids.add(id)
    return id


def framework(
    scheme: Scheme,
    statements: Sequence[Statement],
    further: Sequence[PropertyValue],
    subjects: Subjects,
    file: str,
    report: Report,
) -> Framework:
    """Return ``scheme`` with ``statements``; ``further`` are properties of it found elsewhere."""
    description, language = scheme.description, scheme.language
    iri = URIRef(description.subject)
    description.take(RDF.type, SKOS.ConceptScheme)
    title = _title(description, language, scheme.id, report)
    values = _metadata(description, language, subjects)
    description.take(DCTERMS.language, Literal(language))
    kinds = {s.kind: None for s in statements}
    return Framework(
        iri=iri,
        id=scheme.id,
        title=title,
        language=language,
        properties=(*property_values(description, subjects), *further),
        levels=levels_of(iri, statements, kind_labels(kinds, language, subjects)),
        statements=tuple(statements),
        origin=Origin(file, 0),
        **values,
    )


def _metadata(description: Description, language: str, subjects: Subjects) -> dict[str, Any]:
    """Return fields of the framework, and take from ``description`` what they are made of."""
    license = next(iter(description.iris(DCTERMS.license)), None)
    if license:
        description.take(DCTERMS.license, license)
    sources = tuple(description.iris(DCTERMS.source))
    description.take_only(DCTERMS.source, set(sources))
    return {
        "license": license,
        "sources": sources,
        "uuid": take_uuid(description),
        "description": _description(description, language),
        "creators": take_agents(description, DCTERMS.creator, subjects, language),
        "publisher": take_agent(description, DCTERMS.publisher, subjects, language),
        "rights_holder": take_agent(description, DCTERMS.rightsHolder, subjects, language),
        "issued": _issued(description),
        "edition": _plain(description, OWL.versionInfo),
        "rights": _rights(description, language),
    }


def kind_labels(
    kinds: Mapping[URIRef, None], language: str, subjects: Subjects
) -> dict[URIRef, Literal]:
    """Return what the document calls the classes of its concepts."""
    labels: dict[URIRef, Literal] = {}
    for kind in kinds:
        description = Description(kind, subjects)
        label = best([t for p in LABELS for t in description.literals(p)], language)
        if label is not None and label.strip():
            labels[kind] = label
    return labels


def _title(description: Description, language: str, id: str, report: Report) -> Literal:
    """Return the title; a title in another property than ``dcterms:title`` remains there."""
    for property in (DCTERMS.title, SKOS.prefLabel, RDFS.label, DC.title):
        title = best(description.literals(property), language)
        if title is not None and title.strip():
            for title_property in (DCTERMS.title, SKOS.prefLabel):
                description.take(title_property, title)
            return Literal(str(title), lang=title.language)
    why = f'its id stands for it: "{id}"'
    report.add(str(description.subject), Action.REPAIRED, "a concept scheme without title", why)
    return Literal(id)


def _description(description: Description, language: str) -> Literal | None:
    for property in _DESCRIPTIONS:
        text = best(description.literals(property), language)
        if text is not None and text.strip():
            if property == DCTERMS.description:
                description.take(property, text)
            return Literal(str(text), lang=text.language)
    return None


def _issued(description: Description) -> str:
    """Return the first date of issue; a more precise date remains as well."""
    for value in description.literals(DCTERMS.issued):
        issued = date_part(str(value))
        if issued:
            if issued == str(value) and value == date(issued):
                description.take(DCTERMS.issued, value)
            return issued
    return ""


def date(text: str) -> Literal:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` as a literal of its type."""
    return Literal(text, datatype=date_type(text), normalize=False)


def _plain(description: Description, property: URIRef) -> str:
    """Return the first value of ``property``; one with a language or a datatype remains as well."""
    value = next(iter(description.literals(property)), None)
    if value is None:
        return ""
    if not (value.language or value.datatype):
        description.take(property, value)
    return str(value)


def _rights(description: Description, language: str) -> Literal:
    """Return the statement of rights, or the license where it is text."""
    for property in (DCTERMS.rights, DC.rights, DCTERMS.license):
        text = best(description.literals(property), language)
        if text is not None and text.strip():
            if property == DCTERMS.rights:
                description.take(property, text)
            return Literal(str(text), lang=text.language)
    return Literal("")
