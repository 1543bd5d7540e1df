"""``collections.csv`` and ``resources.csv``: what they say, and what is wrong in them."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.model import Framework
from crosswalk_rdf.project.publication import load_publication

BASE = "https://example.org/kompetenzen/"
SCHULE = URIRef(f"{BASE}schule")
COLLECTIONS = "data/frameworks/schule/collections.csv"
RESOURCES = "data/frameworks/schule/resources.csv"


def framework_of(folder: Path, file: str, text: str) -> Framework:
    (folder / file).write_text(text)
    return next(f for f in load_publication(folder).frameworks if f.id == "schule")


def test_members_are_named_by_notation_by_id_or_by_iri(tiny: Path) -> None:
    text = (
        "id,label,members,ordered,skos:prefLabel@en\n"
        "rechnen,Rechnen,MA 1/ä|MA|https://example.com/else,true,Arithmetic\n"
        "alles,,rechnen|<https://example.org/kompetenzen/schule/DE>,,\n"
        "https://example.com/empty,Leer,,,\n"
    )
    first, second, third = framework_of(tiny, COLLECTIONS, text).collections
    assert first.iri == URIRef(f"{SCHULE}/collection/rechnen")
    assert first.ordered
    expected = ("MA%201%2F%C3%A4", "MA")
    else_ = URIRef("https://example.com/else")
    assert first.members == (*(URIRef(f"{SCHULE}/{name}") for name in expected), else_)
    assert first.label == Literal("Rechnen", lang="de")
    assert [v.value for v in first.properties] == [Literal("Arithmetic", lang="en")]
    assert second.members == (first.iri, URIRef(f"{SCHULE}/DE"))
    assert second.preferred_label == Literal(str(second.iri))
    assert (third.iri, third.members) == (URIRef("https://example.com/empty"), ())


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("x,MA|MX,,,", 3, "the member 'MX' does not exist"),
        ("x,MA|DE|MA,,,", 3, "the member 'MA' is named twice"),
        ("x,MA,yes,,", 6, "'ordered' must be true or false, not 'yes'"),
        (",MA,,,", 1, "'id' is empty"),
        ("a,MA,,,", 1, "the id 'a' is used twice: line 2 has it first"),
        ("x,MA,,X,english!", 9, "'language' is no language tag: 'english!'"),
        ("x,MA,,X", 0, "too few cells"),
    ],
)
def test_a_fault_in_a_collection_has_its_place(
    tiny: Path, row: str, column: int, message: str
) -> None:
    (tiny / COLLECTIONS).write_text(f"id,members,ordered,label,language\na,DE,,,\n{row}\n")
    with pytest.raises(InputFaults) as raised:
        load_publication(tiny)
    (fault,) = raised.value.faults
    assert (fault.file, fault.line, fault.column) == (COLLECTIONS, 3, column)
    assert message in fault.message


def test_an_ordered_collection_may_name_a_member_twice(tiny: Path) -> None:
    text = "id,members,ordered\na,DE|MA|DE,true\n"
    (collection,) = framework_of(tiny, COLLECTIONS, text).collections
    assert [str(iri).rpartition("/")[2] for iri in collection.members] == ["DE", "MA", "DE"]


def test_a_collection_is_of_one_framework(tiny: Path) -> None:
    row = "id,members\nhttps://example.com/group,\n"
    (tiny / COLLECTIONS).write_text(row)
    (tiny / "data/frameworks/beruf/collections.csv").write_text(row)
    with pytest.raises(InputFaults, match=r"used twice: data/frameworks/beruf/collections\.csv:2"):
        load_publication(tiny)


def test_a_collection_is_no_framework(tiny: Path) -> None:
    with pytest.raises(InputFaults, match=f"{SCHULE} is used twice: data/frameworks/schule/framew"):
        framework_of(tiny, COLLECTIONS, f"id,members\n{SCHULE},MA\n")


def test_a_list_has_a_node_for_each_place_and_no_blank_node(tiny: Path) -> None:
    text = "id,members,ordered\na,DE|MA|DE,true\nempty,,true\n"
    triples = set(framework_triples(framework_of(tiny, COLLECTIONS, text), BASE))
    objects = {(s, p): o for s, p, o in triples if p in (SKOS.memberList, RDF.first, RDF.rest)}
    node, members = objects[URIRef(f"{SCHULE}/collection/a"), SKOS.memberList], []
    while node != RDF.nil:
        assert isinstance(node, URIRef)
        members.append(objects[node, RDF.first])
        node = objects[node, RDF.rest]
    assert members == [URIRef(f"{SCHULE}/{name}") for name in ("DE", "MA", "DE")]
    assert objects[URIRef(f"{SCHULE}/collection/empty"), SKOS.memberList] == RDF.nil
    assert not any(p == SKOS.member for _, p, _ in triples)


def test_a_resource_is_all_that_its_row_says(tiny: Path) -> None:
    text = "iri,rdf:value@de,rdf:type,dcterms:source\nurn:x:1,Nach Duden.,<urn:x:Note>,<urn:x:2>\n"
    (resource,) = framework_of(tiny, RESOURCES, text).resources
    assert {(v.property, v.value) for v in resource.properties} == {
        (RDF.value, Literal("Nach Duden.", lang="de")),
        (RDF.type, URIRef("urn:x:Note")),
        (DCTERMS.source, URIRef("urn:x:2")),
    }


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("note,x,", 1, "'iri' is no IRI: 'note'"),
        ("urn:x:1,x,", 1, "urn:x:1 is described twice: put it all in line 2"),
        ("urn:x:2,<no iri>,", 9, "<no iri> is no IRI"),
    ],
)
def test_a_fault_in_a_resource_has_its_place(
    tiny: Path, row: str, column: int, message: str
) -> None:
    (tiny / RESOURCES).write_text(f"iri,skos:note,skos:note@en\nurn:x:1,,\n{row}\n")
    with pytest.raises(InputFaults) as raised:
        load_publication(tiny)
    (fault,) = raised.value.faults
    assert (fault.file, fault.line, fault.column) == (RESOURCES, 3, column)
    assert message in fault.message
