"""What the W3C's suite leaves out of the protocol: faults, datasets, formats, failures."""

import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.app import create_app
from crosswalk_rdf.server.service import CurrentService, Service
from crosswalk_rdf.store.backend import (
    Busy,
    LimitReached,
    QueryFailed,
    QueryRequest,
    QueryResult,
    QuerySyntaxError,
    Refused,
    Unavailable,
)
from crosswalk_rdf.store.syntax import check_syntax
from tests.server.asgi import call
from tests.server.client import Answer
from tests.server.embedded import ask

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
ASK = "query=ASK%20%7B%7D"
BASE = "https://w3id.org/leadership-crosswalk/"


def json_of(response: Answer) -> Any:
    return json.loads(bytes(response.body))


def get(service: Service, query: str, accept: str = "", **parameters: str) -> Answer:
    return ask(service, f"/sparql?{urlencode({'query': query, **parameters})}", accept=accept)


SELECT_TYPES = {
    "": "application/sparql-results+json",
    "*/*": "application/sparql-results+json",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/json": "application/json",
    "application/xml": "application/xml",
    "text/xml": "text/xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
    "text/csv;q=0.1, application/sparql-results+xml;q=0.2": "application/sparql-results+xml",
    "text/html, */*;q=0.1": "application/sparql-results+json",
}


@pytest.mark.parametrize("accept", SELECT_TYPES)
def test_results_in_each_format(accept: str, service: Service) -> None:
    response = get(service, "SELECT ?x { VALUES ?x { 'a,b' } }", accept)
    media_type, _, parameters = response.header("content-type").partition("; ")
    assert (response.status, media_type) == (200, SELECT_TYPES[accept])
    assert response.header("vary") == "accept, Accept-Encoding"
    assert parameters == {
        "text/csv": "charset=utf-8; header=present",
        "text/xml": "charset=utf-8",
        "text/tab-separated-values": "charset=utf-8",
    }.get(media_type, "")
    alias = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
    format = (
        ox.QueryResultsFormat.from_extension("srj" if alias[media_type] == "json" else "srx")
        if media_type in alias
        else ox.QueryResultsFormat.from_media_type(media_type)
    )
    if media_type == "text/csv":
        assert bytes(response.body) == b'x\r\n"a,b"\r\n'
        return
    rows = ox.parse_query_results(bytes(response.body), format)
    assert [row["x"].value for row in rows] == ["a,b"]  # type: ignore[union-attr]


@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
@pytest.mark.parametrize("query", ["CONSTRUCT { <s> <p> 1 } {}", f"DESCRIBE <{BASE}psel-2015/1a>"])
def test_graphs_in_each_syntax(query: str, syntax: Any, service: Service) -> None:
    response = get(service, query, syntax.media_type)
    assert response.header("content-type").partition(";")[0] == syntax.media_type
    triples = {quad.triple for quad in ox.parse(bytes(response.body), syntax.parser)}
    plain = get(service, query, "text/plain")
    assert plain.header("content-type") == "text/plain; charset=utf-8"
    assert triples == {q.triple for q in ox.parse(bytes(plain.body), ox.RdfFormat.N_TRIPLES)}
    assert triples


def test_relative_iris_are_under_the_base_of_the_publication(service: Service) -> None:
    response = get(service, "SELECT ?n { <psel-2015/1a> skos:notation ?n }")
    assert json_of(response)["line"] == 1
    named = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?n { <psel-2015/1a> "
    rows = json_of(get(service, named + "skos:notation ?n }"))["results"]["bindings"]
    assert [row["n"]["value"] for row in rows] == ["1a"]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("csv", "text/csv"),
        ("TSV", "text/tab-separated-values"),
        ("xml", "application/sparql-results+xml"),
        ("srj", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("application/json", "application/json"),
        ("application/sparql-results xml", "application/sparql-results+xml"),
    ],
)
@pytest.mark.parametrize("parameter", ["format", "output"])
def test_a_format_may_be_named(
    parameter: str, name: str, media_type: str, service: Service
) -> None:
    accept = "application/sparql-results+xml"
    response = get(service, "SELECT * { VALUES ?x { 1 } }", accept, **{parameter: name})
    assert response.header("content-type").partition(";")[0] == media_type


@pytest.mark.parametrize("parameter", ["format", "output"])
@pytest.mark.parametrize(
    ("query", "accept", "name", "media_type"),
    [
        ("SELECT * {}", "", "fancy", "application/sparql-results+json"),
        ("SELECT * {}", "application/sparql-results+xml", "ttl", "application/sparql-results+xml"),
        ("ASK {}", "", "tsv", "application/sparql-results+json"),
        ("CONSTRUCT WHERE {}", "application/rdf+xml", "rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE {}", "application/ld+json", "json-ld+x", "application/ld+json"),
    ],
)
def test_an_unknown_format_is_passed_over(
    parameter: str, query: str, accept: str, name: str, media_type: str, service: Service
) -> None:
    response = get(service, query, accept, **{parameter: name})
    assert response.header("content-type").partition(";")[0] == media_type


@pytest.mark.parametrize(
    ("query", "accept", "format"),
    [
        ("SELECT * {}", "text/turtle", ""),
        ("ASK {}", "text/csv", ""),
        ("CONSTRUCT WHERE {}", "text/csv", ""),
        ("SELECT * {}", "image/png", ""),
        ("SELECT * {}", "application/sparql-results+json;q=0", ""),
        ("SELECT * {}", "text/turtle", "fancy"),
        ("SELECT * {}", "text/turtle", "ttl"),
    ],
)
def test_what_there_is_not_is_406(query: str, accept: str, format: str, service: Service) -> None:
    response = get(service, query, accept, **({"format": format} if format else {}))
    assert response.status == 406
    first = json_of(response)["alternatives"][0]
    assert get(service, query, first).header("content-type").startswith(first)


@pytest.mark.parametrize(
    ("target", "method", "type", "body", "status"),
    [
        ("/sparql", "POST", FORM, ASK, 200),
        ("/sparql", "POST", f"{FORM}; charset=UTF-8", ASK, 200),
        ("/sparql", "POST", f'{FORM.upper()};charset="utf-8"', ASK, 200),
        ("/sparql", "POST", f"{FORM};charset=latin-1", ASK, 415),
        ("/sparql", "POST", QUERY, "ASK {}", 200),
        ("/sparql", "POST", f"{QUERY}; charset=utf-8", "ASK {}", 200),
        ("/sparql", "POST", QUERY, "\ufeffASK {}", 200),
        ("/sparql", "POST", FORM, "query=%EF%BB%BFASK%20%7B%7D", 200),
        ("/sparql?query=%EF%BB%BFASK%20%7B%7D", "GET", "", "", 200),
        ("/sparql", "POST", f"{QUERY}; charset=utf-16", "ASK {}", 415),
        ("/sparql", "POST", "", ASK, 415),
        ("/sparql", "POST", "text/plain", "ASK {}", 415),
        ("/sparql", "POST", "application/json", '{"query": "ASK {}"}', 415),
        ("/sparql", "POST", "multipart/form-data", ASK, 415),
        ("/sparql", "POST", f"{QUERY}, {FORM}", "ASK {}", 415),
        ("/sparql", "POST", "application/sparql-update", "CLEAR ALL", 415),
        (f"/sparql?{ASK}", "POST", FORM, "", 200),
        (f"/sparql?{ASK}", "POST", FORM, ASK, 400),
        (f"/sparql?{ASK}", "POST", QUERY, "ASK {}", 400),
        (f"/sparql?{ASK}&{ASK}", "GET", "", "", 400),
        (f"/sparql?{ASK}", "HEAD", "", "", 200),
        ("/sparql", "POST", FORM, "", 400),
        ("/sparql", "POST", QUERY, "", 400),
        ("/sparql", "POST", FORM, "query=", 400),
        ("/sparql?query=", "GET", "", "", 400),
        ("/sparql?default-graph-uri=http%3A%2F%2Fexample.org%2F", "GET", "", "", 400),
        (f"/sparql?{ASK}&default-graph-uri=relative", "GET", "", "", 400),
        (f"/sparql?{ASK}&default-graph-uri=&named-graph-uri=", "GET", "", "", 200),
        ("/sparql?default-graph-uri=&format=csv", "GET", "", "", 200),
        ("/sparql?format=fancy", "GET", "", "", 200),
        (f"/sparql?{ASK}&named-graph-uri=http%3A%2F%2Fa%20b", "GET", "", "", 400),
        (f"/sparql?{ASK}&named-graph-uri=urn%3Aa%3E", "GET", "", "", 400),
        (f"/sparql?{ASK}&timeout=5&whatever=x&", "GET", "", "", 200),
        (f"/sparql?{ASK}&update=CLEAR%20ALL", "GET", "", "", 403),
        (f"/sparql?{ASK}&using-graph-uri=urn%3Aa", "GET", "", "", 403),
        (f"/sparql?{ASK}&using-named-graph-uri=urn%3Aa", "GET", "", "", 403),
        ("/sparql", "POST", FORM, "update=CLEAR+ALL", 403),
        ("/sparql?query=INSERT%20DATA%20%7B%7D", "GET", "", "", 400),
        ("/sparql?query=%FF", "GET", "", "", 400),
        ("/sparql", "POST", FORM, "query=%ED%A0%80", 400),
        ("/sparql?query=ASK%20%7B%7D%00", "GET", "", "", 400),
        ("/sparql/more", "GET", "", "", 404),
        (f"/sparql?{ASK}", "PUT", "", "", 405),
        (f"/sparql?{ASK}", "DELETE", "", "", 405),
    ],
)
def test_statuses(
    target: str, method: str, type: str, body: str, status: int, service: Service
) -> None:
    headers = {"content_type": type} if type else {}
    response = ask(service, target, method, body.encode(), **headers)
    assert response.status == status, bytes(response.body)
    if status >= 400:
        problem = json_of(response)
        assert (problem["status"], bool(problem["detail"])) == (status, True)
    if status == 405:
        assert {"GET", "HEAD", "POST"} <= set(response.header("allow").split(", "))
    if status == 415 and "update" not in type:
        assert response.header("accept-post") == f"{QUERY}, {FORM}"


def test_a_body_that_is_no_utf_8_or_coded_is_refused(service: Service) -> None:
    assert ask(service, "/sparql", "POST", b"ASK {} #\xff", content_type=QUERY).status == 400
    assert ask(service, "/sparql", "POST", b"query=\xff", content_type=FORM).status == 400
    coded = ask(service, "/sparql", "POST", b"ASK {}", content_type=QUERY, content_encoding="gzip")
    assert coded.status == 415


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_the_parameter_that_is_wrong_is_named(name: str, service: Service) -> None:
    response = get(service, "ASK {}", **{name: "psel-2015"})
    assert json_of(response)["parameter"] == name
    assert "'psel-2015'" in json_of(response)["detail"]


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_datasets_come_from_the_query_string_and_from_the_form(service: Service) -> None:
    def count(response: Answer) -> int:
        return int(json_of(response)["results"]["bindings"][0]["n"]["value"])

    first, second = f"{BASE}graph/psel-2015", f"{BASE}graph/lcpe-2017"
    whole = count(get(service, COUNT))
    one = count(get(service, COUNT, **{"default-graph-uri": first}))
    assert 0 < one < whole
    both = f"default-graph-uri={quote(first)}&default-graph-uri={quote(second)}"
    direct = ask(service, f"/sparql?{both}", "POST", COUNT.encode(), content_type=QUERY)
    body = f"query={quote(COUNT)}&{both}".encode()
    in_form = ask(service, "/sparql", "POST", body, content_type=FORM)
    assert one < count(direct) == count(in_form) < whole
    assert count(get(service, COUNT, **{"named-graph-uri": first})) == 0
    assert count(get(service, f"{COUNT[:24]} FROM <{second}> {COUNT[24:]}")) < whole


@pytest.mark.parametrize("text", ["SELECT * {\n  ?s ?p\n}", "SELECT * { ?s ?p }", "ASK { a:b }"])
def test_syntax_errors_say_where(text: str, service: Service) -> None:
    """As they would without the base that the service puts before the text."""
    with pytest.raises(QuerySyntaxError) as expected:
        check_syntax(text)
    problem = json_of(get(service, text))
    assert (problem["line"], problem["column"]) == (expected.value.line, expected.value.column)
    assert problem["detail"] == str(expected.value)


class Failing:
    """Answers nothing."""

    def __init__(self, error: CrosswalkError) -> None:
        self._error = error

    async def execute(self, question: QueryRequest) -> QueryResult:
        raise self._error

    async def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("error", "status", "more"),
    [
        (LimitReached("time", "it took too long: ask for less"), 422, {"limit": "time"}),
        (LimitReached("rows", "too many rows: use LIMIT"), 422, {"limit": "rows"}),
        (Refused("no SERVICE here: take it out"), 403, {}),
        (QueryFailed("it cannot be answered"), 422, {}),
        (Busy(7), 503, {}),
        (Unavailable("the store is gone"), 502, {}),
    ],
)
def test_failures(
    error: CrosswalkError, status: int, more: dict[str, str], service: Service
) -> None:
    response = get(replace(service, query_backend=Failing(error)), "ASK {}")
    problem = json_of(response)
    assert response.status == status
    own = {"title": problem["title"], "request": response.header("x-request-id")}
    assert problem == {**own, "status": status, "detail": str(error), **more}
    assert response.header("retry-after") == ("7" if status == 503 else "")


def test_validators_are_of_the_build_and_the_question(service: Service) -> None:
    def etag(query: str, accept: str = "", **parameters: str) -> str:
        return get(service, query, accept, **parameters).header("etag")

    graph = {"default-graph-uri": f"{BASE}graph/psel-2015"}
    named = {"named-graph-uri": f"{BASE}graph/psel-2015"}
    etags = [etag("ASK {}"), etag("ASK { }"), etag("ASK {}", "text/xml"),
             etag("ASK {}", **graph), etag("ASK {}", **named)]  # fmt: skip
    assert len(set(etags)) == len(etags)
    assert all(tag.startswith('W/"') for tag in etags)
    assert etag("ASK {}") == etags[0]
    assert etag("SELECT (NOW() AS ?now) {}") == ""
    posted = ask(service, "/sparql", "POST", b"ASK {}", content_type=QUERY)
    assert posted.header("etag") == ""


WORDS = (
    *(b"query=", b"&", b"ASK {}", b"%20", b"%FF", b"\xff", b"default-graph-uri=", b"#", b"<", b"+"),
    *(b"SELECT * { ?s ?p ?o } LIMIT 1", b"format=", b"csv", b"update=", b"\x00"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(b"".join)


@given(data=st.data())
@settings(
    max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_that_is_sent_breaks_it(data: st.DataObject, service: Service) -> None:
    target = "/sparql?" + data.draw(TEXTS).decode("latin-1")
    method = data.draw(st.sampled_from(["GET", "POST"]))
    types = ["", FORM, QUERY, "text/plain", f"{FORM};charset", ";", '"', f"{QUERY};charset=\x00"]
    accepts = ["", "*/*", ";q=", "text/*;q=0.5", '"', "application/xml", "a/b"]
    body = data.draw(TEXTS)
    headers = {
        "content-type": data.draw(st.sampled_from(types)),
        "accept": data.draw(st.sampled_from(accepts)),
        "host": "localhost:8000",
    }
    app = create_app(CurrentService(service), service.settings)
    response = call(app, target, method, headers, body)
    assert response.status < 500
