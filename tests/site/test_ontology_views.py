"""The ontology as a page shows it."""

import pyoxigraph as ox
import pytest
from rdflib import Literal

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.ontology import OntologyView, TermView, ontology_view
from crosswalk_rdf.site.views.references import References

BASE = "https://example.org/k/"
TURTLE = """
@prefix xw: <https://example.org/k/ontology#> .
@prefix own: <https://example.org/own#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://example.org/k/ontology> a owl:Ontology ; dcterms:title "Terms"@en ; rdfs:label "Terms"@en .
<https://example.org/k/agent/me> a owl:Thing .
xw:Thing a owl:Class ; rdfs:label "Ding"@de , "Thing"@en ; rdfs:comment "A thing."@en .
xw:Part a owl:Class ; rdfs:subClassOf xw:Thing ; skos:scopeNote "Of a whole."@en .
own:Own a owl:Class .
xw:has a owl:ObjectProperty ; rdfs:domain xw:Thing ; rdfs:range xw:Part .
xw:Kinds a skos:ConceptScheme ; skos:prefLabel "Kinds"@en .
xw:B a xw:Kind , skos:Concept ; skos:inScheme xw:Kinds .
xw:A a xw:Kind , skos:Concept ; skos:inScheme xw:Kinds .
xw:Odd a xw:Kind .
"""


@pytest.fixture
def view() -> OntologyView:
    store = ox.Store()
    graph = ox.NamedNode(f"{BASE}graph/ontology")
    for quad in ox.parse(TURTLE.encode(), format=ox.RdfFormat.TURTLE):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    names = PrefixedNames({"xw": f"{BASE}ontology#"})
    references = References(addresses=Addresses(BASE), names=names, paths={"ontology.html"})
    return ontology_view(store, references, language="de", prefixes={"xw": f"{BASE}ontology#"})


def test_terms_are_grouped_and_sorted(view: OntologyView) -> None:
    anchors = {str(group.title): [term.anchor for term in group.terms] for group in view.groups}
    assert anchors == {
        "Classes": ["Own", "Part", "Thing"],
        "Properties between resources": ["has"],
        "Kinds": ["A", "B"],
        "Further terms": ["Odd"],
    }
    assert view.terms == 8


def test_a_term_has_what_is_said_of_it_and_by_others(view: OntologyView) -> None:
    thing = term(view, "Thing")
    assert thing.label == Literal("Ding", lang="de")
    assert thing.comments == [Literal("A thing.", lang="en")]
    facts = {fact.name: [r.text for r in fact.references] for fact in thing.facts}
    assert facts == {"Subclasses": ["xw:Part"], "Has properties": ["xw:has"]}
    assert thing.reference.path == "ontology.html#Thing"
    assert [str(note) for note in term(view, "Part").notes] == ["Of a whole."]


def test_concepts_are_under_their_scheme(view: OntologyView) -> None:
    [kinds] = [group for group in view.groups if group.scheme]
    assert (kinds.anchor, str(kinds.title)) == ("Kinds", "Kinds")


def test_the_header_tells_of_the_ontology(view: OntologyView) -> None:
    assert (view.iri, str(view.title)) == (f"{BASE}ontology", "Terms")
    assert view.prefixes == [("xw", f"{BASE}ontology#")]


def term(view: OntologyView, anchor: str) -> TermView:
    return next(term for group in view.groups for term in group.terms if term.anchor == anchor)
