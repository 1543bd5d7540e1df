"""The library of queries in OpenAPI: one path for each query, its parameters with types."""

import re
from typing import Final

from crosswalk_rdf.queries.parameters import Parameter
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.server.endpoints.queries.library import library
from crosswalk_rdf.server.endpoints.queries.listing import HTML, JSON
from crosswalk_rdf.server.endpoints.queries.resource import QUERY
from crosswalk_rdf.server.openapi import Json, content, parameter, responses
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import formats_of, names_of, offers

_LARGEST: Final = 10**18 - 1
_SCHEMAS: Final[dict[str, Json]] = {
    "string": {"type": "string", "pattern": "^[^\\x00]*$"},
    "notation": {"type": "string", "pattern": "^[^\\s\\x00-\\x20\\x7f-\\xa0]*$"},
    "iri": {
        "type": "string",
        "pattern": "^(%[0-9A-Fa-f]{2}|[!#$&-;=?-Z_a-z~\\u00a1-\\ud7ff\\uf900-\\ufdcf])*$",
    },
    "integer": {"type": "integer", "minimum": -_LARGEST, "maximum": _LARGEST},
    "boolean": {"type": "boolean"},
}
"""By type of parameter (:mod:`crosswalk_rdf.queries.parameters`); an empty one is left out."""
_ASKED: Final = (403, 404, 406, 414, 422, 502)
_TAG: Final = "Queries"
_RESULTS: Final = {"type": "object", "required": ["head"]}
_LIST: Final = {
    "type": "object",
    "required": ["queries"],
    "properties": {
        "queries": {"type": "array", "items": {"type": "object", "required": ["name", "url"]}}
    },
}


def paths(service: Service) -> Json:
    """Return the Paths Object of the library."""
    items: Json = {"/queries": {"get": _listing()}}
    for query in library(service).values():
        items[f"/queries/{query.name}"] = {"get": _negotiated(query)}
        items[f"/queries/{query.name}.{{suffix}}"] = {"get": _in_format(query)}
    return items


def _listing() -> Json:
    return {
        "operationId": "queries",
        "summary": "The library of queries",
        "tags": [_TAG],
        "responses": responses(
            "Each query with its parameters.",
            content([JSON], {JSON: _LIST}),
            406,
            also={303: "The page for people."},
        ),
    }


def _negotiated(query: Query) -> Json:
    own = {p.name for p in query.parameters}
    what = "The format of the answer, whatever Accept says: a media type or a short name."
    names = [name for format in formats_of(query.form) for name in names_of(format)]
    schema = {"type": "string", "enum": names}
    named = [] if "format" in own else [parameter("format", what, schema, example=names[0])]
    return {
        "operationId": _id(query.name),
        "summary": query.summary,
        "description": query.description,
        "tags": [_TAG],
        "parameters": [*map(_parameter, query.parameters), *named],
        "responses": responses(
            "The answer, or the query itself.",
            _content(query, QUERY),
            *_ASKED,
            also={303: "The page for people."},
        ),
    }


def _in_format(query: Query) -> Json:
    suffixes = [suffix[1:] for format in formats_of(query.form) for suffix in format.suffixes]
    schema = {"type": "string", "enum": [*suffixes, "rq", "html"]}
    suffix = parameter("suffix", "The format of the answer.", schema, place="path")
    return {
        "operationId": f"{_id(query.name)}File",
        "summary": f"{query.summary}, in one format",
        "tags": [_TAG],
        "parameters": [suffix, *map(_parameter, query.parameters)],
        "responses": responses(
            "The answer, the query itself (rq), or its page (html).",
            _content(query, QUERY, HTML),
            *_ASKED,
        ),
    }


def _content(query: Query, *further: str) -> Json:
    results = query.form in ("SELECT", "ASK")
    json = {"application/sparql-results+json": _RESULTS, JSON: _RESULTS} if results else {}
    return content((*offers(formats_of(query.form)), *further), json)


def _parameter(query_parameter: Parameter) -> Json:
    schema = dict(_SCHEMAS[query_parameter.type])
    if query_parameter.required:
        return parameter(query_parameter.name, query_parameter.description, schema, required=True)
    if query_parameter.default is None:
        return parameter(
            query_parameter.name, query_parameter.description, schema, allowEmptyValue=True
        )
    value = _value(query_parameter.type, query_parameter.default)
    return parameter(
        query_parameter.name,
        query_parameter.description,
        schema | {"default": value},
        example=value,
    )


def _value(type: str, text: str) -> object:
    if type == "integer":
        return int(text)
    return text == "true" if type == "boolean" else text


def _id(name: str) -> str:
    first, *rest = re.findall(r"\w+", name)
    return "query" + "".join(word[:1].upper() + word[1:] for word in (first, *rest))
