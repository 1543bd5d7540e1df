"""The endpoint in ``docs/service.md``, added to the folder of endpoints as its reader would."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswalk_rdf.server import endpoints
from crosswalk_rdf.server.routes import error_writers, routes
from tests.built import BuiltSite
from tests.conftest import REPOSITORY
from tests.server.client import Client
from tests.server.embedded import embedded_service


@pytest.fixture
def hello(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    text = (REPOSITORY / "docs/service.md").read_text()
    [code] = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (tmp_path / "hello.py").write_text(code)
    monkeypatch.setattr(endpoints, "__path__", [*endpoints.__path__, str(tmp_path)])
    for cached in (routes, error_writers):
        cached.cache_clear()
    yield
    for cached in (routes, error_writers):
        cached.cache_clear()


def test_it_answers_and_is_described(hello: None, tiny_site: BuiltSite) -> None:
    client = Client(embedded_service(tiny_site.folder))
    assert client.send("/hello/ann").json()["hello"] == "ann"
    refused = client.send("/hello/7")
    assert (refused.status, refused.header("content-type")) == (404, "application/problem+json")
    assert client.send("/hello/ann", "OPTIONS").header("allow") == "GET, HEAD, OPTIONS"
    assert client.send("/hello/ann", "POST").status == 405
    document = client.send("/openapi.json").json()
    assert "404" in document["paths"]["/hello/{name}"]["get"]["responses"]
