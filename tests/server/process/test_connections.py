"""Connections that clients would keep without end, and what they send outside of requests."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.built import BuiltSite
from tests.server.process.test_life import wait_until
from tests.server.process.test_limits import exchange, head
from tests.server.serving import Served, serving

EACH = 50
"""How many connections there are of a kind."""
GET = head("GET /healthz HTTP/1.1", "Host: x")
LAST = head("GET /healthz HTTP/1.1", "Host: x", "Connection: close")
QUERY = b"ASK { ?s ?p ?o }"
TYPE = "Content-Type: application/sparql-query"
CHUNKED = head("POST /sparql HTTP/1.1", "Host: x", TYPE, "Transfer-Encoding: chunked")
CHUNK = b"%x\r\n%s\r\n" % (len(QUERY), QUERY)


@pytest.fixture(scope="module")
def impatient(tiny_site: BuiltSite) -> Iterator[Served]:
    """A service that waits for nobody."""
    times = ("--header-seconds", "0.5", "--write-seconds", "0.5", "--keep-alive-seconds", "1")
    with serving(tiny_site.folder, *times, "--body-bytes", "1000", "--quiet") as server:
        yield server


@dataclass(frozen=True)
class Kind:
    """A client that does not let go: what it sends first, and then again and again."""

    first: bytes
    more: bytes = b""


def kinds(folder: Path) -> dict[str, Kind]:
    page = max(folder.glob("*.html"), key=lambda file: file.stat().st_size).name
    reader = head(f"GET /{page} HTTP/1.1", "Host: x")
    length = "Content-Length: 999"
    return {
        "silent": Kind(b""),
        "slow head": Kind(b"GET / HTTP/1.1\r\nHost: x\r\n", b"X-A: b\r\n"),
        "empty lines": Kind(b"", b"\r\n"),
        "slow body": Kind(head("POST /sparql HTTP/1.1", "Host: x", TYPE, length), b" "),
        "slow chunks": Kind(CHUNKED, b"1\r\n \r\n"),
        "empty lines after a response": Kind(GET, b"\r\n"),
        "a slow head after a response": Kind(GET + b"GET", b"X"),
        "a body for another method": Kind(head("POST / HTTP/1.1", "Host: x", length), b" "),
        "a refused body": Kind(head("POST /sparql HTTP/1.1", "Host: x", TYPE, length + "9"), b" "),
        "a refused head": Kind(b"no request\r\n\r\n", b" "),
        "a reader that does not read": Kind(reader * 400),
        "one that does not read the end": Kind(reader * 400 + LAST),
    }


def sockets(served: Served) -> int:
    """Return how many sockets the service has open."""
    links = Path(f"/proc/{served.process.pid}/fd").iterdir()
    return sum(target.startswith("socket:") for target in map(_target, links))


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


def test_every_connection_comes_to_an_end(impatient: Served, tiny_site: BuiltSite) -> None:
    before = sockets(impatient)
    with ExitStack() as stack:
        clients = list[tuple[socket.socket, bytes]]()
        for kind in kinds(tiny_site.folder).values():
            for _ in range(EACH):
                client = stack.enter_context(_client(impatient, kind.first))
                clients.append((client, kind.more))
        assert impatient.ask("/healthz").status == 200

        def has_gone() -> bool:
            for client, more in clients:
                _try_to_send(client, more)
            return sockets(impatient) <= before

        wait_until(has_gone)
    assert impatient.ask("/healthz").status == 200


def _client(served: Served, first: bytes) -> socket.socket:
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.connect(served.address)
    client.sendall(first)
    client.setblocking(False)
    return client


def _try_to_send(client: socket.socket, more: bytes) -> None:
    try:
        client.send(more)
    except (BlockingIOError, ConnectionError):
        return


@pytest.mark.parametrize(
    ("framing", "status"),
    [
        (CHUNK + b"0\r\n" + b"X: aaaaaaaa\r\n" * 9000 + b"\r\n", b"431"),
        (CHUNK + b"0\r\nX: " + b"a" * 99_000 + b"\r\n\r\n", b"431"),
        (CHUNK + b"0;x=" + b"a" * 99_000 + b"\r\n\r\n", b"4"),
    ],
    ids=["many", "long", "extension"],
)
def test_what_frames_a_body_is_limited(impatient: Served, framing: bytes, status: bytes) -> None:
    response = exchange(impatient, CHUNKED + framing + GET)
    assert response.startswith(b"HTTP/1.1 " + status)
    assert response.count(b"HTTP/1.1 4") == 1


def test_trailers_are_no_headers(impatient: Served) -> None:
    trailers = b"Accept: application/sparql-results+xml\r\nX-Request-Id: trailer\r\nHost: y\r\n\r\n"
    response = exchange(impatient, CHUNKED + CHUNK + b"0\r\n" + trailers + LAST)
    assert response.count(b"HTTP/1.1 200 ") == 2
    assert b"sparql-results+json" in response
    assert b"trailer" not in response


def test_a_body_in_the_smallest_chunks(impatient: Served) -> None:
    body = b"".join(b"1\r\n%c\r\n" % byte for byte in QUERY.ljust(1000))
    response = exchange(impatient, CHUNKED + body + b"0\r\n\r\n" + LAST)
    assert response.count(b"HTTP/1.1 200 ") == 2


def test_a_refusal_comes_after_the_responses_before_it(impatient: Served) -> None:
    requests = CHUNKED + CHUNK + b"0\r\n\r\n"
    for wrong in (b"no request\r\n\r\n", CHUNKED + b"zz\r\n", head("GET / HTTP/1.1")):
        response = exchange(impatient, requests + GET + wrong)
        statuses = [part[:3] for part in response.split(b"HTTP/1.1 ")[1:] if part[:3].isdigit()]
        assert statuses == [b"200", b"200", b"400"]


def test_many_requests_at_once_are_answered_in_order(impatient: Served) -> None:
    ids = [f"X-Request-Id: id-{n}" for n in range(500)]
    requests = b"".join(head("GET /healthz HTTP/1.1", "Host: x", id) for id in ids)
    response = exchange(impatient, requests + LAST).lower()
    assert [line for line in response.decode().split("\r\n") if "id: id-" in line] == [
        id.lower() for id in ids
    ]


def test_an_upgrade_is_passed_over(impatient: Served) -> None:
    upgrade = head("GET /healthz HTTP/1.1", "Host: x", "Connection: Upgrade", "Upgrade: h2c")
    response = exchange(impatient, upgrade)
    assert response.startswith(b"HTTP/1.1 200 ")
    assert b"\r\nconnection: close\r\n" in response


@pytest.mark.parametrize("host", ["", "a b", "a/b", "a@b", "a\tb", "a:b", "a\\b", "<b>", "[", "ü"])
def test_a_host_that_is_none(impatient: Served, host: str) -> None:
    assert exchange(impatient, head("GET /healthz HTTP/1.1", f"Host: {host}")).startswith(
        b"HTTP/1.1 400 "
    )


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("GET /healthz HTTP/1.1",), b"400"),
        (("GET /healthz HTTP/1.1", "Host: a", "Host: a"), b"400"),
        (("GET /healthz HTTP/1.0", "Host: a", "Host: a"), b"400"),
        (("GET /healthz HTTP/1.0",), b"200"),
        (("GET /healthz HTTP/1.1", "Host: [::1]:80", "Connection: close"), b"200"),
        (("GET /healthz HTTP/1.1", "Host: a_b.example:8000", "Connection: close"), b"200"),
        (("POST /sparql HTTP/1.1", "Host: a", f"Content-Length: {'0' * 5000}"), b"400"),
        (("POST /sparql HTTP/1.1", "Host: a", f"Content-Length: {'9' * 5000}"), b"400"),
    ],
)
def test_heads(impatient: Served, lines: tuple[str, ...], status: bytes) -> None:
    assert exchange(impatient, head(*lines)).startswith(b"HTTP/1.1 " + status)


def test_idle_connections_leave_room_for_others(tiny_site: BuiltSite) -> None:
    options = ("--connections", "10", "--keep-alive-seconds", "300", "--header-seconds", "2")
    with serving(tiny_site.folder, *options) as served, ExitStack() as stack:
        for _ in range(10):
            client = stack.enter_context(socket.create_connection(served.address))
            client.sendall(GET)
            assert client.recv(4096).startswith(b"HTTP/1.1 200 ")
        wait_until(lambda: served.ask("/healthz").status == 200)


def test_too_many_connections(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder, "--connections", "3") as served, ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(socket.create_connection(served.address))
        answer = served.ask("/healthz")
    assert (answer.status, answer.headers["content-type"]) == (503, "application/problem+json")
    assert int(answer.headers["retry-after"]) > 0


def test_results_that_nobody_reads_make_room(tiny_site: BuiltSite) -> None:
    """No time limit helps here, and each is far larger than what the system holds of it."""
    options = ("--write-seconds", "300", "--unread-bytes", "20000000", "--cache-bytes", "0")
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 25000"
    target = f"/sparql?{urlencode({'query': query})}"
    with serving(tiny_site.folder, *options, "--quiet") as served, ExitStack() as stack:
        before = sockets(served)
        for _ in range(5):
            stack.enter_context(_client(served, head(f"GET {target} HTTP/1.1", "Host: x")))
        wait_until(lambda: sockets(served) > before)

        def is_served() -> bool:
            answer = served.ask(target)
            assert answer.status in (200, 503)
            assert answer.status == 200 or "retry-after" in answer.headers
            return answer.status == 200 and sockets(served) - before <= 2

        assert len(served.ask(target).body) != 0
        wait_until(is_served)
