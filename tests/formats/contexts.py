"""JSON-LD documents to triples with the network refused: contexts come from ``tests/official``."""

import json
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from pyld import jsonld

_OFFICIAL: Final = Path(__file__).resolve().parents[1] / "official/contexts"
_FILES: Final = {
    "https://credreg.net/ctdl/schema/context/json": "ctdl-context.json",
    "https://credreg.net/ctdlasn/schema/context/json": "ctdlasn-context.json",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": "clr-v2p0-context-2.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3.json",
    "https://w3id.org/sssom/context": "sssom-schema.context.jsonld",
    "https://w3id.org/xapi/profiles/activity-context": "xapi-activity-context.jsonld",
    "https://w3id.org/xapi/profiles/context": "xapi-profile-context.jsonld",
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.jsonld",
}
_SCHEMA_ORG: Final = ("https://schema.org", "https://schema.org/", "http://schema.org/")


class NotVendored(Exception):
    """A context that is not in ``tests/official``: a reader without a network could not have it."""


def expanded(document: bytes) -> list[Any]:
    """Return ``document`` in expanded form (JSON-LD 1.1 API)."""
    nodes = jsonld.expand(json.loads(document), {"documentLoader": _load})
    assert isinstance(nodes, list)
    return nodes


def quads(document: bytes) -> set[ox.Quad]:
    """Return the triples of ``document``; those of its named graphs too."""
    options = {"documentLoader": _load, "format": "application/n-quads"}
    text = jsonld.to_rdf(json.loads(document), options)
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def _load(url: str, _options: object = None) -> dict[str, Any]:
    if url in _SCHEMA_ORG:
        content = schema_org_context()
    elif url in _FILES:
        content = json.loads((_OFFICIAL / _FILES[url]).read_text("utf-8"))
    else:
        raise NotVendored(url)
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": content,
    }


def schema_org_context() -> dict[str, Any]:
    """Return the context of schema.org for the terms that are vendored.

    It is made by the rule by which schema.org makes its own: a property that may have a URL as
    its value takes strings as IRIs. Theirs has the terms under ``http://schema.org/``.
    """
    source = json.loads((_OFFICIAL / "schemaorg-lrmi-subset.jsonld").read_text("utf-8"))
    terms: dict[str, Any] = {"@vocab": "http://schema.org/", "id": "@id", "type": "@type"}
    for node in source["@graph"]:
        ranges = node.get("schema:rangeIncludes", [])
        if {"@id": "schema:URL"} in (ranges if isinstance(ranges, list) else [ranges]):
            name = node["@id"].removeprefix("schema:")
            terms[name] = {"@id": f"http://schema.org/{name}", "@type": "@id"}
    return {"@context": terms}
