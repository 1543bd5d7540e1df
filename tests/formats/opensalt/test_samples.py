"""The spreadsheets that OpenSALT ships as samples."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.format import Count, Reading
from crosswalk_rdf.formats.opensalt import FORMATS
from crosswalk_rdf.model import PropertyValue, Slot
from crosswalk_rdf.namespaces import CASE, CEASN

SAMPLES = Path(__file__).parents[2] / "samples/case"
CSV, XLSX = FORMATS
UUID = "urn:uuid:93a38c04-2988-11e9-965c-13cdc43414be"


@pytest.fixture(scope="module")
def delimited() -> Reading:
    file = SAMPLES / "opensalt-sample_case.csv"
    assert CSV.read
    return CSV.read(file.read_bytes(), file.name)


@pytest.fixture(scope="module")
def workbook() -> Reading:
    file = SAMPLES / "opensalt-spreadsheet_import_sample.xlsx"
    assert XLSX.read
    return XLSX.read(file.read_bytes(), file.name)


def test_each_is_recognized() -> None:
    delimited = (SAMPLES / "opensalt-sample_case.csv").read_bytes()
    workbook = (SAMPLES / "opensalt-spreadsheet_import_sample.xlsx").read_bytes()
    assert CSV.recognizes and XLSX.recognizes
    assert (CSV.recognizes(delimited), XLSX.recognizes(delimited)) == (True, False)
    assert (CSV.recognizes(workbook), XLSX.recognizes(workbook)) == (False, True)


def test_the_tree_of_the_csv(delimited: Reading) -> None:
    (framework,) = delimited.package.frameworks
    notations = {s.iri: s.notation for s in framework.statements}
    assert [
        (s.notation, notations.get(s.broader or URIRef("")), s.position)
        for s in framework.statements
    ] == [
        ("M", None, 1),
        ("M.F", "M", 1),
        ("M.F.1-2", "M.F", 1),
        ("M.F.1-2.S1", "M.F.1-2", 1),
        ("M.F.1-2.S1a", "M.F.1-2.S1", 1),
        ("M.F.1-2.S1b", "M.F.1-2.S1", 2),
        ("M.F.C2", "M.F", 2),
        ("M.F.C2.S1", "M.F.C2", 1),
        ("M.E", "M", 2),
        ("M.E.C1", "M.E", 1),
    ]
    second = framework.statements[1]
    assert second.label == Literal("Math")
    assert second.properties == (
        PropertyValue(DCTERMS.identifier, Literal("Math.Fractions")),
        PropertyValue(SKOS.note, Literal("Testing")),
    )


def test_what_the_csv_says_of_others(delimited: Reading) -> None:
    (crosswalk,) = delimited.package.crosswalks
    (part,) = crosswalk.parts
    assert [a.predicate for a in part.alignments] == [
        SKOS.relatedMatch,
        SKOS.relatedMatch,
        CASE.exemplar,
        SKOS.relatedMatch,
    ]
    assert part.alignments[1].object == URIRef("http://asn.jesandco.org/resources/S1143417")
    code = Literal("CCSS.Math.Content.HSF-IF.C.8b")
    property = CASE.destinationIdentifier
    assert part.alignments[0].slots == (
        Slot(name="ext_destination_identifier", property=property, values=(code,)),
    )


def test_what_the_csv_does_not_say_is_reported(delimited: Reading) -> None:
    assert [str(remark) for remark in delimited.report.remarks] == [
        "line 10, column 8: repaired: no parent: below 'M', by its humanCodingScheme",
        "line 11, column 8: repaired: no parent: below 'M.E', by its humanCodingScheme",
    ]
    assert delimited.report.counts == {"rows": Count(10, 10), "associations": Count(4, 4)}


def test_the_document_of_the_workbook(workbook: Reading) -> None:
    (framework,) = workbook.package.frameworks
    assert framework.iri == URIRef("urn:uuid:93a2d99e-2988-11e9-8a65-bf64185a38dc")
    assert (framework.uuid, framework.id) == (framework.iri[9:], "sampleframework")
    assert [agent.name for agent in framework.creators] == ["ImportSpreadsheet"]
    modified = Literal("2019-02-05T20:56:58", datatype=XSD.dateTime, normalize=False)
    assert PropertyValue(DCTERMS.modified, modified) in framework.properties
    valid = Literal("2019-02-05", datatype=XSD.date)
    assert PropertyValue(CEASN.dateValidFrom, valid) in framework.properties


def test_the_items_of_the_workbook(workbook: Reading) -> None:
    (framework,) = workbook.package.frameworks
    kinds = {level.kind: str(level.label) for level in framework.levels}
    assert [(s.notation, kinds[s.kind], s.position) for s in framework.statements] == [
        ("S", "Cluster", 1),
        ("S.1", "Major Strand", 1),
        ("S.2", "Statement", 2),
        ("S.2.1", "Child Statement", 1),
    ]
    second, last = framework.statements[1], framework.statements[3]
    assert last.broader == URIRef(UUID)
    assert [str(p.value) for p in second.properties] == ["4", "5"]
    assert last.deprecated and last.replaced_by == URIRef(
        "urn:uuid:71d0bd26-abd0-11e8-bee4-1349da53c60c"
    )


def test_the_associations_of_the_workbook(workbook: Reading) -> None:
    (framework,), (crosswalk,) = workbook.package.frameworks, workbook.package.crosswalks
    outward, inward = crosswalk.parts
    assert [a.predicate for a in outward.alignments] == [
        SKOS.exactMatch,
        CASE.isPartOf,
        CASE.precedes,
    ]
    assert [a.predicate for a in inward.alignments] == [CASE.hasSkillLevel, CASE.isPeerOf]
    assert outward.alignments[0].iri == URIRef("urn:uuid:b0b46020-2988-11e9-be1a-7f1a067737d4")
    assert (outward.subject_source, inward.object_source) == (framework.iri, framework.iri)
    assert [e.id for e in crosswalk.external] == ["elsewhere", "origins"]
    assert (crosswalk.uuid, crosswalk.id) == (framework.uuid, "sampleframework-associations")
    assert workbook.report.counts["CF Association"] == Count(10, 10)
    assert [r.what for r in workbook.report.remarks] == [
        "identifiers of 5 associations inside the framework"
    ]
