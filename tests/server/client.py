"""The application in this process, on Starlette's test client: what endpoints are tried on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from starlette.testclient import TestClient

from crosswalk_rdf.server.app import create_app
from crosswalk_rdf.server.service import CurrentService, Service

TOP = "http://localhost:8000/"


@dataclass(frozen=True)
class Answer:
    """A response, as it came."""

    status: int
    headers: Mapping[str, str]
    """By name in lower case."""
    body: bytes

    def header(self, name: str) -> str:
        return self.headers.get(name, "")

    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Sends requests to the application on a service, with no headers but those that are given."""

    def __init__(self, service: Service, top: str = TOP) -> None:
        self.current = CurrentService(service)
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(top))
        app = create_app(self.current, service.settings)
        self._client = TestClient(app, base_url=origin, follow_redirects=False)
        for name in ("accept", "accept-encoding", "user-agent", "connection"):
            del self._client.headers[name]

    def send(
        self,
        target: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        encoded = [(n.encode(), v.encode("latin-1")) for n, v in (headers or {}).items()]
        with self._client.stream(method, target, content=body, headers=encoded) as response:
            content = b"".join(response.iter_raw())
        return Answer(response.status_code, dict(response.headers.items()), content)


@cache
def client_of(service: Service) -> Client:
    """Return a client of the application on ``service``."""
    return Client(service, service.settings.public_url or TOP)
