"""The OpenAPI document is valid, and nothing is answered that it leaves out, by schemathesis."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import CHECKS
from schemathesis.specs.openapi.definitions import OPENAPI_31

from tests.built import BuiltSite
from tests.server.embedded import ask, embedded_service
from tests.server.serving import Served

CORE = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "unsupported_method",
)
"""What holds whatever is sent: a text that is no query is a string nevertheless."""


@pytest.fixture(scope="module")
def api(served: Served) -> Any:
    """The service as schemathesis takes it, over HTTP."""
    return schemathesis.openapi.from_url(f"{served.url}openapi.json")


@pytest.mark.parametrize("name", ["flagship_site", "tiny_site"])
def test_it_is_openapi_3_1(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    document = json.loads(bytes(ask(embedded_service(site.folder), "/openapi.json").body))
    validator = Draft202012Validator(OPENAPI_31)
    assert [error.message for error in validator.iter_errors(document)] == []
    assert document["info"]["title"] == str(site.publication.title)
    broken = {**document, "paths": {"no-slash": {"get": {"responses": {}}}}}
    assert list(validator.iter_errors(broken))


def test_nothing_is_answered_that_is_not_in_it(api: Any) -> None:
    """Requests of every kind that schemathesis thinks of, the same each time."""
    checks = [CHECKS.get_one(name) for name in CORE]
    statuses: dict[int, int] = {}

    operations = [result.ok() for result in api.get_all_operations()]
    assert len(operations) > 80
    for operation in operations:
        for case in _cases(operation):
            response = case.call_and_validate(checks=checks)
            statuses[response.status_code] = statuses.get(response.status_code, 0) + 1
    assert {200, 400} <= set(statuses), statuses


def _cases(operation: Any) -> Iterator[Any]:
    cases: list[Any] = []

    @given(case=operation.as_strategy())
    @settings(
        max_examples=4,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    def gather(case: Any) -> None:
        cases.append(case)

    gather()
    yield from cases
