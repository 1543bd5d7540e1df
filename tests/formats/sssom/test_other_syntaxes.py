"""SSSOM/JSON and SSSOM/RDF, in the forms that tools write, say what the TSV says."""

import json
import re

import pytest
from rdflib import Graph

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.formats.sssom import read_json, read_rdf, tsv, write_rdf
from crosswalk_rdf.formats.sssom.read import read
from crosswalk_rdf.formats.sssom.tsv.slots import SLOTS
from crosswalk_rdf.formats.sssom.write import write
from crosswalk_rdf.model import Package, Publication, package_of
from tests.formats.sssom.files import GOOD, NAME

LITERALS = """\
#curie_map:
#  a: https://example.org/a/
#mapping_set_id: https://example.org/set
#license: https://example.org/license
subject_label\tsubject_type\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tauthor_label
One\trdfs literal\tskos:closeMatch\t\ta:1\tsemapv:LexicalMatching\t0.5\tA|B
Two\trdfs literal\tskos:closeMatch\tNot\tsssom:NoTermFound\tsemapv:LexicalMatching\t1\t
"""


def tsv_of(package: Package) -> bytes:
    (data,) = write(package).documents.values()
    return data


def unordered(table: bytes) -> list[list[str]]:
    """Return the rows and the values in them sorted: RDF has no order of either."""
    return sorted(sorted(re.split(r"[\t|]", line)) for line in table.decode().splitlines())


def turtle_of(package: Package) -> bytes:
    (data,) = write_rdf.write(package).documents.values()
    return data


def json_of(text: str) -> bytes:
    """Return what sssom-py makes of a set: slots as keys, prefixes in the context."""
    document = tsv.read(text.encode(), NAME)
    slots = SLOTS

    def values(of: tsv.Record | tsv.Document) -> dict[str, object]:
        return {
            name: list(value) if name in slots and slots[name].multivalued else value[0]
            for name, value in of.slots.items()
        }

    context = {"@vocab": "https://w3id.org/sssom/", **document.prefixes, "comment": {"@id": "x"}}
    content = {
        **values(document),
        "mappings": [values(record) for record in document.records],
        "@context": context,
        "@type": "MappingSet",
    }
    return json.dumps(content).encode()


def test_json_says_what_the_table_says() -> None:
    reading = read_json.read(json_of(LITERALS), "set.sssom.json")
    assert tsv_of(reading.package) == tsv_of(read(LITERALS.encode(), NAME).package)
    assert reading.report.remarks == []


@pytest.mark.parametrize("syntax", ["turtle", "xml", "json-ld", "nt"])
def test_rdf_says_what_the_table_says(syntax: str) -> None:
    expected = read(LITERALS.encode(), NAME).package
    graph = Graph().parse(turtle_of(expected), format="turtle")
    data = graph.serialize(format=syntax).encode()
    suffix = {"turtle": "ttl", "xml": "rdf", "json-ld": "jsonld", "nt": "nt"}[syntax]
    reading = read_rdf.read(data, f"set.{suffix}")
    assert unordered(tsv_of(reading.package)) == unordered(tsv_of(expected))


def test_the_flagship_comes_back_from_rdf(flagship: Publication) -> None:
    package = package_of(flagship)
    documents = write_rdf.write(package).documents
    for part in package.crosswalks[0].parts:
        (crosswalk,) = read_rdf.read(documents[part.id], f"{part.id}.sssom.ttl").package.crosswalks
        alignments = {a.iri: a for p in crosswalk.parts for a in p.alignments}
        assert alignments.keys() == {a.iri for a in part.alignments}
        for alignment in part.alignments:
            other = alignments[alignment.iri]
            assert (other.printed_text, other.lines) == (alignment.printed_text, alignment.lines)


PRE_STANDARD = """\
@prefix a: <https://example.org/a/> .
@prefix b: <https://example.org/b/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

[] a sssom:MappingSet ;
  dcterms:license "https://example.org/license"^^xsd:anyURI ;
  sssom:mapping_set_id "https://example.org/set"^^xsd:anyURI ;
  sssom:mappings [ a owl:Axiom ; owl:annotatedSource a:1 ; owl:annotatedProperty skos:closeMatch ;
    owl:annotatedTarget b:1 ; sssom:mapping_justification semapv:ManualMappingCuration ;
    sssom:predicate_modifier "Not" ; sssom:subject_type "owl class" ] ,
  [ a sssom:Mapping ; sssom:subject_id a:2 ; sssom:predicate_id skos:exactMatch ;
    sssom:object_id b:2 ; sssom:mapping_justification semapv:ManualMappingCuration ] .
a:9 skos:exactMatch b:9 .
"""


def test_representations_before_the_standard() -> None:
    (crosswalk,) = read_rdf.read(PRE_STANDARD.encode(), "set.ttl").package.crosswalks
    (part,) = crosswalk.parts
    assert (str(part.iri), str(part.license)) == (
        "https://example.org/set",
        "https://example.org/license",
    )
    assert [(a.negated, str(a.subject)[-1]) for a in part.alignments] == [(True, "1"), (False, "2")]
    assert part.alignments[0].slots[0].name == "subject_type"


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (PRE_STANDARD.encode(), "set.ttl", "sssom-rdf"),
        (json_of(GOOD), "set.json", "sssom-json"),
        (GOOD.encode(), "set.tsv", "sssom"),
        (GOOD.replace("\t", ",").encode(), "set.csv", "sssom"),
        (GOOD.encode(), "set.txt", "sssom"),
    ],
)
def test_each_is_recognized(data: bytes, name: str, format: str) -> None:
    assert recognized(data, name).name == format


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[]", "no mapping set"),
        (b'{"mappings": ["x"]}', "record 1 is no object"),
        (b'{"mappings": [{"subject_id": "z:1", "predicate_id": "skos:exactMatch"}]}',
         "record 1: subject_id: undeclared prefix 'z'"),
    ],
)  # fmt: skip
def test_what_json_cannot_hold(data: bytes, message: str) -> None:
    with pytest.raises(InputFaults) as caught:
        read_json.read(data, "x.json")
    assert any(message in str(fault) for fault in caught.value.faults)


def test_a_graph_without_a_set() -> None:
    with pytest.raises(InputFaults, match="MappingSet"):
        read_rdf.read(b"<urn:x:a> <urn:x:b> <urn:x:c> .", "x.ttl")
