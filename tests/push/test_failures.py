"""What a store does not do is one sentence, exit code 2, and nothing is changed."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner

from crosswalk_rdf.cli import main
from tests.push.conftest import Push, held
from tests.push.servers import PASSWORD, Server, free_port

SECRET = "a very secret word"


def test_a_wrong_password(virtuoso_server: Server, push: Push, small: Path, base: str) -> None:
    wrong = Server("virtuoso", virtuoso_server.endpoint, f"dba:{SECRET}")
    result = push(wrong, small)
    assert result.exit_code == 2
    assert "did not accept the login (HTTP status 401): check --auth" in result.stderr
    assert SECRET not in result.output
    assert held(virtuoso_server, base) == {}


def test_no_password(virtuoso_server: Server, push: Push, small: Path) -> None:
    result = push(Server("virtuoso", virtuoso_server.endpoint), small)
    assert result.exit_code == 2
    assert "asks for a login (HTTP status 401): check --auth" in result.stderr


def test_a_password_in_a_file(
    virtuoso_server: Server, push: Push, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "login").write_text(f"dba:{PASSWORD}\n", encoding="utf-8")
    anonymous = Server("virtuoso", virtuoso_server.endpoint)
    assert push(anonymous, small, "--auth", f"@{tmp_path}/login").exit_code == 0
    missing = push(anonymous, small, "--auth", f"@{tmp_path}/nothing")
    assert missing.exit_code == 2
    assert "nothing: No such file or directory: put user:password" in missing.stderr


def test_a_login_that_is_none_is_not_shown(
    oxigraph_server: Server, push: Push, small: Path
) -> None:
    result = push(oxigraph_server, small, "--auth", SECRET)
    assert result.exit_code == 2
    assert "a login is written user:password" in result.stderr
    assert SECRET not in result.output


def test_nobody_there(push: Push, small: Path) -> None:
    result = push(Server("", f"http://127.0.0.1:{free_port()}/sparql"), small)
    assert result.exit_code == 2
    assert "cannot be reached" in result.stderr


def test_no_such_host(push: Push, small: Path) -> None:
    result = push(Server("", "http://no-such-host.invalid/sparql"), small)
    assert result.exit_code == 2
    assert "no-such-host.invalid" in result.stderr


def test_no_build(oxigraph_server: Server, tmp_path: Path) -> None:
    arguments = ["push", "--endpoint", oxigraph_server.endpoint, "--project", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "name a folder that build wrote, or a dump" in result.stderr


class Odd(BaseHTTPRequestHandler):
    """A store that says yes to all, and does what its path says."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode(errors="replace")
        query = parse_qs(body).get("query", [""])[0]
        if self.path.startswith("/moved"):
            self._answer(307, "text/plain", b"", Location="http://elsewhere.invalid/")
        elif self.path.startswith("/basic"):
            authorization = self.headers.get("Authorization")
            challenge = {"WWW-Authenticate": 'Basic realm="x"'}
            if authorization != "Basic dXNlcjrDqTpi":  # user:é:b
                self._answer(401, "text/plain", b"", **challenge)
            else:
                self._answer(503, "text/plain", b"logged in")
        elif self.path.startswith("/bearer"):
            self._answer(503, "text/plain", self.headers.get("Authorization", "").encode())
        elif "ASK" in query or "SELECT" in query:
            rows = b'{"head":{"vars":[]},"results":{"bindings":[]}}'
            self._answer(200, "application/sparql-results+json", rows)
        else:
            self._answer(403, "text/plain", b"read only")

    def _answer(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def odd() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "auth", "message"),
    [
        ("/refuses", None, "answered with HTTP status 403: read only"),
        ("/moved", None, "has moved to http://elsewhere.invalid/: give that URL"),
        ("/basic", "user:é:b", "HTTP status 503: logged in"),
        ("/basic", "user:b", "did not accept the login"),
        ("/bearer", "Bearer abc", "HTTP status 503: Bearer abc"),
    ],
)
def test_a_store_that_refuses(
    odd: str, push: Push, small: Path, path: str, auth: str | None, message: str
) -> None:
    result = push(Server("", f"{odd}{path}", auth), small)
    assert result.exit_code == 2
    assert message in result.stderr
