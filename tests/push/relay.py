"""What stands before a store and stops in the middle of a request."""

import threading
from contextlib import suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from urllib.parse import urlsplit

from tests.push.servers import Server

HOP_BY_HOP = ("transfer-encoding", "content-length", "connection")


class Relay:
    """Passes requests on to a server until it is to stop.

    Of the requests with the method and the path that ``halt`` names it passes on ``requests``; of
    the next one it passes on half of the body, sets ``reached``, and waits for ``released``.
    """

    def __init__(self, server: Server) -> None:
        self.target = urlsplit(server.endpoint).netloc
        self.halt: tuple[str, str] | None = None
        self.halt_text = b""
        """What the body of the request to stop at holds."""
        self.requests = 0
        self.trickles = False
        """Whether answers come byte by byte, slower than they end."""
        self.reached, self.released = threading.Event(), threading.Event()
        self.log: list[str] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self.server = server.behind(self._http.server_port)

    def __enter__(self) -> "Relay":
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._http.shutdown()
        self._http.server_close()

    def stops(self, method: str, path: str, body: bytes, authorized: bool) -> bool:
        """Return whether the request is the one to stop at; without a login none is."""
        if self.halt is None or self.halt[0] != method or self.halt[1] not in path:
            return False
        if self.halt_text not in body:
            return False
        if "-auth" in path and not authorized:
            return False
        self.requests -= 1
        return self.requests < 0


def _handler(relay: Relay) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            relay.log.append(f"{self.command} {self.path}")
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {k: v for k, v in self.headers.items() if k.lower() != "host"}
            connection = HTTPConnection(relay.target, timeout=120)
            if relay.stops(self.command, self.path, body, "Authorization" in headers):
                self._stop(connection, headers, body)
            else:
                connection.request(self.command, self.path, body or None, headers)
                self._answer(connection)
            connection.close()

        do_GET = do_POST = do_PUT = do_DELETE = _any  # noqa: N815 (as http.server has it)

        def _stop(self, connection: HTTPConnection, headers: dict[str, str], body: bytes) -> None:
            connection.putrequest(self.command, self.path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            connection.send(body[: len(body) // 2])
            relay.reached.set()
            relay.released.wait(60)
            self.close_connection = True

        def _answer(self, connection: HTTPConnection) -> None:
            response = connection.getresponse()
            content = response.read()
            self.send_response_only(response.status)
            for name, value in response.getheaders():
                if name.lower() not in HOP_BY_HOP:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content) + 10**6 * relay.trickles))
            self.end_headers()
            if relay.trickles:
                _trickle(self.wfile, relay)
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def _trickle(stream: BufferedIOBase, relay: Relay) -> None:
    """Write blanks, with which no JSON begins, until the client is gone."""
    with suppress(ConnectionError):
        while not relay.released.wait(0.1):
            stream.write(b" ")
