"""CTDL-ASN as producers write it."""

import base64
import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.ctdl_asn import read, write
from crosswalk_rdf.formats.format import Count, Reading
from crosswalk_rdf.model import Framework, Package, Statement
from crosswalk_rdf.namespaces import CEASN
from tests.formats.ctdl_asn.registry import faults

CONTEXT = "https://credreg.net/ctdlasn/schema/context/json"
BASE = "https://example.org/"
UUID = "07c27a0f-9119-41e8-b852-782bcb5df6ac"
Json = dict[str, Any]


def framework(**more: Any) -> Json:
    return {
        "@id": f"{BASE}f",
        "@type": "ceasn:CompetencyFramework",
        "ceasn:name": {"en-us": "Framework"},
        "ceasn:inLanguage": ["en-us"],
        **_terms(more),
    }


def competency(name: str, **more: Any) -> Json:
    return {
        "@id": BASE + name,
        "@type": "ceasn:Competency",
        "ceasn:competencyText": {"en-us": f"Text of {name}"},
        **_terms(more),
    }


def _terms(more: dict[str, Any]) -> Json:
    return {key.replace("__", ":") if "__" in key else f"ceasn:{key}": v for key, v in more.items()}


def reading(*nodes: Any, context: Any = CONTEXT) -> Reading:
    document = {"@context": context, "@graph": list(nodes)}
    return read(json.dumps(document).encode(), "file.json")


def the_framework(found: Reading) -> Framework:
    [one] = found.package.frameworks
    return one


def statements(found: Reading) -> dict[str, Statement]:
    return {s.iri.removeprefix(BASE): s for f in found.package.frameworks for s in f.statements}


def triples(package: Package) -> Counter[tuple[str, str, str]]:
    return Counter(
        (a.subject.removeprefix(BASE), a.predicate.rsplit("#")[-1], a.object.removeprefix(BASE))
        for c in package.crosswalks
        for p in c.parts
        for a in p.alignments
    )


def said(statement: Statement | Framework) -> list[tuple[URIRef, URIRef | Literal]]:
    return [(p.property, p.value) for p in statement.properties]


def remarks(found: Reading) -> list[str]:
    return [str(remark) for remark in found.report.remarks]


@pytest.mark.parametrize("side", ["children", "parents", "both"])
def test_one_direction_is_enough(side: str) -> None:
    down, up = side != "parents", side != "children"
    found = reading(
        framework(**({"hasTopChild": [f"{BASE}b", f"{BASE}a"]} if down else {})),
        competency("a", **({"hasChild": [f"{BASE}a2", f"{BASE}a1"]} if down else {}),
                   **({"isTopChildOf": f"{BASE}f"} if up else {})),
        competency("a1", **({"isChildOf": [f"{BASE}a"]} if up else {})),
        competency("a2", **({"isChildOf": f"{BASE}a"} if up else {})),
        competency("b", **({"isChildOf": [f"{BASE}f"]} if up else {})),
    )  # fmt: skip
    known = statements(found)
    assert {n: s.broader and s.broader.removeprefix(BASE) for n, s in known.items()} == {
        "a": None, "a1": "a", "a2": "a", "b": None,
    }  # fmt: skip
    order = [2, 2, 1, 1] if down else [1, 1, 2, 2]
    assert [known[name].position for name in ("a", "a1", "a2", "b")] == order
    assert remarks(found) == []


def test_values_come_as_strings_maps_and_lists() -> None:
    found = reading(
        framework(name="Plain", description={"en-us": ["One"], "fr": "Un"}, author="Somebody",
                  publisherName={"en-us": ["A", "B"]}, license="https://example.org/l"),
        competency("a", isPartOf=f"{BASE}f", competencyLabel="Label",
                   competencyText=[{"@value": "Text", "@language": "en-us"}, {"fr": "Texte"}],
                   codedNotation=["1.a", "alt"], conceptKeyword={"en-us": ["x", "y"]},
                   dateModified="2000-08-01T00:00:00Z", weight=0.5, shouldIndex=True,
                   comment={"en_US": "Note"}, dct__title={"@none": "t"}),
    )  # fmt: skip
    one = the_framework(found)
    [a] = one.statements
    assert (one.title, one.language) == (Literal("Plain"), "en-us")
    assert one.description == Literal("One", lang="en-us")
    assert [agent.name for agent in one.creators] == ["Somebody"]
    assert one.publisher and one.publisher.name == "A"
    assert (CEASN.publisherName, Literal("B", lang="en-us")) in said(one)
    assert (DCTERMS.description, Literal("Un", lang="fr")) in said(one)
    assert (a.label, a.text, a.notation) == (Literal("Label"), Literal("Text", lang="en-us"), "1.a")
    assert a.text.language == "en-us"
    assert said(a) == [
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
    assert [r for r in remarks(found) if "en_US" in r]


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
    found = read(json.dumps(_wrapped()[name]).encode(), "file.json")
    assert list(statements(found)) == ["a"]
    assert the_framework(found).title == Literal("Framework", lang="en-us")


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
    found = read(json.dumps(node).encode(), "file.json")
    assert the_framework(found).uuid == UUID
    assert statements(found)["a"].text == Literal("A", lang="en")
    assert triples(found.package) == Counter([("a", "exactMatch", "x")])
    assert remarks(found) == []


def test_a_context_of_its_own_is_heeded() -> None:
    context = [
        CONTEXT,
        {"my": "https://example.org/my#", "text": "ceasn:competencyText", "@language": "en",
         "part": {"@id": "ceasn:isPartOf", "@type": "@id"}, "kind": "@type", "@vocab": str(CEASN)},
    ]  # fmt: skip
    node = {"id": f"{BASE}a", "kind": "Competency", "text": "A", "part": f"{BASE}f", "my:own": "1"}
    found = reading(framework(), node, context=context)
    [a] = the_framework(found).statements
    assert a.text == Literal("A", lang="en")
    assert said(a) == [(URIRef("https://example.org/my#own"), Literal("1"))]


def test_a_fragment_gets_a_framework() -> None:
    found = reading(competency("a", isPartOf=f"{BASE}g", isChildOf=f"{BASE}gone"))
    assert the_framework(found).iri == URIRef(f"{BASE}g")
    assert said(statements(found)["a"]) == [(CEASN.isChildOf, URIRef(f"{BASE}gone"))]
    assert len(remarks(found)) == 3  # the framework is made, has no name; the parent is absent
    unnamed = reading(competency("a"), competency("b", isChildOf=f"{BASE}a"))
    assert the_framework(unnamed).iri.startswith("urn:uuid:")
    assert len(the_framework(unnamed).statements) == 2


def test_absent_children_are_kept_and_written_again() -> None:
    gone = [f"{BASE}gone", f"{BASE}a"]
    found = reading(framework(hasTopChild=gone), competency("a", hasChild=f"{BASE}gone2"))
    assert (CEASN.hasTopChild, URIRef(gone[0])) in said(the_framework(found))
    [document] = write(found.package).documents.values()
    assert faults(document, version_4=False) == []
    again = read(document, "again.json").package
    assert triples(again) == triples(found.package)
    assert the_framework(read(document, "x")).properties == the_framework(found).properties
    assert said(again.frameworks[0].statements[0]) == said(statements(found)["a"])


def test_alignments_go_in_the_right_direction() -> None:
    found = reading(
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
    assert triples(found.package) == Counter(
        [("a", "exactMatch", "x"), ("a", "broadMatch", "y"), ("a", "narrowMatch", "z"),
         ("a", "closeMatch", "x"), ("a", "relatedMatch", "b"), ("a", minor, "x"),
         ("c", "relatedMatch", "b"), ("a", "relatedMatch", "b")]
    )  # fmt: skip
    assert said(statements(found)["d"]) == [
        (CEASN.exactAlignment, URIRef(f"{BASE}b")),
        (SKOS.related, URIRef(f"{BASE}b")),
    ]
    assert said(statements(found)["b"]) == [(CEASN.prerequisiteAlignment, URIRef(f"{BASE}d"))]
    sources = {(p.subject_source.removeprefix(BASE), p.object_source.removeprefix(BASE))
               for c in found.package.crosswalks for p in c.parts}  # fmt: skip
    assert ("f", "g") in sources


def test_what_was_aligned_is_written_in_the_same_direction() -> None:
    found = reading(
        framework(),
        competency("a", isPartOf=f"{BASE}f", broadAlignment=f"{BASE}x", narrowAlignment=f"{BASE}y",
                   alignFrom=f"{BASE}z"),
    )  # fmt: skip
    [document] = write(found.package).documents.values()
    [a] = [n for n in json.loads(document)["@graph"] if n["@type"] == "ceasn:Competency"]
    assert a["ceasn:broadAlignment"] == [f"{BASE}x"]
    assert a["ceasn:narrowAlignment"] == [f"{BASE}y"]
    assert a["ceasn:alignFrom"] == [f"{BASE}z"]
    assert triples(read(document, "x.json").package) == triples(found.package)


def test_ctids_are_kept_and_used_once() -> None:
    found = reading(
        framework(ceterms__ctid=f"CE-{UUID.upper()}"),
        competency("a", isPartOf=f"{BASE}f", ceterms__ctid=UUID.replace("07c", "17c")),
        competency("b", isPartOf=f"{BASE}f", ceterms__ctid=f"ce-{UUID}"),
        competency("c", isPartOf=f"{BASE}f", ceterms__ctid="ce-none"),
    )
    assert the_framework(found).uuid == UUID
    known = statements(found)
    assert [known[name].uuid for name in "abc"] == [UUID.replace("07c", "17c"), "", ""]
    assert len(remarks(found)) == 4
    assert said(known["c"])[0][1] == Literal("ce-none")


def test_references_by_ctid_and_blank_nodes_find_their_ends() -> None:
    found = reading(
        framework(ceterms__ctid=f"ce-{UUID}"),
        {**competency("a", isPartOf=f"ce-{UUID}"), "@id": "_:a"},
        {**competency("b", isPartOf=f"ce-{UUID}", isChildOf="_:a"), "@id": "local name"},
        competency("c", isChildOf="local name"),
    )
    a, b, c = the_framework(found).statements
    assert (b.broader, c.broader) == (a.iri, b.iri)
    assert a.iri.startswith("urn:uuid:") and b.iri.startswith("urn:uuid:")


def test_concept_schemes_and_models_are_frameworks() -> None:
    found = reading(
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
    scheme, model = found.package.frameworks
    one, two = scheme.statements
    assert (one.label, one.text, one.notation) == (
        Literal("One", lang="en"), Literal("The first", lang="en"), "1",
    )  # fmt: skip
    assert (two.broader, two.label, two.text) == (one.iri, None, Literal("Two", lang="en"))
    assert [s.position for s in model.statements] == [2, 1]
    assert triples(found.package) == Counter([("c1", "exactMatch", "x")])


def test_an_alignment_map_is_a_crosswalk() -> None:
    def part(**more: Any) -> Json:
        terms = {f"ceterms:{key}": value for key, value in more.items()}
        return {"@type": "ceterms:AlignmentObject", **terms}

    found = reading(
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
    [crosswalk] = found.package.crosswalks
    assert triples(found.package) == Counter(
        [("a:1", "mappingRelation", "https://w3id.org/sssom/NoTermFound"),
         ("a:2", "broadMatch", "b:2"), ("a:3", "narrowMatch", "b:3"),
         ("a:4", "relatedMatch", "b:4"), ("a:6", "exactMatch", "b:6")]
    )  # fmt: skip
    assert found.report.counts["alignments"] == Count(6, 5)
    [one] = crosswalk.parts
    assert (one.subject_source, one.object_source) == (URIRef("res:a"), URIRef("res:b"))
    assert [e.iri for e in crosswalk.external] == [URIRef("res:a"), URIRef("res:b")]
    assert crosswalk.creators[0].name == "Org"
    two = one.alignments[1]
    assert (two.comment, two.subject_label) == ("Why", "Two")
    assert [slot.name for slot in two.slots] == ["mapping_date", "ext_weight"]
    [document] = write(found.package).documents.values()
    assert faults(document, version_4=False) == []
    assert triples(read(document, "again.json").package) == triples(found.package)
    types = [
        o["ceterms:alignmentType"] for o in json.loads(document)["@graph"][0]["ceterms:hasPart"]
    ]
    assert types == [f"alignment:{t}Match" for t in ("No", "Broad", "Narrow", "Related", "Exact")]


def test_what_has_no_place_is_reported_and_counted() -> None:
    found = reading(
        framework(x__y="1", unknown=None),
        competency("a", isPartOf=f"{BASE}f",
                   ceterms__industryType={"@type": "ceterms:CredentialAlignmentObject",
                                          "ceterms:targetNodeName": {"en": "x"}}),
        {"@id": f"{BASE}r", "@type": "ceasn:Rubric", "ceasn:name": {"en": "R"}},
        {"@id": f"{BASE}a", "@type": "ceasn:Competency", "ceasn:listID": "1"},
        "text",
        {"no": "prefix"},
    )  # fmt: skip
    assert found.report.counts["Rubric"] == Count(1, 0)
    assert found.report.counts["Competency"] == Count(1, 1)
    values = dict(said(statements(found)["a"]))
    nested = values[URIRef("https://purl.org/ctdl/terms/industryType")]
    assert isinstance(nested, Literal) and nested.datatype == RDF.JSON
    assert json.loads(nested)["ceterms:targetNodeName"] == {"en": "x"}
    assert values[CEASN.listID] == Literal("1")
    text = "\n".join(remarks(found))
    for expected in ("Rubric", "null", "put together", "JSON object", "/no: not carried"):
        assert expected in text
    [document] = write(found.package).documents.values()
    assert faults(document, version_4=False) == []
    [a] = [n for n in json.loads(document)["@graph"] if n["@type"] == "ceasn:Competency"]
    assert a["ceterms:industryType"] == [json.loads(nested)]


def test_a_cycle_is_cut() -> None:
    found = reading(
        framework(),
        *(
            competency(n, isPartOf=f"{BASE}f", isChildOf=f"{BASE}{p}")
            for n, p in ("ab", "bc", "ca")
        ),
        competency("d", isPartOf=f"{BASE}f", isChildOf=f"{BASE}d"),
    )
    assert [s.broader is None for s in the_framework(found).statements].count(True) == 2
    assert sum("stand under itself" in remark for remark in remarks(found)) == 2


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"{", (1, 2)),
        (b'{"@graph": [}', (1, 13)),
        (b"[" * 100_000, (0, 0)),
        (b"[" * 700 + b"]" * 700, (0, 0)),
        (b'{"a":' * 700 + b"1" + b"}" * 700, (0, 0)),
        (b"\xff\xfe\xff", (1, 0)),
        (b"null", (0, 0)),
        (b"{}", (0, 0)),
        (b'{"@graph": [{"@type": "ceterms:Course"}]}', (0, 0)),
        (b"", (1, 1)),
    ],
)
def test_what_cannot_be_read_is_one_clear_fault(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(InputFaults) as raised:
        read(data, "file.json")
    [fault] = raised.value.faults
    assert (fault.line, fault.column) == place
    assert fault.message and fault.file == "file.json"


def test_a_byte_order_mark_does_no_harm() -> None:
    data = json.dumps({"@context": CONTEXT, "@graph": [framework()]}).encode("utf-8-sig")
    assert the_framework(read(data, "x.json")).title == Literal("Framework", lang="en-us")


_strings = st.sampled_from(
    [f"{BASE}a", f"{BASE}f", "_:b", f"ce-{UUID}", "a b", "\ud800", "ceasn:x", "@none", "en"]
)
_numbers = st.none() | st.booleans() | st.floats() | st.integers()
_leaves = _numbers | st.text(max_size=5) | _strings
_NAMES = (
    "@id @type @value @language @graph @context @list ceasn:name ceasn:competencyText "
    "ceasn:hasChild ceasn:isChildOf ceasn:isPartOf ceasn:alignTo ceterms:ctid ceasn:inLanguage "
    "ceasn:creator ceasn:competencyCategory ceterms:hasPart ceterms:sourceNode ceterms:targetNode "
    "ceterms:alignmentType dct:type dct:isPartOf en decoded_resource resource data"
)
_keys = st.sampled_from(_NAMES.split(" "))
_types = st.sampled_from(
    ["ceasn:Competency", "ceasn:CompetencyFramework", "ceterms:AlignmentMap",
     "ceterms:AlignmentObject", "skos:Concept", "ceterms:Organization", "https://w3id.org/sssom/MappingSet"]
)  # fmt: skip
_any = st.recursive(
    _leaves | _types,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=5),
    max_leaves=20,
)
_node = st.builds(
    lambda kind, more: {**more, "@type": kind}, _types, st.dictionaries(_keys, _any, max_size=8)
)


@settings(max_examples=150)
@given(st.lists(_node | _any, min_size=1, max_size=5))
def test_nothing_breaks_the_reader_or_what_it_hands_on(nodes: list[Any]) -> None:
    data = json.dumps({"@context": CONTEXT, "@graph": nodes}).encode()
    try:
        found = read(data, "file.json")
    except InputFaults:
        return
    for document in write(found.package).documents.values():
        assert faults(document, version_4=False) == []
        read(document, "again.json")
