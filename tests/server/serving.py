"""The service as a user runs it: a process on loopback, stopped by its process id."""

import http.client
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.conftest import REPOSITORY


@dataclass(frozen=True)
class Answer:
    """A response as it came."""

    status: int
    headers: Mapping[str, str]
    """By name in lower case."""
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Served:
    """A running service."""

    url: str
    process: subprocess.Popen[str]
    lines: "queue.Queue[dict[str, Any]]" = field(repr=False)

    @property
    def address(self) -> tuple[str, int]:
        parts = urlsplit(self.url)
        assert parts.hostname
        assert parts.port
        return parts.hostname, parts.port

    def ask(
        self, target: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """Send one request on a connection of its own; ``_`` in a name of a header is ``-``."""
        connection = http.client.HTTPConnection(*self.address, timeout=60)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body, sent)
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())
        finally:
            connection.close()

    def logged(self, message: str, seconds: float = 30) -> dict[str, Any]:
        """Wait for a line of the log with this message, and return it."""
        while True:
            line = self.lines.get(timeout=seconds)
            assert line, f"the service ended without {message!r}"
            if line.get("message", "").startswith(message):
                return line


def command(folder: Path) -> list[str]:
    """Return what serves a build on a free port."""
    program = [sys.executable, "-m", "crosswalk_rdf", "serve", "--dist", str(folder)]
    return [*program, "--port", "0"]


@contextmanager
def serving(folder: Path, *options: str, python_path: Path = REPOSITORY) -> Iterator[Served]:
    """Run ``crosswalk-rdf serve`` on a build until the block is left."""
    process = subprocess.Popen(
        [*command(folder), *options],
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(python_path)},
    )
    lines: queue.Queue[dict[str, Any]] = queue.Queue()
    threading.Thread(target=_read, args=(process, lines), daemon=True).start()
    try:
        served = Served("", process, lines)
        served.url = served.logged("listening")["url"]
        yield served
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _read(process: "subprocess.Popen[str]", lines: "queue.Queue[dict[str, Any]]") -> None:
    """Put each line of the log into ``lines``; what is not JSON is an error of the service."""
    assert process.stderr
    for line in process.stderr:
        try:
            lines.put(json.loads(line))
        except ValueError:
            lines.put({"message": f"not JSON: {line}"})
    lines.put({})
