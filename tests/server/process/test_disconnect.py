"""A client that does not wait for its answer."""

import socket
from collections.abc import Iterator

import pytest

from tests.built import BuiltSite
from tests.server.process.test_life import wait_until
from tests.server.process.test_status import figures
from tests.server.serving import Served, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def patient(tiny_site: BuiltSite) -> Iterator[Served]:
    """A service that would let a query run for longer than the test waits."""
    with serving(tiny_site.folder, "--quiet", "--query-seconds", "300") as server:
        yield server


def running(served: Served) -> float:
    return figures(served)["crosswalk_rdf_queries_running"][()]


def test_its_query_is_given_up(patient: Served) -> None:
    body = ENDLESS.encode()
    lines = (
        *("POST /sparql HTTP/1.1", "Host: x", "Content-Type: application/sparql-query"),
        *(f"Content-Length: {len(body)}", "", ""),
    )
    with socket.create_connection(patient.address) as connection:
        connection.sendall("\r\n".join(lines).encode() + body)
        wait_until(lambda: running(patient) == 1)
    wait_until(lambda: running(patient) == 0)
    wait_until(
        lambda: figures(patient)["crosswalk_rdf_requests_total"].get(("POST", "499")) == 1, 5
    )
    assert patient.ask("/sparql?query=ASK%20%7B%7D").status == 200
