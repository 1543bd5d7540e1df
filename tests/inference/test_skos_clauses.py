"""Each clause of the SKOS Reference that entails: what its rules conclude, and nothing more."""

import re

import pytest

from crosswalk_rdf.inference.rules import Rule
from tests.inference.support import AXIOMS, RULES, by_rules, triples

CLAUSES = {
    "S4": [(":a skos:inScheme :s .", ":s a skos:ConceptScheme .")],
    "S5": [(":s skos:hasTopConcept :a .", ":s a skos:ConceptScheme .")],
    "S6": [(":s skos:hasTopConcept :a .", ":a a skos:Concept .")],
    "S7": [(":a skos:topConceptOf :s .", ":a skos:inScheme :s .")],
    "S8": [
        (":a skos:topConceptOf :s .", ":s skos:hasTopConcept :a ."),
        (":s skos:hasTopConcept :a .", ":a skos:topConceptOf :s ."),
    ],
    "S11": [
        (f':a skos:{label} "x"@en .', ':a rdfs:label "x"@en .')
        for label in ("prefLabel", "altLabel", "hiddenLabel")
    ],
    "S17": [
        (f':a skos:{note} "x"@en .', ':a skos:note "x"@en .')
        for note in (
            *("changeNote", "definition", "editorialNote"),
            *("example", "historyNote", "scopeNote"),
        )
    ],
    "S19": [(":a skos:semanticRelation :b .", ":a a skos:Concept .")],
    "S20": [(":a skos:semanticRelation :b .", ":b a skos:Concept .")],
    "S21": [
        (f":a skos:{relation} :b .", ":a skos:semanticRelation :b .")
        for relation in ("broaderTransitive", "narrowerTransitive", "related")
    ],
    "S22": [
        (":a skos:broader :b .", ":a skos:broaderTransitive :b ."),
        (":a skos:narrower :b .", ":a skos:narrowerTransitive :b ."),
    ],
    "S23": [(":a skos:related :b .", ":b skos:related :a .")],
    "S24": [
        (
            f":a skos:{path} :b . :b skos:{path} :c . :c skos:{path} :d .",
            f":a skos:{path} :c , :d . :b skos:{path} :d .",
        )
        for path in ("broaderTransitive", "narrowerTransitive")
    ],
    "S25": [
        (":a skos:broader :b .", ":b skos:narrower :a ."),
        (":a skos:narrower :b .", ":b skos:broader :a ."),
    ],
    "S26": [
        (":a skos:broaderTransitive :b .", ":b skos:narrowerTransitive :a ."),
        (":a skos:narrowerTransitive :b .", ":b skos:broaderTransitive :a ."),
    ],
    "S29": [(":a a skos:OrderedCollection .", ":a a skos:Collection .")],
    "S31": [(":a skos:member :b .", ":a a skos:Collection .")],
    "S33": [(":a skos:memberList :l .", ":a a skos:OrderedCollection .")],
    "S36": [
        (
            ":a skos:memberList :l . :l rdf:first :b ; rdf:rest :m . :m rdf:first :c ;"
            " rdf:rest rdf:nil .",
            ":a skos:member :b, :c .",
        )
    ],
    "S39": [(":a skos:mappingRelation :b .", ":a skos:semanticRelation :b .")],
    "S40": [
        (f":a skos:{match} :b .", ":a skos:mappingRelation :b .")
        for match in ("closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
    ],
    "S41": [
        (":a skos:broadMatch :b .", ":a skos:broader :b ."),
        (":a skos:narrowMatch :b .", ":a skos:narrower :b ."),
        (":a skos:relatedMatch :b .", ":a skos:related :b ."),
    ],
    "S42": [(":a skos:exactMatch :b .", ":a skos:closeMatch :b .")],
    "S43": [
        (":a skos:broadMatch :b .", ":b skos:narrowMatch :a ."),
        (":a skos:narrowMatch :b .", ":b skos:broadMatch :a ."),
    ],
    "S44": [
        (f":a skos:{match} :b .", f":b skos:{match} :a .")
        for match in ("exactMatch", "closeMatch", "relatedMatch")
    ],
    "S45": [
        (
            ":a skos:exactMatch :b . :b skos:exactMatch :c . :c skos:exactMatch :d .",
            ":a skos:exactMatch :c , :d . :b skos:exactMatch :d .",
        )
    ],
    "S55": [
        (':a skosxl:prefLabel :l . :l skosxl:literalForm "x"@en .', ':a skos:prefLabel "x"@en .')
    ],
    "S56": [
        (':a skosxl:altLabel :l . :l skosxl:literalForm "x"@en .', ':a skos:altLabel "x"@en .')
    ],
    "S57": [
        (':a skosxl:hiddenLabel :l . :l skosxl:literalForm "x" .', ':a skos:hiddenLabel "x" .')
    ],
}
RULES_ALONE = {"S36", "S55", "S56", "S57"}
"""Clauses that are not axioms: OWL 2 RL cannot state the first, and the others are of SKOS-XL."""
CASES = [(clause, *case) for clause, cases in CLAUSES.items() for case in cases]


def rules_of(clause: str) -> list[Rule]:
    return [
        rule for rule in RULES if f"https://www.w3.org/TR/skos-reference/#{clause}" in rule.clauses
    ]


@pytest.mark.parametrize(("clause", "premises", "then"), CASES)
def test_the_rules_of_a_clause_conclude_what_it_says(clause: str, premises: str, then: str) -> None:
    both = triples(premises) | triples(then)
    assert both >= by_rules(premises, rules_of(clause)) >= triples(then) - triples(premises)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_has_as_many_rules_as_cases(clause: str) -> None:
    assert len(rules_of(clause)) == len(CLAUSES[clause])


def test_rules_and_axioms_state_the_same_clauses() -> None:
    in_rules = {clause for clause in CLAUSES if rules_of(clause)}
    assert in_rules == set(CLAUSES)
    assert in_rules - RULES_ALONE == set(re.findall(r"ref:(S\d+) \.", AXIOMS))


def test_close_broad_and_related_matches_are_not_transitive() -> None:
    for match in ("closeMatch", "broadMatch", "relatedMatch"):
        conclusions = by_rules(f":a skos:{match} :b . :b skos:{match} :c .")
        assert not conclusions & triples(f":a skos:{match} :c .")


def test_hierarchy_over_three_levels_and_two_schemes() -> None:
    conclusions = by_rules(":a skos:broader :b . :b skos:broadMatch :c . :d skos:narrower :c .")
    assert conclusions >= triples(
        """:a skos:broaderTransitive :b , :c , :d ; a skos:Concept .
        :b skos:broader :c ; skos:broaderTransitive :c , :d .
        :c skos:narrowMatch :b ; skos:broader :d . :d skos:narrowerTransitive :a , :b , :c ."""
    )
    assert not conclusions & triples(":a skos:broader :c , :d . :b skos:broadMatch :d .")


def test_exact_match_there_and_back_is_reflexive() -> None:
    conclusions = by_rules(":a skos:exactMatch :b .")
    assert conclusions >= triples(
        ":a skos:exactMatch :a ; skos:closeMatch :a ; skos:mappingRelation :a ."
    )
