"""What differs between two versions, resource by resource."""

from dataclasses import replace

import pyoxigraph as ox
from rdflib import OWL, SKOS, Literal, URIRef

from crosswalk_rdf.comparison.changes import Category, Changes, changes
from crosswalk_rdf.model import Statement
from crosswalk_rdf.namespaces import CEASN, graph_iri
from tests.comparison.conftest import Built, deprecated, gone, reworded

BASE = "https://example.org/kompetenzen/"
MA_1 = f"{BASE}schule/MA%201"
LETTERS = f"{BASE}beruf/02"


def _of(diff: Changes, category: Category) -> set[str]:
    return {change.resource.iri.removeprefix(BASE) for change in diff.of(category)}


def _union(store: ox.Store) -> list[ox.Quad]:
    """The store as a dump without named graphs has it."""
    return [ox.Quad(*triple) for triple in {quad.triple for quad in store}]


def test_the_same_version_has_no_changes(built: Built) -> None:
    assert changes(built(), built(), BASE).changes == ()


def test_another_version_number_is_no_change_of_a_resource(built: Built) -> None:
    assert changes(built(), built("2.0.0", "2026"), BASE).changes == ()


def test_a_text_that_changed(built: Built) -> None:
    diff = changes(built(), built(DE=reworded("Lesen")), BASE)
    assert _of(diff, Category.CHANGED) == {"schule/DE"}
    edits = {edit.property: edit for edit in diff.changes[0].edits}
    assert set(edits) >= {SKOS.definition, CEASN.competencyText}
    assert edits[CEASN.competencyText].before == (Literal("Lesen und schreiben", lang="de"),)
    assert edits[CEASN.competencyText].after == (Literal("Lesen", lang="de"),)


def test_a_statement_that_was_deprecated(built: Built) -> None:
    diff = changes(built(), built(MA=deprecated), BASE)
    assert _of(diff, Category.DEPRECATED) == {"schule/MA"}
    assert [str(edit.property) for edit in diff.changes[0].edits] == [str(OWL.deprecated)]
    assert changes(built(MA=deprecated), built(MA=deprecated), BASE).changes == ()


def test_a_statement_that_is_no_longer_deprecated_has_changed(built: Built) -> None:
    diff = changes(built(MA=deprecated), built(), BASE)
    assert _of(diff, Category.CHANGED) == {"schule/MA"}


def test_a_statement_that_is_gone(built: Built) -> None:
    diff = changes(built(), built(**{"02": gone}), BASE)
    assert _of(diff, Category.REMOVED) == {"beruf/02"}
    resource = diff.of(Category.REMOVED)[0].resource
    assert (resource.notation, str(resource.label)) == ("02", "Briefe schreiben")
    assert "beruf" in _of(diff, Category.CHANGED)


def test_a_statement_that_is_new(built: Built) -> None:
    diff = changes(built(**{"02": gone}), built(), BASE)
    assert _of(diff, Category.ADDED) == {"beruf/02"}


def test_what_is_mentioned_is_named_as_it_is_now(built: Built) -> None:
    diff = changes(built(), built(**{"01": reworded("Rechnen"), "02": gone}), BASE)
    assert str(diff.names[f"{BASE}beruf/01"].label) == "Rechnen"
    assert str(diff.names[LETTERS].label) == "Briefe schreiben"


def test_conclusions_are_no_changes(built: Built) -> None:
    store = built()
    inferred = ox.NamedNode(graph_iri(BASE, "inferred"))
    fact = ox.Quad(
        ox.NamedNode(MA_1), ox.NamedNode(str(SKOS.related)), ox.NamedNode(LETTERS), inferred
    )
    more = ox.Store()
    more.bulk_extend([*store, fact])
    assert changes(store, more, BASE).changes == ()
    assert changes(more, store, BASE).changes == ()


def test_a_dump_without_graphs_compares_as_well(built: Built) -> None:
    old, new = built(), built(**{"02": gone, "DE": reworded("Lesen")})
    assert changes(_union(old), old, BASE).changes == ()
    diff = changes(_union(old), new, BASE)
    assert _of(diff, Category.REMOVED) == {"beruf/02"}
    assert "schule/DE" in _of(diff, Category.CHANGED)
    assert not _of(diff, Category.ADDED)


def test_the_ontology_and_the_description_are_left_out(built: Built) -> None:
    old = built()
    names = ("dataset", "catalog", "graph/schule", "ontology", "activity/build", "ontology#Ziel")
    without = [q for q in old if q.subject not in [ox.NamedNode(BASE + name) for name in names]]
    assert changes(without, old, BASE).changes == ()


def test_changes_are_by_iri(built: Built) -> None:
    diff = changes(built(), built(**{"02": gone, "MA": deprecated}), BASE)
    iris = [change.resource.iri for change in diff.changes]
    assert iris == sorted(iris)


def test_a_replacement_is_told(built: Built) -> None:
    def replaced(statement: Statement) -> Statement:
        return replace(statement, deprecated=True, replaced_by=URIRef(f"{BASE}beruf/01"))

    diff = changes(built(), built(**{"02": replaced}), BASE)
    assert diff.of(Category.DEPRECATED)[0].resource.replaced_by == URIRef(f"{BASE}beruf/01")
