"""The service against the official documents of both versions, by schemathesis.

What it sends is the same each time. The documents are given identifiers that exist, and corrected
where they contradict themselves: links of 1.1 name parameters of the path that there are not (so
there is no stateful phase), and ``allOf`` of closed parts in 1.0 holds for nothing.
"""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from schemathesis.cli import schemathesis

from crosswalk_rdf.server.service import Service
from tests.built import BuiltSite
from tests.formats.case.schemas import definitions_1_0
from tests.server.case.client import VERSIONS, document_at
from tests.server.case.test_resources import resources
from tests.server.serving import Served, serving

OFFICIAL = Path(__file__).resolve().parents[2] / "official/case"
REFUSED_ON_PURPOSE = "positive_data_acceptance"
"""Any text is a valid filter by the schema; by the binding (§3.3, §3.4) most are to be refused."""


def official_1_1() -> Any:
    return json.loads((OFFICIAL / "1edtech-casev1p1-openapi-3.0.0.json").read_text())


def official_1_0() -> Any:
    document = json.loads((OFFICIAL / "opensalt-case-v1p0-swagger.json").read_text())
    return {**document, "definitions": definitions_1_0()}


DOCUMENTS: dict[str, Callable[[], Any]] = {"1.0": official_1_0, "1.1": official_1_1}


def with_identifiers(document: Any, of: Service, version: str) -> Any:
    """Give each operation some identifiers that exist, as examples."""
    existing: dict[str, list[str]] = {}
    for kind, identifier in resources(of, version):
        existing.setdefault(kind, []).append(identifier)
    for path, operations in document["paths"].items():
        kind = path.split("/")[1]
        for parameter in operations["get"]["parameters"]:
            if parameter["in"] == "path":
                named = {f"n{n}": {"value": uuid} for n, uuid in enumerate(existing[kind][:3])}
                parameter["examples" if version == "1.1" else "x-examples"] = named
    return document


def ran(document: Any, served: Served, folder: str, place: Path, *more: str) -> str:
    """Run the command line of schemathesis in this process, as importing it takes two seconds.

    Return what it said where something is wrong.
    """
    file = place / "document.json"
    file.write_text(json.dumps(document))
    command = ["run", str(file), "--url", served.url + folder.strip("/")]
    command += ["--generation-deterministic"]
    command += ["--checks", "all", "--phases", "examples,coverage,fuzzing", *more]
    command += ["--max-examples", "15", "--warnings", "off", "--no-color"]
    with contextlib.chdir(place):
        run = CliRunner().invoke(schemathesis, command)
    return run.output + str(run.exception or "") if run.exit_code else ""


def answered(served: Served) -> set[tuple[str, int]]:
    """Return which kind of resource gave which status, by the log."""
    lines = []
    while not served.lines.empty():
        lines.append(served.lines.get())
    asked = [line for line in lines if line.get("path", "").startswith("/ims/case/v")]
    return {(line["path"].split("/")[4], line["status"]) for line in asked}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("publication", ["flagship", "complete"])
def test_official_document(
    request: pytest.FixtureRequest, tmp_path: Path, publication: str, version: str
) -> None:
    of: Service = request.getfixturevalue(f"{publication}_service")
    existing = {kind for kind, _ in resources(of, version)}
    document = DOCUMENTS[version]()
    document["paths"] = {
        path: item for path, item in document["paths"].items() if path.split("/")[1] in existing
    }
    document = with_identifiers(document, of, version)
    exclude = ("--exclude-checks", REFUSED_ON_PURPOSE)
    site: BuiltSite = request.getfixturevalue(f"{publication}_site")
    with serving(site.folder) as served:
        assert not ran(document, served, VERSIONS[version], tmp_path, *exclude)
    answers = answered(served)
    assert {kind for kind, status in answers if status == 200} == existing
    statuses = {status for _, status in answers}
    assert statuses >= {200, 400, 404, 405}
    assert max(statuses) < 500


@pytest.mark.parametrize("version", VERSIONS)
def test_only_parameters_of_the_collection_are_refused(
    complete_site: BuiltSite, complete_service: Service, tmp_path: Path, version: str
) -> None:
    """Where the binding demands no refusal, whatever the official schema takes is taken."""
    document = with_identifiers(DOCUMENTS[version](), complete_service, version)
    asked = document["paths"]["/CFDocuments"]["get"]["parameters"]
    remaining = [each for each in asked if each["name"] not in ("filter", "fields")]
    document["paths"]["/CFDocuments"]["get"]["parameters"] = remaining
    with serving(complete_site.folder) as served:
        assert not ran(document, served, VERSIONS[version], tmp_path)


@pytest.mark.parametrize("version", VERSIONS)
def test_own_description(
    complete_site: BuiltSite, complete_service: Service, tmp_path: Path, version: str
) -> None:
    """The discovery document says what the service does."""
    number = version.replace(".", "p")
    path = f"{VERSIONS[version]}discovery/imscasev{number}_openapi3_v1p0.json"
    document = with_identifiers(document_at(complete_service, path), complete_service, "1.1")
    exclude = ("--exclude-checks", REFUSED_ON_PURPOSE)
    with serving(complete_site.folder) as served:
        assert not ran(document, served, VERSIONS[version], tmp_path, *exclude)
    assert len({kind for kind, status in answered(served) if status == 200}) == 11
