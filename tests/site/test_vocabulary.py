"""The editor completes from what the dataset says of itself."""

import json
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SKOS, VOID, Literal, URIRef

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.site.search_index.vocabulary import vocabulary_script
from crosswalk_rdf.store.embedded import add, new_store

BASE = "https://example.org/x/"
THING, ABOUT = URIRef(f"{BASE}ontology#Thing"), URIRef(f"{BASE}graph/dataset")
ONTOLOGY, DATA = URIRef(f"{BASE}graph/ontology"), URIRef(f"{BASE}graph/data")


def partitions() -> list[tuple[URIRef, URIRef, URIRef | Literal]]:
    """Return a description of two classes and one property."""
    quads: list[tuple[URIRef, URIRef, URIRef | Literal]] = []
    dataset = URIRef(f"{BASE}dataset")
    for name, kind, key, count_key, count in (
        (THING, VOID.classPartition, VOID["class"], VOID.entities, 3),
        (SKOS.Concept, VOID.classPartition, VOID["class"], VOID.entities, 40),
        (SKOS.notation, VOID.propertyPartition, VOID.property, VOID.triples, 7),
    ):
        part = URIRef(f"{dataset}/{name.rpartition('#')[2]}")
        quads += [(dataset, kind, part), (part, key, name), (part, count_key, Literal(count))]
    return quads


@pytest.fixture
def store() -> ox.Store:
    made = new_store()
    labels = (Literal("Chose", lang="fr"), Literal("Thing", lang="en"), Literal("Ding", lang="de"))
    add(made, ONTOLOGY, [(THING, RDFS.label, label) for label in labels])
    things = [URIRef(f"{BASE}{name}") for name in ("f/1", "f/1a", "f", "g/1", "g/2", "catalog")]
    add(made, DATA, [(thing, RDF.type, SKOS.Concept) for thing in things])
    add(made, ABOUT, partitions())
    return made


def vocabulary(store: ox.Store, language: str = "de", pages: frozenset[str] = frozenset()) -> Any:
    script = vocabulary_script(
        store,
        prefixes={"skos": str(SKOS), "xw": f"{BASE}ontology#"},
        addresses=Addresses(BASE),
        language=language,
        pages=pages,
        weights=(4, 2),
    ).decode()
    assert script.startswith("globalThis.crosswalkVocabulary = ")
    return json.loads(script.partition(" = ")[2].removesuffix(";\n"))


def test_terms_with_counts_and_labels(store: ox.Store) -> None:
    terms = vocabulary(store)
    assert terms["classes"] == [[str(SKOS.Concept), 40, ""], [str(THING), 3, "Ding"]]
    assert terms["properties"] == [[str(SKOS.notation), 7, ""]]
    assert terms["weights"] == [4, 2]


@pytest.mark.parametrize(("language", "label"), [("fr", "Chose"), ("it", "Thing")])
def test_language_of_labels(language: str, label: str, store: ox.Store) -> None:
    assert vocabulary(store, language)["classes"][1][2] == label


def test_graphs(store: ox.Store) -> None:
    assert vocabulary(store)["graphs"] == sorted([str(ONTOLOGY), str(DATA), str(ABOUT)])


def test_namespaces_whose_resources_all_have_a_page(store: ox.Store) -> None:
    terms = vocabulary(store, pages=frozenset({"f/1.html", "f/1a.html", "f.html", "g/2.html"}))
    assert terms["spaces"] == [f"{BASE}f/"]
    assert terms["pages"] == [f"{BASE}f", f"{BASE}g/2"]


def test_no_pages(store: ox.Store) -> None:
    assert (vocabulary(store)["spaces"], vocabulary(store)["pages"]) == ([], [])
