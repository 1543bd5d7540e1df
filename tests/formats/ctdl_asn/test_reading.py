"""CTDL-ASN as producers write it: values, hierarchies, what is around a document."""

import base64
import json
from collections import Counter
from typing import Any

import pytest
from rdflib import DCTERMS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn import read, write
from crosswalk_rdf.namespaces import CEASN
from tests.formats.ctdl_asn.documents import (
    BASE,
    CONTEXT,
    UUID,
    competency,
    framework,
    properties_of,
    reading,
    remarks,
    statements,
    the_framework,
    triples,
)
from tests.formats.ctdl_asn.registry import faults


@pytest.mark.parametrize("side", ["children", "parents", "both"])
def test_one_direction_is_enough(side: str) -> None:
    down, up = side != "parents", side != "children"
    result = reading(
        framework(**({"hasTopChild": [f"{BASE}b", f"{BASE}a"]} if down else {})),
        competency("a", **({"hasChild": [f"{BASE}a2", f"{BASE}a1"]} if down else {}),
                   **({"isTopChildOf": f"{BASE}f"} if up else {})),
        competency("a1", **({"isChildOf": [f"{BASE}a"]} if up else {})),
        competency("a2", **({"isChildOf": f"{BASE}a"} if up else {})),
        competency("b", **({"isChildOf": [f"{BASE}f"]} if up else {})),
    )  # fmt: skip
    by_name = statements(result)
    assert {n: s.broader and s.broader.removeprefix(BASE) for n, s in by_name.items()} == {
        "a": None, "a1": "a", "a2": "a", "b": None,
    }  # fmt: skip
    order = [2, 2, 1, 1] if down else [1, 1, 2, 2]
    assert [by_name[name].position for name in ("a", "a1", "a2", "b")] == order
    assert remarks(result) == []


def test_values_come_as_strings_maps_and_lists() -> None:
    result = reading(
        framework(name="Plain", description={"en-us": ["One"], "fr": "Un"}, author="Somebody",
                  publisherName={"en-us": ["A", "B"]}, license="https://example.org/l"),
        competency("a", isPartOf=f"{BASE}f", competencyLabel="Label",
                   competencyText=[{"@value": "Text", "@language": "en-us"}, {"fr": "Texte"}],
                   codedNotation=["1.a", "alt"], conceptKeyword={"en-us": ["x", "y"]},
                   dateModified="2000-08-01T00:00:00Z", weight=0.5, shouldIndex=True,
                   comment={"en_US": "Note"}, dct__title={"@none": "t"}),
    )  # fmt: skip
    one = the_framework(result)
    [a] = one.statements
    assert (one.title, one.language) == (Literal("Plain"), "en-us")
    assert one.description == Literal("One", lang="en-us")
    assert [agent.name for agent in one.creators] == ["Somebody"]
    assert one.publisher and one.publisher.name == "A"
    assert (CEASN.publisherName, Literal("B", lang="en-us")) in properties_of(one)
    assert (DCTERMS.description, Literal("Un", lang="fr")) in properties_of(one)
    assert (a.label, a.text, a.notation) == (Literal("Label"), Literal("Text", lang="en-us"), "1.a")
    assert a.text.language == "en-us"
    assert properties_of(a) == [
        (SKOS.definition, Literal("Texte", lang="fr")),
        (CEASN.conceptKeyword, Literal("x", lang="en-us")),
        (CEASN.conceptKeyword, Literal("y", lang="en-us")),
        (DCTERMS.modified, Literal("2000-08-01T00:00:00Z", datatype=XSD.dateTime, normalize=False)),
        (CEASN.weight, Literal("0.5", datatype=XSD.double)),
        (CEASN.shouldIndex, Literal("true", datatype=XSD.boolean)),
        (SKOS.note, Literal("Note", lang="en-US")),
        (DCTERMS.title, Literal("t")),
        (CEASN.altCodedNotation, Literal("alt")),
    ]
    assert [r for r in remarks(result) if "en_US" in r]


def _wrapped() -> dict[str, Any]:
    graph = {"@context": CONTEXT, "@graph": [framework(), competency("a", isPartOf=f"{BASE}f")]}
    payload = base64.urlsafe_b64encode(json.dumps(graph).encode()).decode().rstrip("=")
    envelope = {"envelope_id": "x", "envelope_ctdl_type": "ceasn:CompetencyFramework"}
    return {
        "graph": graph,
        "envelope": {**envelope, "decoded_resource": graph},
        "envelopes": [{**envelope, "decoded_resource": graph}, {**envelope, "resource": {}}],
        "token": {**envelope, "resource": f"head.{payload}.signature"},
        "text": {**envelope, "resource": json.dumps(graph)},
        "search": {"data": [graph["@graph"][0], graph["@graph"][1]], "extra": {"total": 2}},
        "list": graph["@graph"],
        "nested": {**framework(), "ceasn:hasTopChild": [competency("a")]},
    }


@pytest.mark.parametrize("name", _wrapped())
def test_what_is_around_a_document_does_not_matter(name: str) -> None:
    result = read(json.dumps(_wrapped()[name]).encode(), "file.json")
    assert list(statements(result)) == ["a"]
    assert the_framework(result).title == Literal("Framework", lang="en-us")


def test_expanded_documents_say_the_same() -> None:
    space, ctdl = "http://purl.org/ctdlasn/terms/", "https://purl.org/ctdl/terms/"
    node = [
        {"@id": f"{BASE}f", "@type": [f"{space}CompetencyFramework"],
         f"{space}name": [{"@value": "Framework", "@language": "en-us"}],
         f"{ctdl}ctid": [{"@value": f"ce-{UUID}"}],
         f"{space}hasTopChild": [{"@id": f"{BASE}a"}]},
        {"@id": f"{BASE}a", "@type": [f"{space}Competency"],
         f"{space}competencyText": [{"@value": "A", "@language": "en"}],
         f"{space}exactAlignment": [{"@id": f"{BASE}x"}],
         f"{space}dateCreated": [{"@value": "2001-01-01", "@type": str(XSD.date)}]},
    ]  # fmt: skip
    result = read(json.dumps(node).encode(), "file.json")
    assert the_framework(result).uuid == UUID
    assert statements(result)["a"].text == Literal("A", lang="en")
    assert triples(result.package) == Counter([("a", "exactMatch", "x")])
    assert remarks(result) == []


def test_a_context_of_its_own_is_heeded() -> None:
    context = [
        CONTEXT,
        {"my": "https://example.org/my#", "text": "ceasn:competencyText", "@language": "en",
         "part": {"@id": "ceasn:isPartOf", "@type": "@id"}, "kind": "@type", "@vocab": str(CEASN)},
    ]  # fmt: skip
    node = {"id": f"{BASE}a", "kind": "Competency", "text": "A", "part": f"{BASE}f", "my:own": "1"}
    result = reading(framework(), node, context=context)
    [a] = the_framework(result).statements
    assert a.text == Literal("A", lang="en")
    assert properties_of(a) == [(URIRef("https://example.org/my#own"), Literal("1"))]


def test_a_fragment_gets_a_framework() -> None:
    result = reading(competency("a", isPartOf=f"{BASE}g", isChildOf=f"{BASE}gone"))
    assert the_framework(result).iri == URIRef(f"{BASE}g")
    assert properties_of(statements(result)["a"]) == [(CEASN.isChildOf, URIRef(f"{BASE}gone"))]
    assert len(remarks(result)) == 3  # the framework is made, has no name; the parent is absent
    unnamed = reading(competency("a"), competency("b", isChildOf=f"{BASE}a"))
    assert the_framework(unnamed).iri.startswith("urn:uuid:")
    assert len(the_framework(unnamed).statements) == 2


def test_absent_children_are_kept_and_written_again() -> None:
    gone = [f"{BASE}gone", f"{BASE}a"]
    result = reading(framework(hasTopChild=gone), competency("a", hasChild=f"{BASE}gone2"))
    assert (CEASN.hasTopChild, URIRef(gone[0])) in properties_of(the_framework(result))
    [document] = write(result.package).documents.values()
    assert faults(document, version_4=False) == []
    again = read(document, "again.json").package
    assert triples(again) == triples(result.package)
    assert the_framework(read(document, "x")).properties == the_framework(result).properties
    assert properties_of(again.frameworks[0].statements[0]) == properties_of(
        statements(result)["a"]
    )


def test_concept_schemes_and_models_are_frameworks() -> None:
    result = reading(
        {"@id": f"{BASE}s", "@type": "skos:ConceptScheme", "ceasn:name": {"en": "Scheme"},
         "skos:hasTopConcept": [f"{BASE}c1"]},
        {"@id": f"{BASE}c1", "@type": "skos:Concept", "skos:prefLabel": {"en": "One"},
         "skos:definition": {"en": "The first"}, "skos:notation": "1",
         "skos:inScheme": f"{BASE}s", "skos:exactMatch": f"{BASE}x"},
        {"@id": f"{BASE}c2", "@type": "skos:Concept", "skos:prefLabel": {"en": "Two"},
         "skos:broader": f"{BASE}c1"},
        {"@id": f"{BASE}m", "@type": "asn:ProgressionModel", "ceasn:name": {"en": "Model"},
         "asn:hasProgressionLevel": [f"{BASE}l2", f"{BASE}l1"]},
        {"@id": f"{BASE}l1", "@type": "asn:ProgressionLevel", "skos:prefLabel": {"en": "L1"}},
        {"@id": f"{BASE}l2", "@type": "asn:ProgressionLevel", "skos:prefLabel": {"en": "L2"},
         "asn:inProgressionModel": f"{BASE}m"},
    )  # fmt: skip
    scheme, model = result.package.frameworks
    one, two = scheme.statements
    assert (one.label, one.text, one.notation) == (
        Literal("One", lang="en"), Literal("The first", lang="en"), "1",
    )  # fmt: skip
    assert (two.broader, two.label, two.text) == (one.iri, None, Literal("Two", lang="en"))
    assert [s.position for s in model.statements] == [2, 1]
    assert triples(result.package) == Counter([("c1", "exactMatch", "x")])
