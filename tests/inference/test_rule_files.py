"""Rule files: what they must hold, and what is said of one that is broken."""

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.inference.dependencies import RDF_TYPE, is_closure, predicates_read
from crosswalk_rdf.inference.rules import read_rule

GOOD = """#+ summary: What is related is related both ways
#+ clause: https://www.w3.org/TR/skos-reference/#S23
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
CONSTRUCT { ?o skos:related ?s } WHERE { ?s skos:related ?o }
"""
CORE = "http://www.w3.org/2004/02/skos/core#"


def test_a_rule_has_name_summary_and_clauses() -> None:
    rule = read_rule("related", GOOD)
    assert (rule.name, rule.summary) == ("related", "What is related is related both ways")
    assert rule.clauses == ("https://www.w3.org/TR/skos-reference/#S23",)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (GOOD.replace("#+ summary", "# summary"), ":1: ", "has no summary"),
        (GOOD.replace("WHERE {", "WHERE ("), ":4:4", "not SPARQL"),
        (GOOD.replace("skos:related ?o", "skoz:related ?o"), ":4", "not SPARQL"),
        (GOOD.replace("CONSTRUCT { ?o skos:related ?s }", "SELECT *"), ":", "must be a CONSTRUCT"),
        (GOOD.replace("{ ?o skos", "{ [] skos"), ":", "new blank nodes"),
        (GOOD.replace("{ ?o skos", "{ _:b skos"), ":", "new blank nodes"),
        (GOOD.replace("?o }", "?o BIND(NOW() AS ?n) }"), ":", "NOW gives something else"),
        (GOOD.replace("?o }", "?o FILTER(rand() > 0.5) }"), ":", "RAND gives something else"),
    ],
)
def test_a_broken_rule_is_refused_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(InputFaults) as raised:
        read_rule("related", text, "ontology/rules/related.rq")
    assert str(raised.value).startswith(f"ontology/rules/related.rq{place}")
    assert message in str(raised.value)


def test_all_faults_of_a_rule_are_told_at_once() -> None:
    with pytest.raises(InputFaults) as raised:
        read_rule("many", "SELECT * WHERE { ?s ?p ?o BIND(RAND() AS ?r) }")
    assert len(raised.value.faults) == 3


def test_words_in_comments_and_texts_are_no_fault() -> None:
    assert read_rule("related", GOOD.replace("?o }", '?o FILTER(STR(?o) != "RAND()") } # NOW()'))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("?s skos:broader ?o", {CORE + "broader"}),
        (
            "?s skos:broader/skos:related+ ?o ; ^skos:narrower ?x .",
            {"broader", "related", "narrower"},
        ),
        ("?s a skos:Concept", {RDF_TYPE, CORE + "Concept"}),
        ("?s <http://x/p> 'skos:no ?a ?b ?c' # ?a ?b ?c", {"http://x/p"}),
        ("GRAPH ?g { ?s skos:related ?o } FILTER(?s != ?o)", {CORE + "related"}),
        ("SELECT DISTINCT ?s WHERE { ?s skos:related ?o }", {CORE + "related"}),
        ("?s ?p ?o", None),
        ("[] ?p 'x'", None),
        ("<http://x/s> ?p <http://x/o>", None),
        ("?s skos:broader ?o ; ?p ?x", None),
        ("?s !skos:broader ?o", None),
        ("?s <relative> ?o", None),
    ],
)
def test_what_a_rule_reads(body: str, expected: set[str] | None) -> None:
    text = f"PREFIX skos: <{CORE}> CONSTRUCT {{ ?s skos:note ?o }} WHERE {{ {body} }}"
    full = expected and {iri if ":" in iri else CORE + iri for iri in expected}
    assert predicates_read(text) == full


def test_the_short_form_reads_what_it_makes() -> None:
    assert predicates_read(f"CONSTRUCT WHERE {{ ?s <{CORE}note> ?o }}") == {CORE + "note"}


@pytest.mark.parametrize(
    ("template", "body", "expected"),
    [
        ("?s skos:broader ?o", "?s skos:broader+ ?o .", True),
        ("?a skos:broader ?b .", "?a skos:broader+ ?b", True),
        ("?s skos:broader ?o", "?s skos:broader ?o", False),
        ("?o skos:broader ?s", "?s skos:broader+ ?o", False),
        ("?s skos:related ?o", "?s skos:broader+ ?o", False),
        ("?s skos:broader ?s", "?s skos:broader+ ?s", False),
        ("?s skos:broader ?o", "?s skos:broader+ ?o . ?s a skos:Concept", False),
        ("?s skos:broader ?o", "?s (skos:broader|skos:related)+ ?o", False),
        ("skos:s skos:broader ?o", "skos:s skos:broader+ ?o", False),
    ],
)
def test_which_rules_make_a_whole_closure_at_once(template: str, body: str, expected: bool) -> None:
    head = f"PREFIX skos: <{CORE}>"
    assert is_closure(f"{head} CONSTRUCT {{ {template} }} WHERE {{ {body} }}") is expected
    assert not is_closure(f"{head} CONSTRUCT {{ {template} }} WHERE {{ {body} }} LIMIT 1")
