"""Term mappings of DESM."""

import json
from typing import Any

import pytest
from rdflib import SKOS

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.desm import read
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.model import NO_TERM_FOUND

CONCEPTS = "http://desmsolutions.org/concepts/"


def mapping(number: int, predicate: str, *mapped: str, key: str = "mappedterm") -> dict[str, Any]:
    return {
        "@id": f"http://desmsolutions.org/TermMapping/{number}",
        "@type": "desm:TermMapping",
        f"desm:{key}": [{"@id": each} for each in mapped],
        "desm:mappingPredicate": {"@id": CONCEPTS + predicate},
        "desm:spineTerm": {"@id": "https://schema.org/name"},
        "dct:description": "Why",
    }


def document(*mappings: dict[str, Any], context: object = "https://x.example.org/context") -> bytes:
    whole = {
        "@id": "http://desmsolutions.org/TermMapping/1",
        "@type": "desm:AbstractClassMapping",
        "dct:title": "Course",
    }
    return json.dumps({"@context": context, "@graph": [whole, *mappings]}).encode()


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        ("identical", SKOS.exactMatch),
        ("reworded", SKOS.exactMatch),
        ("similar", SKOS.closeMatch),
        ("transformed", SKOS.closeMatch),
        ("hasSubProperty", SKOS.narrowMatch),
        ("sub-property-of", SKOS.broadMatch),
        ("concept", SKOS.relatedMatch),
        ("ownPredicate", f"{CONCEPTS}ownPredicate"),
    ],
)
@pytest.mark.parametrize("key", ["mappedterm", "mappedTerm"])
def test_predicates(predicate: str, expected: str, key: str) -> None:
    data = document(mapping(2, predicate, "https://ceds.example.org/t#1", key=key))
    (crosswalk,) = read(data, "x.jsonld").package.crosswalks
    (alignment,) = crosswalk.parts[0].alignments
    assert (str(alignment.predicate), alignment.comment) == (str(expected), "Why")
    assert (str(crosswalk.title), {e.id for e in crosswalk.external}) == (
        "Course",
        {"ceds-example-org-t", "schema-org"},
    )


def test_no_match_says_that_nothing_matches() -> None:
    (crosswalk,) = read(document(mapping(2, "noMatch")), "x.jsonld").package.crosswalks
    assert crosswalk.parts[0].alignments[0].subject == NO_TERM_FOUND


def test_each_mapped_term_is_an_alignment() -> None:
    data = document(mapping(2, "similar", "https://a.example.org/1", "https://a.example.org/2"))
    reading = read(data, "x.jsonld")
    assert len(reading.package.crosswalks[0].parts[0].alignments) == 2
    assert reading.report.counts["TermMapping"].carried == 2


def test_a_mapping_without_ends_is_told() -> None:
    reading = read(document(mapping(2, "similar"), mapping(3, "noMatch")), "x.jsonld")
    assert "names no spine term" in str(reading.report.remarks[0])


def test_recognized_and_refused() -> None:
    assert (
        recognized(document(mapping(2, "concept", "https://a.example.org/1")), "x").name == "desm"
    )
    with pytest.raises(InputFaults, match="no desm:TermMapping"):
        read(document(), "x.jsonld")
