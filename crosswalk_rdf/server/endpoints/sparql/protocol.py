"""An HTTP request to a query and its dataset (SPARQL 1.1 Protocol §2.1).

The query stands in the query string (GET), in a form (POST) or is the body (POST). The graphs of
the dataset stand in the query string or in the form. A parameter that the protocol does not know is
passed over, except ``format`` and ``output``: they name the format of the answer for clients that
cannot set a header.
"""

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request

from crosswalk_rdf.server.negotiation import accepted_ranges
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import form_data, header, query_params
from crosswalk_rdf.server.sparql_results.responses import SparqlQuery

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
_ACCEPT_POST: Final = {"accept-post": f"{QUERY}, {FORM}"}

_UPDATES: Final = ("update", "using-graph-uri", "using-named-graph-uri")
_GRAPHS: Final = ("default-graph-uri", "named-graph-uri")
_FORMAT: Final = ("format", "output")
_MARK: Final = "\ufeff"
"""The byte order mark that some editors put before a file."""

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for."""

    query: SparqlQuery | None
    """None where it brings no query."""
    format: str = ""
    """The name of the format that it wants, whatever the Accept header says."""


async def read_operation(request: Request) -> Operation:
    """Return what ``request`` asks for; raise a Problem that says how to ask."""
    parameters, texts = await _parameters(request)
    _check_read_only(parameters)
    texts += [value for name, value in parameters if name == "query"]
    if len(texts) > 1:
        raise Problem(400, f"there are {len(texts)} queries: send one")
    named = next((value for name, value in parameters if name in _FORMAT and value), "")
    default, further = (_iris(name, parameters) for name in _GRAPHS)
    if texts:
        text = texts[0].removeprefix(_MARK)
        return Operation(
            SparqlQuery(text=text, default_graphs=default, named_graphs=further), named
        )
    if request.method == "POST" or default or further:
        raise Problem(400, "there is no query: send it as the parameter 'query'")
    return Operation(None, named)


async def _parameters(request: Request) -> tuple[Parameters, list[str]]:
    """Return the parameters, and the query if it is the body."""
    parameters = tuple(query_params(request).multi_items())
    if request.method != "POST":
        return parameters, []
    media_type = _media_type(request)
    text = _text(await request.body())
    if media_type == QUERY:
        return parameters, [text]
    return (*parameters, *form_data(text).multi_items()), []


def _media_type(request: Request) -> str:
    """Return what the body is; raise a 415 Problem for what is not a query."""
    content_types = accepted_ranges(header(request.headers, "content-type"))
    media_type = content_types[0].value if len(content_types) == 1 else ""
    if media_type == UPDATE:
        raise _read_only(415)
    if media_type not in (FORM, QUERY):
        what = f"{media_type} is none of them" if media_type else "there is no Content-Type"
        detail = f"send a query as {QUERY} or {FORM}: {what}"
        raise Problem(415, detail, headers=_ACCEPT_POST, alternatives=[QUERY, FORM])
    charset = dict(content_types[0].parameters).get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, f"the charset is {charset}: send UTF-8", headers=_ACCEPT_POST)
    encoding = header(request.headers, "content-encoding").strip().lower()
    if encoding not in ("", "identity"):
        headers = {**_ACCEPT_POST, "accept-encoding": "identity"}
        raise Problem(415, f"the body is encoded as {encoding}: send it as it is", headers=headers)
    return media_type


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        detail = f"the body is no UTF-8 (byte {error.start}): send it as UTF-8"
        raise Problem(400, detail) from error


def _check_read_only(parameters: Parameters) -> None:
    if any(name in _UPDATES for name, _ in parameters):
        raise _read_only(403)


def _read_only(status: int) -> Problem:
    return Problem(status, "this service is read-only: it answers queries and takes no updates")


def _iris(name: str, parameters: Parameters) -> tuple[str, ...]:
    """Return the IRIs that the parameters ``name`` give, each once; raise a 400 Problem.

    Empty values are ignored, because HTML forms send all of their fields.
    """
    iris = tuple(
        dict.fromkeys(value for parameter, value in parameters if parameter == name and value)
    )
    for value in iris:
        if not _is_absolute(value):
            detail = f"{name} is {value!r}: give an absolute IRI"
            raise Problem(400, detail, parameter=name)
    return iris


def _is_absolute(iri: str) -> bool:
    try:
        return ":" in ox.NamedNode(iri).value
    except ValueError:
        return False
