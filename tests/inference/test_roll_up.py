"""Alignments rolled up: from indicators to competencies, from elements to standards."""

import pyoxigraph as ox

from crosswalk_rdf.inference import fixpoint
from tests.inference.support import INFERRED, RULES, by_rules, inferred, store_of, triples

OWN = [rule for rule in RULES if "roll-up" in rule.name]


def level(scheme: str, kind: str, depth: int, roll_up: bool = False) -> str:
    rolls = "; xw:rollUp true" if roll_up else ""
    level = f":{scheme}-{kind} skos:inScheme :{scheme} ; xkos:depth {depth}"
    return f"{level} ; xw:kind xw:{kind} {rolls} ."


def statement(scheme: str, notation: str, kind: str, broader: str | None = None) -> str:
    above = f"skos:broader :{broader} ; " if broader else ""
    return (
        f':{notation} a xw:{kind} ; {above} skos:inScheme :{scheme} ; skos:notation "{notation}" .'
    )


def aligned(part: str, subject: str, target: str, predicate: str = "skos:relatedMatch") -> str:
    return f""":graph-{part} {{ :{part}-{subject}-{target} a owl:Axiom , xw:Alignment ;
      owl:annotatedSource :{subject} ; owl:annotatedProperty {predicate} ;
      owl:annotatedTarget :{target} ; dcterms:isPartOf :{part} .
      :{subject} {predicate} :{target} }}"""


STANDARDS = " ".join(
    (
        level("psel", "Standard", 1, True),
        level("psel", "Element", 2),
        statement("psel", "S1", "Standard"),
        statement("psel", "S1x", "Element", "S1"),
        statement("psel", "S1y", "Element", "S1"),
        statement("psel", "S2", "Standard"),
    )
)
COMPETENCIES = " ".join(
    (
        level("lcpe", "Domain", 1),
        level("lcpe", "Competency", 2, True),
        level("lcpe", "Indicator", 3),
        level("lcpe", "SubIndicator", 4),
        statement("lcpe", "D", "Domain"),
        statement("lcpe", "C1", "Competency", "D"),
        statement("lcpe", "C1a", "Indicator", "C1"),
        statement("lcpe", "C1ai", "SubIndicator", "C1a"),
        statement("lcpe", "C1b", "Indicator", "C1"),
    )
)
FRAMEWORKS = f":psel-graph {{ {STANDARDS} }} :lcpe-graph {{ {COMPETENCIES} }} "


def matches(turtle: str) -> set[tuple[str, str]]:
    """Return the ends of the rolled-up matches among what all rules conclude."""
    return {
        (str(triple.subject)[21:-1], str(triple.object)[21:-1])
        for triple in by_rules(FRAMEWORKS + turtle)
        if triple.predicate.value.endswith("#rolledUpMatch")
    }


def test_indicator_to_competency_and_element_to_standard_with_its_evidence() -> None:
    assert by_rules(FRAMEWORKS + aligned("p", "C1a", "S1x"), OWN) == triples(
        """<https://example.org/p/rolled-up/C1--S1> a xw:RolledUpAlignment ;
          owl:annotatedSource :C1 ; owl:annotatedProperty xw:rolledUpMatch ;
          owl:annotatedTarget :S1 ; sssom:mapping_justification semapv:LogicalReasoning ;
          dcterms:isPartOf :p ; prov:wasDerivedFrom :p-C1a-S1x .
        :C1 xw:rolledUpMatch :S1 ."""
    )


def test_sub_indicator_goes_two_levels_up() -> None:
    assert matches(aligned("p", "C1ai", "S1x")) == {("C1", "S1")}


def test_only_the_end_below_a_rolling_level_moves() -> None:
    assert matches(aligned("p", "C1a", "S2")) == {("C1", "S2")}
    assert matches(aligned("p", "C1", "S1x")) == {("C1", "S1")}


def test_a_domain_stays_a_domain() -> None:
    assert matches(aligned("p", "D", "S1x")) == {("D", "S1")}


def test_nothing_rolls_up_where_both_ends_stay() -> None:
    assert by_rules(FRAMEWORKS + aligned("p", "C1", "S1"), OWN) == set()
    assert by_rules(FRAMEWORKS + aligned("p", "D", "S2"), OWN) == set()


def test_two_alignments_are_the_evidence_of_one_record() -> None:
    turtle = aligned("p", "C1a", "S1x") + aligned("p", "C1b", "S1y")
    conclusions = by_rules(FRAMEWORKS + turtle, OWN)
    record = "<https://example.org/p/rolled-up/C1--S1>"
    assert conclusions >= triples(f"{record} prov:wasDerivedFrom :p-C1a-S1x , :p-C1b-S1y .")
    assert (
        len({triple.subject for triple in conclusions}) == 2
    )  # the record, and C1 of the direct triple


def test_each_part_has_its_own_record() -> None:
    conclusions = by_rules(
        FRAMEWORKS + aligned("p", "C1a", "S1x") + aligned("q", "C1a", "S1x"), OWN
    )
    assert conclusions >= triples(
        """<https://example.org/p/rolled-up/C1--S1> prov:wasDerivedFrom :p-C1a-S1x .
        <https://example.org/q/rolled-up/C1--S1> prov:wasDerivedFrom :q-C1a-S1x ."""
    )
    assert not conclusions & triples(
        "<https://example.org/p/rolled-up/C1--S1> prov:wasDerivedFrom :q-C1a-S1x ."
    )


def test_a_negated_alignment_does_not_roll_up() -> None:
    negated = (
        aligned("p", "C1a", "S1x") + " :p-C1a-S1x sssom:predicate_modifier sssom:NegatedPredicate ."
    )
    assert matches(negated) == set()


def test_an_unknown_end_is_left_alone() -> None:
    assert matches(aligned("p", "C1a", "nowhere")) == set()


def test_a_broad_match_is_no_way_up() -> None:
    """By S41 the domain gets a skos:broader in the other framework, whose standards roll up."""
    turtle = aligned("p", "D", "S1x", "skos:broadMatch") + aligned("q", "D", "S2")
    assert matches(turtle) == {("D", "S1")}


def test_the_nearest_of_several_rolling_levels_is_taken() -> None:
    above = FRAMEWORKS.replace(level("lcpe", "Domain", 1), level("lcpe", "Domain", 1, True))
    for subject, expected in (("C1ai", "C1"), ("C1a", "C1")):
        conclusions = by_rules(above + aligned("p", subject, "S2"), OWN)
        assert conclusions >= triples(f":{expected} xw:rolledUpMatch :S2 .")
        assert not conclusions & triples(":D xw:rolledUpMatch :S2 .")


def test_a_kind_shared_by_frameworks_rolls_up_where_its_level_says_so() -> None:
    levels = level("other", "Standard", 1) + level("other", "Element", 2)
    standard = statement("other", "T1", "Standard")
    element = statement("other", "T1x", "Element", "T1")
    other = f":x {{ {levels} {standard} {element} }}"
    assert matches(other + aligned("p", "C1a", "T1x")) == {("C1", "T1x")}


def test_notations_are_escaped_in_the_record() -> None:
    spaced = FRAMEWORKS.replace('skos:notation "S1"', 'skos:notation "S 1/a"')
    store = store_of(spaced + aligned("p", "C1a", "S1x"))
    fixpoint.run(store, OWN, INFERRED)
    record = ox.NamedNode("https://example.org/p/rolled-up/C1--S%201%2Fa")
    assert record in {triple.subject for triple in inferred(store)}
    assert inferred(store) >= triples(":C1 xw:rolledUpMatch :S1 .")
