"""Properties of a node for which the model has no field: kept as further values, or reported."""

import json
import re
from collections.abc import Iterable
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.schema_org.nodes import Json, Node, Nodes
from crosswalk_rdf.formats.schema_org.values import is_text, reference, term_of
from crosswalk_rdf.model import AGENT_TYPES, PropertyValue
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.namespaces import SCHEMA

_OF_ITS_OWN: Final = re.compile(r"(/\d+)?(/@graph(/\d+)?)?/?")
"""The place of a node that lies in no other."""
_OF_AGENTS: Final = {"@id", "@type", "@context", f"{SCHEMA}name", f"{SCHEMA}url"}


def further(node: Node, read: frozenset[str], report: Report) -> list[PropertyValue]:
    """Return all values of the properties that are not ``read``."""
    for name in node.values:
        if not is_iri(name):
            report.add(node.place, Action.NOT_CARRIED, name, "no property has such a name")
    return [
        PropertyValue(URIRef(name), term_of(value, language, terms))
        for name, values in node.values.items()
        if name not in read and is_iri(name)
        for value, language, terms in values
    ]


def words(node: Node, names: Iterable[str]) -> list[PropertyValue]:
    """Return the values that should be IRIs and are not: ``license``: ``CC BY``."""
    return [
        PropertyValue(URIRef(name), term_of(value, language, terms))
        for name in names
        for value, language, terms in node.values.get(name, ())
        if value not in ("", [], {}) and not reference(value, terms)
    ]


def note_no_texts(node: Node, names: Iterable[str], report: Report) -> None:
    """Note the values of ``names`` that should be texts and are not."""
    for name in names:
        for value, *_ in node.values.get(str(SCHEMA[name]), ()):
            if value not in ("", [], {}) and not is_text(value):
                report.add(node.place, Action.IGNORED, f"{name} {_short(value)}", "it is no text")


def note_rest_of_agent(value: Json, node: Node | None, report: Report) -> None:
    """Report what is stated about an agent apart from its name: the model has no place for it."""
    if isinstance(value, dict) and node:
        for name in node.values:
            if name not in _OF_AGENTS:
                what = name.removeprefix(str(SCHEMA))
                report.add(node.place, Action.NOT_CARRIED, what, "an agent has a name alone")


def note_others(nodes: Nodes, mapped_ids: Iterable[int], report: Report) -> None:
    """Report the nodes that are not, and are not inside, a set, a term or an agent."""
    mapped = set(mapped_ids)
    agents = {str(SCHEMA[kind]) for kind in AGENT_TYPES}
    for node in nodes.all:
        is_other = id(node) not in mapped and node.types and not agents & set(node.types)
        if is_other and _OF_ITS_OWN.fullmatch(node.place):
            kinds = ", ".join(kind.removeprefix(str(SCHEMA)) for kind in node.types)
            report.add(node.place, Action.IGNORED, kinds, "it is no set and no term")


def _short(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
