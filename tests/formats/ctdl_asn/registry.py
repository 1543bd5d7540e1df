"""What the Registry asks of a document: its JSON schemas, and the checks of ``ctdl-validate``.

The checks (CTID format, kind of identifier, references, domain and range, inverses) are made here
anew against the schema that Credential Engine publishes; the package itself needs Python 3.12.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft4Validator

_OFFICIAL: Final = Path(__file__).resolve().parents[2] / "official"
_SCHEMAS: Final = {
    "ceasn:CompetencyFramework": "competency_framework",
    "ceasn:Competency": "competency",
}
_CTID: Final = re.compile(r"ce-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_SHAPE: Final = re.compile(r"ce-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


@cache
def _validator(name: str) -> Draft4Validator:
    path = _OFFICIAL / f"ctdl/registry-{name}.schema.json"
    return Draft4Validator(json.loads(path.read_text("utf-8")))


@cache
def _schema() -> dict[str, dict[str, Any]]:
    path = _OFFICIAL / "ctdl/ctdlasn-schema.jsonld"
    nodes = json.loads(path.read_text("utf-8"))["@graph"]
    return {node["@id"]: node for node in nodes if node["@type"] == "rdf:Property"}


@cache
def _context() -> dict[str, Any]:
    path = _OFFICIAL / "contexts/ctdlasn-context.json"
    terms = json.loads(path.read_text("utf-8"))["@context"]
    assert isinstance(terms, dict)
    return terms


def faults(document: bytes, *, version_4: bool = True) -> list[str]:
    """Return all that is wrong with ``document``; UUIDs must have ``version_4`` if asked for."""
    nodes = list(_nodes(json.loads(document)["@graph"]))
    return [
        *(fault for node in nodes for fault in _schema_faults(node)),
        *(fault for node in nodes for fault in _ctid_faults(node, version_4)),
        *(fault for node in nodes for fault in _identifier_faults(node)),
        *_reference_faults(nodes),
        *_domain_and_range_faults(nodes),
        *_inverse_faults(nodes),
        *_null_faults(json.loads(document), "$"),
    ]


def _nodes(values: Any) -> Iterator[dict[str, Any]]:
    if isinstance(values, list):
        for value in values:
            yield from _nodes(value)
    elif isinstance(values, dict):
        if "@type" in values and "@value" not in values:
            yield {"@id": "https://example.org/nested", **values}
        for value in values.values():
            yield from _nodes(value)


def _schema_faults(node: dict[str, Any]) -> Iterator[str]:
    name = _SCHEMAS.get(node["@type"])
    if name:
        for error in _validator(name).iter_errors(node):
            yield f"schema {node['@id']} {list(error.path)}: {error.message[:200]}"


def _ctid_faults(node: dict[str, Any], version_4: bool) -> Iterator[str]:
    if "ceterms:ctid" in node and not (_CTID if version_4 else _SHAPE).fullmatch(
        node["ceterms:ctid"]
    ):
        yield f"ctid {node['ceterms:ctid']}"


def _references(node: dict[str, Any], term: str) -> list[str]:
    values = node.get(term, [])
    listed = values if isinstance(values, list) else [values]
    return [value for value in listed if isinstance(value, str)]


def _identifier_faults(node: dict[str, Any]) -> Iterator[str]:
    for term in node:
        coerced = _context().get(term)
        if isinstance(coerced, dict) and coerced.get("@type") == "@id":
            for value in _references(node, term):
                if not _IRI.fullmatch(value) or value.startswith("ce-"):
                    yield f"identifier {node['@id']} {term} {value}"


def _reference_faults(nodes: list[dict[str, Any]]) -> Iterator[str]:
    types = {node["@id"]: node["@type"] for node in nodes}
    frameworks = [iri for iri, kind in types.items() if kind == "ceasn:CompetencyFramework"]
    for node in nodes:
        if node["@id"].startswith("_:"):
            yield f"blank node {node['@id']}"
        if node["@type"] == "ceasn:Competency" and not set(node["ceasn:isPartOf"]) & set(
            frameworks
        ):
            yield f"isPartOf of {node['@id']}"


def _domain_and_range_faults(nodes: list[dict[str, Any]]) -> Iterator[str]:
    kinds = {node["@id"]: node["@type"] for node in nodes}
    classes = {c for p in _schema().values() for c in p.get("schema:domainIncludes", [])}
    for node in nodes:
        for term in node:
            declared = _schema().get(term)
            if declared is None or node["@type"] not in classes:
                continue
            if node["@type"] not in declared["schema:domainIncludes"]:
                yield f"domain {node['@type']} {term}"
            ranges = [r for r in declared["schema:rangeIncludes"] if not r.startswith("xsd:")]
            for value in _references(node, term) if ranges else []:
                kind = kinds.get(value)
                if kind in classes and kind not in ranges:
                    yield f"range {term} {kind}"


def _inverse_faults(nodes: list[dict[str, Any]]) -> Iterator[str]:
    by_iri = {node["@id"]: node for node in nodes}
    pairs = (
        ("ceasn:hasChild", "ceasn:isChildOf"),
        ("ceasn:isChildOf", "ceasn:hasChild"),
        ("ceasn:hasTopChild", "ceasn:isTopChildOf"),
        ("ceasn:isTopChildOf", "ceasn:hasTopChild"),
    )
    for node in nodes:
        for term, inverse in pairs:
            for value in _references(node, term):
                other = by_iri.get(value)
                if other is not None and node["@id"] not in other.get(inverse, []):
                    yield f"inverse {node['@id']} {term} {value}"


def _null_faults(value: Any, path: str) -> Iterator[str]:
    if value is None:
        yield f"null {path}"
    children = value.items() if isinstance(value, dict) else ()
    for key, child in children:
        yield from _null_faults(child, f"{path}.{key}")
    if isinstance(value, list):
        for number, child in enumerate(value):
            yield from _null_faults(child, f"{path}[{number}]")
