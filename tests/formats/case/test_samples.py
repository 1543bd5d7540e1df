"""``write(read(file))`` of each real file: the same, and valid."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from crosswalk_rdf.formats.case import read, write_1_0, write_1_1
from crosswalk_rdf.model import Package
from tests.formats.case.schemas import faults, nulls, package_1_0, package_1_1

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples/case").glob("*.cfpackage.json"))
_OF_PACKAGES = ("CFPackageURI", "CFDocumentURI", "CFItemAssociationURI")


def _moment(text: str) -> str:
    """Return a moment as RFC 3339 wants it: the samples leave out the offset."""
    return text if text.endswith(("Z", "+00:00")) else f"{text}+00:00"


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    """Return an object as the specification has it, where OpenSALT of 2017 had it otherwise."""
    plain = {k: v for k, v in value.items() if k not in _OF_PACKAGES and v not in (None, "")}
    if "educationalLevel" in plain:
        plain["educationLevel"] = [plain.pop("educationalLevel")]
    return {**plain, "lastChangeDateTime": _moment(plain["lastChangeDateTime"])}


def _associations(package: dict[str, Any]) -> Counter[tuple[Any, ...]]:
    return Counter(
        (
            each["identifier"],
            each["associationType"],
            json.dumps(each["originNodeURI"], sort_keys=True),
            json.dumps(each["destinationNodeURI"], sort_keys=True),
            int(each["sequenceNumber"]) if "sequenceNumber" in each else None,
            _moment(each["lastChangeDateTime"]),
            each["uri"],
        )
        for each in package["CFAssociations"]
    )


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def before(sample: Path) -> dict[str, Any]:
    return json.loads(sample.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture
def package(sample: Path) -> Package:
    return read(sample.read_bytes(), sample.name).package


def _only(documents: Any) -> dict[str, Any]:
    (document,) = documents.values()
    return json.loads(document)  # type: ignore[no-any-return]


def test_items_stay_the_same_and_in_order(before: dict[str, Any], package: Package) -> None:
    after = _only(write_1_1(package).documents)
    expected = [_plain(item) for item in before["CFItems"]]
    assert expected == [
        {key: value for key, value in item.items() if key != "extensions"}
        for item in after["CFItems"]
    ]


def test_the_document_stays_the_same(before: dict[str, Any], package: Package) -> None:
    after = _only(write_1_1(package).documents)["CFDocument"]
    added = ("extensions", "caseVersion")
    own_fields = {key: value for key, value in after.items() if key not in added}
    assert own_fields == _plain(before["CFDocument"])
    assert after["caseVersion"] == "1.1"


@pytest.mark.parametrize("write", [write_1_1, write_1_0])
def test_associations_stay_the_same(before: dict[str, Any], package: Package, write: Any) -> None:
    after = _only(write(package).documents)
    for each in after["CFAssociations"]:
        for end in ("originNodeURI", "destinationNodeURI"):
            each[end].pop("targetType", None)
    assert _associations(after) == _associations(before)


def test_definitions_stay(before: dict[str, Any], package: Package) -> None:
    after = _only(write_1_1(package).documents).get("CFDefinitions", {})
    types = before.get("CFDefinitions", {}).get("CFItemTypes", [])
    assert [each["identifier"] for each in types] == [
        each["identifier"] for each in after.get("CFItemTypes", [])
    ]


def test_what_is_written_is_valid(package: Package) -> None:
    for write, validator in ((write_1_1, package_1_1()), (write_1_0, package_1_0())):
        value = _only(write(package).documents)
        assert not faults(validator, value)
        assert not nulls(value)


def test_a_second_time_changes_nothing(sample: Path, package: Package) -> None:
    once = write_1_1(package).documents
    again = write_1_1(read(next(iter(once.values())), sample.name).package).documents
    assert again == once


def test_counts_add_up(sample: Path, before: dict[str, Any]) -> None:
    counts = read(sample.read_bytes(), sample.name).report.counts
    for name in ("CFItems", "CFAssociations"):
        assert counts[name].total == counts[name].carried == len(before[name])


def test_what_leads_elsewhere_is_aligned(before: dict[str, Any], package: Package) -> None:
    inside = {item["uri"] for item in before["CFItems"]} | {before["CFDocument"]["uri"]}
    outside = [
        (a["originNodeURI"]["uri"], a["destinationNodeURI"]["uri"])
        for a in before["CFAssociations"]
        if a["destinationNodeURI"]["uri"] not in inside
    ]
    pairs = [
        (str(a.subject), str(a.object))
        for crosswalk in package.crosswalks
        for part in crosswalk.parts
        for a in part.alignments
    ]
    assert Counter(pairs) == Counter(outside)
