"""Each resource of each publication, in both versions, against the official schemas."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from crosswalk_rdf.server.service import Service
from tests.formats.case.case_objects import uuid
from tests.formats.case.schemas import faults, response_1_0, response_1_1
from tests.formats.case.test_service import SCHEMAS
from tests.server.case.client import VERSIONS, body, document_at, get

SCHEMA = {"1.0": response_1_0, "1.1": response_1_1}
FOREIGN_UUID = "-0000-0000-0000-000000000000' does not match '[0-9a-f]{8}-"
"""UUIDs of others are kept, also of a version that CASE does not have: a sample has such."""
DEFINED = ("CFConcepts", "CFSubjects", "CFItemTypes", "CFLicenses", "CFAssociationGroupings")


def resources(of: Service, version: str) -> Iterator[tuple[str, str]]:
    """Yield kind and identifier of everything that the packages hold."""
    by_uri: dict[tuple[str, str], None] = {}
    for document in document_at(of, f"{VERSIONS[version]}CFDocuments")["CFDocuments"]:
        identifier = document["identifier"]
        package = document_at(of, f"{VERSIONS[version]}CFPackages/{identifier}")
        lists = {
            "CFDocuments": [package["CFDocument"]],
            "CFPackages": [package["CFDocument"]],
            "CFItems": package.get("CFItems", []),
            "CFAssociations": package.get("CFAssociations", []),
            "CFRubrics": package.get("CFRubrics", []),
        }
        ends = [
            association[end]["identifier"]
            for association in lists["CFAssociations"]
            for end in ("originNodeURI", "destinationNodeURI")
        ]
        items = {each["identifier"] for each in lists["CFItems"]}
        by_uri |= {("CFItemAssociations", end): None for end in ends if end in items}
        definitions = package.get("CFDefinitions", {})
        lists |= {kind: definitions.get(kind, []) for kind in DEFINED}
        for kind, every in lists.items():
            by_uri |= {(kind, each["identifier"]): None for each in every}
    yield from by_uri


def wrong(version: str, name: str, value: Any) -> list[str]:
    every = faults(SCHEMA[version](name), value)
    return [fault for fault in every if FOREIGN_UUID not in fault]


@pytest.mark.parametrize("version", VERSIONS)
def test_each_resource_is_a_valid_response(any_service: Service, version: str) -> None:
    all_wrong: list[str] = []
    kinds: set[str] = set()
    for kind, identifier in resources(any_service, version):
        kinds.add(kind)
        value = document_at(any_service, f"{VERSIONS[version]}{kind}/{identifier}")
        all_wrong += [f"{kind}/{identifier}: {f}" for f in wrong(version, SCHEMAS[kind], value)]
        assert identifier in json.dumps(value)
    assert not all_wrong
    assert kinds >= {"CFDocuments", "CFPackages", "CFItems", "CFItemAssociations", "CFAssociations"}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_kind_is_there(complete_service: Service, version: str) -> None:
    assert {kind for kind, _ in resources(complete_service, version)} == set(SCHEMAS)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_collection_is_a_valid_response(any_service: Service, version: str) -> None:
    value = document_at(any_service, f"{VERSIONS[version]}CFDocuments")
    assert not wrong(version, "CFDocumentSet", value)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_the_build_wrote_is_what_is_served(any_service: Service, version: str) -> None:
    files = any_service.build.files
    paths = [path for path in files if f"/{path}".startswith(VERSIONS[version])]
    served = [path for path in paths if "/discovery/" not in path]
    assert len(served) > 8
    for path in served:
        response = get(any_service, f"/{path}")
        assert response.status == 200
        assert bytes(response.body) == bytes(files[path].content)  # type: ignore[arg-type]
        assert response.header("etag") == files[path].etag
        assert response.header("last-modified").endswith(" GMT")
    whole = get(any_service, f"{VERSIONS[version]}CFDocuments")
    index = files[f"{VERSIONS[version][1:]}CFDocuments/index.json"]
    assert bytes(whole.body) == bytes(index.content)  # type: ignore[arg-type]


def _bare(value: Any) -> Any:
    """Return an item or association without what differs between the versions."""
    gone = ("extensions", "notes", "associationType", "lastChangeDateTime", "subject", "subjectURI")
    text = json.dumps({key: each for key, each in value.items() if key not in gone})
    return json.loads(text.replace("v1p0", "v1p1").replace(', "targetType": "CASE"', ""))


def test_items_of_1_0_are_those_of_1_1(flagship_service: Service) -> None:
    compared = 0
    for kind, identifier in resources(flagship_service, "1.1"):
        if kind in ("CFItems", "CFAssociations"):
            old, new = (
                document_at(flagship_service, f"{folder}{kind}/{identifier}")
                for folder in VERSIONS.values()
            )
            assert _bare(old) == _bare(new)
            compared += 1
    assert compared > 700


@pytest.mark.parametrize("version", VERSIONS)
def test_an_address_is_read_in_any_case_and_with_a_slash(
    tiny_service: Service, version: str
) -> None:
    for kind, identifier in resources(tiny_service, version):
        expected = document_at(tiny_service, f"{VERSIONS[version]}{kind}/{identifier}")
        for written in (identifier.upper(), f"{identifier}/", f"{identifier.upper()}/"):
            assert document_at(tiny_service, f"{VERSIONS[version]}{kind}/{written}") == expected
    listed = document_at(tiny_service, f"{VERSIONS[version]}CFDocuments")
    assert document_at(tiny_service, f"{VERSIONS[version]}CFDocuments/") == listed


@pytest.mark.parametrize("version", VERSIONS)
def test_definitions_come_with_those_below_them(complete_service: Service, version: str) -> None:
    def codes(kind: str, number: int) -> list[str]:
        every = document_at(complete_service, f"{VERSIONS[version]}{kind}/{uuid(number)}")[kind]
        return [each["hierarchyCode"] for each in every]

    assert codes("CFConcepts", 21) == ["1", "1.1", "1.1.a"]
    assert codes("CFConcepts", 22) == ["1.1", "1.1.a"]
    assert codes("CFConcepts", 24) == ["10"]
    assert codes("CFSubjects", 31) == ["A", "A.1"]
    assert codes("CFItemTypes", 41) == ["1", "1-1"]


def test_the_body_is_json_for_whoever_takes_json(tiny_service: Service) -> None:
    for accept in ("", "*/*", "application/json", "text/html, application/*;q=0.1"):
        assert get(tiny_service, "/ims/case/v1p1/CFDocuments", accept=accept).status == 200
    assert body(get(tiny_service, "/ims/case/v1p1/CFDocuments"))["CFDocuments"]
