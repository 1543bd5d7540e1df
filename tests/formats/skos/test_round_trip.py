"""What is written as SKOS is read back: generated packages, the flagship, real vocabularies."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.shared.rdf_documents import read_rdf
from crosswalk_rdf.formats.shared.skos_model.normalization import with_names
from crosswalk_rdf.formats.skos import FORMATS
from crosswalk_rdf.formats.skos.read import read
from crosswalk_rdf.formats.skos.write import publish, write
from crosswalk_rdf.model import Framework, Package, Publication, package_of
from tests.formats.skos.strategies import (
    by_iri,
    carried,
    carried_framework,
    mapped,
    rich_frameworks,
)

SAMPLES = sorted((Path(__file__).parents[2] / "samples/skos").glob("*.ttl"))


def read_back(package: Package) -> Package:
    readings = [read(data, f"{id}.skos.ttl") for id, data in write(package).documents.items()]
    return Package(
        frameworks=tuple(f for r in readings for f in r.package.frameworks),
        crosswalks=tuple(c for r in readings for c in r.package.crosswalks),
    )


@given(rich_frameworks())
@settings(max_examples=50)
def test_what_is_written_is_read_back(framework: Framework) -> None:
    package = Package(frameworks=(framework,))
    assert tuple(map(by_iri, read_back(package).frameworks)) == carried(package)


def test_flagship(flagship: Publication) -> None:
    package = package_of(flagship)
    back = read_back(package)
    kinds = {s.kind for f in package.frameworks for s in f.statements}
    assert all("ontology#" in kind for kind in kinds)
    plain = [
        replace(f, statements=tuple(replace(s, kind=_COMPETENCY) for s in f.statements))
        for f in package.frameworks
    ]
    assert back.frameworks == tuple(map(carried_framework, plain))
    assert mapped(back.crosswalks) == mapped(package.crosswalks)
    assert {p.id for c in back.crosswalks for p in c.parts}


_COMPETENCY = URIRef("https://purl.org/ctdlasn/terms/Competency")


def test_published_documents_know_nothing_but_skos_and_dublin_core(flagship: Publication) -> None:
    files = dict(publish(package_of(flagship)))
    assert sorted(files) == [
        "skos/crosswalk-2017.skos.ttl",
        "skos/lcpe-2017.skos.ttl",
        "skos/psel-2015.skos.ttl",
    ]
    for data in files.values():
        for word in (b"ontology#", b"ctdlasn", b"schema.org", b"xw:", b"sssom"):
            assert word not in data
    assert files == dict(publish(package_of(flagship)))


INFERRED = {
    *(SKOS.inScheme, SKOS.topConceptOf, SKOS.hasTopConcept, SKOS.narrower, SKOS.broader),
    *(SKOS.prefLabel, DCTERMS.title, DCTERMS.language, DCTERMS.description),
}
"""What is written besides: inverses (S8, S25), memberships, the scheme's title and language."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples_are_written_as_they_were(sample: Path) -> None:
    data = sample.read_bytes()
    document = read_rdf(data, sample.name)
    named = replace(document, subjects=with_names(document.subjects, sample.name, Report()))
    before = set(named.triples())
    reading = read(data, sample.name)
    after = {
        triple
        for id, written in write(reading.package).documents.items()
        for triple in read_rdf(written, f"{id}.ttl").triples()
    }
    assert before - after == set()
    count = reading.report.counts["triples"]
    assert count.total == count.carried
    assert {property for _, property, _ in after - before} <= INFERRED
    (framework,) = reading.package.frameworks
    added = [s for s, property, _ in after - before if property == SKOS.prefLabel]
    assert added in ([], [framework.iri])
    assert framework.statements == read(data, sample.name).package.frameworks[0].statements
    concepts = [s for s, p, o in before if (p, o) == (RDF.type, SKOS.Concept)]
    assert len(framework.statements) == len(concepts)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples_come_back_from_what_is_written(sample: Path) -> None:
    package = read(sample.read_bytes(), sample.name).package
    back = read_back(package)
    (framework,) = back.frameworks
    assert by_iri(framework) == carried_framework(package.frameworks[0])
    assert mapped(back.crosswalks) == mapped(package.crosswalks)


def test_order_and_positions_come_back() -> None:
    data = b"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @base <http://example.org/> .
    <s> a skos:ConceptScheme .
    <z> a skos:Concept ; skos:prefLabel "z" ; skos:inScheme <s> .
    <b> a skos:Concept ; skos:prefLabel "b" ; skos:broader <z> .
    <a> a skos:Concept ; skos:prefLabel "a" ; skos:broader <z> .
    """
    (framework,) = read(data, "x.ttl").package.frameworks
    assert [(str(s.text), s.position) for s in framework.statements] == [
        ("z", 1),
        ("b", 1),
        ("a", 2),
    ]
    statements = tuple(reversed(framework.statements))
    (back,) = read_back(Package(frameworks=(replace(framework, statements=statements),))).frameworks
    assert back.statements == framework.statements
    assert framework.title == Literal("s")


def test_format() -> None:
    (format,) = FORMATS
    assert format.recognizes is not None
    assert all(format.recognizes(sample.read_bytes()) for sample in SAMPLES)
    asn = Path(__file__).parents[2] / "samples/asn/ASN_D2695955.ttl"
    assert not format.recognizes(asn.read_bytes())
