"""What is refused, and with which words."""

from dataclasses import replace

import pytest
from starlette.requests import Request

from crosswalk_rdf.server.error_responses import ErrorResponses
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.routes import error_writers
from crosswalk_rdf.server.service import Service
from tests.formats.case.schemas import faults, response_1_0, response_1_1
from tests.server.case.client import VERSIONS, body, get
from tests.server.client import Answer

SCHEMA = {"1.0": response_1_0, "1.1": response_1_1}
KINDS = ["CFDocuments", "CFPackages", "CFItems", "CFItemAssociations", "CFAssociations"]
KINDS += ["CFAssociationGroupings", "CFConcepts", "CFSubjects", "CFItemTypes", "CFLicenses"]
KINDS += ["CFRubrics"]
UNKNOWN = "00000000-0000-4000-8000-000000000000"
SPELLING = {"1.0": {"invalid_uuid": "invaliduuid"}, "1.1": {}}


def code(response: Answer, version: str) -> str:
    """Return the code of a refusal in valid form."""
    value = body(response)
    assert not faults(SCHEMA[version]("imsx_StatusInfo"), value)
    assert value["imsx_codeMajor"] == "failure"
    assert value["imsx_severity"] == "error"
    assert value["imsx_description"]
    (field,) = value["imsx_codeMinor"]["imsx_codeMinorField"]
    return str(field["imsx_codeMinorFieldValue"])


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_unknown(tiny_service: Service, kind: str, version: str) -> None:
    response = get(tiny_service, f"{VERSIONS[version]}{kind}/{UNKNOWN}")
    assert (response.status, code(response, version)) == (404, "unknownobject")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "identifier",
    [
        "x",
        "1",
        UNKNOWN.replace("4000", "6000"),
        UNKNOWN + "0",
        "%2e%2e",
        "..%2f..%2fbuild.ndjson",
        "%00",
        "%ff",
        "a/b",
    ],
)
def test_what_is_no_uuid_is_said_to_be_none(
    tiny_service: Service, kind: str, version: str, identifier: str
) -> None:
    response = get(tiny_service, f"{VERSIONS[version]}{kind}/{identifier}")
    expected = SPELLING[version].get("invalid_uuid", "invalid_uuid")
    assert (response.status, code(response, version)) == (404, expected)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", ["", "CFItems", "CFThings", f"CFThings/{UNKNOWN}", "discovery/x"])
def test_there_are_no_other_paths(tiny_service: Service, path: str, version: str) -> None:
    response = get(tiny_service, VERSIONS[version] + path)
    assert (response.status, code(response, version)) == (404, "unknownobject")
    assert "CFItemAssociations" in body(response)["imsx_description"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("limit=0", "invalid_selection_field"),
        ("limit=-1", "invalid_selection_field"),
        ("limit=", "invalid_selection_field"),
        ("limit=ten", "invalid_selection_field"),
        ("limit=1.5", "invalid_selection_field"),
        ("limit=%D9%A1", "invalid_selection_field"),
        ("limit=+1", "invalid_selection_field"),
        ("limit=1_0", "invalid_selection_field"),
        ("limit=2147483648", "invalid_selection_field"),
        (f"limit={'9' * 5000}", "invalid_selection_field"),
        ("limit=1&limit=2", "invalid_selection_field"),
        ("offset=-1", "invalid_selection_field"),
        ("offset=null", "invalid_selection_field"),
        ("orderBy=up", "invalid_sort_field"),
        ("sort=title&orderBy=ASC", "invalid_sort_field"),
        ("sort=title&orderBy=", "invalid_sort_field"),
        ("fields=", "invalid_selection_field"),
        ("fields=title,", "invalid_selection_field"),
        ("fields=title&fields=%20", "invalid_selection_field"),
        ("filter=%20", "invalid_selection_field"),
        ("filter=title", "invalid_selection_field"),
        ("filter=title=Arts", "invalid_selection_field"),
        ("filter=title='Arts", "invalid_selection_field"),
        ("filter='", "invalid_selection_field"),
        ("filter=nothing='1'", "invalid_selection_field"),
        ("filter=title.length='1'", "invalid_selection_field"),
        ("filter=title='1' AND nothing='1'", "invalid_selection_field"),
        ("filter=title='1'ANDversion='1'", "invalid_selection_field"),
        ("filter=title='1' and version='1'", "invalid_selection_field"),
        ("filter=title='1' AND version='1' OR creator='1'", "invalid_selection_field"),
        ("filter=%ff", "invalid_selection_field"),
        ("filter=%ED%A0%80", "invalid_selection_field"),
    ],
)
def test_parameters_that_are_none_are_refused(
    tiny_service: Service, query: str, expected: str, version: str
) -> None:
    response = get(tiny_service, f"{VERSIONS[version]}CFDocuments", query=query)
    assert (response.status, code(response, version)) == (400, expected)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_empty_page_is_nothing_there(tiny_service: Service, version: str) -> None:
    """A CFDocumentSet has one CFDocument at least."""
    for query, total in (("offset=3", "3"), ("offset=2147483647", "3"), ("filter=title='?'", "0")):
        response = get(tiny_service, f"{VERSIONS[version]}CFDocuments", query=query)
        assert (response.status, code(response, version)) == (404, "unknownobject")
        assert response.header("x-total-count") == total
        assert 'rel="first"' in response.header("link")


@pytest.mark.parametrize("version", VERSIONS)
def test_only_json_is_there(tiny_service: Service, version: str) -> None:
    for accept in ("text/html", "application/json;q=0", "text/turtle, application/xml;q=0.5"):
        response = get(tiny_service, f"{VERSIONS[version]}CFDocuments", accept=accept)
        assert (response.status, code(response, version)) == (406, "forbidden")
        assert "application/json" in body(response)["imsx_description"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, "invalid_selection_field"),
        (401, "unauthorised_request"),
        (403, "forbidden"),
        (405, "forbidden"),
        (413, "forbidden"),
        (429, "server_busy"),
        (500, "internal_server_error"),
        (503, "server_busy"),
    ],
)
@pytest.mark.parametrize("version", VERSIONS)
def test_others_refuse_in_the_words_of_case(status: int, expected: str, version: str) -> None:
    path = f"{VERSIONS[version]}CFItems/1"
    scope = {"type": "http", "path": path, "headers": []}
    written = ErrorResponses(error_writers()).response(Request(scope), Problem(status, "why"))
    response = Answer(written.status_code, dict(written.headers), bytes(written.body))
    spelt = expected.replace("unauthorised_", "unauthorised") if version == "1.0" else expected
    assert (response.status, code(response, version)) == (status, spelt)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_publication_may_leave_case_out(tiny_service: Service, version: str) -> None:
    files = tiny_service.build.files
    remaining = {path: file for path, file in files.items() if not path.startswith("ims/")}
    bare = replace(tiny_service, build=replace(tiny_service.build, files=remaining), _cache={})
    for path in ("CFDocuments", f"CFItems/{UNKNOWN}", "discovery/imscasev1p1_openapi3_v1p0.json"):
        response = get(bare, VERSIONS[version] + path)
        assert (response.status, code(response, version)) == (404, "unknownobject")
        assert f"CASE {version}" in body(response)["imsx_description"]
