"""Each file of the service against the schema of the response that it is."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from crosswalk_rdf.formats.case import FORMATS
from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.model import Package, Publication, package_of
from tests.formats.case.schemas import faults, response_1_0, response_1_1

SCHEMAS = {
    "CFDocuments": "CFDocument",
    "CFPackages": "CFPackage",
    "CFItems": "CFItem",
    "CFItemAssociations": "CFAssociationSet",
    "CFAssociations": "CFAssociation",
    "CFAssociationGroupings": "CFAssociationGrouping",
    "CFConcepts": "CFConceptSet",
    "CFSubjects": "CFSubjectSet",
    "CFItemTypes": "CFItemTypeSet",
    "CFLicenses": "CFLicense",
    "CFRubrics": "CFRubric",
}
DISCOVERY = "ims/case/v1p1/discovery/imscasev1p1_openapi3_v1p0.json"


def _format(name: str) -> Format:
    (one,) = (format for format in FORMATS if format.name == name)
    return one


def _published(package: Package, name: str) -> dict[str, bytes]:
    publish = _format(name).publish
    assert publish
    files = list(publish(package))
    assert len(files) == len(dict(files)), "each path is written once"
    return dict(files)


@pytest.fixture(scope="module")
def package(flagship: Publication) -> Package:
    return package_of(flagship)


@pytest.fixture(scope="module")
def tree(package: Package) -> dict[str, bytes]:
    return _published(package, "case-1.1")


def _faults(files: dict[str, bytes], folder: str, schema: Callable[[str], Any]) -> list[str]:
    messages = []
    for path, content in files.items():
        if path.startswith(folder) and "/discovery/" not in path:
            kind, uuid = path.removeprefix(folder).split("/")
            name = "CFDocumentSet" if uuid == "index.json" else SCHEMAS[kind]
            messages += [f"{path}: {each}" for each in faults(schema(name), json.loads(content))]
    return messages


def test_each_file_is_a_valid_response(tree: dict[str, bytes]) -> None:
    assert not _faults(tree, "ims/case/v1p1/", response_1_1)


def test_each_file_of_1_0_is_a_valid_response(package: Package) -> None:
    files = _published(package, "case-1.0")
    assert "case/psel-2015.case-1.0.json" in files
    assert not _faults(files, "ims/case/v1p0/", response_1_0)


def test_each_thing_has_its_file(package: Package, tree: dict[str, bytes]) -> None:
    for framework in package.frameworks:
        assert f"case/{framework.id}.case.json" in tree
        for kind in ("CFDocuments", "CFPackages"):
            assert f"ims/case/v1p1/{kind}/{framework.uuid}" in tree
        for statement in framework.statements:
            for kind in ("CFItems", "CFItemAssociations"):
                assert f"ims/case/v1p1/{kind}/{statement.uuid}" in tree
    kinds = {path.split("/")[3] for path in tree if path.startswith("ims/case/v1p1/")}
    assert kinds == {*SCHEMAS, "discovery"} - {
        "CFConcepts",
        "CFSubjects",
        "CFRubrics",
        "CFLicenses",
    }


def test_an_item_has_the_associations_of_both_directions(
    package: Package, tree: dict[str, bytes]
) -> None:
    (psel,) = (f for f in package.frameworks if f.id == "psel-2015")
    standard = psel.statements[0]
    document = json.loads(tree[f"ims/case/v1p1/CFItemAssociations/{standard.uuid}"])
    ends = [
        (a["originNodeURI"]["identifier"], a["destinationNodeURI"]["identifier"])
        for a in document["CFAssociations"]
    ]
    assert (standard.uuid, psel.uuid) in ends
    aligned = [
        a
        for part in package.crosswalks[0].parts
        for a in part.alignments
        if standard.iri in (a.subject, a.object)
    ]
    children = [s for s in psel.statements if s.broader == standard.iri]
    assert len(ends) == 1 + len(aligned) + len(children)


def test_addresses_of_the_service_are_there(package: Package, tree: dict[str, bytes]) -> None:
    """Whatever a file says is at an address of the service is a file."""
    count = 0
    for path, content in tree.items():
        for piece in content.decode().split('"')[1::2]:
            if piece.startswith(f"{package.base}ims/") and path != DISCOVERY:
                count += 1
                assert piece.removeprefix(package.base) in tree, piece
    assert count > 1000


def test_discovery_lists_what_is_there(package: Package, tree: dict[str, bytes]) -> None:
    document = json.loads(tree[DISCOVERY])
    assert document["openapi"].startswith("3.0.")
    assert document["servers"] == [{"url": f"{package.base}ims/case/v1p1"}]
    kinds = {path.split("/")[3] for path in tree if path.startswith("ims/case/v1p1/")}
    listed = {path.split("/")[1] for path in document["paths"]}
    assert listed == kinds - {"discovery"}
    operations = []
    for path, item in document["paths"].items():
        operations.append(item["get"]["operationId"])
        assert "description" in item["get"]["responses"]["200"]
        named = {p["name"] for p in item["get"].get("parameters", []) if p["in"] == "path"}
        assert named == ({"sourcedId"} if "{sourcedId}" in path else set())
    assert len(operations) == len(set(operations))


def test_operations_are_those_of_the_specification(tree: dict[str, bytes], repository: Any) -> None:
    official = json.loads(
        (repository / "tests/official/case/1edtech-casev1p1-openapi-3.0.0.json").read_text()
    )
    document = json.loads(tree[DISCOVERY])
    for path, item in document["paths"].items():
        assert item["get"]["operationId"] == official["paths"][path]["get"]["operationId"]


def test_nothing_is_published_of_nothing() -> None:
    assert _published(Package(base="https://example.org/"), "case-1.1") == {}
