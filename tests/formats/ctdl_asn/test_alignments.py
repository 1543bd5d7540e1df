"""Alignments of competencies, and alignment maps, in the right direction."""

import json
from collections import Counter
from typing import Any

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.ctdl_asn import read, write
from crosswalk_rdf.formats.format import Count
from crosswalk_rdf.namespaces import CEASN
from tests.formats.ctdl_asn.documents import (
    BASE,
    Json,
    competency,
    framework,
    properties_of,
    reading,
    statements,
    triples,
)
from tests.formats.ctdl_asn.registry import faults


def test_alignments_go_in_the_right_direction() -> None:
    result = reading(
        framework(),
        {**framework(), "@id": f"{BASE}g", "ceasn:name": {"en": "Other"}},
        competency("a", isPartOf=f"{BASE}f", exactAlignment=f"{BASE}x", broadAlignment=f"{BASE}y",
                   narrowAlignment=[f"{BASE}z"], majorAlignment=f"{BASE}x", alignTo=f"{BASE}b",
                   minorAlignment=f"{BASE}x"),
        competency("b", isPartOf=f"{BASE}g", alignFrom=[f"{BASE}a", f"{BASE}c"],
                   prerequisiteAlignment=f"{BASE}d"),
        competency("d", isPartOf=f"{BASE}g", alignTo=f"{BASE}b", exactAlignment=f"{BASE}b"),
    )  # fmt: skip
    minor = str(CEASN.minorAlignment)
    assert triples(result.package) == Counter(
        [("a", "exactMatch", "x"), ("a", "broadMatch", "y"), ("a", "narrowMatch", "z"),
         ("a", "closeMatch", "x"), ("a", "relatedMatch", "b"), ("a", minor, "x"),
         ("c", "relatedMatch", "b"), ("a", "relatedMatch", "b")]
    )  # fmt: skip
    assert properties_of(statements(result)["d"]) == [
        (CEASN.exactAlignment, URIRef(f"{BASE}b")),
        (SKOS.related, URIRef(f"{BASE}b")),
    ]
    assert properties_of(statements(result)["b"]) == [
        (CEASN.prerequisiteAlignment, URIRef(f"{BASE}d"))
    ]
    sources = {(p.subject_source.removeprefix(BASE), p.object_source.removeprefix(BASE))
               for c in result.package.crosswalks for p in c.parts}  # fmt: skip
    assert ("f", "g") in sources


def test_what_was_aligned_is_written_in_the_same_direction() -> None:
    result = reading(
        framework(),
        competency("a", isPartOf=f"{BASE}f", broadAlignment=f"{BASE}x", narrowAlignment=f"{BASE}y",
                   alignFrom=f"{BASE}z"),
    )  # fmt: skip
    [document] = write(result.package).documents.values()
    [a] = [n for n in json.loads(document)["@graph"] if n["@type"] == "ceasn:Competency"]
    assert a["ceasn:broadAlignment"] == [f"{BASE}x"]
    assert a["ceasn:narrowAlignment"] == [f"{BASE}y"]
    assert a["ceasn:alignFrom"] == [f"{BASE}z"]
    assert triples(read(document, "x.json").package) == triples(result.package)


def test_an_alignment_map_is_a_crosswalk() -> None:
    def part(**more: Any) -> Json:
        terms = {f"ceterms:{key}": value for key, value in more.items()}
        return {"@type": "ceterms:AlignmentObject", **terms}

    result = reading(
        {"@id": "res:map", "@type": "ceterms:AlignmentMap", "ceterms:name": {"en": "A and B"},
         "ceterms:compares": ["res:a", "res:b"], "ceasn:creator": "res:org",
         "schema:about": ["res:x"],
         "ceterms:hasPart": [
             part(sourceNode="a:1", alignmentType="align:NoMatch"),
             part(sourceNode="a:2", targetNode="b:2", alignmentType="skos:broadMatch",
                  alignmentDate="2020-01-02", sourceNodeName={"en": "Two"}, weight=0.5,
                  description={"en": "Why"}),
             part(sourceNode="a:3", targetNode="b:3", alignmentType="alignment:NarrowMatch"),
             part(sourceNode="a:4", targetNode="b:4"),
             part(sourceNode="a:5", alignmentType="skos:exactMatch"),
             part(sourceNode="a:6", targetNode="b:6", alignmentType="Exact Match"),
         ]},
        {"@id": "res:org", "@type": "ceterms:Organization", "ceterms:name": {"en": "Org"}},
        context="http://credreg.net/ctdl/schema/context/json",
    )  # fmt: skip
    [crosswalk] = result.package.crosswalks
    assert triples(result.package) == Counter(
        [("a:1", "mappingRelation", "https://w3id.org/sssom/NoTermFound"),
         ("a:2", "broadMatch", "b:2"), ("a:3", "narrowMatch", "b:3"),
         ("a:4", "relatedMatch", "b:4"), ("a:6", "exactMatch", "b:6")]
    )  # fmt: skip
    assert result.report.counts["alignments"] == Count(6, 5)
    [one] = crosswalk.parts
    assert (one.subject_source, one.object_source) == (URIRef("res:a"), URIRef("res:b"))
    assert [e.iri for e in crosswalk.external] == [URIRef("res:a"), URIRef("res:b")]
    assert crosswalk.creators[0].name == "Org"
    two = one.alignments[1]
    assert (two.comment, two.subject_label) == ("Why", "Two")
    assert [slot.name for slot in two.slots] == ["mapping_date", "ext_weight"]
    [document] = write(result.package).documents.values()
    assert faults(document, version_4=False) == []
    assert triples(read(document, "again.json").package) == triples(result.package)
    types = [
        o["ceterms:alignmentType"] for o in json.loads(document)["@graph"][0]["ceterms:hasPart"]
    ]
    assert types == [f"alignment:{t}Match" for t in ("No", "Broad", "Narrow", "Related", "Exact")]
