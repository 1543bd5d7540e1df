"""The flagship in CASE: valid, verbatim, the same every time, and back again."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crosswalk_rdf.formats.case import read, write_1_0, write_1_1
from crosswalk_rdf.formats.format import Unwritable, Writing
from crosswalk_rdf.model import Package, Publication, package_of
from tests.formats.case.schemas import (
    faults,
    nulls,
    package_1_0,
    package_1_1,
    response_1_0,
    response_1_1,
)
from tests.formats.case.strategies import in_order

WRITERS = (
    (write_1_1, (package_1_1, lambda: response_1_1("CFPackage"))),
    (write_1_0, (package_1_0, lambda: response_1_0("CFPackage"))),
)


@pytest.fixture(scope="module")
def package(flagship: Publication) -> Package:
    return package_of(flagship)


@pytest.fixture(scope="module")
def written(package: Package) -> dict[str, Any]:
    return {id: json.loads(text) for id, text in write_1_1(package).documents.items()}


@pytest.mark.parametrize(("write", "schemas"), WRITERS, ids=["1.1", "1.0"])
def test_each_document_is_valid(
    package: Package, write: Callable[[Package], Writing], schemas: Any
) -> None:
    documents = write(package).documents
    assert list(documents) == ["lcpe-2017", "psel-2015", "crosswalk-2017"]
    for text in documents.values():
        value = json.loads(text)
        assert not nulls(value)
        for schema in schemas:
            assert not faults(schema(), value)


def test_the_text_is_verbatim(package: Package, written: dict[str, Any]) -> None:
    for framework in package.frameworks:
        items = {item["uri"]: item for item in written[framework.id]["CFItems"]}
        for statement in framework.statements:
            item = items[str(statement.iri)]
            assert item["fullStatement"] == str(statement.text)
            assert item["humanCodingScheme"] == statement.notation
            assert item["identifier"] == statement.uuid


def test_roots_are_children_of_the_document(package: Package, written: dict[str, Any]) -> None:
    for framework in package.frameworks:
        document = written[framework.id]
        children = [
            (a["originNodeURI"]["uri"], a["sequenceNumber"])
            for a in document["CFAssociations"]
            if a["associationType"] == "isChildOf"
            and a["destinationNodeURI"]["identifier"] == framework.uuid
        ]
        assert children == [(str(s.iri), s.position) for s in framework.statements if not s.broader]


def test_alignments_point_at_both_frameworks(package: Package, written: dict[str, Any]) -> None:
    uuids = {s.uuid for f in package.frameworks for s in f.statements}
    crosswalk = written["crosswalk-2017"]
    assert "CFItems" not in crosswalk
    assert len(crosswalk["CFAssociations"]) == sum(
        len(part.alignments) for part in package.crosswalks[0].parts
    )
    for each in crosswalk["CFAssociations"]:
        assert each["associationType"] == "isRelatedTo"
        for end in ("originNodeURI", "destinationNodeURI"):
            assert each[end]["identifier"] in uuids
            assert each[end]["targetType"] == "CASE"


def test_notes_give_the_evidence(written: dict[str, Any]) -> None:
    uri = "https://w3id.org/leadership-crosswalk/crosswalk-2017/part-2/PSMV.2.d--9i"
    (association,) = (a for a in written["crosswalk-2017"]["CFAssociations"] if a["uri"] == uri)
    assert "of the source." in association["notes"]
    assert "Printed notation of the destination: 9j." in association["notes"]
    assert association["CFAssociationGroupingURI"]["uri"].endswith("/crosswalk-2017/part-2")


def test_1_1_alone_says_its_version(package: Package, written: dict[str, Any]) -> None:
    old = [json.loads(text) for text in write_1_0(package).documents.values()]
    assert {each["CFDocument"].get("caseVersion") for each in old} == {None}
    assert {each["CFDocument"]["caseVersion"] for each in written.values()} == {"1.1"}
    assert not any("notes" in a for each in old for a in each["CFAssociations"])


def test_identifiers_are_each_of_one_thing(written: dict[str, Any]) -> None:
    identifiers: list[str] = []
    for document in written.values():
        identifiers.append(document["CFDocument"]["identifier"])
        for name in ("CFItems", "CFAssociations"):
            identifiers += [each["identifier"] for each in document.get(name, [])]
        for definitions in document["CFDefinitions"].values():
            identifiers += [each["identifier"] for each in definitions]
    assert len(identifiers) == len(set(identifiers))


def test_the_bytes_are_the_same_every_time(package: Package) -> None:
    assert write_1_1(package).documents == write_1_1(package).documents


def test_everything_comes_back(package: Package) -> None:
    data = b"[" + b",".join(write_1_1(package).documents.values()) + b"]"
    reading = read(data, "flagship")
    assert reading.report.remarks == []
    for before, after in zip(package.frameworks, reading.package.frameworks, strict=True):
        (modified,) = (p for p in after.properties if p.property.endswith("modified"))
        assert replace(before, properties=(modified,)) == replace(
            after, properties=in_order(after.properties)
        )
    (before_walk,), (after_walk,) = package.crosswalks, reading.package.crosswalks
    assert after_walk.parts == before_walk.parts
    assert after_walk.iri == before_walk.iri


def test_a_crosswalk_alone_knows_its_frameworks(package: Package) -> None:
    text = write_1_1(package).documents["crosswalk-2017"]
    (crosswalk,) = read(text, "crosswalk").package.crosswalks
    assert {e.id for e in crosswalk.external} == {"psel-2015", "lcpe-2017"}
    sources = [(p.subject_source, p.object_source) for p in package.crosswalks[0].parts]
    assert [(p.subject_source, p.object_source) for p in crosswalk.parts] == sources


def test_what_1_0_loses_is_said(package: Package) -> None:
    report = write_1_0(package).report
    remarks_made = {remark.what for remark in report.remarks}
    assert "CFAssociation.notes" in remarks_made
    assert any("errata" in what for what in remarks_made)


def test_an_empty_package_cannot_be_written() -> None:
    with pytest.raises(Unwritable, match="needs a framework"):
        write_1_1(Package())


def test_an_unknown_date_is_said(package: Package) -> None:
    report = write_1_1(replace(package, modified="")).report
    reasons = [r.why for r in report.remarks if r.what == "no date of the last change"]
    assert [why.split()[4][:10] for why in reasons] == ["2017-01-01", "2015-01-01", "2017-10-01"]
