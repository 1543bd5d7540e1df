"""What is left of a removed resource goes on from version to version."""

import pyoxigraph as ox
import pytest
from rdflib import PROV, RDF, Literal, URIRef

from crosswalk_rdf.comparison.changes import Changes, Version, changes
from crosswalk_rdf.comparison.report import (
    Comparison,
    comparison_triples,
    release_iri,
    remarks,
    timestamp,
)
from crosswalk_rdf.comparison.resources import Resource
from crosswalk_rdf.comparison.tombstones import Tombstone, read_tombstones, tombstones
from crosswalk_rdf.namespaces import AS
from crosswalk_rdf.store.embedded import add, new_store
from tests.comparison.conftest import Built, gone, reworded

BASE = "https://example.org/kompetenzen/"
FIRST, SECOND, THIRD = Version("1", "2025-06"), Version("2", "2026"), Version("3", "2026-02-03")
STONE = Tombstone(
    resource=Resource(
        iri=f"{BASE}beruf/99",
        kinds=(URIRef(f"{BASE}ontology#Competency"),),
        notation="99",
        label=Literal("Löten", lang="de"),
        text=Literal("Kabel löten", lang="de"),
        replaced_by=URIRef(f"{BASE}beruf/01"),
    ),
    last="1",
    removed=SECOND,
)


def _comparison(
    diff: Changes, stones: tuple[Tombstone, ...], before: Version | None = FIRST
) -> Comparison:
    return Comparison(
        base=BASE,
        title=Literal("Changes", lang="en"),
        now=SECOND,
        before=before,
        changes=diff,
        tombstones=stones,
    )


def _published(comparison: Comparison) -> ox.Store:
    store = new_store()
    add(store, URIRef(f"{BASE}changes"), comparison_triples(comparison))
    return store


@pytest.mark.parametrize(
    "stone",
    [
        STONE,
        Tombstone(resource=Resource(iri=f"{BASE}a%2Fb"), last="", removed=Version("1.0 beta", "")),
    ],
)
def test_a_tombstone_can_be_read_back(stone: Tombstone) -> None:
    store = _published(_comparison(Changes((), {}), (stone,)))
    assert read_tombstones(store) == (stone,)


def test_what_is_gone_gets_one(built: Built) -> None:
    diff = changes(built(), built(**{"02": gone}), BASE)
    (stone, *_) = tombstones([], diff, frozenset(), (FIRST, SECOND))
    assert (stone.iri, stone.last, stone.removed) == (f"{BASE}beruf/02", "1", SECOND)
    assert str(stone.resource.text) == "Briefe schreiben"


def test_earlier_ones_stay_as_they_are() -> None:
    assert tombstones([STONE], Changes((), {}), frozenset(), (SECOND, THIRD)) == (STONE,)


def test_what_is_back_loses_it() -> None:
    back = frozenset([STONE.iri])
    assert tombstones([STONE], Changes((), {}), back, (SECOND, THIRD)) == ()


def test_each_change_is_an_activity(built: Built) -> None:
    old, new = built(**{"01": gone}), built(**{"02": gone, "DE": reworded("Lesen")})
    diff = changes(old, new, BASE)
    store = _published(_comparison(diff, ()))
    kinds = {
        q.object.value: q.subject.value
        for q in store.quads_for_pattern(None, ox.NamedNode(str(RDF.type)), None)
        if isinstance(q.object, ox.NamedNode) and isinstance(q.subject, ox.NamedNode)
    }
    assert {str(AS.Create), str(AS.Update), str(AS.Delete)} <= set(kinds)
    assert kinds[str(AS.Create)] == f"{BASE}changes#2/beruf/01"


def test_every_node_has_an_iri(built: Built) -> None:
    diff = changes(built(), built(**{"02": gone}), BASE)
    for quad in _published(_comparison(diff, (STONE,))):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_a_version_that_was_not_raised_does_not_follow_itself() -> None:
    triples = set(comparison_triples(_comparison(Changes((), {}), (), SECOND)))
    assert not [t for t in triples if t[1] == PROV.wasInformedBy]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026", "2026-01-01T00:00:00Z"),
        ("2026-02", "2026-02-01T00:00:00Z"),
        ("2026-02-03", "2026-02-03T00:00:00Z"),
    ],
)
def test_a_date_has_a_first_moment(date: str, expected: str) -> None:
    assert timestamp(date) == expected


def test_a_version_may_hold_any_character() -> None:
    assert str(release_iri(BASE, Version("1.0 / β", "2026"))) == f"{BASE}changes#1.0%20%2F%20%CE%B2"


def test_an_editor_is_told_what_is_gone(built: Built) -> None:
    diff = changes(built(), built(**{"02": gone}), BASE)
    expected = f"1 IRI of the previous version is gone: {BASE}beruf/02; deprecate it instead"
    assert next(iter(remarks(_comparison(diff, ())))) == expected


def test_an_editor_is_told_to_raise_the_version(built: Built) -> None:
    diff = changes(built(), built(DE=reworded("Lesen")), BASE)
    assert list(remarks(_comparison(diff, ()))) == []
    (remark,) = remarks(_comparison(diff, (), SECOND))
    assert "raise 'version'" in remark


def test_a_first_version_has_no_remarks(built: Built) -> None:
    assert list(remarks(_comparison(Changes((), {}), (), None))) == []


def test_many_are_counted(built: Built) -> None:
    diff = changes(built(), [], BASE)
    (remark, *_) = remarks(_comparison(diff, ()))
    assert " more; deprecate them instead" in remark
