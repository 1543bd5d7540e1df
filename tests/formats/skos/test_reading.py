"""SKOS as real vocabularies have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading
from crosswalk_rdf.formats.skos.read import read
from crosswalk_rdf.formats.skos.write import write
from crosswalk_rdf.model import Framework, PropertyValue, Statement, agent_iri

HEAD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix : <http://example.org/v/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
V = "http://example.org/v/"
SCHEME = ':s a skos:ConceptScheme ; dct:title "S"@en .\n'


def reading(turtle: str, *, scheme: str = SCHEME) -> Reading:
    return read((HEAD + scheme + turtle).encode(), "v.ttl")


def framework(turtle: str, *, scheme: str = SCHEME) -> Framework:
    (one,) = reading(turtle, scheme=scheme).package.frameworks
    return one


def statement(turtle: str) -> Statement:
    return framework(f":a a skos:Concept ; skos:inScheme :s ; {turtle} .").statements[0]


def values(thing: Statement | Framework, property: URIRef) -> list[object]:
    return [value.value for value in thing.properties if value.property == property]


def test_labels_in_many_languages() -> None:
    result = framework(
        ':a a skos:Concept ; skos:prefLabel "un"@fr, "one"@en, "eins"@de ;'
        ' skos:altLabel "1"@en, " uno "@es ; skos:definition "The one."@en, "Le un."@fr .'
        ':b a skos:Concept ; skos:prefLabel "deux"@fr ; skos:definition "Two."@en .',
        scheme=':s a skos:ConceptScheme ; dct:title "S"@fr, "T"@en ; dct:language "en" .',
    )
    one, two = result.statements
    assert result.language == "en"
    assert result.title == Literal("T", lang="en")
    assert (one.label, one.text) == (Literal("one", lang="en"), Literal("The one.", lang="en"))
    assert values(one, SKOS.prefLabel) == [Literal("un", lang="fr"), Literal("eins", lang="de")]
    assert values(one, SKOS.altLabel) == [Literal("1", lang="en"), Literal(" uno ", lang="es")]
    assert (two.label, two.text) == (None, Literal("deux", lang="fr"))
    assert values(two, SKOS.definition) == [Literal("Two.", lang="en")]


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("", "de"),
        ('; dct:language "EN"', "en"),
        ('; dct:language "fr", "en"', "en"),
        ("; dct:language <http://id.loc.gov/vocabulary/iso639-1/fr>", "fr"),
        ('; dct:language "English, and more"', "de"),
    ],
)
def test_language_of_the_framework(stated: str, language: str) -> None:
    result = framework(
        ':a a skos:Concept ; skos:prefLabel "eins"@de . :b a skos:Concept ; skos:prefLabel "b"@de .'
        ':c a skos:Concept ; skos:prefLabel "c"@en .',
        scheme=f':s a skos:ConceptScheme ; dct:title "S" {stated} .',
    )
    assert result.language == language


def test_notations() -> None:
    result = statement('skos:prefLabel "a" ; skos:notation "x"^^:t, "2", "3"')
    assert result.notation == "2"
    assert values(result, SKOS.notation) == [
        Literal("x", datatype=URIRef(f"{V}t"), normalize=False),
        Literal("3"),
    ]
    typed = statement('skos:prefLabel "a" ; skos:notation "x"^^:t')
    assert typed.notation == "x"
    assert len(values(typed, SKOS.notation)) == 1


def test_several_schemes_and_a_concept_in_two() -> None:
    result = reading(
        ':t a skos:ConceptScheme ; dct:title "T"@en .'
        ':a a skos:Concept ; skos:prefLabel "a" ; skos:inScheme :s, :t ; skos:closeMatch :b .'
        ':b a skos:Concept ; skos:prefLabel "b" ; skos:topConceptOf :t ; skos:exactMatch :c .'
        ':c a skos:Concept ; skos:prefLabel "c" ; skos:broader :b .'
    )
    s, t = result.package.frameworks
    assert not s.statements
    a, b, c = t.statements
    assert (a.in_schemes, b.in_schemes, c.in_schemes) == ((s.iri, t.iri), (), ())
    assert (a.top_concept_of, b.top_concept_of, c.top_concept_of) == ((), None, None)
    assert values(a, SKOS.closeMatch) == [b.iri]
    assert values(b, SKOS.exactMatch) == [c.iri]
    assert not result.package.crosswalks


def test_no_scheme() -> None:
    result = reading(
        ':a skos:prefLabel "a" ; skos:narrower :b . :b skos:prefLabel "b" .', scheme=""
    )
    (only,) = result.package.frameworks
    assert only.iri.startswith("urn:uuid:")
    assert [s.broader for s in only.statements] == [None]
    assert [s.in_schemes for s in only.statements] == [()]
    assert any(r.what == "a concept is in no scheme" for r in result.report.remarks)
    (data,) = write(result.package).documents.values()
    assert b"inScheme" not in data
    again = reading(':a skos:prefLabel "a" ; skos:narrower :b . :b skos:prefLabel "b" .', scheme="")
    assert again.package == result.package


def test_a_scheme_that_is_only_pointed_at() -> None:
    result = framework(':a a skos:Concept ; skos:prefLabel "a" ; skos:inScheme :x .', scheme="")
    assert (result.iri, result.id) == (URIRef(f"{V}x"), "x")


def test_hierarchy_in_both_directions_and_several_parents() -> None:
    result = framework(
        ":s skos:hasTopConcept :a ."
        ':a a skos:Concept ; skos:prefLabel "a" ; skos:narrower :b, :c .'
        ':b a skos:Concept ; skos:prefLabel "b" .'
        ':c a skos:Concept ; skos:prefLabel "c" ; skos:broader :b, :gone .'
    )
    a, b, c = result.statements
    assert (b.broader, c.broader, c.also_broader) == (a.iri, b.iri, (a.iri,))
    assert values(c, SKOS.broader) == [URIRef(f"{V}gone")]
    assert result.polyhierarchical
    assert not values(result, SKOS.hasTopConcept)


def test_links_that_close_a_circle_are_kept_and_reported_with_both_ends() -> None:
    result = reading(
        ':a a skos:Concept ; skos:prefLabel "a" ; skos:broader :b .'
        ':b a skos:Concept ; skos:prefLabel "b" ; skos:broader :a, :b .'
    )
    a, b = result.package.frameworks[0].statements
    assert [a.broader, b.broader].count(None) == 1
    links = {(str(s.iri), str(v)) for s in (a, b) for v in values(s, SKOS.broader)}
    assert len(links) == 2
    assert {
        (r.place, r.what.split()[-1]) for r in result.report.remarks if "circle" in r.why
    } == links


def test_transitive_relations_are_no_parents() -> None:
    result = framework(
        ':a a skos:Concept ; skos:prefLabel "a" .'
        ':b a skos:Concept ; skos:prefLabel "b" ; skos:broaderTransitive :a .'
        ':c a skos:Concept ; skos:prefLabel "c" ; skos:broaderTransitive :a, :b .'
    )
    a, b, c = result.statements
    assert [s.broader for s in (a, b, c)] == [None] * 3
    assert values(c, SKOS.broaderTransitive) == [a.iri, b.iri]


def test_relations_of_one_scheme_are_properties_and_direction_is_kept() -> None:
    result = reading(
        ':a a skos:Concept ; skos:prefLabel "a" ; skos:related :b ; skos:exactMatch :b ;'
        " skos:broadMatch <http://other.example/x/1> ; skos:narrowMatch <urn:x:y:2> ."
        ':b a skos:Concept ; skos:prefLabel "b" .'
        "<http://other.example/z> skos:relatedMatch :a ."
    )
    (s,) = result.package.frameworks
    assert values(s.statements[0], SKOS.related) == [URIRef(f"{V}b")]
    assert values(s.statements[0], SKOS.exactMatch) == [URIRef(f"{V}b")]
    own, outer = result.package.crosswalks
    ends = {e.iri: e.id for e in own.external}
    assert ends == {
        URIRef("http://other.example/x/"): "other-example-x",
        URIRef("urn:x:y:"): "urn-x-y",
    }
    directed = [(a.predicate, str(a.object)) for p in own.parts for a in p.alignments]
    assert directed == [
        (SKOS.broadMatch, "http://other.example/x/1"),
        (SKOS.narrowMatch, "urn:x:y:2"),
    ]
    (part,) = outer.parts
    assert (part.object_source, part.alignments[0].predicate) == (s.iri, SKOS.relatedMatch)
    assert result.report.counts["triples"].total == result.report.counts["triples"].carried


def test_the_external_scheme_that_the_document_names() -> None:
    result = reading(
        '<http://o.example> a skos:ConceptScheme ; dct:title "Other"@en .'
        ":a a skos:Concept ; skos:prefLabel 'a' ; skos:inScheme :s ;"
        " skos:exactMatch <http://o.example/x/1>, <http://p.example/2>, :gone ."
        "<http://p.example/2> skos:inScheme <http://p.example/scheme> ; a owl:Thing ."
    )
    assert [f.id for f in result.package.frameworks] == ["s"]
    (crosswalk,) = result.package.crosswalks
    assert [(str(e.iri), str(e.title)) for e in crosswalk.external] == [
        ("http://o.example", "Other"),
        ("http://p.example/scheme", "http://p.example/scheme"),
        (V, V),
    ]


def test_mappings_alone_are_a_crosswalk() -> None:
    result = read((HEAD + "<http://a.x/1> skos:exactMatch <http://b.x/1> .").encode(), "m.ttl")
    assert result.package.frameworks == ()
    (crosswalk,) = result.package.crosswalks
    assert [e.iri for e in crosswalk.external] == [URIRef("http://a.x/"), URIRef("http://b.x/")]


def test_deprecated_and_replaced() -> None:
    result = statement('skos:prefLabel "a" ; owl:deprecated true ; dct:isReplacedBy :b, :c')
    assert (result.deprecated, result.replaced_by) == (True, URIRef(f"{V}b"))
    assert values(result, OWL.deprecated) == []
    assert values(result, DCTERMS.isReplacedBy) == [URIRef(f"{V}c")]
    assert not statement('skos:prefLabel "a" ; owl:deprecated false').deprecated


def test_uuids() -> None:
    uuid = "01551356-a6a3-44fc-9662-7d366d7af0ac"
    result = framework(
        f'<urn:uuid:{uuid}> a skos:Concept ; skos:prefLabel "a" ; skos:inScheme :s .'
    )
    assert result.statements[0].uuid == uuid
    assert statement(f'skos:prefLabel "a" ; dct:identifier "x", "{uuid}"').uuid == uuid
    upper = statement(f'skos:prefLabel "a" ; dct:identifier "{uuid.upper()}"')
    assert upper.uuid == uuid
    assert values(upper, DCTERMS.identifier) == [Literal(uuid.upper())]


def test_metadata_of_the_scheme() -> None:
    result = framework(
        ':a a skos:Concept ; skos:prefLabel "a"@en . :p a foaf:Person ; foaf:name "P. Person" .',
        scheme=':s a skos:ConceptScheme, owl:Ontology ; rdfs:label "S"@en, "Es"@de ;'
        ' dct:creator "Somebody"@de, :p, [ foaf:name "A. Group" ] ; dct:publisher :q, "Other" ;'
        ' dct:rights "All."@en ; dct:license :l, "free" ; owl:versionInfo "1.2" ; dct:source :x ;'
        ' dct:issued "2020-02-03T00:00:00Z"^^xsd:dateTime ; dct:created "2019"^^xsd:gYear ;'
        ' rdfs:comment "About."@en .',
    )
    assert result.title == Literal("S", lang="en")
    assert values(result, RDFS.label) == [Literal("S", lang="en"), Literal("Es", lang="de")]
    assert [(a.iri, a.name, a.type) for a in result.creators[:2]] == [
        (agent_iri("Somebody"), "Somebody", "Organization"),
        (URIRef(f"{V}p"), "P. Person", "Person"),
    ]
    assert (result.creators[2].name, result.creators[2].type) == ("A. Group", "Organization")
    assert result.publisher
    assert (result.publisher.iri, result.publisher.name) == (URIRef(f"{V}q"), f"{V}q")
    assert values(result, DCTERMS.publisher) == [URIRef(f"{V}q"), Literal("Other")]
    assert (result.issued, result.edition, str(result.rights)) == ("2020-02-03", "1.2", "All.")
    assert (result.license, result.sources) == (URIRef(f"{V}l"), (URIRef(f"{V}x"),))
    assert result.description == Literal("About.", lang="en")
    assert PropertyValue(RDF.type, OWL.Ontology) in result.properties
    assert len(values(result, DCTERMS.issued)) == 1


def test_kinds_and_their_labels() -> None:
    result = framework(
        ':a a skos:Concept, :Skill ; skos:prefLabel "a" . :Skill rdfs:label "Ability" .'
    )
    assert result.statements[0].kind == URIRef(f"{V}Skill")
    assert [(level.name, str(level.label)) for level in result.levels] == [("Ability", "Ability")]


def test_what_has_no_label() -> None:
    result = framework(
        ':a a skos:Concept ; rdfs:label "A"@en . :b a skos:Concept ; skos:definition "B." .'
        ":c a skos:Concept ."
    )
    assert [str(s.text) for s in result.statements] == ["A", "B.", "c"]
    assert values(result.statements[0], RDFS.label) == [Literal("A", lang="en")]


def test_hash_iris() -> None:
    result = read(
        b"@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        b"<http://x.example/v> a skos:ConceptScheme . <http://x.example/w> a skos:ConceptScheme ."
        b"<http://x.example/w#1> a skos:Concept ; skos:prefLabel '1' .",
        "x.ttl",
    ).package.frameworks
    assert [len(f.statements) for f in result] == [0, 1]


def test_other_properties_stay() -> None:
    result = statement('skos:prefLabel "a" ; foaf:page <http://a.example/> ; :n 7')
    assert values(result, FOAF.page) == [URIRef("http://a.example/")]
    assert values(result, URIRef(f"{V}n")) == [Literal("7", datatype=_INTEGER)]


_INTEGER = URIRef("http://www.w3.org/2001/XMLSchema#integer")


def test_what_is_no_skos_is_a_fault() -> None:
    with pytest.raises(InputFaults, match=r"x\.ttl: it holds no skos:ConceptScheme"):
        read(b"<http://a.example/> a <http://b.example/> .", "x.ttl")


_TERMS = st.sampled_from(
    [":a", ":b", ":c", ":s", ":t", "[]", '"x"@en', '"x"', "7", "true", "( :a :b )", "<http://o/1>"]
)
_SUBJECTS = st.sampled_from([":a", ":b", ":c", ":s", ":t", "_:n", "<http://o/1>"])
_PREDICATES = st.sampled_from(
    [
        *("a", "skos:inScheme", "skos:broader", "skos:narrower", "skos:prefLabel"),
        *("skos:hasTopConcept", "skos:topConceptOf", "skos:member", "skos:memberList"),
        *("skos:broaderTransitive", "dct:creator", "dct:issued", "skos:notation", "xl:prefLabel"),
        *("dct:isReplacedBy", "dct:license", "dct:identifier", "xl:literalForm"),
        *("skos:definition", "skos:exactMatch", "owl:deprecated"),
    ]
)
_TYPES = st.sampled_from(["skos:Concept", "skos:ConceptScheme", "skos:Collection", "xl:Label"])
_STATEMENTS = st.one_of(
    st.builds("{} {} {} .".format, _SUBJECTS, _PREDICATES, _TERMS),
    st.builds("{} a {} .".format, _SUBJECTS, _TYPES),
)


@given(st.lists(_STATEMENTS, min_size=1, max_size=12))
def test_any_triples_are_read_and_written_or_a_fault(lines: list[str]) -> None:
    try:
        result = read((HEAD + "\n".join(lines)).encode(), "x.ttl")
    except InputFaults:
        return
    triples = result.report.counts["triples"]
    lost = sum(
        int(r.what.split()[0]) for r in result.report.remarks if r.action == Action.NOT_CARRIED
    )
    assert triples.total - triples.carried == lost
    for id, data in write(result.package).documents.items():
        read(data, f"{id}.ttl")
