"""A service that ran out of file descriptors answers again once there are some."""

import http.client
import os
import resource
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.built import BuiltSite
from tests.server.process.test_life import children, gone, wait_until
from tests.server.serving import Served, serving

MOST = 60


@pytest.fixture
def few_descriptors(tiny_site: BuiltSite) -> Iterator[Served]:
    with serving(tiny_site.folder) as service:
        resource.prlimit(service.process.pid, resource.RLIMIT_NOFILE, (MOST, MOST))
        yield service


def test_workers_come_back(few_descriptors: Served) -> None:
    service = few_descriptors
    assert service.ask("/readyz").status == 200
    workers = children(service.process.pid)[1:]
    with ExitStack() as connections:
        for _ in range(MOST):
            connections.enter_context(socket.create_connection(service.address, timeout=60))
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        wait_until(lambda: all(gone(worker) for worker in workers))
    wait_until(lambda: _is_ready(service))
    assert service.ask("/sparql?query=ASK%7B%7D").status == 200


def _is_ready(service: Served) -> bool:
    try:
        return service.ask("/readyz").status == 200
    except (OSError, http.client.HTTPException):
        return False
