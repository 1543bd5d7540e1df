"""How the service describes itself."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from crosswalk_rdf.formats.case.service.schemas import schemas
from crosswalk_rdf.server.endpoints.case import components, paths
from crosswalk_rdf.server.service import Service
from tests.formats.case.schemas import definitions_1_0
from tests.server.case.client import TOP, VERSIONS, document_at, get

NAMES = {
    "1.0": "discovery/imscasev1p0_openapi3_v1p0.json",
    "1.1": "discovery/imscasev1p1_openapi3_v1p0.json",
}


def official(repository: Path, version: str) -> Any:
    names = {
        "1.0": "opensalt-case-v1p0-swagger.json",
        "1.1": "1edtech-casev1p1-openapi-3.0.0.json",
    }
    return json.loads((repository / "tests/official/case" / names[version]).read_text())


@pytest.mark.parametrize("version", VERSIONS)
def test_it_has_the_operations_of_the_binding(
    tiny_service: Service, repository: Path, version: str
) -> None:
    document = document_at(tiny_service, VERSIONS[version] + NAMES[version])
    official_paths = official(repository, version)["paths"]
    assert document["servers"] == [{"url": f"{TOP}{VERSIONS[version].strip('/')}"}]
    assert document["openapi"].startswith("3.0.")
    assert document["info"]["version"] == version
    assert set(document["paths"]) == set(official_paths)
    for path, item in document["paths"].items():
        ours, theirs = item["get"], official_paths[path]["get"]
        assert ours["operationId"] == theirs["operationId"]
        names = [parameter["name"] for parameter in ours["parameters"]]
        assert names == [parameter["name"] for parameter in theirs["parameters"]]
        assert set(ours["responses"]) <= set(theirs["responses"])
        assert set(theirs["responses"]) - set(ours["responses"]) == {"401", "403"}


def test_each_reference_leads_somewhere(tiny_service: Service) -> None:
    for version in VERSIONS:
        document = document_at(tiny_service, VERSIONS[version] + NAMES[version])
        references = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
        pointed = {p for p in json.dumps(document).split('"') if p.startswith("#/components/")}
        assert pointed <= references
        assert "#/components/schemas/imsx_StatusInfoDType" in pointed


def test_schemas_are_those_of_the_binding(repository: Path) -> None:
    theirs = {
        "1.1": official(repository, "1.1")["components"]["schemas"],
        "1.0": {
            f"{name.removesuffix('.Type')}DType": schema
            for name, schema in definitions_1_0().items()
        },
    }
    for version, official_paths in theirs.items():
        for name, ours in schemas(version).items():
            assert set(ours["properties"]) == set(official_paths[name]["properties"]), name
            assert set(ours.get("required", ())) == set(official_paths[name].get("required", ())), (
                name
            )


def test_the_whole_service_gets_path_items(flagship_service: Service, repository: Path) -> None:
    items = paths(flagship_service)
    operations = [item["get"]["operationId"] for item in items.values()]  # type: ignore[index]
    assert len(operations) == len(set(operations)) == 26
    for version, folder in VERSIONS.items():
        for path in official(repository, version)["paths"]:
            assert f"{folder}{path[1:]}" in items
        assert get(flagship_service, folder + NAMES[version]).status == 200
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(items)))
    schemas_named = components(flagship_service)["schemas"]
    assert named == set(schemas_named) == {f"imsx_StatusInfo_{n}DType" for n in ("1_0", "1_1")}
