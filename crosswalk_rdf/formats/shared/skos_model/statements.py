"""Concepts to statements (SKOS Reference §3, §5 to §7)."""

from typing import Final

from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Description,
    Subjects,
    property_values,
)
from crosswalk_rdf.formats.shared.skos_model.languages import best, go_together
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS
from crosswalk_rdf.model import Origin, Statement, is_uuid, local_name
from crosswalk_rdf.model.lexical import uuid_at_end
from crosswalk_rdf.namespaces import CEASN

TRUE: Final = ("true", "1")


def statement(
    concept: Description, language: str, subjects: Subjects, file: str, report: Report
) -> Statement:
    """Return ``concept``, whose place in the hierarchy has been taken, as a statement.

    What the model has no field for is among its properties.
    """
    iri = URIRef(concept.subject)
    label, text = _texts(concept, language, report)
    notation = _notation(concept)
    uuid = take_uuid(concept)
    replaced_by = next(iter(concept.iris(DCTERMS.isReplacedBy)), None)
    if replaced_by:
        concept.take(DCTERMS.isReplacedBy, replaced_by)
    return Statement(
        iri=iri,
        uuid=uuid,
        kind=_kind(concept),
        notation=notation,
        text=text,
        label=label,
        position=0,
        deprecated=_deprecated(concept),
        replaced_by=replaced_by,
        properties=property_values(concept, subjects),
        origin=Origin(file, 0),
    )


def _texts(concept: Description, language: str, report: Report) -> tuple[Literal | None, Literal]:
    """Return the label, where there is also a definition, and the text."""
    label = best(concept.literals(SKOS.prefLabel), language)
    if label is not None:
        concept.take(SKOS.prefLabel, label)
        text = best(concept.literals(SKOS.definition), label.language or language)
        if text is None or not go_together(label, text):
            return None, label
        concept.take(SKOS.definition, text)
        return label, text
    return None, _substitute(concept, language, report)


def _substitute(concept: Description, language: str, report: Report) -> Literal:
    """Return a label for a concept without ``skos:prefLabel``; it remains among the properties."""
    for property in (*LABELS, SKOS.definition, SKOS.altLabel, SKOS.notation):
        label = best(concept.literals(property), language)
        if label is not None and label.strip():
            why = f"the value of {local_name(property)} stands for it"
            report.add(str(concept.subject), Action.REPAIRED, "no skos:prefLabel", why)
            return Literal(str(label), lang=label.language)
    name = local_name(str(concept.subject).rstrip("/#")) or str(concept.subject)
    why = f'the end of its IRI stands for it: "{name}"'
    report.add(str(concept.subject), Action.REPAIRED, "no skos:prefLabel", why)
    return Literal(name)


def _notation(concept: Description) -> str:
    """Return the first plain notation; one of a datatype of its own stays as it is besides.

    So does a plain one that a typed one has the letters of: only so are both written again.
    """
    notations = concept.literals(SKOS.notation)
    plain = next((n for n in notations if n.datatype is None and not n.language), None)
    if plain is None:
        return str(notations[0]) if notations else ""
    if not any(str(n) == str(plain) for n in notations if n is not plain):
        concept.take(SKOS.notation, plain)
    return str(plain)


def take_uuid(description: Description) -> str:
    """Return the UUID at the end of the IRI, or else that of ``dcterms:identifier``, or ``""``."""
    at_end = uuid_at_end(str(description.subject))
    if at_end:
        return at_end
    for value in description.literals(DCTERMS.identifier):
        text = str(value).lower().removeprefix("urn:uuid:")
        if is_uuid(text):
            if str(value) == text and value.datatype is None and not value.language:
                description.take(DCTERMS.identifier, value)
            return text
    return ""


def _kind(concept: Description) -> URIRef:
    concept.take(RDF.type, SKOS.Concept)
    kinds = concept.iris(RDF.type)
    if not kinds:
        return CEASN.Competency
    concept.take(RDF.type, kinds[0])
    return kinds[0]


def _deprecated(concept: Description) -> bool:
    values = concept.literals(OWL.deprecated)
    if not any(str(value) in TRUE for value in values):
        return False
    literal = Literal("true", datatype=XSD.boolean)
    if values == [literal]:
        concept.take(OWL.deprecated, literal)
    return True
