"""The CASE service over real HTTP, and what it answered."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service
from tests.server.case.asking import VERSIONS, answer, router


class Served:
    """A running service: where it is, and how often which operation gave which status."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.address = ""
        self.answers: Counter[tuple[str, int]] = Counter()


class _Answerer(BaseHTTPRequestHandler):
    served: Served
    disable_nagle_algorithm = True

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def _answer(self) -> None:
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("content-length") or 0)
        request = Request(
            method=self.command,
            path=path,
            query=query,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
            top=self.served.address,
        )
        response = self._response(request)
        self.served.answers["/".join(path.split("/")[4:5]), response.status] += 1
        body = bytes(response.body)  # type: ignore[arg-type]
        self.send_response(response.status)
        for name, value in (*response.headers, ("content-length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _response(self, request: Request) -> Response:
        if not request.path.startswith(tuple(VERSIONS.values())):
            return Response(status=404)
        if request.method in ("GET", "HEAD"):
            return answer(request, self.served.service)
        refusal = router().route(request.path).refusal
        assert refusal is not None
        return refusal(Problem(405, "only GET", headers=(("allow", "GET, HEAD, OPTIONS"),)))

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(service: Service) -> Iterator[Served]:
    """Serve on a free port of this machine."""
    served = Served(service)
    handler = type("Answerer", (_Answerer,), {"served": served, "protocol_version": "HTTP/1.1"})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        served.address = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()
