"""The OpenAPI document says what there is."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from crosswalk_rdf.server.endpoints import sparql
from crosswalk_rdf.server.endpoints.openapi import description
from crosswalk_rdf.server.openapi import Json, components, responses
from crosswalk_rdf.server.service import Service
from tests.server.embedded import TOP, ask


@pytest.fixture(scope="module")
def document(service: Service) -> Any:
    return json.loads(bytes(ask(service, "/openapi.json").body))


def test_every_reference_leads_to_something(document: Any) -> None:
    def references(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (v for k, v in value.items() if k == "$ref")
        for part in value.values() if isinstance(value, dict) else value:
            if isinstance(part, dict | list):
                yield from references(part)

    targets = set(references(document))
    assert targets
    for reference in targets:
        place = document
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]


def test_every_query_and_parameter_is_in_it(document: Any, service: Service) -> None:
    queries = json.loads(bytes(ask(service, "/queries").body))["queries"]
    assert queries
    ids = [o["operationId"] for item in document["paths"].values() for o in item.values()]
    assert len(ids) == len(set(ids))
    for query in queries:
        operation = document["paths"][f"/queries/{query['name']}"]["get"]
        parameters = {p["name"]: p for p in operation["parameters"]}
        assert operation["summary"] == query["summary"]
        for parameter in query["parameters"]:
            described = parameters[parameter["name"]]
            assert described["description"] == parameter["description"]
            assert described.get("required", False) == parameter["required"]
            default = parameter["default"]
            assert (default is None) == ("default" not in described["schema"])
            if default is not None:
                Draft202012Validator(described["schema"]).validate(described["schema"]["default"])
        assert set(query["answers"]) <= set(operation["responses"]["200"]["content"])


def test_it_stands_where_it_was_asked_for(document: Any) -> None:
    assert document["servers"] == [{"url": TOP.rstrip("/")}]


def test_both_media_types(service: Service) -> None:
    plain = ask(service, "/openapi.json")
    own = ask(service, "/openapi.json", accept="application/openapi+json")
    assert plain.header("content-type") == "application/json"
    assert own.header("content-type") == "application/openapi+json;version=3.1"
    assert plain.body == own.body
    assert ask(service, "/openapi.json", accept="text/html").status == 406


def test_endpoints_of_others_are_gathered(service: Service, monkeypatch: Any) -> None:
    """An endpoint needs no more than a function ``paths``."""

    def own(_: Service) -> Json:
        return {"/mine": {"get": {"responses": responses("Mine.", {}, 404)}}}

    monkeypatch.setattr(sparql, "paths", own)
    document = description.description(service)
    assert "/mine" in document["paths"]
    assert "/sparql" not in document["paths"]
    assert document["components"]["responses"] == components()["responses"]
