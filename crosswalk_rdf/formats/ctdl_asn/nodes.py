"""The node objects of a document to nodes: each thing once, wherever it is nested."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rdflib import URIRef

from crosswalk_rdf.formats.ctdl_asn.contexts import Names, names_of
from crosswalk_rdf.formats.ctdl_asn.envelopes import LocatedNode, Object
from crosswalk_rdf.formats.ctdl_asn.values import Values
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node, Value, canonical
from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    AGENT_TYPES,
    FRAMEWORK_TYPES,
    MAP_TYPES,
    PERSON_TYPES,
    STATEMENT_TYPES,
)
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.model.lexical import is_uuid
from crosswalk_rdf.namespaces import ASN, CEASN

_OWN_NODES: Final = frozenset(
    (*FRAMEWORK_TYPES, *STATEMENT_TYPES, *AGENT_TYPES, *PERSON_TYPES, *MAP_TYPES)
)
"""What is a node of its own even inside another."""
_HAS_PROGRESSION_LEVEL: Final = ASN.hasProgressionLevel
_PROGRESSION_MODEL: Final = ASN.ProgressionModel
_HAS_TOP_CHILD: Final = CEASN.hasTopChild


def nodes_of(node_objects: Sequence[LocatedNode], report: Report) -> list[Node]:
    """Return the nodes that ``node_objects`` describe, those inside others too, in their order."""
    reader = _NodeReader(node_objects, report)
    for one in node_objects:
        reader.read(one)
    return reader.nodes


class _NodeReader:
    def __init__(self, node_objects: Sequence[LocatedNode], report: Report) -> None:
        self.nodes: list[Node] = []
        self._report = report
        self._names: dict[str, Names] = {}
        self._owner = next(_absolute_ids(node_objects), "")
        self._ids = self._known_ids(node_objects)

    def read(self, one: LocatedNode) -> None:
        """Read the node object ``one``, and what is inside it."""
        key = json.dumps(one.contexts, sort_keys=True)
        if key not in self._names:
            self._names[key] = names_of(one.contexts)
        self._node(one.node, one.place, self._names[key])

    def _node(self, value: Object, place: str, names: Names) -> URIRef:
        keys = {names.keyword(key): item for key, item in value.items()}
        types = _types(keys.get("@type"), names)
        iri = self._iri(keys, place, names)
        number = len(self.nodes)
        self.nodes.append(Node(iri, place, types, {}))
        values = Values(names, self._ids, self._report, self._describer(names))
        properties: dict[URIRef, list[Value]] = {}
        for key, item in keys.items():
            if key.startswith("@"):
                if key not in ("@id", "@type", "@context"):
                    why = "a keyword of JSON-LD that is not read here"
                    self._report.add(f"{place}/{key}", Action.NOT_CARRIED, key, why)
                continue
            property = names.property(key)
            if property is None:
                why = "the context gives it no meaning: use a prefix, such as ceasn:"
                self._report.add(f"{place}/{key}", Action.NOT_CARRIED, key, why)
                continue
            if property == _HAS_PROGRESSION_LEVEL and _PROGRESSION_MODEL in types:
                property = _HAS_TOP_CHILD
            terms = values.of(property, item, f"{place}/{key}")
            properties.setdefault(property, []).extend(terms)
        self.nodes[number] = Node(iri, place, types, canonical(properties))
        return iri

    def _describer(self, names: Names) -> Any:  # noqa: ANN401 - a function, see Values.describe
        def describe(value: Mapping[str, Any], place: str) -> URIRef | None:
            keys = {names.keyword(key): item for key, item in value.items()}
            if _OWN_NODES.intersection(_types(keys.get("@type"), names)):
                return self._node(value, place, names)
            return None

        return describe

    def _iri(self, keys: Object, place: str, names: Names) -> URIRef:
        text, ctid = keys.get("@id"), _ctid(keys)
        if isinstance(text, str) and text:
            expanded = self._ids.get(text) or names.iri(text)
            if expanded and not text.startswith("_:"):
                return expanded
            iri = self._ids.get(text) or unnamed_iri(self._owner, text)
        elif ctid:
            iri = self._ids.get(ctid) or URIRef(f"urn:uuid:{ctid[3:]}")
        else:
            return unnamed_iri(self._owner, place)
        if text is not None and not str(text).startswith("_:"):
            self._report.add(place, Action.REPAIRED, f"@id {text!r}", f"no IRI: read as {iri}")
        return iri

    def _known_ids(self, node_objects: Sequence[LocatedNode]) -> dict[str, URIRef]:
        """Return the IRI used for each ``@id`` that is not an IRI, and for each CTID."""
        names = names_of(())
        ids: dict[str, URIRef] = {}
        for value in _all_objects([one.node for one in node_objects]):
            text, ctid = value.get("@id", value.get("id")), _ctid(value)
            iri = names.iri(text) if isinstance(text, str) else None
            if isinstance(text, str) and (text.startswith("_:") or iri is None) and text:
                iri = ids.setdefault(text, unnamed_iri(self._owner, text))
            if ctid and ("@type" in value or "type" in value):
                ids.setdefault(ctid, iri or URIRef(f"urn:uuid:{ctid[3:]}"))
        return ids


def _types(value: object, names: Names) -> tuple[URIRef, ...]:
    values = value if isinstance(value, list) else [value]
    types = (names.property(each) for each in values if isinstance(each, str))
    return tuple(dict.fromkeys(iri for iri in types if iri))


def _ctid(value: Object) -> str:
    ctid = value.get("ceterms:ctid", value.get("https://purl.org/ctdl/terms/ctid"))
    while isinstance(ctid, list) and ctid:
        ctid = ctid[0]
    ctid = ctid.get("@value") if isinstance(ctid, dict) else ctid
    lower = ctid.strip().lower() if isinstance(ctid, str) else ""
    return lower if lower.startswith("ce-") and is_uuid(lower[3:]) else ""


def _absolute_ids(node_objects: Sequence[LocatedNode]) -> Iterator[str]:
    for one in node_objects:
        text = one.node.get("@id", one.node.get("id"))
        if isinstance(text, str) and ":" in text and not text.startswith("_:"):
            yield text


def _all_objects(values: Sequence[object]) -> Iterator[Object]:
    waiting = [*values[::-1]]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
