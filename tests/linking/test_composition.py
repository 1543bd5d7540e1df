"""Mappings composed along a chain of frameworks."""

from collections.abc import Iterator
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.linking.composed_package import composed_package
from crosswalk_rdf.linking.composition import Composition, compose
from crosswalk_rdf.model import Framework
from crosswalk_rdf.namespaces import SEMAPV
from tests.linking.chains import RELATIONS, Mapping, chain_of_frameworks, mapping_sets

EXACT, CLOSE, BROAD, NARROW, RELATED = RELATIONS


def derived(composition: Composition) -> set[tuple[str, str, str]]:
    return {
        (m.subject[-2:], ("not " if m.negated else "") + m.predicate.split("#")[1], m.object[-2:])
        for m in composition.mappings
    }


def result(first: Mapping, second: Mapping, *parents: tuple[str, str]) -> Composition:
    frameworks = chain_of_frameworks("abc", parents)
    return compose(frameworks, mapping_sets(frameworks, [first, second]))


TABLE = {
    **{(EXACT, other): other for other in RELATIONS},
    **{(other, EXACT): other for other in RELATIONS},
    (BROAD, BROAD): BROAD,
    (NARROW, NARROW): NARROW,
}


@pytest.mark.parametrize(("one", "other"), list(product(RELATIONS, repeat=2)))
def test_the_table_of_composition(one: URIRef, other: URIRef) -> None:
    expected = TABLE.get((one, other))
    composition = result(("a1", one, "b1", 0.5), ("b1", other, "c1", 0.5))
    assert [m.predicate for m in composition.mappings] == ([expected] if expected else [])
    assert all(m.confidence == 0.25 for m in composition.mappings)


def test_a_mapping_is_used_in_either_direction() -> None:
    composition = result(("a1", BROAD, "b1", 1), ("c1", NARROW, "b1", 1))
    assert derived(composition) == {("a1", "broadMatch", "c1")}


def test_hierarchies_are_steps_of_a_chain() -> None:
    composition = result(
        ("a1", EXACT, "b1", 1), ("b1", BROAD, "c1", 0.9), ("a2", "a1"), ("c1", "c2"), ("b3", "b1")
    )
    assert derived(composition) == {
        ("a1", "broadMatch", "c1"), ("a1", "broadMatch", "c2"),
        ("a2", "broadMatch", "c1"), ("a2", "broadMatch", "c2"),
    }  # fmt: skip
    (above,) = [
        m for m in composition.mappings if m.subject.endswith("a2") and m.object[-2:] == "c2"
    ]
    assert [hop.split()[0][-2:] for hop in above.chains[0].hops] == ["a2", "c1"]
    assert above.confidence == 0.9


def test_only_a_denied_exact_match_is_composed() -> None:
    frameworks = chain_of_frameworks("abc", ())
    one = mapping_sets(frameworks, [("a1", EXACT, "b1", 1), ("b1", EXACT, "c1", 1)], denied={1})
    assert derived(compose(frameworks, one)) == {("a1", "not exactMatch", "c1")}
    other = mapping_sets(frameworks, [("a1", EXACT, "b1", 1), ("b1", CLOSE, "c1", 1)], denied={1})
    assert derived(compose(frameworks, other)) == set()


def test_chains_that_share_no_record_support_each_other() -> None:
    frameworks = chain_of_frameworks("abc", ())
    independent = [("a1", EXACT, "b1", 0.5), ("b1", EXACT, "c1", 1),
                   ("a1", EXACT, "b2", 0.5), ("b2", EXACT, "c1", 1)]  # fmt: skip
    (mapping,) = compose(frameworks, mapping_sets(frameworks, independent)).mappings
    assert mapping.confidence == 0.75
    assert [chain.confidence for chain in mapping.chains] == [0.5, 0.5]
    frameworks = chain_of_frameworks("abc", [("a1", "a2"), ("a1", "a3")])
    shared = [("a2", BROAD, "b1", 0.5), ("a3", BROAD, "b1", 0.5), ("b1", EXACT, "c1", 0.5)]
    composition = compose(frameworks, mapping_sets(frameworks, shared))
    (mapping,) = [m for m in composition.mappings if m.subject.endswith("a1")]
    assert len(mapping.chains) == 2
    assert mapping.confidence == 0.25  # both rest on the same second record


def test_clashes_are_listed() -> None:
    frameworks = chain_of_frameworks("abc", [("a2", "a1"), ("c1", "c2")])
    mappings = [("a1", EXACT, "b1", 1), ("b1", EXACT, "c1", 1), ("b1", EXACT, "c3", 1),
                ("a1", EXACT, "b2", 1), ("b2", RELATED, "c1", 1),
                ("a2", EXACT, "b3", 1), ("b3", EXACT, "c2", 1)]  # fmt: skip
    clashes = compose(frameworks, mapping_sets(frameworks, mappings)).clashes
    kinds = {(c.kind, c.subject[-2:], c.object[-2:]) for c in clashes}
    assert ("exact and related", "a1", "c1") in kinds
    assert ("two exact matches", "a1", "c1") in kinds
    assert ("order reversed", "a2", "c2") in kinds


def test_the_package_names_each_chain() -> None:
    frameworks = chain_of_frameworks("abc", ())
    parts = mapping_sets(frameworks, [("a1", EXACT, "b1", 0.5), ("b1", CLOSE, "c1", 0.5)])
    composition = compose(frameworks, parts)
    package = composed_package(frameworks, composition.mappings, "1.0")
    (alignment,) = package.crosswalks[0].parts[0].alignments
    assert alignment.justification == SEMAPV.MappingChaining
    slots = {slot.name: slot.values[0] for slot in alignment.slots}
    assert float(slots["confidence"]) == 0.25
    records = [str(a.iri) for part in parts for a in part.alignments]
    assert slots["ext_chains"] == Literal(" > ".join(records))


NODES = st.sampled_from(["1", "2", "3"])
MAPPINGS = st.lists(
    st.tuples(st.sampled_from("ab"), NODES, st.sampled_from(RELATIONS), NODES,
              st.sampled_from([0.25, 0.5, 1.0])),
    max_size=8,
    unique_by=lambda row: row[:4],
)  # fmt: skip
PARENTS = st.lists(st.sampled_from(["a21", "a32", "b21", "b32", "c21", "c32"]), unique=True)


@given(MAPPINGS, PARENTS)
def test_as_by_walking_every_path(
    rows: list[tuple[str, str, URIRef, str, float]], up: list[str]
) -> None:
    parents = [(f"{layer}{child}", f"{layer}{parent}") for layer, child, parent in up]
    mappings = [
        (f"{layer}{one}", predicate, f"{chr(ord(layer) + 1)}{other}", confidence)
        for layer, one, predicate, other, confidence in rows
    ]
    frameworks = chain_of_frameworks("abc", parents)
    composition = compose(frameworks, mapping_sets(frameworks, mappings))
    chains = {
        (m.subject[-2:], m.predicate, m.object[-2:], len(chain.records), chain.confidence)
        for m in composition.mappings
        for chain in m.chains
    }
    assert chains == set(paths(mappings, parents))
    backwards = compose(frameworks, mapping_sets(frameworks, mappings[::-1]))
    assert derived(backwards) == derived(composition)
    for mapping in composition.mappings:
        assert mapping.confidence <= 1
        assert mapping.chains[0].confidence <= mapping.confidence + 1e-9


def paths(
    mappings: list[Mapping], parents: list[tuple[str, str]]
) -> Iterator[tuple[str, URIRef, str, int, float]]:
    """Yield what follows from each path, found by trying them all."""
    above = {(a, b) for a in closure(parents) for b in closure(parents)[a]}
    nodes = [f"{layer}{number}" for layer in "abc" for number in "123"]
    for one, other in product(mappings, repeat=2):
        if one[0][0] == "a" and other[0][0] == "b":
            for ends in product(nodes, repeat=2):
                steps = [
                    step(ends[0], one[0], above), one[1], step(one[2], other[0], above),
                    other[1], step(other[2], ends[1], above),
                ]  # fmt: skip
                if None not in steps and ends[0][0] == "a" and ends[1][0] == "c":
                    relation = composed([s for s in steps if s is not None])
                    if relation is not None:
                        yield ends[0], relation, ends[1], 2, prod((one[3], other[3]))


def closure(parents: list[tuple[str, str]]) -> dict[str, set[str]]:
    result = {child: {p for c, p in parents if c == child} for child, _ in parents}
    for _ in parents:
        for ancestors in result.values():
            ancestors |= {a for p in set(ancestors) for a in result.get(p, ())}
    return result


def step(one: str, other: str, above: set[tuple[str, str]]) -> URIRef | None:
    if one == other:
        return EXACT
    return BROAD if (one, other) in above else NARROW if (other, one) in above else None


def composed(relations: list[URIRef]) -> URIRef | None:
    first, *rest = relations
    for relation in rest:
        if (first, relation) not in TABLE:
            return None
        first = TABLE[first, relation]
    return first


def test_frameworks_without_mappings_give_nothing() -> None:
    frameworks: tuple[Framework, ...] = chain_of_frameworks("abc", ())
    assert compose(frameworks, ()) == Composition((), ())
    assert SKOS.exactMatch == EXACT
