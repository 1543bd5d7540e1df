"""ASN documents in each syntax to the same package."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.asn import read
from crosswalk_rdf.formats.ctdl_asn import read as read_ctdl_asn
from crosswalk_rdf.formats.ctdl_asn import write as write_ctdl_asn
from crosswalk_rdf.formats.format import Action, Count
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.model import Framework, Package
from crosswalk_rdf.namespaces import ASN, CEASN
from tests.formats.ctdl_asn.packages import in_order
from tests.formats.ctdl_asn.registry import faults

SAMPLE = Path(__file__).resolve().parents[2] / "samples/asn/ASN_D2695955.ttl"
BASE = "http://asn.desire2learn.com/resources/"
SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}
TINY = f"""
@prefix asn: <http://purl.org/ASN/schema/core/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix gemq: <http://purl.org/gem/qualifiers/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <{BASE}> .
:D1 a asn:StandardDocument ; dc:title "Standards"@en ; gemq:hasChild :S2, :S1 ;
  dcterms:language <http://id.loc.gov/vocabulary/iso639-2/eng> .
:S1 a asn:Statement ; dcterms:isPartOf :D1 ; gemq:isChildOf :D1 ; dcterms:description "One"@en ;
  asn:statementNotation "1" ; asn:statementLabel "Strand"@en ; asn:listID "1." ;
  asn:comment "A note"@en ; asn:broadAlignment :X9 ; skos:exactMatch <http://example.org/e> .
:S2 a asn:Statement ; dcterms:isPartOf :D1 ; gemq:isChildOf :D1 ; dcterms:description "Two"@en ;
  asn:alignFrom <http://example.org/f> ; asn:indexingStatus <http://example.org/No> .
:S3 a asn:Statement ; dcterms:isPartOf :D1 ; gemq:isChildOf :S1 ; dcterms:description "Three"@en ;
  asn:exactAlignment :S2 .
""".encode()


def _framework(package: Package) -> Framework:
    [framework] = package.frameworks
    return framework


def _rdf_json(data: bytes) -> bytes:
    """Return Turtle as RDF/JSON, as ASN itself published it."""
    document: dict[str, dict[str, list[dict[str, str]]]] = {}
    for subject, predicate, value, _ in ox.parse(data, ox.RdfFormat.TURTLE):
        entry: dict[str, str] = {"value": value.value, "type": "uri"}
        if isinstance(value, ox.Literal):
            language = {"lang": value.language} if value.language else {}
            datatype = {} if value.language else {"datatype": value.datatype.value}
            entry = {"value": value.value, "type": "literal", **language, **datatype}
        document.setdefault(subject.value, {}).setdefault(predicate.value, []).append(entry)
    return json.dumps(document).encode()


def test_nothing_of_the_sample_is_lost() -> None:
    reading = read(SAMPLE.read_bytes(), SAMPLE.name)
    framework = _framework(reading.package)
    assert reading.report.counts == {
        "StandardDocument": Count(1, 1),
        "Statement": Count(206, 206),
        "triples": Count(2921, 2913),
    }
    assert [(r.place, r.action) for r in reading.report.remarks] == [
        (f"{BASE}D2695955.xml", Action.NOT_CARRIED)
    ]
    assert len({s.iri for s in framework.statements}) == 206
    assert framework.title == Literal("Competency Index for Linked Data", lang="en-us")
    assert (framework.language, framework.license) == (
        "en",
        URIRef("http://creativecommons.org/licenses/by/4.0/"),
    )
    assert [(level.name, level.depth) for level in framework.levels] == [
        ("TopicCluster", 1), ("Topic", 2), ("Competency", 3), ("Benchmark", 4),
    ]  # fmt: skip


def test_every_triple_of_a_statement_is_in_the_model() -> None:
    quads = list(ox.parse(SAMPLE.read_bytes(), ox.RdfFormat.TURTLE))
    framework = _framework(read(SAMPLE.read_bytes(), SAMPLE.name).package)
    by_iri = {str(s.iri): s for s in framework.statements}
    values = Counter((iri, str(p.value)) for iri, s in by_iri.items() for p in s.properties)
    names = ("authorityStatus", "indexingStatus", "educationLevel", "subject", "comment")
    expected = Counter(
        (q.subject.value, q.object.value)
        for q in quads
        if q.subject.value in by_iri and q.predicate.value.rsplit("/", 1)[-1] in names
    )
    assert values == expected
    parents = {
        (q.subject.value, q.object.value)
        for q in quads
        if q.predicate.value.endswith("isChildOf") and q.object.value in by_iri
    }
    assert {(i, str(s.broader)) for i, s in by_iri.items() if s.broader} == parents


def test_siblings_are_in_the_order_in_which_they_are_listed() -> None:
    framework = _framework(read(SAMPLE.read_bytes(), SAMPLE.name).package)
    tops = sorted((s for s in framework.statements if not s.broader), key=lambda s: s.position)
    assert [s.iri.removeprefix(BASE) for s in tops] == [
        "S2695991", "S2695997", "S2696018", "S2696022", "S2696023", "S2696024",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [*SYNTAXES, "json"])
def test_each_syntax_says_the_same(name: str) -> None:
    if name == "json":
        data = _rdf_json(TINY)
    else:
        triples = [q.triple for q in ox.parse(TINY, ox.RdfFormat.TURTLE)]
        data = ox.serialize(triples, format=SYNTAXES[name])
    assert recognized(data, f"file.{name}").name == "asn"
    actual, expected = read(data, f"tiny.{name}").package, read(TINY, "tiny.ttl").package
    assert {s.iri: (s.text, s.broader, s.kind, s.notation, set(s.properties))
            for s in _framework(actual).statements} == {
        s.iri: (s.text, s.broader, s.kind, s.notation, set(s.properties))
        for s in _framework(expected).statements
    }  # fmt: skip
    assert _framework(actual).title == _framework(expected).title
    assert _triples(actual) == _triples(expected)


def _triples(package: Package) -> Counter[Any]:
    return Counter(
        (a.subject, a.predicate, a.object)
        for walk in package.crosswalks
        for part in walk.parts
        for a in part.alignments
    )


def test_terms_of_asn_have_their_place() -> None:
    reading = read(TINY, "tiny.ttl")
    first, second, third = _framework(reading.package).statements
    assert (first.notation, first.text, first.position) == ("1", Literal("One", lang="en"), 2)
    assert (second.position, third.broader) == (1, first.iri)
    labels = {level.kind: level.label for level in _framework(reading.package).levels}
    assert labels[first.kind] == Literal("Strand", lang="en")
    properties = {(p.property, p.value) for p in first.properties}
    assert (SKOS.note, Literal("A note", lang="en")) in properties
    assert (CEASN.listID, Literal("1.")) in properties
    assert (ASN.indexingStatus, URIRef("http://example.org/No")) in {
        (p.property, p.value) for p in second.properties
    }
    assert (CEASN.exactAlignment, second.iri) in {(p.property, p.value) for p in third.properties}
    assert _triples(reading.package) == Counter(
        [
            (first.iri, SKOS.broadMatch, URIRef(f"{BASE}X9")),
            (first.iri, SKOS.exactMatch, URIRef("http://example.org/e")),
            (URIRef("http://example.org/f"), SKOS.relatedMatch, second.iri),
        ]
    )
    assert DCTERMS.language not in {p.property for s in (first, second) for p in s.properties}


def test_asn_goes_on_as_ctdl_asn() -> None:
    package = read(SAMPLE.read_bytes(), SAMPLE.name).package
    document = write_ctdl_asn(package).documents["competency-index-for-linked-data"]
    assert faults(document, version_4=False) == []
    after = in_order(_framework(read_ctdl_asn(document, "x.json").package))
    before = in_order(_framework(package))
    for one, other in zip(after.statements, before.statements, strict=True):
        assert (one.iri, one.text, one.broader, one.kind) == (
            other.iri, other.text, other.broader, other.kind,
        )  # fmt: skip
        assert len(one.properties) == len(other.properties)


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"<rdf:RDF",
        b"@prefix",
        b'{"http://x/": {"http://y/": [{"value": "z"}]}}',
        b"",
        b"\xff",
    ],
)
def test_what_is_no_asn_is_one_clear_fault(data: bytes) -> None:
    with pytest.raises(InputFaults) as raised:
        read(data, "file.json" if data.startswith(b"{") else "file.rdf")
    assert raised.value.faults[0].message


def test_a_cycle_is_cut_and_reported() -> None:
    data = TINY.replace(
        b'gemq:isChildOf :D1 ; dcterms:description "One"',
        b'gemq:isChildOf :S3 ; dcterms:description "One"',
    )
    data = data.replace(b"gemq:hasChild :S2, :S1", b"gemq:hasChild :S2")
    reading = read(data, "cycle.ttl")
    assert [s.broader for s in _framework(reading.package).statements].count(None) == 2
    assert any("stand under itself" in r.why for r in reading.report.remarks)


def test_odd_rdf_json_is_reported() -> None:
    data = json.dumps(
        {
            f"{BASE}S1": {
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [
                    {"value": str(ASN.Statement), "type": "uri"}
                ],
                "http://purl.org/dc/terms/description": [{"value": "One", "lang": "e n"}],
                "http://purl.org/dc/terms/isPartOf": {"value": "not an iri", "type": "uri"},
                "no property": [{"value": "x"}],
                "http://purl.org/dc/terms/subject": [None, 3, {"value": None}],
            },
            "not a subject": {},
        }
    ).encode()
    reading = read(data, "odd.json")
    [statement] = _framework(reading.package).statements
    assert statement.text == Literal("One")
    actions = Counter(str(r.action) for r in reading.report.remarks)
    assert actions["ignored"] == 5
