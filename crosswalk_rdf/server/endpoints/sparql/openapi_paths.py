"""The SPARQL endpoint in OpenAPI."""

from typing import Final

from crosswalk_rdf.server.endpoints.sparql.protocol import FORM, QUERY
from crosswalk_rdf.server.openapi import Json, content, parameter, responses
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import GRAPHS, RESULTS, names_of, offers

_GRAPHS: Final = {
    "default-graph-uri": "A graph that the default graph of the dataset is to hold, as an IRI.",
    "named-graph-uri": "A named graph that the dataset is to hold, as an IRI.",
}
_FORMAT: Final = (
    "The format of the answer, whatever the Accept header says: a media type or a short name."
)
_IRI: Final = {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:[!#$&-;=?-Z_a-z~]*$"}
_PROBLEMS: Final = (403, 404, 406, 414, 422, 502)
_ANSWER: Final = "The answer to the query; without a query, the description of the service."


def paths(service: Service) -> Json:
    """Return the Paths Object of the endpoint."""
    example = (
        f"SELECT * WHERE {{ <{service.build.manifest.base}dataset> ?property ?value }} LIMIT 9"
    )
    return {"/sparql": {"get": _get(example), "post": _post(example)}}


def _get(example: str) -> Json:
    text = parameter("query", "A query in SPARQL 1.1.", {"type": "string"}, example=example)
    return {
        "operationId": "sparqlGet",
        "summary": "Ask a query in SPARQL",
        "description": "The SPARQL 1.1 Protocol, query via GET. Without a query, the service "
        "describes itself (SPARQL 1.1 Service Description), and browsers are led to a page that "
        "asks for queries. The service is read-only.",
        "tags": ["SPARQL"],
        "parameters": [text, *_further()],
        "responses": responses(_ANSWER, _content(), *_PROBLEMS, also={303: "The page for people."}),
    }


def _post(example: str) -> Json:
    fields = {name: {"type": "array", "items": _IRI} for name in _GRAPHS}
    schema = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": {"type": "string"}, **fields, "format": _names()},
    }
    body = {
        FORM: {"schema": schema, "example": {"query": example}},
        QUERY: {"schema": {"type": "string"}},
    }
    return {
        "operationId": "sparqlPost",
        "summary": "Ask a long query in SPARQL",
        "description": "The SPARQL 1.1 Protocol, query via POST of a form, or of the query itself.",
        "tags": ["SPARQL"],
        "parameters": _further(),
        "requestBody": {"required": True, "content": body},
        "responses": responses(
            "The answer to the query.", _content(), *_PROBLEMS, 415, partial=False
        ),
    }


def _further() -> list[Json]:
    array = {"type": "array", "items": _IRI}
    graphs = [parameter(name, text, array) for name, text in _GRAPHS.items()]
    return [*graphs, parameter("format", _FORMAT, _names(), example="xml")]


def _names() -> Json:
    names = (name for format in (*RESULTS, *GRAPHS) for name in names_of(format))
    return {"type": "string", "enum": list(dict.fromkeys(names))}


def _content() -> Json:
    return content(dict.fromkeys((*offers(RESULTS), *offers(GRAPHS))), {})
