"""Whatever is sent, the service answers, never with a fault of its own."""

import http.client
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.built import BuiltSite
from tests.server.serving import Served, serving

PATHS = (
    *("/", "/psel-2015/1a", "/psel-2015/1a.ttl", "/psel-2015", "/ontology", "/dataset", "/assets/"),
    *("/sparql", "/queries", "/queries/aligned", "/queries/aligned.csv", "/openapi.json"),
    *("/ims/case/v1p1/CFDocuments", "/ims/case/v1p0/CFItems/x", "/ims/case/v1p1/", "/oai", "/ldes"),
    *("/activities", "/activities/page/0", "/descriptions.ndjson", "/changes/feed.atom"),
    *("/.well-known/void", "/dumps/leadership-crosswalk.nq", "/metrics", "/healthz"),
)
HEADERS = (
    *("Accept", "Accept-Encoding", "Accept-Profile", "Accept-Language", "Range", "If-Range"),
    *("If-None-Match", "If-Match", "If-Modified-Since", "If-Unmodified-Since", "Host", "Origin"),
    *("Content-Type", "X-Request-Id", "X-Forwarded-For", "X-Forwarded-Proto", "Cookie", "Prefer"),
    *("Access-Control-Request-Method", "Access-Control-Request-Headers", "Expect", "Connection"),
)
VALUES = (
    *("*/*", "text/html", "text/turtle;q=0.5,*/*;q=0.1", "gzip, br;q=0", "identity;q=0", "*;q=0"),
    *("bytes=0-", "bytes=-5", "bytes=5-2,0-0", "bytes=0-1,4-5,9-", "*", '"x"', 'W/"x", "y"'),
    *("Tue, 24 Nov 2026 19:01:31 GMT", "<https://schema.org/>", "skos", "close", "100-continue"),
    *(
        "application/sparql-query",
        "application/x-www-form-urlencoded",
        "text/plain",
        "GET",
        "a" * 500,
    ),
)
PARAMETERS = (
    *("query", "default-graph-uri", "named-graph-uri", "update", "format", "profile", "_mediatype"),
    *("limit", "offset", "sort", "orderBy", "filter", "fields", "verb", "metadataPrefix", "set"),
    *("from", "until", "resumptionToken", "identifier", "since", "notation", "framework", "q"),
)
TERMS = (
    *("SELECT", "*", "WHERE", "{", "}", "?s", "?p", "?o", ".", ";", "UNION", "OPTIONAL", "FILTER"),
    *("(", ")", "GRAPH", "?g", "<http://example.org/>", '"text"', "12", "LIMIT", "1", "ORDER BY"),
    *("MINUS", "BIND", "AS", "SERVICE", "VALUES", "CONSTRUCT", "DESCRIBE", "ASK", "FROM", "COUNT"),
    *(
        "skos:broader",
        "PREFIX",
        "a",
        "/",
        "+",
        "|",
        "^",
        "!",
        "REGEX",
        "CONCAT",
        "\\u0041",
        "#",
        "é",
    ),
)

text = st.text(st.characters(codec="utf-8"), max_size=40)
latin = st.text(
    st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60
)
headers = st.dictionaries(st.sampled_from(HEADERS), st.sampled_from(VALUES) | latin, max_size=5)
parameters = st.lists(
    st.tuples(st.sampled_from(PARAMETERS) | text, text | st.sampled_from(VALUES)), max_size=4
)
ends = st.text(st.sampled_from("abz019/.-_~%2Ee5C;:@!$&'()*+,=?#[]"), max_size=25)
bodies = (
    st.none() | st.binary(max_size=200) | parameters.map(lambda fields: urlencode(fields).encode())
)
sparql = st.lists(st.sampled_from(TERMS), min_size=1, max_size=25).map(" ".join)

more = settings(max_examples=200, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def fuzzed(flagship_site: BuiltSite) -> Iterator[Served]:
    """A service of its own, with short limits: what is random may be slow."""
    limits = ("--query-seconds", "1", "--query-rows", "1000", "--header-seconds", "2")
    with serving(flagship_site.folder, "--quiet", *limits) as server:
        yield server


def status(
    served: Served, method: str, target: str, body: bytes | None, sent: dict[str, str]
) -> int:
    """Return the status of a response that came whole; 0 where the service hung up on purpose."""
    connection = http.client.HTTPConnection(*served.address, timeout=30)
    try:
        connection.putrequest(method, target, skip_host="Host" in sent, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value.encode("latin-1"))
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


@more
@given(
    st.sampled_from(("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE")),
    st.sampled_from(PATHS),
    ends,
    parameters,
    bodies,
    headers,
)
def test_requests(
    fuzzed: Served,
    method: str,
    path: str,
    end: str,
    asked: list[tuple[str, str]],
    body: bytes | None,
    sent: dict[str, str],
) -> None:
    query = f"?{urlencode(asked)}" if asked else ""
    assert 200 <= status(fuzzed, method, f"{path}{end}{query}", body, sent) < 500


@more
@given(st.sampled_from(PATHS), headers)
def test_headers(fuzzed: Served, path: str, sent: dict[str, str]) -> None:
    assert 200 <= status(fuzzed, "GET", path, None, sent) < 500


@more
@given(sparql | text, st.sampled_from(("*/*", "text/csv", "text/turtle", "application/ld+json")))
def test_sparql(fuzzed: Served, query: str, accept: str) -> None:
    sent = {"Content-Type": "application/sparql-query", "Accept": accept}
    assert 200 <= status(fuzzed, "POST", "/sparql", query.encode(), sent) < 500


def test_it_still_answers(fuzzed: Served) -> None:
    assert fuzzed.ask("/readyz").json()["status"] == "ready"
