"""Collections, labels and notes in what is published of ``groups``."""

import pyoxigraph as ox
import pytest
from rdflib import RDF, SKOS

from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import SKOSXL
from crosswalk_rdf.site.views.notes import note_views
from tests.built import BuiltSite

BASE = "https://example.org/groups/"
TOOLS = f"{BASE}tools"


def document(site: BuiltSite, path: str) -> set[ox.Triple]:
    turtle = site.files[f"{path}.ttl"]
    return {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}


def objects(triples: set[ox.Triple], property: str) -> list[str]:
    return sorted(t.object.value for t in triples if t.predicate.value == property)


def test_the_document_of_an_ordered_collection_has_its_list(groups_site: BuiltSite) -> None:
    triples = document(groups_site, "tools/collection/steps")
    members = [f"{BASE}skills/S1", *(f"{TOOLS}/T{number}" for number in (1, 2, 3))]
    assert objects(triples, str(RDF.first)) == members
    assert len(objects(triples, str(RDF.rest))) == 4
    assert not [t for t in triples if isinstance(t.subject, ox.BlankNode)]


def test_a_collection_of_others_has_documents(groups_site: BuiltSite) -> None:
    triples = document(groups_site, "tools/collection/wood")
    assert {t.subject.value for t in triples} == {"https://example.com/groups/wood"}
    assert len(objects(triples, str(SKOS.member))) == 2


def test_labels_and_notes_without_a_page_are_described_where_they_are_used(
    groups_site: BuiltSite,
) -> None:
    triples = document(groups_site, "tools/T1")
    assert objects(triples, str(SKOSXL.literalForm)) == ["Sägt Holz"]
    assert objects(document(groups_site, "tools/T2"), str(RDF.value)) == ["By hand or by machine."]
    assert objects(document(groups_site, "tools/label/saw"), str(SKOSXL.literalForm)) == [
        "Saws wood",
        "Sägt Holz",
    ]


def test_plain_labels_are_inferred_and_not_stated(groups_site: BuiltSite) -> None:
    inferred = groups_site.files["graph/inferred.ttl"].decode()
    assert 'skos:altLabel "Sägt Holz"@de' in inferred
    assert b"skos:altLabel" not in groups_site.files["tools/T1.ttl"]
    assert f"<{TOOLS}/collection/steps> a skos:Collection" in inferred


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("tools/T1", ("Cuts wood along a line.", "Creator: Joan Joiner", "Created: 2024-03-01",
                      '<a href="https://example.com/handbook">', '<span lang="de">Sägt Holz')),
        ("tools/T2", ("By hand or by machine.",)),
        ("tools/T3", ("With and without glue.",)),
        ("tools/collection/by-hand", ("Work by hand", "Handarbeit", "Manual work")),
    ],
)  # fmt: skip
def test_pages_show_text_with_its_facts(
    groups_site: BuiltSite, path: str, texts: tuple[str, ...]
) -> None:
    html = groups_site.files[f"{path}.html"].decode()
    assert [text for text in texts if text not in html] == []
    assert "rdf-syntax-ns#value" not in html
    assert "urn:uuid:6a1d3c52" not in html.partition("<main")[2].partition("Use it elsewhere")[0]


def test_a_note_is_its_text_and_what_else_is_said_of_it(groups: Publication) -> None:
    note = note_views(groups.frameworks)[f"{TOOLS}/note/saw"]
    assert [str(text) for text in note.texts] == ["Cuts wood along a line."]
    assert [(name, [str(value) for value in values]) for name, values in note.facts] == [
        ("created", ["2024-03-01"]),
        ("creator", ["Joan Joiner"]),
        ("source", ["https://example.com/handbook"]),
    ]
