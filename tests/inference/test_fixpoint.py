"""The engine: everything that follows, nothing twice, an end to it."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.inference import fixpoint
from crosswalk_rdf.inference.rules import Rule, read_rule
from tests.inference.support import INFERRED, RULES, by_rules, inferred, store_of, triples

SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
SAMPLE = ":a skos:broader :b . :b skos:broader :c . :c skos:exactMatch :d . :d skos:related :a ."


def rule(name: str, text: str) -> Rule:
    return Rule(name, name, SKOS + text)


def test_the_number_of_triples_added_is_told_and_a_second_run_adds_none() -> None:
    store = store_of(SAMPLE)
    before = len(store)
    assert fixpoint.run(store, RULES, INFERRED) == len(store) - before == len(inferred(store)) > 0
    assert fixpoint.run(store, RULES, INFERRED) == 0


def test_only_what_no_graph_holds_is_added() -> None:
    turtle = (
        ":g { :a skos:related :b } :h { :b skos:related :a } :i { :a skos:semanticRelation :b }"
    )
    assert not by_rules(turtle) & triples(
        ":a skos:related :b ; skos:semanticRelation :b . :b skos:related :a ."
    )


def test_a_fact_that_comes_later_is_told_from_a_conclusion() -> None:
    store = store_of(":a skos:related :b .")
    fixpoint.run(store, RULES, INFERRED)
    before = set(store)
    store.add(ox.Quad(*next(iter(triples(":a skos:related :c ."))), ox.NamedNode(INFERRED)))
    assert fixpoint.run(store, RULES, INFERRED) > 0
    assert before < set(store)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rules_does_not_matter(seed: int) -> None:
    shuffled = Random(seed).sample(RULES, len(RULES))
    assert by_rules(SAMPLE, shuffled) == by_rules(SAMPLE)


def test_a_rule_that_matches_any_predicate_sees_what_others_add() -> None:
    rules = [
        rule("any", "CONSTRUCT { ?p skos:note 'used' } WHERE { ?s ?p ?o }"),
        rule("one", "CONSTRUCT { ?o skos:related ?s } WHERE { ?s skos:broader ?o }"),
    ]
    assert by_rules(":a skos:broader :b .", rules) >= triples("skos:related skos:note 'used' .")


@pytest.mark.slow
def test_rules_that_never_end_are_stopped() -> None:
    longer = """CONSTRUCT { ?o skos:broader ?n }
      WHERE { ?s skos:broader ?o BIND(IRI(CONCAT(STR(?o), 'x')) AS ?n) }"""
    with pytest.raises(fixpoint.NoFixpoint, match="longer"):
        by_rules(":a skos:broader :b .", [rule("longer", longer)])


EDGES = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)


@given(EDGES, EDGES)
def test_closures_are_those_of_plain_sets(
    broader: set[tuple[int, int]], exact: set[tuple[int, int]]
) -> None:
    turtle = " ".join(f":n{a} skos:broader :n{b} ." for a, b in broader)
    turtle += " ".join(f":n{a} skos:exactMatch :n{b} ." for a, b in exact)
    conclusions = by_rules(turtle) | triples(turtle)
    both_ways = exact | {(b, a) for a, b in exact}
    assert pairs(conclusions, "broaderTransitive") == closure(broader)
    assert pairs(conclusions, "narrowerTransitive") == {(b, a) for a, b in closure(broader)}
    assert (
        pairs(conclusions, "exactMatch") == pairs(conclusions, "closeMatch") == closure(both_ways)
    )
    assert pairs(conclusions, "broader") == broader


def pairs(graph: set[ox.Triple], name: str) -> set[tuple[int, int]]:
    return {
        (int(str(triple.subject)[-2]), int(str(triple.object)[-2]))
        for triple in graph
        if triple.predicate.value.endswith(f"#{name}")
    }


def closure(edges: set[tuple[int, int]]) -> set[tuple[int, int]]:
    reached = set(edges)
    while more := {(a, d) for a, b in reached for c, d in edges if b == c} - reached:
        reached |= more
    return reached


def test_a_deep_hierarchy_takes_few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluated: list[str] = []
    conclusions = fixpoint._conclusions

    def counted(store: ox.Store, rule: Rule) -> Iterable[ox.Triple]:
        evaluated.append(rule.name)
        return conclusions(store, rule)

    def evaluations(levels: int) -> int:
        turtle = " ".join(f":n{number} skos:broader :n{number + 1} ." for number in range(levels))
        evaluated.clear()
        entailed = by_rules(turtle)
        ancestors = sum(t.predicate.value.endswith("#broaderTransitive") for t in entailed)
        assert ancestors == levels * (levels + 1) // 2
        return len(evaluated)

    monkeypatch.setattr(fixpoint, "_conclusions", counted)
    assert evaluations(150) == evaluations(15)


def test_every_rule_of_the_product_reads_named_predicates(repository: Path) -> None:
    """Else it would be asked again after every other rule."""
    for path in (repository / "ontology/rules").glob("*.rq"):
        text = read_rule(path.stem, path.read_text()).text
        assert fixpoint.predicates_read(text), path.stem
