"""CLR 2.0: a sample record whose achievements and associations are real."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.clr import publish, write
from crosswalk_rdf.formats.format import Action, Count, Unwritable
from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.model import Alignment, Crosswalk, Package, Publication, package_of
from crosswalk_rdf.namespaces import CASE
from tests.formats.contexts import quads
from tests.formats.credential_schemas import empties, faults
from tests.formats.publications import odd, packages
from tests.formats.synthetic import large
from tests.work import growth

PATH = "clr/crosswalk-2017.clr-associations.json"


@pytest.fixture(scope="module")
def document(flagship: Publication) -> bytes:
    files = dict(publish(package_of(flagship)))
    assert list(files) == [PATH]
    return files[PATH]


def subject(data: bytes) -> dict[str, Any]:
    value = json.loads(data)["credentialSubject"]
    assert isinstance(value, dict)
    return value


def associations(data: bytes) -> Counter[tuple[str, str, str]]:
    return Counter(
        (each["associationType"], each["sourceId"], each["targetId"])
        for each in subject(data)["association"]
    )


def test_the_format_is_registered() -> None:
    assert format_by_name("clr").publish is publish


def test_the_record_is_valid(document: bytes) -> None:
    record = json.loads(document)
    assert faults(record, "ClrCredential") == []
    assert empties(record) == []
    assert "proof" not in record, "a sample is not signed"


def test_each_alignment_is_an_association_once(flagship: Publication, document: bytes) -> None:
    expected = {
        ("isRelatedTo", str(a.subject), str(a.object))
        for crosswalk in flagship.crosswalks
        for part in crosswalk.parts
        for a in part.alignments
    }
    counts = associations(document)
    assert expected == {association for association in counts if association[0] == "isRelatedTo"}
    assert set(counts.values()) == {1}


def test_the_hierarchy_among_the_aligned_is_there(flagship: Publication, document: bytes) -> None:
    base = flagship.base
    counts = associations(document)
    assert ("isChildOf", f"{base}lcpe-2017/VVC.5.a", f"{base}lcpe-2017/VVC.5") in counts
    assert ("isChildOf", f"{base}lcpe-2017/VVC.5", f"{base}lcpe-2017/VVC.5.a") not in counts


def test_every_end_is_an_achievement_of_the_record(document: bytes) -> None:
    ends = {end for _, *pair in associations(document) for end in pair}
    achievements = [each["id"] for each in subject(document)["achievement"]]
    assert ends == set(achievements)
    assert len(achievements) == len(set(achievements))


def test_it_expands_to_triples_that_name_the_statements(
    flagship: Publication, document: bytes
) -> None:
    triples = {
        (quad.predicate.value.rsplit("#")[-1], quad.object.value) for quad in quads(document)
    }
    assert ("sourceId", f"{flagship.base}psel-2015/1") in triples
    assert ("targetId", f"{flagship.base}lcpe-2017/VVC.1") in triples
    assert ("achievement", f"{flagship.base}lcpe-2017/VVC.1") in triples


def test_the_report_adds_up(flagship: Publication, document: bytes) -> None:
    report = write(package_of(flagship)).report
    count = report.counts["alignments"]
    repeated = [r for r in report.remarks if "another alignment says the same" in r.why]
    assert count == Count(229, 229 - len(repeated))
    assert report.counts["statements"] == Count(262, len(subject(document)["achievement"]))
    assert {"framework.rights (1)", "alignment.printed_text (229)"} <= {
        remark.what for remark in report.remarks
    }


def record_of(*alignments: Alignment, to: Crosswalk) -> tuple[bytes, list[str]]:
    part = replace(to.parts[0], alignments=alignments)
    writing = write(Package(crosswalks=(replace(to, parts=(part,)),)))
    (data,) = writing.documents.values()
    return data, [f"{r.action}: {r.what}" for r in writing.report.remarks]


@pytest.mark.parametrize(
    ("predicate", "name"),
    [
        (SKOS.exactMatch, "exactMatchOf"),
        (SKOS.relatedMatch, "isRelatedTo"),
        (CASE.precedes, "precedes"),
        (CASE.isPartOf, "isPartOf"),
        (CASE.isChildOf, "isChildOf"),
    ],
)
def test_predicates_that_have_a_type(flagship: Publication, predicate: URIRef, name: str) -> None:
    crosswalk = flagship.crosswalks[0]
    alignment = replace(crosswalk.parts[0].alignments[0], predicate=predicate)
    data, remarks = record_of(alignment, to=crosswalk)
    assert associations(data) == {(name, str(alignment.subject), str(alignment.object)): 1}
    assert not [remark for remark in remarks if "alignment.predicate" in remark]


@pytest.mark.parametrize(
    "predicate", [SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, CASE.exemplar]
)
def test_predicates_that_have_none_are_weakened(flagship: Publication, predicate: URIRef) -> None:
    crosswalk = flagship.crosswalks[0]
    alignment = replace(crosswalk.parts[0].alignments[0], predicate=predicate)
    data, remarks = record_of(alignment, to=crosswalk)
    assert [each[0] for each in associations(data)] == ["isRelatedTo"]
    assert f"{Action.NOT_CARRIED}: alignment.predicate {predicate} (1)" in remarks


def test_what_is_denied_is_not_said(flagship: Publication) -> None:
    crosswalk = flagship.crosswalks[0]
    one, two = crosswalk.parts[0].alignments[:2]
    data, remarks = record_of(one, replace(two, negated=True), to=crosswalk)
    assert len(associations(data)) == 1
    assert f"{Action.NOT_CARRIED}: alignment.negated (1)" in remarks


def test_an_end_that_is_published_elsewhere_is_named(flagship: Publication) -> None:
    crosswalk = flagship.crosswalks[0]
    alignment = replace(crosswalk.parts[0].alignments[0], object_label=None)
    data, _ = record_of(alignment, to=crosswalk)
    names = {each["id"]: each["name"] for each in subject(data)["achievement"]}
    assert names[str(alignment.subject)] == alignment.subject_label
    assert names[str(alignment.object)] == str(alignment.object)
    assert faults(json.loads(data), "ClrCredential") == []


def test_without_alignments_nothing_can_be_written() -> None:
    with pytest.raises(Unwritable):
        write(odd())
    assert dict(publish(odd())) == {}


@settings(max_examples=40)
@given(packages())
def test_any_package(package: Package) -> None:
    for _, data in publish(package):
        assert faults(json.loads(data), "ClrCredential") == []
        assert empties(json.loads(data)) == []
    if any(part.alignments for part in package.crosswalks[0].parts):
        assert list(write(package).documents.values()) == [data for _, data in publish(package)]


@pytest.mark.slow
def test_time_grows_with_the_number_of_alignments() -> None:
    writing = write(large(2_000))
    assert writing.report.counts["alignments"] == Count(2_000, 2_000)
    packages_of = {size: large(size) for size in (1, 2_000, 4_000)}
    assert growth(lambda size: write(packages_of[size]), 2_000) < 2.2
