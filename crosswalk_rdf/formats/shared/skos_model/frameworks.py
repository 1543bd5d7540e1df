"""Concept schemes to frameworks (SKOS Reference §4; Dublin Core terms)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rdflib import DC, DCTERMS, OWL, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.hierarchy import levels_of, slug
from crosswalk_rdf.formats.shared.skos_model.agents import agents_of
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Description,
    Subjects,
    property_values,
)
from crosswalk_rdf.formats.shared.skos_model.languages import best, language_of
from crosswalk_rdf.formats.shared.skos_model.statements import uuid_of
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS
from crosswalk_rdf.model import Agent, Framework, Origin, Statement
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.model.lexical import date_part, date_type
from crosswalk_rdf.namespaces import CC

_TITLES: Final = (DCTERMS.title, SKOS.prefLabel, RDFS.label, DC.title)
_DESCRIPTIONS: Final = (DCTERMS.description, DC.description, SKOS.definition, RDFS.comment)
_RIGHTS: Final = (DCTERMS.rights, DC.rights, DCTERMS.license)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme, what of it is not read yet, and its language."""

    description: Description
    language: str
    id: str

    @property
    def iri(self) -> URIRef:
        """The IRI of the scheme."""
        return URIRef(self.description.subject)


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
    id = unused_name(slug(name, slug(str(title or ""))), ids)
    ids.add(id)
    return id


def framework(
    scheme: Scheme,
    statements: Sequence[Statement],
    subjects: Subjects,
    file: str,
    report: Report,
    *,
    is_made: bool,
) -> Framework:
    """Return ``scheme`` with ``statements``.

    One that ``is_made`` is none of the document: it holds concepts that are in no scheme.
    """
    description, language = scheme.description, scheme.language
    iri = URIRef(description.subject)
    title = (
        Literal(f"Concepts of {file} that are in no scheme", lang="en")
        if is_made
        else _title(description, language, scheme.id, report)
    )
    kinds = {s.kind: None for s in statements}
    return Framework(
        iri=iri,
        id=scheme.id,
        title=title,
        language=language,
        is_as_stated=True,
        properties=property_values(description),
        levels=levels_of(iri, statements, kind_labels(kinds, language, subjects)),
        statements=tuple(statements),
        origin=Origin(file, 0),
        **_metadata(description, language, subjects),
    )


def _metadata(description: Description, language: str, subjects: Subjects) -> dict[str, Any]:
    """Return fields of the framework; its properties say the same, as it is stated."""

    def agents(*properties: URIRef) -> tuple[Agent, ...]:
        return agents_of(description, properties, subjects, language)

    return {
        "license": next(iter(description.iris(DCTERMS.license)), None),
        "sources": tuple(description.iris(DCTERMS.source)),
        "uuid": uuid_of(description),
        "description": _text(description, _DESCRIPTIONS, language),
        "creators": agents(DCTERMS.creator, DC.creator),
        "publisher": next(iter(agents(DCTERMS.publisher, DC.publisher)), None),
        "rights_holder": next(iter(agents(DCTERMS.rightsHolder)), None),
        "issued": _issued(description),
        "edition": next((str(v).strip() for v in description.literals(OWL.versionInfo)), ""),
        "rights": _text(description, _RIGHTS, language) or Literal(""),
        "attribution": next((str(v) for v in description.literals(CC.attributionName)), ""),
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
    title = _text(description, _TITLES, language)
    if title is None:
        why = f'its id stands for it: "{id}"'
        report.add(str(description.subject), Action.REPAIRED, "a concept scheme without title", why)
    return title or Literal(id)


def _text(description: Description, properties: Sequence[URIRef], language: str) -> Literal | None:
    """Return the best value of the first of ``properties`` that has one."""
    for property in properties:
        text = best(description.literals(property), language)
        if text is not None and text.strip():
            return Literal(str(text), lang=text.language)
    return None


def _issued(description: Description) -> str:
    """Return the first date of issue, as exactly as the model can say it."""
    dates = (date_part(str(value)) for value in description.literals(DCTERMS.issued))
    return next((date for date in dates if date), "")


def date(text: str) -> Literal:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` as a literal of its type."""
    return Literal(text, datatype=date_type(text), normalize=False)
