"""The resources of the publication in OpenAPI."""

from typing import Final

import pyoxigraph as ox
from rdflib import VOID

from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.content.build import DATASET, iri_of
from crosswalk_rdf.server.openapi import Json, content, parameter, responses
from crosswalk_rdf.server.service import Service

_HTML: Final = "text/html"
_JSON: Final = "application/json"
_RESOURCE: Final = "What the publication says of it."


def paths(service: Service) -> Json:
    """Return the Paths Object of frameworks and their statements; nothing where there are none."""
    frameworks = service.cached(_frameworks)
    items: Json = {}
    if frameworks:
        schema = {"type": "string", "enum": list(frameworks)}
        framework = parameter("framework", "The id of a framework.", schema, place="path")
        text = {"type": "string", "pattern": "^[A-Za-z0-9.-]+$"}
        notation = parameter("notation", "The notation of a statement.", text, place="path")
        items["/{framework}"] = {"get": _resource("framework", "A framework", [framework])}
        items["/{framework}/{notation}"] = {
            "get": _resource("statement", "A statement of a framework", [framework, notation])
        }
    return items


def _resource(id: str, summary: str, parameters: list[Json]) -> Json:
    media_types = [_HTML, *(syntax.media_type for syntax in SYNTAXES), _JSON]
    return {
        "operationId": id,
        "summary": summary,
        "description": "Negotiated: a page, or any syntax of RDF.",
        "tags": ["Publication"],
        "parameters": parameters,
        "responses": responses(
            _RESOURCE, content(media_types), 404, 406, 410, also={303: "Where it is described."}
        ),
    }


def _frameworks(service: Service) -> tuple[str, ...]:
    """Return the ids of the frameworks: what their IRIs have after the base."""
    base, root = service.build.manifest.base, ox.NamedNode(VOID.rootResource)
    quads = service.build.triples(DATASET)
    iris = (iri_of(quad.object) for quad in quads if quad.predicate == root)
    return tuple(sorted({iri.removeprefix(base) for iri in iris if iri.startswith(base)}))
