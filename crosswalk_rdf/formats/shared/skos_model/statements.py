"""Concepts to statements (SKOS Reference §3, §5 to §7)."""

from collections.abc import Container, Iterable
from typing import Final

from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Description,
    Subjects,
    property_values,
)
from crosswalk_rdf.formats.shared.skos_model.languages import best, in_one_language
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS
from crosswalk_rdf.model import Origin, Statement, is_uuid, local_name
from crosswalk_rdf.model.lexical import uuid_at_end
from crosswalk_rdf.namespaces import CEASN

_IDENTIFIER: Final = DCTERMS.identifier
TRUE: Final = ("true", "1", "yes")
"""What says that a concept is deprecated, in lower case."""


def statement(
    concept: Description,
    language: str,
    kinds: Container[URIRef],
    file: str,
    report: Report,
) -> Statement:
    """Return ``concept``, whose place in the hierarchy has been taken, as a statement.

    ``kinds`` are the types that tell levels apart; others, and all else that the model has no
    field for, are among its properties.
    """
    iri = URIRef(concept.subject)
    text, label, coined_label = _texts(concept, language, report)
    notation = _notation(concept)
    uuid = _take_uuid(concept)
    replaced_by = next(iter(concept.iris(DCTERMS.isReplacedBy)), None)
    if replaced_by:
        concept.take(DCTERMS.isReplacedBy, replaced_by)
    return Statement(
        iri=iri,
        uuid=uuid,
        kind=_kind(concept, kinds),
        notation=notation,
        text=text,
        label=label,
        coined_label=coined_label,
        position=0,
        deprecated=_deprecated(concept),
        replaced_by=replaced_by,
        properties=property_values(concept),
        origin=Origin(file, 0),
    )


def _texts(
    concept: Description, language: str, report: Report
) -> tuple[Literal, Literal | None, bool]:
    """Return the text, the label where there is also a definition, and whether they are coined."""
    labels = [n for n in concept.literals(SKOS.prefLabel) if n.strip()]
    label = best([n for n in labels if _is_stripped(n)] or labels, language)
    if label is None:
        return _substitute(concept, language, report), None, True
    if not _is_stripped(label):  # a cell of a data file has no white space around it
        return Literal(label.strip(), lang=label.language), None, True
    concept.take(SKOS.prefLabel, label)
    definitions = (d for d in concept.literals(SKOS.definition) if in_one_language(label, d))
    text = next((d for d in definitions if d and _is_stripped(d)), None)
    if text is None:
        return label, None, False
    concept.take(SKOS.definition, text)
    return text, label, False


def _is_stripped(text: Literal) -> bool:
    return str(text) == text.strip()


def _substitute(concept: Description, language: str, report: Report) -> Literal:
    """Return a text for a concept without ``skos:prefLabel``; it remains among the properties."""
    for property in (*LABELS, SKOS.definition, SKOS.altLabel, SKOS.notation):
        label = best([n for n in concept.literals(property) if n.strip()], language)
        if label is not None:
            why = f"the value of {local_name(property)} stands for it"
            report.add(str(concept.subject), Action.REPAIRED, "no skos:prefLabel", why)
            return Literal(label.strip(), lang=label.language)
    name = local_name(concept.subject.rstrip("/#")) or str(concept.subject)
    why = f'the end of its IRI stands for it: "{name}"'
    report.add(str(concept.subject), Action.REPAIRED, "no skos:prefLabel", why)
    return Literal(name)


def _notation(concept: Description) -> str:
    """Return the first plain notation; one of a datatype of its own stays as it is besides.

    So does a plain one that a typed one has the letters of, and an empty one: only so are they
    written again.
    """
    notations = concept.literals(SKOS.notation)
    plain = next((n for n in notations if n.datatype is None and not n.language), None)
    if plain is None:
        return str(notations[0]) if notations else ""
    is_alone = not any(str(n) == str(plain) for n in notations if n is not plain)
    if is_alone and plain.strip():
        concept.take(SKOS.notation, plain)
    return str(plain)


def uuid_of(description: Description) -> str:
    """Return the UUID at the end of the IRI, or else that of ``dcterms:identifier``, or ``""``."""
    at_end = uuid_at_end(str(description.subject))
    if at_end:
        return at_end
    texts = (str(v).lower().removeprefix("urn:uuid:") for v in description.literals(_IDENTIFIER))
    return next((text for text in texts if is_uuid(text)), "")


def _take_uuid(concept: Description) -> str:
    """Return the UUID of ``concept``; an identifier that is no more than it is taken away."""
    uuid = uuid_of(concept)
    if uuid and not uuid_at_end(str(concept.subject)):
        concept.take(_IDENTIFIER, Literal(uuid))
    return uuid


def kinds_of(concepts: Iterable[URIRef], subjects: Subjects) -> set[URIRef]:
    """Return the types that tell the levels of ``concepts`` apart.

    They are those of which no concept has another besides: each concept is on one level.
    """
    kinds: set[URIRef] = set()
    combined: set[URIRef] = set()
    for concept in concepts:
        values = subjects[concept].get(RDF.type, ())
        types = {v for v in values if isinstance(v, URIRef) and v != SKOS.Concept}
        kinds |= types
        combined |= types if len(types) > 1 else set()
    return kinds - combined


def _kind(concept: Description, kinds: Container[URIRef]) -> URIRef:
    concept.take(RDF.type, SKOS.Concept)
    own = [kind for kind in concept.iris(RDF.type) if kind in kinds]
    if not own:
        return CEASN.Competency
    concept.take(RDF.type, own[0])
    return own[0]


def _deprecated(concept: Description) -> bool:
    values = concept.literals(OWL.deprecated)
    if not any(value.strip().lower() in TRUE for value in values):
        return False
    literal = Literal("true", datatype=XSD.boolean)
    if values == [literal]:
        concept.take(OWL.deprecated, literal)
    return True
