"""Standard sets of the Common Standards Project, in JSON, to frameworks."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rdflib import DC, DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.asn_model.node import Node, Value, canonical
from crosswalk_rdf.formats.shared.asn_model.package import read_nodes
from crosswalk_rdf.formats.shared.json_documents import may_be_json, read_json
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.namespaces import ASN, CASE, CEASN

_STANDARDS: Final = re.compile(rb'"standards"\s*:\s*[\[{]')
_OF_A_STANDARD: Final = re.compile(rb'"(ancestorIds|asnIdentifier|statementNotation)"\s*:')
_SETS: Final = "http://api.commonstandardsproject.com/api/v1/standard_sets/"

Object = Mapping[str, Any]
_OF_SETS: Final[Mapping[str, URIRef]] = {
    "title": CEASN.name,
    "subject": DCTERMS.subject,
    "educationLevels": CASE.educationLevel,
}
_OF_DOCUMENTS: Final[Mapping[str, URIRef]] = {
    "title": DCTERMS.bibliographicCitation,
    "sourceURL": CEASN.source,
    "valid": DCTERMS.valid,
    "publicationStatus": ASN.publicationStatus,
    "asnIdentifier": DCTERMS.isVersionOf,
}
_OF_LICENSES: Final[Mapping[str, URIRef]] = {
    "URL": CEASN.license,
    "rightsHolder": DCTERMS.rightsHolder,
}
_OF_STANDARDS: Final[Mapping[str, URIRef]] = {
    "description": CEASN.competencyText,
    "statementNotation": CEASN.codedNotation,
    "altStatementNotation": CEASN.altCodedNotation,
    "statementLabel": CEASN.competencyCategory,
    "listId": CEASN.listID,
    "asnIdentifier": DC.identifier,
    "comments": SKOS.note,
    "exactMatch": CEASN.exactAlignment,
    "educationLevels": CASE.educationLevel,
}
_OF_THE_HIERARCHY: Final = ("id", "position", "depth", "ancestorIds", "parentId")
_KNOWN: Final = ("id", "jurisdiction", "document", "license", "standards", "normalizedSubject")


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is JSON with standards as the Common Standards Project has them."""
    has_standards = may_be_json(data) and _STANDARDS.search(data)
    return bool(has_standards and _OF_A_STANDARD.search(data))


def read(data: bytes, file: str) -> Reading:
    """Return a framework for each standard set in ``data``; raise InputFaults for none."""
    report = Report()
    sets = list(_sets(read_json(data, file)))
    if not sets:
        raise unreadable(file, "no standard set: a JSON object with 'standards' is asked for")
    nodes = [node for each in sets for node in _nodes(each, report)]
    return read_nodes(nodes, file, report)


def _sets(value: Any) -> Sequence[Object]:  # noqa: ANN401 - any JSON value
    inner = value.get("data", value) if isinstance(value, dict) else value
    values = inner if isinstance(inner, list) else [inner]
    return [each for each in values if isinstance(each, dict) and "standards" in each]


def _nodes(standard_set: Object, report: Report) -> list[Node]:
    id = str(standard_set.get("id") or standard_set.get("title") or "set")
    iri = URIRef(_SETS + id) if re.fullmatch(r"[\w.-]+", id) else unnamed_iri(_SETS, id)
    properties = _properties(standard_set, _OF_SETS, _KNOWN, "", report)
    for name, table in (("document", _OF_DOCUMENTS), ("license", _OF_LICENSES)):
        inner = standard_set.get(name)
        if isinstance(inner, dict):
            properties |= _properties(inner, table, ("id", "title"), f"/{name}", report)
    jurisdiction = standard_set.get("jurisdiction")
    if isinstance(jurisdiction, dict) and jurisdiction.get("title"):
        properties[ASN.jurisdiction] = [Literal(str(jurisdiction["title"]))]
    standards = _in_order(standard_set["standards"])
    parents = _parents(standards)
    types = (CEASN.CompetencyFramework,)
    nodes = [Node(iri, "/", types, canonical(properties))]
    for standard in standards:
        place = f"/standards/{standard.get('id')}"
        properties = _properties(standard, _OF_STANDARDS, _OF_THE_HIERARCHY, place, report)
        properties[CEASN.isPartOf] = [iri]
        parent = parents.get(_id(standard))
        properties[CEASN.isChildOf] = [_iri(iri, parent)] if parent else []
        own = _iri(iri, _id(standard))
        nodes.append(Node(own, place, (CEASN.Competency,), canonical(properties)))
    return nodes


def _in_order(standards: Any) -> list[Object]:  # noqa: ANN401 - any JSON value
    values = standards.values() if isinstance(standards, dict) else standards
    objects = [each for each in values if isinstance(each, dict)]
    return sorted(objects, key=lambda each: _number(each.get("position")))


def _parents(standards: Sequence[Object]) -> dict[str, str]:
    """Return the parent of each standard: the ancestor one step above, or who stands before it."""
    depths = {_id(each): _number(each.get("depth")) for each in standards}
    parents: dict[str, str] = {}
    path: list[str] = []
    for each in standards:
        id, depth = _id(each), _number(each.get("depth"))
        stated = [str(a) for a in each.get("ancestorIds") or () if str(a) in depths]
        above = str(each.get("parentId") or "")
        path = [other for other in path if depths[other] < depth]
        if above in depths:
            parents[id] = above
        elif stated:
            parents[id] = max(stated, key=lambda other: depths[other])
        elif path and "ancestorIds" not in each:
            parents[id] = path[-1]
        path.append(id)
    return parents


def _properties(
    item: Object,
    table: Mapping[str, URIRef],
    others: Sequence[str],
    place: str,
    report: Report,
) -> dict[URIRef, list[Value]]:
    properties: dict[URIRef, list[Value]] = {}
    for key, value in item.items():
        values = [each for each in _list(value) if each not in (None, "")]
        if key in table:
            properties.setdefault(table[key], []).extend(_value(str(each)) for each in values)
        elif key not in others and values:
            why = "a framework has no place for it"
            report.add(f"{place}/{key}", Action.NOT_CARRIED, key, why)
    return {property: values for property, values in properties.items() if values}


def _value(text: str) -> Value:
    return (
        URIRef(text) if text.startswith(("http://", "https://")) and is_iri(text) else Literal(text)
    )


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _id(standard: Object) -> str:
    return str(standard.get("id") or standard.get("asnIdentifier") or standard.get("description"))


def _iri(owner: URIRef, id: str) -> URIRef:
    return unnamed_iri(owner, id)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
