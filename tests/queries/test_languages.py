"""Queries that list statements give one row a statement, in a language that can be asked for."""

import pyoxigraph as ox
import pytest
from rdflib import Literal

from crosswalk_rdf.store.answers import Answer, Solutions
from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from tests.queries.library import NAMES, ask, load

SKOS = "http://www.w3.org/2004/02/skos/core#"
TEXTS = (f"{SKOS}prefLabel", "https://purl.org/ctdlasn/terms/competencyText")
LISTS = [
    name
    for name in NAMES
    if name not in ("search", "collections", "members-of-collection")
    and any(parameter.name == "lang" for parameter in load(name).parameters)
]
VALUES = {
    "aligned": {"notation": "2a"},
    "ancestors": {"notation": "VVC.1.a.i"},
    "hubs": {"minimum": "1"},
    "reach": {"concept": "lcpe-2017/VVC.1.a"},
    "shared-neighbours": {"notation": "VVC.1.a"},
    "unaligned-below": {"notation": "1"},
}
"""What the miniature has an answer for, where it has none for the default."""
HOME = ox.NamedNode("https://example.org/graph/translations")


FURTHER = b"""@base <https://w3id.org/leadership-crosswalk/> .
<psel-2015/1a> <http://www.w3.org/2002/07/owl#deprecated> true .
<crosswalk-2017/part-3> <https://w3id.org/sssom/object_source> <psel-2015> ;
  <ontology#objectKind> <ontology#Element> ."""
"""What the miniature lacks: a deprecated statement, and kinds that a part may align."""


@pytest.fixture(scope="module")
def untranslated(miniature_store: ox.Store) -> ox.Store:
    store = ox.Store()
    store.extend(miniature_store)
    store.load(FURTHER, format=ox.RdfFormat.TURTLE, to_graph=HOME)
    return store


@pytest.fixture(scope="module")
def translated(untranslated: ox.Store) -> ox.Store:
    """The miniature, with each label and text in German, in Mexican Spanish and in no language."""
    store = ox.Store()
    store.extend(untranslated)
    for property in map(ox.NamedNode, TEXTS):
        for quad in untranslated.quads_for_pattern(None, property, None, None):
            assert isinstance(quad.object, ox.Literal)
            for value in (
                ox.Literal(f"Aa {quad.object.value}", language="de"),
                ox.Literal(f"Aa {quad.object.value}", language="es-MX"),
                ox.Literal(f"Aa {quad.object.value}"),
            ):
                store.add(ox.Quad(quad.subject, property, value, HOME))
    return store


@pytest.fixture(scope="module", params=["embedded", "rdflib"])
def engine(request: pytest.FixtureRequest, translated: ox.Store) -> QueryBackend:
    embedded = request.param == "embedded"
    return OxigraphBackend(translated) if embedded else RdflibBackend(dataset_of(translated))


@pytest.fixture(scope="module")
def before(untranslated: ox.Store) -> QueryBackend:
    return OxigraphBackend(untranslated)


def solutions(answer: Answer) -> Solutions:
    assert isinstance(answer, Solutions)
    return answer


def ask_something(backend: QueryBackend, name: str, **values: str) -> Solutions:
    answer = solutions(ask(backend, name, **VALUES.get(name, {}), **values))
    assert answer.rows
    return answer


def test_the_queries_that_list_statements_can_be_asked_in_a_language() -> None:
    assert {"aligned", "ancestors", "descendants", "outline", "statement", "unaligned"} <= {*LISTS}
    assert len(LISTS) == 17


@pytest.mark.parametrize("name", LISTS)
def test_the_language_of_the_framework_comes_first(
    name: str, engine: QueryBackend, before: QueryBackend
) -> None:
    assert ask_something(engine, name) == ask_something(before, name)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("lang", "language"), [("es", "es-mx"), ("de", "de")])
def test_the_language_that_is_asked_for(
    name: str, lang: str, language: str, engine: QueryBackend, before: QueryBackend
) -> None:
    answer, original = ask_something(engine, name, lang=lang), ask_something(before, name)
    assert len(answer.rows) == len(original.rows)
    columns = {
        place
        for row in original.rows
        for place, term in enumerate(row)
        if isinstance(term, Literal) and term.language
    }
    labels = [row[place] for row in answer.rows for place in columns]
    languages = {str(label.language).lower() for label in labels if isinstance(label, Literal)}
    assert languages == {language}


@pytest.mark.parametrize("name", LISTS)
def test_a_language_that_nothing_is_in(
    name: str, engine: QueryBackend, before: QueryBackend
) -> None:
    assert ask_something(engine, name, lang="fi") == ask_something(before, name)


def test_any_language_where_the_framework_has_none(engine: QueryBackend) -> None:
    store = ox.Store()
    store.load(
        b"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix ceasn: <https://purl.org/ctdlasn/terms/> .
        @prefix xw: <https://w3id.org/leadership-crosswalk/ontology#> .
        <https://e.org/a> a xw:Element ; skos:notation "a" ; skos:inScheme <https://e.org/f> ;
          skos:prefLabel "Zwei"@de , "One" ; ceasn:competencyText "One" , "Zwei"@de .""",
        format=ox.RdfFormat.TURTLE,
        to_graph=HOME,
    )
    backend: QueryBackend = OxigraphBackend(store)
    if isinstance(engine, RdflibBackend):
        backend = RdflibBackend(dataset_of(store))
    answer = solutions(ask(backend, "unaligned"))
    assert [row[answer.variables.index("text")] for row in answer.rows] == [
        Literal("Zwei", lang="de")
    ]
