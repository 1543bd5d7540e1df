"""What goes wrong over HTTP is one sentence that names the endpoint."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from rdflib import Literal, URIRef

from crosswalk_rdf.store.answers import Solutions, Triples
from crosswalk_rdf.store.backend import QuerySyntaxError
from crosswalk_rdf.store.endpoint_backend import EndpointBackend, EndpointError

RESULTS = "application/sparql-results+json"
TRIPLE = b'<https://example.org/1> <https://example.org/p> "x"@EN .\n'
RESPONSES = {
    "json": (200, RESULTS, (b'{"head":{"vars":["a"]},"results":{"bindings":'
             b'[{"a":{"type":"literal","value":"x","xml:lang":"EN"}},{}]}}')),
    "turtle": (200, "text/turtle; charset=utf-8", TRIPLE),
    "cut": (200, RESULTS, b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"lit'),
    "html": (200, "text/html", b"<html></html>"),
    "bad": (400, "text/plain", b"Virtuoso 37000 Error:\nsyntax error"),
    "down": (503, "text/plain", b"busy"),
    "empty": (500, "text/plain", b""),
    "nothing": (404, "text/html", b"<html><body>no such file</body></html>"),
    "closed": (403, "text/plain", b"read only"),
}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    """Answers with what the query names."""

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        status, media_type, body = RESPONSES[form["query"][0]]
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def engine() -> Iterator[EndpointBackend]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield EndpointBackend(f"http://127.0.0.1:{server.server_port}/sparql", timeout=5)
    server.shutdown()
    thread.join()
    server.server_close()


def test_answers(engine: EndpointBackend) -> None:
    assert engine.query("json") == Solutions(("a",), ((Literal("x", lang="en"),), (None,)))
    subject, predicate = URIRef("https://example.org/1"), URIRef("https://example.org/p")
    assert engine.query("turtle") == Triples(((subject, predicate, Literal("x", lang="en")),))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("cut", "sent a broken or unfinished answer"),
        ("html", "answered with text/html, which is no SPARQL answer; check the URL"),
        ("down", "answered with HTTP status 503: busy"),
        ("empty", "answered with HTTP status 500: Internal Server Error"),
        ("nothing", "answered with HTTP status 404: Not Found; check the URL, which is to be"),
        ("closed", "answered with HTTP status 403: read only; .* check --auth"),
    ],
)
def test_failures(engine: EndpointBackend, query: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message) as caught:
        engine.query(query)
    assert engine.url in str(caught.value)


def test_a_refused_query_is_a_syntax_error(engine: EndpointBackend) -> None:
    with pytest.raises(QuerySyntaxError, match="says Virtuoso 37000 Error: syntax error"):
        engine.query("bad")


def test_nobody_there() -> None:
    with pytest.raises(EndpointError, match="cannot be reached"):
        EndpointBackend("http://127.0.0.1:9/sparql", timeout=2).query("ASK {}")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "nonsense", "ftp://example.org/"])
def test_only_http(url: str) -> None:
    with pytest.raises(EndpointError, match="is no endpoint"):
        EndpointBackend(url).query("ASK {}")


def test_a_silent_endpoint() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)  # listens, and never answers
    url = f"http://127.0.0.1:{server.server_port}/"
    with pytest.raises(EndpointError, match=r"did not answer within 0\.2 seconds"):
        EndpointBackend(url, timeout=0.2).query("ASK {}")
    server.server_close()
