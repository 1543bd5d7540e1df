"""A ``DefinedTermSet`` (or ``CategoryCodeSet``) to a framework."""

from collections.abc import Sequence
from typing import Any, Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.schema_org.nodes import Node, Nodes
from crosswalk_rdf.formats.schema_org.unmapped_properties import (
    further,
    note_no_texts,
    note_rest_of_agent,
    words,
)
from crosswalk_rdf.formats.schema_org.values import agent, references, strings, term_of, texts
from crosswalk_rdf.formats.shared.hierarchy import levels_of, positioned, slug, without_cycles
from crosswalk_rdf.model import (
    Agent,
    Framework,
    Origin,
    PropertyValue,
    Statement,
    local_name,
)
from crosswalk_rdf.model.lexical import date_part, uuid_of
from crosswalk_rdf.namespaces import SCHEMA

SET_TYPES: Final = frozenset({str(SCHEMA.DefinedTermSet), str(SCHEMA.CategoryCodeSet)})
HAS_TERM: Final = (str(SCHEMA.hasDefinedTerm), str(SCHEMA.hasCategoryCode))
_CREATORS: Final = ("creator", "author")
_IRIS: Final = (f"{SCHEMA}license", f"{SCHEMA}isBasedOn")
_READ: Final = frozenset(
    {
        *HAS_TERM,
        *(
            str(SCHEMA[name])
            for name in (
                *_CREATORS,
                "alternateName",
                "copyrightHolder",
                "copyrightNotice",
                "datePublished",
                "description",
                "identifier",
                "inLanguage",
                "isBasedOn",
                "license",
                "name",
                "publisher",
                "version",
            )
        ),
    }
)


def framework(
    node: Node,
    iri: str,
    statements: tuple[Statement, ...],
    nodes: Nodes,
    file: str,
    report: Report,
) -> Framework:
    """Return the framework ``iri`` that ``node`` describes, with its ``statements``."""
    text_fields = _text_fields(node, iri, report)
    uuids = [uuid for uuid in strings(node, "identifier") if uuid_of(uuid)]
    agents = _agent_fields(node, nodes, report)
    licenses = references(node, str(SCHEMA.license))
    issued = _issued(node, report)
    mended = _mended(statements, report)
    return Framework(
        iri=URIRef(iri),
        id=slug(local_name(iri.rstrip("/#")) or text_fields["title"]),
        uuid=uuid_of(uuids[0]) if uuids else "",
        issued=issued,
        language=next(iter(_languages(node, nodes)), ""),
        license=URIRef(licenses[0]) if licenses else None,
        sources=tuple(map(URIRef, references(node, str(SCHEMA.isBasedOn)))),
        properties=tuple(_further(node, uuids[:1], issued, report)),
        levels=levels_of(URIRef(iri), mended, {}),
        statements=mended,
        origin=Origin(file, 0),
        **text_fields,
        **agents,
    )


def _text_fields(node: Node, iri: str, report: Report) -> dict[str, Any]:
    """Return the fields of a framework that are texts."""
    title = _title(node, iri, report)
    note_no_texts(node, ("name", "description", "copyrightNotice", "version"), report)
    return {
        "title": title,
        "description": next((text for text in texts(node, "description") if text), None),
        "rights": next((text for text in texts(node, "copyrightNotice") if text), Literal("")),
        "edition": next(iter(strings(node, "version")), ""),
        "attribution": next(iter(strings(node, "creditText")), ""),
    }


def _title(node: Node, iri: str, report: Report) -> Literal:
    """Return the first name that is not empty, or else the end of ``iri``."""
    for name in texts(node, "name"):
        if name:
            return name
    title = Literal(local_name(iri) or iri)
    report.add(node.place, Action.REPAIRED, "no name", f"a title is asked for: {title}")
    return title


def _agent_fields(node: Node, nodes: Nodes, report: Report) -> dict[str, Any]:
    """Return the fields of a framework that are agents."""
    agents = {name: _agents(node, name, nodes, report) for name in (*_CREATORS, *_ONE_AGENT)}
    return {
        "creators": tuple(creator for name in _CREATORS for creator in agents[name]),
        "publisher": next(iter(agents["publisher"]), None),
        "rights_holder": next(iter(agents["copyrightHolder"]), None),
    }


_ONE_AGENT: Final = ("publisher", "copyrightHolder")


def _mended(statements: tuple[Statement, ...], report: Report) -> tuple[Statement, ...]:
    mended, cut = without_cycles(statements)
    for iri in cut:
        report.add(str(iri), Action.REPAIRED, "broader", "it leads back to itself: cut")
    return positioned(mended)


def _agents(node: Node, name: str, nodes: Nodes, report: Report) -> list[Agent]:
    agents: list[Agent] = []
    for value, _, terms in node.values.get(f"{SCHEMA}{name}", ()):
        agent_node = nodes.of(value, terms)
        note_rest_of_agent(value, agent_node, report)
        who = agent(value, terms, agent_node)
        if who:
            agents.append(who)
        else:
            report.add(node.place, Action.IGNORED, name, "it has no name and no IRI")
    return agents


def _languages(node: Node, nodes: Nodes) -> list[str]:
    """Return the codes of ``inLanguage``: strings, or ``Language`` objects."""
    languages = strings(node, "inLanguage")
    for value, _, terms in node.values.get(str(SCHEMA.inLanguage), ()):
        inner = nodes.of(value, terms) if isinstance(value, dict) else None
        if inner:
            languages += [*strings(inner, "alternateName"), *strings(inner, "name")]
    return languages


def _issued(node: Node, report: Report) -> str:
    """Return the first date, to the day at most."""
    for text in strings(node, "datePublished"):
        if issued := date_part(text):
            if issued != text:
                report.add(node.place, Action.REPAIRED, f"datePublished {text}", issued)
            return issued
    return ""


def _literals(node: Node, name: str) -> list[Literal]:
    return [text for text in texts(node, name) if text]


def _further(node: Node, uuid: list[str], issued: str, report: Report) -> list[PropertyValue]:
    """Return what the fields of a framework do not hold."""
    rest: dict[str, Sequence[URIRef | Literal]] = {
        "copyrightNotice": _literals(node, "copyrightNotice")[1:],
        "identifier": [Literal(x) for x in strings(node, "identifier") if [x] != uuid],
        "inLanguage": [Literal(x) for x in strings(node, "inLanguage")[1:]],
        "version": [Literal(x) for x in strings(node, "version")[1:]],
        "creditText": _literals(node, "creditText")[1:],
        "datePublished": [
            Literal(x) for x in strings(node, "datePublished") if not issued or x[:4] != issued[:4]
        ],
        "license": [URIRef(x) for x in references(node, str(SCHEMA.license))[1:]],
    }
    properties = [
        *(PropertyValue(SKOS.prefLabel, text) for text in _literals(node, "name")[1:]),
        *(PropertyValue(SKOS.definition, text) for text in _literals(node, "description")[1:]),
        *(PropertyValue(SKOS.altLabel, text) for text in texts(node, "alternateName")),
        *(PropertyValue(SCHEMA[name], value) for name, values in rest.items() for value in values),
    ]
    for name in _ONE_AGENT:
        for value, language, terms in node.values.get(str(SCHEMA[name]), ())[1:]:
            properties.append(PropertyValue(SCHEMA[name], term_of(value, language, terms)))
    return [*properties, *words(node, _IRIS), *further(node, _READ, report)]
