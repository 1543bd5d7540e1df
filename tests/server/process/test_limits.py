"""What a client may send, over real connections."""

import json
import socket
from collections.abc import Iterator

import pytest

from tests.built import BuiltSite
from tests.server.serving import Served, serving


@pytest.fixture(scope="module")
def strict(tiny_site: BuiltSite) -> Iterator[Served]:
    """A service with small limits."""
    limits = ("--header-bytes", "2000", "--header-seconds", "0.5", "--body-bytes", "1000")
    with serving(tiny_site.folder, *limits, "--keep-alive-seconds", "1") as server:
        yield server


def exchange(served: Served, *pieces: bytes, wait: float = 10) -> bytes:
    """Send pieces, one write each, and return all that comes until the service closes."""
    with socket.create_connection(served.address, timeout=wait) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        received = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
            while part := connection.recv(65536):
                received += part
        except ConnectionError:
            pass
        return received


def head(*lines: str) -> bytes:
    return "\r\n".join((*lines, "", "")).encode()


def test_a_head_within_the_limit(strict: Served) -> None:
    request = head("GET /healthz HTTP/1.1", "Host: x", f"X-Long: {'a' * 1800}", "Connection: close")
    assert exchange(strict, request).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "lines",
    [
        ("GET /healthz HTTP/1.1", "Host: x", f"X-Long: {'a' * 2000}"),
        (f"GET /{'a' * 2000} HTTP/1.1", "Host: x"),
        ("GET /healthz HTTP/1.1", "Host: x", *(f"X-{n}: {n}" for n in range(300))),
    ],
    ids=["header", "target", "many"],
)
def test_a_head_that_is_too_long(strict: Served, lines: tuple[str, ...]) -> None:
    response = exchange(strict, head(*lines))
    assert response.startswith(b"HTTP/1.1 431 ")
    assert json.loads(response.partition(b"\r\n\r\n")[2])["status"] == 431


def test_a_head_without_end(strict: Served) -> None:
    pieces = [b"X-More: " + b"a" * 500 + b"\r\n" for _ in range(20)]
    response = exchange(strict, b"GET / HTTP/1.1\r\nHost: x\r\n", *pieces)
    assert response == b"" or response.startswith(b"HTTP/1.1 431 ")


def test_a_head_that_does_not_come(strict: Served) -> None:
    assert exchange(strict, b"GET / HTTP/1.1\r\nHost: x\r\n").startswith(b"HTTP/1.1 408 ")
    assert exchange(strict).startswith(b"HTTP/1.1 408 ")


def test_a_connection_that_is_idle_is_closed(strict: Served) -> None:
    response = exchange(strict, head("GET /healthz HTTP/1.1", "Host: x"))
    assert response.startswith(b"HTTP/1.1 200 ")


def test_pipelined_requests_are_answered_in_order(strict: Served) -> None:
    first = head("GET /healthz HTTP/1.1", "Host: x")
    second = head("GET /readyz HTTP/1.1", "Host: x", "Connection: close")
    response = exchange(strict, first + second)
    assert response.index(b'"ok"') < response.index(b'"ready"')


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_that_is_too_long(strict: Served, declared: bool) -> None:
    framing = "Content-Length: 1500" if declared else "Transfer-Encoding: chunked"
    type = "Content-Type: application/sparql-query"
    body = b"a" * 1500 if declared else b"5dc\r\n" + b"a" * 1500 + b"\r\n0\r\n\r\n"
    request = head("POST /sparql HTTP/1.1", "Host: x", type, framing, "Connection: close")
    assert exchange(strict, request + body).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_does_not_come(strict: Served) -> None:
    type = "Content-Type: application/sparql-query"
    request = head("POST /sparql HTTP/1.1", "Host: x", type, "Content-Length: 100")
    assert exchange(strict, request + b"SELECT").startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize(
    "request_line",
    [
        "GET",
        "GET / HTTP/9",
        "G\x00T / HTTP/1.1",
        "GET /\xe4 HTTP/1.1",
        "\r\nBOO / HTTP/1.1",
        "x" * 99,
    ],
)
def test_what_is_no_request(strict: Served, request_line: str) -> None:
    response = exchange(strict, request_line.encode("latin-1") + b"\r\nHost: x\r\n\r\n")
    assert response.startswith(b"HTTP/1.1 4")
    assert strict.ask("/healthz").status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST", "TRACE"])
def test_methods_that_are_not_for_this(strict: Served, method: str) -> None:
    answer = strict.ask("/healthz", method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_client_has_its_rate(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder, "--rate", "0.001", "--rate-burst", "3") as served:
        responses = [served.ask("/healthz") for _ in range(5)]
    assert [answer.status for answer in responses] == [200, 200, 200, 429, 429]
    assert int(responses[-1].headers["retry-after"]) > 900


def test_two_lengths_are_no_request(strict: Served) -> None:
    """What one server takes for a body another would take for a request (RFC 9112 §6.3)."""
    first = ("POST /sparql HTTP/1.1", "Host: x", "Content-Length: 4")
    for second in ("Transfer-Encoding: chunked", "Content-Length: 5"):
        response = exchange(
            strict, head(*first, second) + b"0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n"
        )
        assert response.startswith(b"HTTP/1.1 4")
        assert response.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET /healthz HTTP/1.0", b"200"),
        ("GET http://elsewhere.example/healthz HTTP/1.1", b"200"),
        ("GET http://elsewhere.example HTTP/1.1", b"4"),
        ("OPTIONS * HTTP/1.1", b"204"),
        ("GET * HTTP/1.1", b"4"),
        ("GET /../../etc/passwd HTTP/1.1", b"404"),
        ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", b"404"),
        ("GET /assets/..%2f..%2fbuild.ndjson HTTP/1.1", b"404"),
        ("GET //etc/passwd HTTP/1.1", b"404"),
        ("GET /healthz%00 HTTP/1.1", b"404"),
    ],
)
def test_odd_targets(strict: Served, request_line: str, status: bytes) -> None:
    response = exchange(strict, head(request_line, "Host: x", "Accept: */*", "Connection: close"))
    assert response.startswith(b"HTTP/1.1 " + status)
    assert b"root:" not in response
