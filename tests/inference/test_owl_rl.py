"""The rules against the reference reasoner: for SKOS terms and labels, the same triples."""

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswalk_rdf.inference import fixpoint, owl_rl
from tests.inference.support import AXIOMS, INFERRED, RULES, by_owlrl, by_rules, store_of, triples
from tests.inference.test_roll_up import FRAMEWORKS, aligned

SMALL = {
    "hierarchy": ":a skos:broader :b . :b skos:broader :c . :c skos:broadMatch :d .",
    "narrower only": ":a skos:narrower :b . :b skos:narrower :c .",
    "cycle": ":a skos:broader :b . :b skos:broader :a .",
    "exact chain": ":a skos:exactMatch :b . :c skos:exactMatch :b . :c skos:exactMatch :d .",
    "related": ":a skos:related :b . :b skos:relatedMatch :c . :c skos:closeMatch :a .",
    "self": ":a skos:related :a ; skos:narrowMatch :a .",
    "scheme": ":s skos:hasTopConcept :a . :b skos:topConceptOf :t . :c skos:inScheme :s .",
    "labels": ':a skos:prefLabel "x"@en , "y"@de ; skos:altLabel "z" ; skos:hiddenLabel "w"@en .',
    "notes": ':a skos:definition "d"@en ; skos:scopeNote "s" ; skos:example :b ; skos:note "n" .',
    "notation": ':a skos:notation "1a" ; a skos:Concept , :Other .',
    "two graphs": ":g { :a skos:broader :b } :h { :b skos:narrower :a . :b skos:broader :c }",
    "nothing of SKOS": ':a rdfs:label "a" ; rdfs:subClassOf skos:Concept .',
    "roll-up": FRAMEWORKS + aligned("part-1", "C1a", "S1x"),
}
NODES = [f":n{number}" for number in range(4)]
PROPERTIES = [
    *("broader", "narrower", "related", "broaderTransitive", "narrowerTransitive"),
    *("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "mappingRelation"),
    *("semanticRelation", "inScheme", "topConceptOf", "hasTopConcept", "note", "example"),
]
EDGES = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(PROPERTIES), st.sampled_from(NODES)),
    max_size=6,
)


@pytest.mark.parametrize("turtle", SMALL.values(), ids=SMALL)
def test_both_reasoners_conclude_the_same(turtle: str) -> None:
    assert by_rules(turtle) == by_owlrl(turtle)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDGES)
def test_both_reasoners_conclude_the_same_of_any_graph(edges: list[tuple[str, str, str]]) -> None:
    turtle = "\n".join(f"{subject} skos:{name} {value} ." for subject, name, value in edges)
    assert by_rules(turtle) == by_owlrl(turtle)


def test_owlrl_is_asked_for_the_clauses_of_the_axioms() -> None:
    """Without axioms owlrl concludes nothing, and the rules stand in for what no axiom says."""
    store = store_of(":a skos:related :b .")
    assert owl_rl.run(store, "", [], INFERRED) == 0
    assert owl_rl.run(store, AXIOMS, [], INFERRED) == len(by_rules(":a skos:related :b ."))


def test_literals_never_become_subjects() -> None:
    conclusions = by_owlrl(':a skos:related "no concept" .')
    assert conclusions >= triples(':a skos:semanticRelation "no concept" ; a skos:Concept .')
    assert not any(isinstance(triple.subject, ox.Literal) for triple in conclusions)


def test_what_is_asserted_anywhere_is_not_repeated() -> None:
    turtle = ":g { :a skos:broader :b } :h { :b skos:narrower :a . :a a skos:Concept }"
    assert not by_owlrl(turtle) & triples(
        ":a skos:broader :b ; a skos:Concept . :b skos:narrower :a ."
    )


@pytest.mark.slow
def test_both_reasoners_conclude_the_same_of_the_flagship(flagship_store: ox.Store) -> None:
    """The published graph was made by the rules; owlrl makes it anew from the other graphs."""
    name = next(
        graph
        for graph in flagship_store.named_graphs()
        if isinstance(graph, ox.NamedNode) and graph.value.endswith("graph/inferred")
    )
    published = {quad.triple for quad in flagship_store.quads_for_pattern(None, None, None, name)}
    rules, reference = (_copy_without(flagship_store, name) for _ in range(2))
    fixpoint.run(rules, RULES, INFERRED)
    owl_rl.run(reference, AXIOMS, RULES, INFERRED)
    assert set(rules) == set(reference)
    assert published <= {quad.triple for quad in reference}


def _copy_without(store: ox.Store, name: ox.NamedNode) -> ox.Store:
    copy = ox.Store()
    copy.bulk_extend(quad for quad in store if quad.graph_name != name)
    return copy
