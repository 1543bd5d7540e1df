"""A node that describes a framework, and its statements, to a framework."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.agents import (
    Agents,
    creators_of,
    publisher_of,
    rights_holder_of,
)
from crosswalk_rdf.formats.shared.asn_model.node import Node, Remaining, Value
from crosswalk_rdf.formats.shared.asn_model.statements import StatementReader
from crosswalk_rdf.formats.shared.asn_model.texts import in_language, language_of, others
from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    ATTRIBUTIONS,
    DESCRIPTIONS,
    EDITIONS,
    ISSUED,
    LANGUAGES,
    LICENSES,
    NAMES,
    RIGHTS,
    SOURCES,
)
from crosswalk_rdf.formats.shared.hierarchy import levels_of, positioned, slug, without_cycles
from crosswalk_rdf.model import Framework, Origin, PropertyValue, Statement, local_name
from crosswalk_rdf.model.lexical import is_date
from crosswalk_rdf.namespaces import CEASN

_T = TypeVar("_T", bound=Value)
_DEFINED_AS: Final = CEASN.definition
"""No term of CTDL-ASN, but what a published progression model says its description in."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The texts of a framework."""

    title: Literal
    description: Literal | None
    rights: Literal
    further: tuple[PropertyValue, ...]
    """The same in other languages."""


def framework_of(
    node: Node, statements: Sequence[Statement], reader: StatementReader, agents: Agents
) -> Framework:
    """Return the framework that ``node`` describes, with ``statements``."""
    remaining = Remaining(node)
    _take_children(node, remaining, reader)
    words = _words(node, remaining, reader)
    ordered = _ordered(statements, node, reader.report)
    return Framework(
        iri=node.iri,
        id=identifier_of(remaining, words.title, node.iri),
        uuid=reader.uuids.take(node, remaining),
        title=words.title,
        description=words.description,
        creators=creators_of(remaining, agents),
        publisher=publisher_of(remaining, agents),
        rights_holder=rights_holder_of(remaining, agents),
        issued=issued_of(remaining),
        edition=_edition(remaining),
        language=reader.language,
        rights=words.rights,
        license=_first(remaining, DCTERMS.license, remaining.take_iris(*LICENSES)),
        attribution=attribution_of(remaining),
        sources=tuple(remaining.take_iris(*SOURCES)),
        notation_note=_note(remaining),
        properties=(*words.further, *remaining.properties()),
        levels=levels_of(node.iri, ordered, reader.kinds),
        statements=ordered,
        origin=Origin(reader.file, 0),
    )


def _words(node: Node, remaining: Remaining, reader: StatementReader) -> _Words:
    language = reader.language
    _, languages = language_of(remaining.take(*LANGUAGES))
    title, titles = in_language(remaining.take(*NAMES), language)
    if title is None:
        title = Literal(local_name(node.iri))
        why = f"has no name: {str(title)!r} is used"
        reader.report.add(node.place, Action.REPAIRED, str(node.iri), why)
    description, descriptions = in_language(remaining.take(*DESCRIPTIONS, _DEFINED_AS), language)
    rights, further = in_language(rights_of(remaining), language)
    return _Words(
        title,
        description,
        rights or Literal(""),
        (
            *others(SKOS.prefLabel, titles),
            *others(DCTERMS.description, descriptions),
            *others(DCTERMS.rights, further),
            *others(DCTERMS.language, (Literal(str(tag)) for tag in languages)),
        ),
    )


def _edition(remaining: Remaining) -> str:
    return str(_first(remaining, DCTERMS.hasVersion, remaining.take(*EDITIONS)) or "")


def _note(remaining: Remaining) -> Literal | None:
    notes = remaining.take_where(SKOS.editorialNote, lambda value: isinstance(value, Literal))
    note = _first(remaining, SKOS.editorialNote, notes)
    return note if isinstance(note, Literal) else None


def _first(remaining: Remaining, property: URIRef, values: Sequence[_T]) -> _T | None:
    """Return the first of ``values``; the others remain, as values of ``property``."""
    remaining.give_back(property, values[1:])
    return values[0] if values else None


def language_in(node: Node) -> str:
    """Return the language that ``node`` states, the first of several."""
    return language_of(Remaining(node).take(*LANGUAGES))[0]


def identifier_of(remaining: Remaining, title: Literal, iri: URIRef) -> str:
    """Return the id: what is written as such by this product, or else made of the title."""
    identifiers = remaining.take_where(
        DCTERMS.identifier, lambda value: slug(str(value)) == str(value)
    )
    remaining.give_back(DCTERMS.identifier, identifiers[1:])
    return str(identifiers[0]) if identifiers else slug(str(title), slug(local_name(iri)))


def issued_of(remaining: Remaining) -> str:
    """Return when it was issued or created, if as a date; another value remains."""
    for property in ISSUED:
        dates = remaining.take_where(property, lambda value: is_date(str(value)))
        if dates:
            remaining.give_back(property, dates[1:])
            return str(dates[0])
    return ""


def rights_of(remaining: Remaining) -> list[Value]:
    """Return the rights as texts; those that are IRIs remain."""
    for property in RIGHTS:
        texts = remaining.take_where(property, lambda value: isinstance(value, Literal))
        if texts:
            return texts
    return []


def attribution_of(remaining: Remaining) -> str:
    """Return whom to credit; further ones remain."""
    values = remaining.take(*ATTRIBUTIONS)
    remaining.give_back(ATTRIBUTIONS[0], values[1:])
    return str(values[0]) if values else ""


def _take_children(node: Node, remaining: Remaining, reader: StatementReader) -> None:
    framework_of, report = reader.hierarchy.framework_of, reader.report
    for name in ("hasTopChild", "hasChild"):
        remaining.take_where(
            CEASN[name],
            lambda value: isinstance(value, URIRef) and framework_of.get(value) == node.iri,
        )
        for value in remaining.values(CEASN[name]):
            why = "the document does not describe it here: kept as a property"
            report.add(node.place, Action.KEPT, f"{name} {value}", why)


def _ordered(statements: Sequence[Statement], node: Node, report: Report) -> tuple[Statement, ...]:
    acyclic, cut = without_cycles(statements)
    for iri in cut:
        why = "it would stand under itself: the parent that leads back is left out"
        report.add(node.place, Action.REPAIRED, f"isChildOf of {iri}", why)
    return positioned(acyclic)
