"""The JSON manifests of ASN documents to nodes: statements with their children inside them.

``{"id": …, "dcterms_description": {"literal": …, "language": …}, "asn_statementNotation": …,
"children": […]}``; the document itself, or a list of its statements. A key is a prefix and the
name of a term; ``cls``, ``leaf`` and ``text`` are for the tree that a browser draws.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rdflib import DC, DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node, Value, canonical
from crosswalk_rdf.formats.shared.asn_model.vocabulary import GEMQ, LOC_RELATORS
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.model.lexical import is_iri, is_language_tag
from crosswalk_rdf.namespaces import ASN, CC, CEASN

_NAMESPACES: Final[Mapping[str, str]] = {
    "asn": str(ASN),
    "cc": str(CC),
    "dc": str(DC),
    "dcterms": str(DCTERMS),
    "gemq": str(GEMQ),
    "loc": str(LOC_RELATORS[0]),
    "skos": str(SKOS),
}
_OF_THE_TREE: Final = ("id", "children", "cls", "leaf", "text")
_DOCUMENT_KEYS: Final = ("asn_publicationStatus", "dcterms_title", "dc_title", "title")
_HAS_CHILD: Final = CEASN.hasChild
_IS_CHILD_OF: Final = CEASN.isChildOf
_IS_PART_OF: Final = CEASN.isPartOf


def is_manifest(value: object) -> bool:
    """Return whether the JSON ``value`` has the form of a manifest, as its first object shows."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and "id" in first and any(map(_term, first))


def nodes_of(value: Any, file: str, report: Report) -> list[Node]:  # noqa: ANN401 - any JSON value
    """Return a node for the document, if the manifest names it, and for each statement."""
    nodes: list[Node] = []
    roots = value if isinstance(value, list) else [value]
    for number, root in enumerate(roots):
        if isinstance(root, dict):
            nodes += _nodes(root, f"/{number}" if isinstance(value, list) else "", file, report)
    return nodes


def _nodes(root: Mapping[str, Any], place: str, file: str, report: Report) -> Iterator[Node]:
    """Yield the node of ``root`` and of all below it, without recursion."""
    is_document = any(key in root for key in _DOCUMENT_KEYS)
    document = _iri(root, file) if is_document else None
    waiting: list[tuple[Mapping[str, Any], str, URIRef | None]] = [(root, place, None)]
    while waiting:
        item, here, parent = waiting.pop()
        iri = _iri(item, f"{file}{here}")
        children = [each for each in _list(item.get("children")) if isinstance(each, dict)]
        properties = _properties(item, here, report)
        properties[_HAS_CHILD] = [
            _iri(c, f"{file}{here}/children/{n}") for n, c in enumerate(children)
        ]
        if parent:
            properties[_IS_CHILD_OF] = [parent]
        if document and iri != document:
            properties[_IS_PART_OF] = [document]
        kind = ASN.StandardDocument if iri == document else ASN.Statement
        yield Node(iri, here or "/", (kind,), canonical(properties))
        below = [(child, f"{here}/children/{n}", iri) for n, child in enumerate(children)]
        waiting.extend(reversed(below))


def _iri(item: Mapping[str, Any], otherwise: str) -> URIRef:
    id = str(item.get("id") or "")
    return URIRef(id) if is_iri(id) else unnamed_iri("asn-manifest", id or otherwise)


def _properties(item: Mapping[str, Any], place: str, report: Report) -> dict[URIRef, list[Value]]:
    properties: dict[URIRef, list[Value]] = {}
    for key, value in item.items():
        property = _term(key)
        if property is not None:
            terms = [term for each in _list(value) if (term := _value(each)) is not None]
            properties.setdefault(property, []).extend(terms)
        elif key not in _OF_THE_TREE:
            why = "it has no prefix of a vocabulary, such as dcterms_"
            report.add(f"{place}/{key}", Action.NOT_CARRIED, key, why)
    return properties


def _term(key: str) -> URIRef | None:
    prefix, underscore, name = key.partition("_")
    space = _NAMESPACES.get(prefix)
    return URIRef(space + name) if space and underscore and name else None


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _value(value: Any) -> Value | None:  # noqa: ANN401 - any JSON value
    """Return the IRI or text that ``value`` is: ``{uri, prefLabel}``, ``{literal, language}``."""
    if isinstance(value, dict):
        uri, text, tag = (value.get(key) for key in ("uri", "literal", "language"))
        if isinstance(uri, str) and is_iri(uri):
            return URIRef(uri)
        if text is None:
            return None
        return Literal(
            str(text), lang=tag if isinstance(tag, str) and is_language_tag(tag) else None
        )
    text = str(value).strip()
    return (URIRef(text) if is_iri(text) else Literal(text)) if text else None
