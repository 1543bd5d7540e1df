"""A running server under load: requests a second, latency and errors, as wrk sees them."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.measuring import environment

SCRIPT = Path(__file__).parent / "wrk/requests.lua"


@dataclass(frozen=True, slots=True)
class Load:
    """What came of sending requests for a while."""

    rate: float
    """Requests a second."""
    median: float
    """Milliseconds, as p99."""
    p99: float
    failed: int
    """Requests without a response, or with one of status 400 or more."""


def load(
    url: str, requests: Sequence[str], *, accept: str, seconds: int, connections: int = 16
) -> Load:
    """Send ``requests`` again and again; a line each, as ``wrk/requests.lua`` reads them."""
    program = shutil.which("wrk")
    if program is None:
        raise SystemExit("the load is made by wrk: apt-get install wrk")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(requests) + "\n")
        listed.flush()
        size = ["--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s"]
        command = [program, *size, "--timeout", "10s", "--script", str(SCRIPT), url]
        done = subprocess.run(
            command,
            env={**os.environ, "REQUESTS": listed.name, "ACCEPT": accept},
            capture_output=True,
            text=True,
            check=True,
        )
    line = next(line for line in done.stdout.splitlines() if line.startswith("@@ "))
    count, took, median, p99, broken, refused = map(float, line.split()[1:])
    return Load(count / took * 1_000_000, median, p99, int(broken + refused))


@contextmanager
def server(command: Sequence[str], port: int, ready: str) -> Iterator[int]:
    """Run a server, and give its process id once ``ready`` is answered on ``port``."""
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}{ready}", process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=60)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit(f"the server ended with {process.returncode} before it was ready")
        try:
            urlopen(url, timeout=10).close()
        except HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit(f"{url} was not answered in 30 s")
