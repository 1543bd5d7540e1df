"""Collections, labels and notes that are resources, and blank nodes, as vocabularies have them."""

from dataclasses import replace

import pytest
from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading
from crosswalk_rdf.formats.skos.read import read
from crosswalk_rdf.formats.skos.write import write
from crosswalk_rdf.model import Collection, PropertyValue
from crosswalk_rdf.namespaces import SKOSXL
from tests.formats.skos.test_reading import V, framework, reading, values

CONCEPTS = (
    ':a a skos:Concept ; skos:prefLabel "a"@en ; skos:inScheme :s .'
    ':b a skos:Concept ; skos:prefLabel "b"@en ; skos:inScheme :s .'
)
ISO = "<http://purl.org/iso25964/skos-thes#ConceptGroup>"


def collections(turtle: str) -> dict[str, Collection]:
    return {c.iri.removeprefix(V): c for c in framework(CONCEPTS + turtle).collections}


def names(collection: Collection) -> list[str]:
    return [iri.removeprefix(V) for iri in collection.members]


def everything_is_carried(result: Reading) -> bool:
    triples = result.report.counts["triples"]
    lost = [r for r in result.report.remarks if r.action == Action.NOT_CARRIED]
    return triples.total == triples.carried and not lost


@pytest.mark.parametrize(
    ("turtle", "ordered", "members"),
    [
        (":g a skos:Collection ; skos:member :b, :a .", False, ["b", "a"]),
        (":g a skos:Collection .", False, []),
        (":g a skos:OrderedCollection ; skos:memberList ( :b :a :b ) .", True, ["b", "a", "b"]),
        (":g a skos:OrderedCollection ; skos:memberList () .", True, []),
        (":g a skos:OrderedCollection ; skos:member :b, :a .", False, ["b", "a"]),
        (":g skos:member :a .", False, ["a"]),
        (":g skos:memberList ( :a ) .", True, ["a"]),
        (f":g a {ISO} ; skos:member :a .", False, ["a"]),
        (f":g a {ISO} .", False, []),
        (":g a :Box . :Box rdfs:subClassOf skos:Collection .", False, []),
        (":g a :Box . :Box rdfs:subClassOf :C . :C rdfs:subClassOf skos:Collection .", False, []),
        (":g a skos:Collection ; skos:member <http://other.example/1> .", False,
         ["http://other.example/1"]),
        (":g a skos:OrderedCollection ; skos:memberList ( :a ), ( :b ) ; skos:member :a .", False,
         ["a"]),
        (':g a skos:OrderedCollection ; skos:memberList ( :a "no member" ) .', False, []),
        (":g a skos:OrderedCollection ; skos:memberList [ rdf:first :a ] .", False, []),
        (":g a skos:OrderedCollection ; skos:memberList _:l ."
         " _:l rdf:first :a ; rdf:rest _:l .", False, []),
    ],
)  # fmt: skip
def test_members_and_their_order(turtle: str, ordered: bool, members: list[str]) -> None:
    result = reading(CONCEPTS + turtle)
    (collection,) = result.package.frameworks[0].collections
    assert (collection.ordered, names(collection)) == (ordered, members)
    assert everything_is_carried(result)
    assert comes_back(result)


def comes_back(result: Reading) -> bool:
    """Return whether what is written has the same collections again, members in any order."""
    (data,) = write(result.package).documents.values()
    again = read(data, "v.ttl").package.frameworks[0].collections
    return {*map(_unordered, again)} == {
        *map(_unordered, result.package.frameworks[0].collections),
    }


def _unordered(collection: Collection) -> Collection:
    members = collection.members if collection.ordered else tuple(sorted(collection.members))
    properties = tuple(sorted(collection.properties, key=str))
    return replace(collection, members=members, properties=properties)


def test_collections_are_nested_labeled_and_of_a_scheme() -> None:
    result = collections(
        ':g a skos:Collection ; skos:inScheme :s ; skos:prefLabel "All"@en, "Alle"@de ;'
        ' skos:notation "G" ; skos:member :a, :h ; skos:note "why"@en .'
        ':h a skos:OrderedCollection ; skos:prefLabel "ohne"@de, "none" ; skos:notation "1"^^:t .'
    )
    g, h = result["g"], result["h"]
    assert (g.label, g.notation, names(g)) == (Literal("All", lang="en"), "G", ["a", "h"])
    assert {(v.property, v.value) for v in g.properties} == {
        (SKOS.inScheme, URIRef(f"{V}s")),
        (SKOS.prefLabel, Literal("Alle", lang="de")),
        (SKOS.note, Literal("why", lang="en")),
    }
    assert (h.label, h.preferred_label, h.notation) == (None, Literal("ohne", lang="de"), "")


def test_a_collection_is_of_the_scheme_it_says_or_of_its_first_member() -> None:
    result = reading(
        ':t a skos:ConceptScheme ; dct:title "T"@en .'
        ":a a skos:Concept ; skos:inScheme :s . :b a skos:Concept ; skos:inScheme :t ."
        ":one a skos:Collection ; skos:inScheme :t ; skos:member :a ."
        ":two a skos:Collection ; skos:inScheme :s, :t ; skos:member :a, :b ."
        ":three a skos:Collection ; skos:member :four . :four a skos:Collection ; skos:member :b ."
        ":empty a skos:Collection ."
    )
    s, t = result.package.frameworks
    assert [c.iri.removeprefix(V) for c in s.collections] == ["two", "empty"]
    assert [c.iri.removeprefix(V) for c in t.collections] == ["one", "three", "four"]
    assert result.report.counts["collections"].carried == 5


def resources(result: Reading) -> dict[str, list[tuple[URIRef, object]]]:
    all_resources = (r for f in result.package.frameworks for r in f.resources)
    return {
        r.iri.removeprefix(V): [(v.property, v.value) for v in r.properties] for r in all_resources
    }


def test_labels_that_are_resources() -> None:
    result = reading(
        ":a a skos:Concept ; skos:inScheme :s ;"
        ' xl:prefLabel [ a xl:Label ; xl:literalForm "one"@en ] ;'
        ' xl:altLabel :l, :m ; skos:altLabel "uno"@en .'
        ':l a xl:Label ; xl:literalForm "uno"@en ; dct:created "2020" ; xl:labelRelation :m .'
        ':m a xl:Label ; xl:literalForm "un"@fr .'
    )
    (one,) = result.package.frameworks[0].statements
    assert (one.text, one.coined_label) == (Literal("one", lang="en"), True)
    assert values(one, SKOS.prefLabel) == []
    assert values(one, SKOS.altLabel) == [Literal("uno", lang="en")]
    assert values(one, SKOSXL.altLabel) == [URIRef(f"{V}l"), URIRef(f"{V}m")]
    (preferred,) = values(one, SKOSXL.prefLabel)
    assert resources(result) == {
        str(preferred): [(RDF.type, SKOSXL.Label), (SKOSXL.literalForm, Literal("one", lang="en"))],
        "l": [
            (RDF.type, SKOSXL.Label),
            (SKOSXL.literalForm, Literal("uno", lang="en")),
            (DCTERMS.created, Literal("2020")),
            (SKOSXL.labelRelation, URIRef(f"{V}m")),
        ],
        "m": [(RDF.type, SKOSXL.Label), (SKOSXL.literalForm, Literal("un", lang="fr"))],
    }
    assert result.report.remarks == []
    assert result.report.counts["SKOS-XL labels"].total == 3


def test_a_plain_label_that_a_resource_repeats_stays_stated() -> None:
    (one,) = framework(
        ':a a skos:Concept ; skos:prefLabel "one"@en, "eins"@de ; xl:prefLabel :l, :m .'
        ':l xl:literalForm "eins"@de . :m xl:literalForm "un"@fr .'
    ).statements
    assert values(one, SKOS.prefLabel) == [Literal("eins", lang="de")]
    assert (one.text, one.coined_label) == (Literal("one", lang="en"), False)


def test_a_note_is_a_resource_with_all_that_is_inside() -> None:
    turtle = (
        '[] a skos:Concept ; skos:prefLabel "a" ; skos:inScheme :s ;'
        ' skos:note [ rdf:value "why"@en ; dct:creator [ foaf:name "N" ] ] .'
    )
    result = reading(turtle)
    (a,) = result.package.frameworks[0].statements
    (note,) = values(a, SKOS.note)
    assert all(str(iri).startswith("urn:uuid:") for iri in (a.iri, note))
    (value, creator) = resources(result)[str(note)]
    assert value == (RDF.value, Literal("why", lang="en"))
    assert creator[0] == DCTERMS.creator
    assert resources(result)[str(creator[1])] == [(FOAF.name, Literal("N"))]
    assert [r.what[:10] for r in result.report.remarks] == ["blank node"]
    assert reading(turtle).package == result.package
    assert everything_is_carried(result)


def test_blank_nodes_of_two_vocabularies_by_one_organization_have_two_iris() -> None:
    notes = []
    for scheme in (":one", ":two"):
        turtle = (
            f':org foaf:name "Org" . {scheme} a skos:ConceptScheme ; dct:publisher :org .'
            f' :a a skos:Concept ; skos:prefLabel "a" ; skos:inScheme {scheme} ; skos:note _:n .'
            f' _:n rdf:value "{scheme}" .'
        )
        (a,) = (s for f in reading(turtle).package.frameworks for s in f.statements)
        notes += values(a, SKOS.note)
    assert len(set(notes)) == 2


@pytest.mark.parametrize(
    "turtle",
    [
        ":a skos:definition [] .",
        ":a skos:definition _:n . _:n :with _:m . _:m :with _:n .",
        ":a dct:source [ dct:title [ rdf:value [ rdf:value [ rdf:value 1 ] ] ] ] .",
        ":a :list ( 1 ( 2 3 ) [ rdf:value 4 ] ) .",
        ':s dct:creator [ foaf:name "N" ; foaf:mbox <mailto:n@example.org> ] .',
        ':s dct:publisher :p . :p a foaf:Organization ; foaf:name "P" ; foaf:page :p2 .',
        ':a a :Kind . :Kind rdfs:label "kind" ; rdfs:subClassOf [ a owl:Restriction ] .',
        ':prop a rdf:Property ; rdfs:label "of nobody" . :a :prop 1 .',
        ':a skos:broader :elsewhere . :elsewhere rdfs:label "elsewhere" .',
    ],
)
def test_whatever_is_described_is_carried(turtle: str) -> None:
    result = reading(CONCEPTS + turtle)
    assert everything_is_carried(result)
    (framework,) = result.package.frameworks
    for value in (v for r in framework.resources for v in r.properties):
        assert isinstance(value, PropertyValue)
        assert isinstance(value.value, URIRef | Literal)


def test_what_two_frameworks_point_at_is_described_once() -> None:
    result = reading(
        ':t a skos:ConceptScheme ; dct:title "T"@en .'
        ":a a skos:Concept ; skos:inScheme :s ; skos:note :n ."
        ':b a skos:Concept ; skos:inScheme :t ; skos:note :n . :n rdf:value "N" .'
    )
    assert [len(f.resources) for f in result.package.frameworks] == [1, 0]


def test_what_is_mapped_and_described_is_a_resource_besides() -> None:
    turtle = ":old owl:deprecated true ; skos:exactMatch <http://x.org/a> ."
    result = reading(CONCEPTS + turtle)
    assert everything_is_carried(result)
    (resource,) = result.package.frameworks[0].resources
    assert [value.property for value in resource.properties] == [OWL.deprecated]
    (part,) = result.package.crosswalks[0].parts
    assert [a.subject for a in part.alignments] == [URIRef(f"{V}old")]


def test_a_value_that_the_store_writes_in_another_form_is_reported() -> None:
    result = reading(CONCEPTS + ':a :n "11"^^xsd:int , "012"^^xsd:integer , "7"^^xsd:integer .')
    remarks = [str(r) for r in result.report.remarks if "published as values" in r.why]
    assert len(remarks) == 2
    assert '1 values such as "11": kept, and published as values: "11" of integer' in remarks[0]


def test_an_empty_notation_is_kept() -> None:
    result = reading(CONCEPTS + ':a skos:notation "" .')
    statement = result.package.frameworks[0].statements[0]
    assert PropertyValue(SKOS.notation, Literal("")) in statement.properties
