"""The flagship in CTDL-ASN: valid, complete, offline, the same every time."""

import json
import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.formats.ctdl_asn import publish, read, write
from crosswalk_rdf.formats.registry import formats, recognized
from crosswalk_rdf.model import Package, Publication, package_of
from crosswalk_rdf.namespaces import CEASN, CETERMS
from tests.formats.contexts import quads
from tests.formats.ctdl_asn.registry import faults

PATHS = [
    "ctdl-asn/lcpe-2017.ctdl-asn.jsonld",
    "ctdl-asn/psel-2015.ctdl-asn.jsonld",
    "ctdl-asn/crosswalk-2017.alignment-map.jsonld",
]


@pytest.fixture(scope="module")
def package(flagship: Publication) -> Package:
    return package_of(flagship)


@pytest.fixture(scope="module")
def published(package: Package) -> dict[str, bytes]:
    return dict(publish(package))


def test_there_is_a_document_for_each_framework_and_crosswalk(published: dict[str, bytes]) -> None:
    assert list(published) == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_the_registry_finds_no_fault(published: dict[str, bytes], path: str) -> None:
    assert faults(published[path]) == []


def test_the_same_bytes_every_time(package: Package, published: dict[str, bytes]) -> None:
    assert dict(publish(package)) == published


@pytest.mark.parametrize("path", PATHS[:2])
def test_a_framework_comes_back(package: Package, published: dict[str, bytes], path: str) -> None:
    [after] = read(published[path], path).package.frameworks
    [before] = [f for f in package.frameworks if f.id == after.id]
    assert [(s.iri, s.uuid, s.kind, s.notation, s.text, s.label, s.broader, s.position)
            for s in after.statements] == [
        (s.iri, s.uuid, s.kind, s.notation, s.text, s.label, s.broader, s.position)
        for s in before.statements
    ]  # fmt: skip
    for name in ("iri", "uuid", "title", "creators", "publisher", "rights_holder", "issued",
                 "edition", "language", "rights", "sources", "notation_note"):  # fmt: skip
        assert getattr(after, name) == getattr(before, name)
    assert [(v.kind, v.label) for v in after.levels] == [(v.kind, v.label) for v in before.levels]


def test_the_crosswalk_comes_back(package: Package, published: dict[str, bytes]) -> None:
    [after] = read(published[PATHS[2]], PATHS[2]).package.crosswalks
    [before] = package.crosswalks
    assert [(p.iri, p.id, p.title, p.subject_source, p.object_source) for p in after.parts] == [
        (p.iri, p.id, p.title, p.subject_source, p.object_source) for p in before.parts
    ]
    assert [
        (a.iri, a.subject, a.predicate, a.object, a.justification, a.subject_label, a.object_label)
        for p in after.parts for a in p.alignments
    ] == [
        (a.iri, a.subject, a.predicate, a.object, a.justification, a.subject_label, a.object_label)
        for p in before.parts for a in p.alignments
    ]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_each_document_expands_offline_to_our_iris(
    package: Package, published: dict[str, bytes], path: str
) -> None:
    triples = quads(published[path])
    terms = {term for quad in triples for term in (quad.subject, quad.object)}
    assert not any(isinstance(term, ox.BlankNode) for term in terms)
    names = {term.value for term in terms if isinstance(term, ox.NamedNode)}
    for framework in package.frameworks:
        if framework.id in path:
            assert {str(s.iri) for s in framework.statements} <= names
    for part in package.crosswalks[0].parts if "alignment-map" in path else ():
        assert {str(a.iri) for a in part.alignments} <= names


def test_text_rights_and_dates_have_language_and_datatype(published: dict[str, bytes]) -> None:
    triples = {(q.subject.value, q.predicate.value): q.object for q in quads(published[PATHS[1]])}
    framework = "https://w3id.org/leadership-crosswalk/psel-2015"
    text = triples[f"{framework}/1a", str(CEASN.competencyText)]
    assert text.language == "en"
    rights = triples[framework, "http://purl.org/dc/terms/rights"]
    assert rights.value.startswith("© 2015") and rights.language == "en"
    issued = triples[framework, "http://purl.org/dc/terms/issued"]
    assert issued.datatype.value.endswith("#gYear")


def test_alignments_stand_on_both_competencies_and_map(
    package: Package, published: dict[str, bytes]
) -> None:
    printed = Counter((a.subject, a.object) for p in package.crosswalks[0].parts
                      for a in p.alignments)  # fmt: skip
    pairs = [
        (quad.subject.value, quad.object.value)
        for path in PATHS[:2]
        for quad in quads(published[path])
        if quad.predicate.value == str(CEASN.alignTo)
    ]
    assert set(pairs) == {(str(a), str(b)) for a, b in printed}
    ends = {
        name: {q.subject.value: q.object.value for q in quads(published[PATHS[2]])
               if q.predicate.value == str(CETERMS[name])}
        for name in ("sourceNode", "targetNode")
    }  # fmt: skip
    mapped = Counter(
        (ends["sourceNode"][iri], ends["targetNode"][iri]) for iri in ends["sourceNode"]
    )
    assert mapped == Counter({(str(a), str(b)): n for (a, b), n in printed.items()})


def test_the_map_has_the_form_of_the_published_one(published: dict[str, bytes]) -> None:
    document = json.loads(published[PATHS[2]])
    assert document["@context"] == "https://credreg.net/ctdl/schema/context/json"
    [alignment_map] = [n for n in document["@graph"] if n["@type"] == "ceterms:AlignmentMap"]
    assert len(alignment_map["ceterms:hasPart"]) == 70 + 94 + 65
    for part in alignment_map["ceterms:hasPart"]:
        assert part["@type"] == "ceterms:AlignmentObject"
        assert part["ceterms:alignmentType"] == "alignment:RelatedMatch"
        assert re.match("https://w3id.org/leadership-crosswalk/", part["ceterms:targetNode"])


def test_what_is_not_carried_is_reported(package: Package) -> None:
    report = write(package).report
    lost = {remark.what for remark in report.remarks if str(remark.action) == "not carried"}
    assert {"errata (93)", "sources (1)", "statement.lines (169)", "part.subject_kinds (3)"} <= lost
    assert report.counts["Competency"].carried == sum(len(f.statements) for f in package.frameworks)


@pytest.mark.parametrize("path", PATHS)
def test_it_is_recognized(published: dict[str, bytes], path: str) -> None:
    assert recognized(published[path], Path(path).name).name == "ctdl-asn"
    assert recognized(published[path], "download.json").name == "ctdl-asn"
    assert "ctdl-asn" in [format.name for format in formats()]
