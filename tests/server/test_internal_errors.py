"""An exception that nobody expects is a problem document, counted and logged."""

import json

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from crosswalk_rdf.server.app import create_app
from crosswalk_rdf.server.endpoints.resources import endpoint
from crosswalk_rdf.server.metrics import Metrics
from crosswalk_rdf.server.middleware.common_headers import COMMON
from crosswalk_rdf.server.service import CurrentService, Service
from tests.built import BuiltSite
from tests.server.embedded import embedded_service


def fail(*_: object) -> None:
    raise ZeroDivisionError("a secret of the house")


@pytest.fixture
def failing_service(tiny_site: BuiltSite, monkeypatch: pytest.MonkeyPatch) -> Service:
    monkeypatch.setattr(endpoint, "local_name", fail)
    return embedded_service(tiny_site.folder)


def test_an_exception(failing_service: Service) -> None:
    metrics, requests = Metrics(), list[tuple[int, int, float]]()

    def observe(_request: Request, status: int, size: int, seconds: float) -> None:
        requests.append((status, size, seconds))

    current, settings = CurrentService(failing_service), failing_service.settings
    app = create_app(current, settings, metrics=metrics, observers=[observe])
    client = TestClient(app, raise_server_exceptions=False)
    response = client.get("/never-sent-before", headers={"x-request-id": "id-7"})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-request-id"] == "id-7"
    assert {name for name, _ in COMMON} <= set(response.headers)
    problem = json.loads(response.content)
    assert (problem["status"], problem["request"]) == (500, "id-7")
    assert b"secret" not in response.content
    assert b"ZeroDivision" not in response.content
    [(status, size, seconds)] = requests
    assert (status, size) == (500, len(response.content))
    assert seconds >= 0
    text = metrics.exposition("")[0].decode()
    assert 'crosswalk_rdf_requests_total{method="GET",status="500"} 1.0' in text
    assert not current.is_in_use(failing_service)


def test_the_server_gets_it_to_log(failing_service: Service) -> None:
    app = create_app(CurrentService(failing_service), failing_service.settings)
    with pytest.raises(ZeroDivisionError):
        TestClient(app).get("/never-sent-before")
