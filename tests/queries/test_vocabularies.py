"""Queries on what third-party vocabularies have: other labels, successors, entailed hierarchies."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from tests.queries.library import ask
from tests.queries.test_miniature import rows

DATA = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xw: <https://w3id.org/leadership-crosswalk/ontology#> .
@prefix : <https://w3id.org/leadership-crosswalk/v/> .
:old a skos:Concept ; skos:inScheme :s ; skos:notation "old" ; skos:prefLabel "Old"@en ;
  owl:deprecated true ; dcterms:isReplacedBy :new .
:new a skos:Concept ; skos:inScheme :s ; skos:notation "new" ; skos:prefLabel "New"@en ,
  "Neu"@de ; skos:altLabel "Novel"@en , "Neuartig"@de ; skos:hiddenLabel "Nwe" ;
  skos:definition "What was not before"@en ; skos:broader :top , <https://e.org/elsewhere> .
:top a skos:Concept ; skos:inScheme :s ; skos:notation "top" ; skos:prefLabel "Top"@en .
<https://e.org/elsewhere> a skos:Concept ; skos:inScheme <https://e.org/> ;
  skos:notation "elsewhere" ; skos:prefLabel "Elsewhere"@en .
:new skos:mappingRelation :new , :other .
:other skos:mappingRelation :new , :other , :further ; skos:prefLabel "Other"@en .
:further skos:prefLabel "Further"@en .
:top xw:position 1 . :new xw:position 1 . :old xw:position 2 .
"""


@pytest.fixture(params=["embedded", "rdflib"])
def engine(request: pytest.FixtureRequest) -> QueryBackend:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://e.org/g"))
    embedded = request.param == "embedded"
    return OxigraphBackend(store) if embedded else RdflibBackend(dataset_of(store))


@pytest.mark.parametrize(
    ("word", "text"),
    [("NEW", "New"), ("novel", "Novel"), ("nwe", "Nwe"), ("neua", "Neuartig"), ("not be", "What")],
)
def test_search_reads_every_label(word: str, text: str, engine: QueryBackend) -> None:
    ((name, match),) = rows(ask(engine, "search", word=word), "name", "text")
    assert name == "new"
    assert match.startswith(text)


def test_search_in_one_language(engine: QueryBackend) -> None:
    assert rows(ask(engine, "search", word="ne", lang="de"), "text") == [("Neu",), ("Neuartig",)]


def test_an_outline_needs_no_top_concepts(engine: QueryBackend) -> None:
    answer = ask(engine, "outline", framework="https://w3id.org/leadership-crosswalk/v/s")
    places = [("1", "", "top"), ("1", "1", "new"), ("2", "", "old")]
    assert rows(answer, "first", "second", "notation") == places


def test_what_replaces_a_deprecated_statement(engine: QueryBackend) -> None:
    answer = ask(engine, "deprecated")
    assert rows(answer, "notation", "replacement", "alignments") == [("old", "new", "0")]


def test_a_hierarchy_stays_within_its_framework(engine: QueryBackend) -> None:
    """skos:broadMatch entails skos:broader (SKOS, S41), which leads into other frameworks."""
    above = ask(engine, "ancestors", notation="new", framework="v/s")
    assert rows(above, "depth", "notation") == [("0", "new"), ("1", "top")]
    below = ask(engine, "descendants", notation="top", framework="v/s")
    assert rows(below, "depth", "notation") == [("1", "new")]


def test_a_concept_is_not_reached_from_itself(engine: QueryBackend) -> None:
    answer = ask(engine, "reach", concept="v/new")
    assert rows(answer, "via", "reached") == [("other", "further")]
