"""A node that describes a framework, and its statements, to a framework."""

import re
from collections.abc import Sequence
from typing import Final

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.asn_model.agents import (
    Agents,
    creators_of,
    publisher_of,
    rights_holder_of,
)
from crosswalk_rdf.formats.asn_model.hierarchy import Hierarchy
from crosswalk_rdf.formats.asn_model.identifiers import Uuids
from crosswalk_rdf.formats.asn_model.node import Node, Remaining
from crosswalk_rdf.formats.asn_model.statements import StatementReader
from crosswalk_rdf.formats.asn_model.texts import in_language, language_of, others
from crosswalk_rdf.formats.asn_model.vocabulary import (
    DESCRIPTIONS,
    EDITIONS,
    ISSUED,
    LANGUAGES,
    LICENSES,
    NAMES,
    RIGHTS,
    SOURCES,
)
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.structure import levels_of, positioned, slug, without_cycles
from crosswalk_rdf.model import Framework, Origin, PropertyValue, Statement, local_name
from crosswalk_rdf.namespaces import CEASN

_W3CDTF: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DEFINED_AS: Final = CEASN.definition
"""No term of CTDL-ASN, but what a published progression model says its description in."""


def framework_of(
    node: Node,
    statements: Sequence[Statement],
    reader: StatementReader,
    agents: Agents,
    uuids: Uuids,
) -> Framework:
    """Return the framework that ``node`` describes, with ``statements``."""
    rest, report, hierarchy = Remaining(node), reader.report, reader.hierarchy
    _take_children(node, rest, hierarchy, report)
    _, languages = language_of(rest.take(*LANGUAGES))
    title, titles = in_language(rest.take(*NAMES), reader.language)
    if title is None:
        title = Literal(local_name(node.iri))
        report.add(node.place, Action.REPAIRED, str(node.iri), f"has no name: {title!r} is used")
    description, descriptions = in_language(rest.take(*DESCRIPTIONS, _DEFINED_AS), reader.language)
    rights, further_rights = _rights(rest, reader.language)
    notes = rest.take(SKOS.editorialNote)
    rest.give_back(SKOS.editorialNote, notes[1:])
    licenses, editions = rest.take_iris(*LICENSES), rest.take(*EDITIONS)
    rest.give_back(DCTERMS.license, licenses[1:])
    rest.give_back(DCTERMS.hasVersion, editions[1:])
    ordered = _ordered(statements, node, report)
    return Framework(
        iri=node.iri,
        id=identifier_of(rest, title, node.iri),
        uuid=uuids.take(node, rest),
        title=title,
        description=description,
        creators=creators_of(rest, agents),
        publisher=publisher_of(rest, agents),
        rights_holder=rights_holder_of(rest, agents),
        issued=issued_of(rest),
        edition=str(editions[0]) if editions else "",
        language=reader.language,
        rights=rights,
        license=licenses[0] if licenses else None,
        sources=tuple(rest.take_iris(*SOURCES)),
        notation_note=notes[0] if notes and isinstance(notes[0], Literal) else None,
        properties=(
            *others(SKOS.prefLabel, titles),
            *others(DCTERMS.description, descriptions),
            *others(DCTERMS.rights, further_rights),
            *(PropertyValue(DCTERMS.language, Literal(str(tag))) for tag in languages),
            *rest.rest(),
        ),
        levels=levels_of(node.iri, ordered, reader.kinds),
        statements=ordered,
        origin=Origin(reader.file, 0),
    )


def language_in(node: Node) -> str:
    """Return the language that ``node`` says it is in, first of several."""
    return language_of(Remaining(node).take(*LANGUAGES))[0]


def identifier_of(rest: Remaining, title: Literal, iri: URIRef) -> str:
    """Return the id: what is written as such by this product, or else made of the title."""
    taken = rest.take_where(DCTERMS.identifier, lambda value: slug(str(value)) == str(value))
    rest.give_back(DCTERMS.identifier, taken[1:])
    return str(taken[0]) if taken else slug(str(title), slug(local_name(iri)))


def issued_of(rest: Remaining) -> str:
    """Return when it was issued or created, if as a date; another value stays a rest."""
    for property in ISSUED:
        taken = rest.take_where(property, lambda value: bool(_W3CDTF.fullmatch(str(value))))
        if taken:
            rest.give_back(property, taken[1:])
            return str(taken[0])
    return ""


def _rights(rest: Remaining, language: str) -> tuple[Literal, list[Literal]]:
    for property in RIGHTS:
        texts = rest.take_where(property, lambda value: isinstance(value, Literal))
        if texts:
            first, further = in_language(texts, language)
            return first or Literal(""), further
    return Literal(""), []


def _take_children(node: Node, rest: Remaining, hierarchy: Hierarchy, report: Report) -> None:
    homes = hierarchy.homes
    for name in ("hasTopChild", "hasChild"):
        rest.take_where(
            CEASN[name], lambda value: isinstance(value, URIRef) and homes.get(value) == node.iri
        )
        for value in rest.values(CEASN[name]):
            why = "the document does not describe it here: kept as a property"
            report.add(node.place, Action.KEPT, f"{name} {value}", why)


def _ordered(statements: Sequence[Statement], node: Node, report: Report) -> tuple[Statement, ...]:
    kept, cut = without_cycles(statements)
    for iri in cut:
        why = "it would stand under itself: the parent that leads back is left out"
        report.add(node.place, Action.REPAIRED, f"isChildOf of {iri}", why)
    return positioned(kept)
