"""Answers that were worked out by hand from ``fixture.trig``."""

from fractions import Fraction

from rdflib import Literal

from crosswalk_rdf.queries.agreement import contingencies
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples
from tests.queries.conftest import Engines
from tests.queries.library import ask


def rows(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    """Return the values of ``columns`` as text, IRIs without all but their last step."""
    assert isinstance(answer, Solutions)
    places = [answer.variables.index(column) for column in columns]
    return [tuple(_short(row[place]) for place in places) for row in answer.rows]


def _short(value: object) -> str:
    if value is None or isinstance(value, Literal):
        return "" if value is None else str(value)
    return str(value).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def test_statement(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "statement", notation="VVC.1.a")
    assert rows(answer, "kind", "broader", "line") == [("Indicator", "VVC.1", "104")]


def test_statement_of_another_framework(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "statement", notation="VVC", framework="psel-2015")
    assert rows(answer, "kind") == []


def test_aligned_shows_what_was_printed_and_why_it_was_corrected(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "aligned", notation="2a")
    columns = ("notation", "part", "line", "printedNotation", "erratum")
    assert rows(answer, *columns) == [("VVC.1.a.i", "part-2", "107", "2b", "part-2-107")]


def test_aligned_goes_both_ways(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "aligned", notation="VVC.2")
    assert rows(answer, "notation", "part") == [("1", "part-1"), ("2", "part-1"), ("2", "part-3")]


def test_inferred_alignments_are_not_mixed_in(miniature: Engines) -> None:
    assert ask(miniature.embedded, "is-aligned", one="1", other="VVC.1") == Boolean(True)
    assert ask(miniature.embedded, "is-aligned", one="2", other="VVC.1") == Boolean(False)


def test_claims_tell_print_from_roll_up(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "claims-of-competency", notation="VVC.1")
    assert rows(answer, "part", "standard", "how") == [
        ("part-1", "1", "Alignment"),
        ("part-2", "1", "RolledUpAlignment"),
        ("part-2", "2", "RolledUpAlignment"),
        ("part-3", "1", "Alignment"),
    ]


def test_disagreements(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "disagreements")
    assert rows(answer, "competency", "standard", "part", "claimed", "claimedBy") == [
        ("VVC.1", "2", "part-1", "false", "1"),
        ("VVC.1", "2", "part-2", "true", "1"),
        ("VVC.1", "2", "part-3", "false", "1"),
        ("VVC.2", "1", "part-1", "true", "1"),
        ("VVC.2", "1", "part-2", "false", "1"),
        ("VVC.2", "1", "part-3", "false", "1"),
        ("VVC.2", "2", "part-1", "true", "2"),
        ("VVC.2", "2", "part-2", "false", "2"),
        ("VVC.2", "2", "part-3", "true", "2"),
    ]


def test_agreement_totals(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "agreement-totals")
    assert rows(answer, "parts", "pairs") == [("3", "1"), ("2", "1"), ("1", "2")]


def test_contingency_and_kappa(miniature: Engines) -> None:
    first, second, third = contingencies(ask(miniature.embedded, "contingency"))
    counts = (first.both, first.only_first, first.only_second, first.neither)
    assert counts == (1, 2, 1, 0)
    assert first.kappa == Fraction(-1, 2)
    assert (second.both, second.only_first, second.only_second, second.neither) == (2, 1, 0, 1)
    assert second.kappa == Fraction(1, 2)
    assert (third.both, third.only_first, third.only_second, third.neither) == (1, 1, 1, 1)
    assert third.kappa == 0


def test_roll_up_matrix_counts_what_was_printed(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "roll-up-matrix")
    actual = rows(answer, "competency", "standard", "part", "alignments")
    assert ("VVC.1", "1", "part-2", "2") in actual
    assert ("VVC.1", "2", "part-2", "2") in actual
    assert len(actual) == 7


def test_unaligned(miniature: Engines) -> None:
    assert rows(ask(miniature.embedded, "unaligned"), "notation") == [("1a",)]


def test_unaligned_details_know_what_is_aligned_above(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "unaligned-details")
    assert rows(answer, "notation", "above") == [("VVC.2.a", "VVC.2")]


def test_coverage(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "coverage", framework="psel-2015")
    assert rows(answer, "branch", "kind", "statements", "aligned") == [
        ("1", "Standard", "1", "1"),
        ("1", "Element", "2", "1"),
        ("2", "Standard", "1", "1"),
        ("2", "Element", "1", "1"),
    ]


def test_shared_neighbours(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "shared-neighbours", notation="VVC.1.a")
    assert rows(answer, "neighbour", "via", "parts") == [("VVC.1.c", "1b", "1")]


def test_ancestors(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "ancestors", notation="VVC.1.a.i")
    assert rows(answer, "depth", "notation") == [
        ("0", "VVC.1.a.i"),
        ("1", "VVC.1.a"),
        ("2", "VVC.1"),
        ("3", "VVC"),
    ]


def test_descendants(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "descendants", notation="VVC.1")
    assert rows(answer, "depth", "notation") == [
        ("1", "VVC.1.a"),
        ("2", "VVC.1.a.i"),
        ("1", "VVC.1.b"),
        ("1", "VVC.1.c"),
    ]


def test_outline_is_in_the_order_of_the_source(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "outline", framework="psel-2015")
    assert rows(answer, "notation") == [("1",), ("1a",), ("1b",), ("2",), ("2a",)]


def test_search_heeds_no_capitals(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "search", word="COMMUNITY")
    assert rows(answer, "name") == [("VVC.1.a",), ("1a",)]


def test_errata_of_one_kind(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "errata", kind="xw:Wording")
    assert rows(answer, "erratum", "judgement") == [("part-2-109", "true")]


def test_derivation(miniature: Engines) -> None:
    iri = "crosswalk-2017/part-2/rolled-up/VVC.1--2"
    answer = ask(miniature.embedded, "derivation", alignment=iri)
    assert rows(answer, "subject", "object") == [("VVC.1.a.i", "2a"), ("VVC.1.b", "2")]


def test_hubs(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "hubs", minimum="3")
    assert rows(answer, "notation", "others", "alignments") == [("1", "3", "4")]


def test_evidence_is_what_a_roll_up_rests_on(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "evidence", one="VVC.1", other="2")
    assert rows(answer, "part", "subject", "object", "line", "printedNotation") == [
        ("part-2", "VVC.1.a.i", "2a", "107", "2b"),
        ("part-2", "VVC.1.b", "2", "109", "2"),
    ]
    turned = ask(miniature.embedded, "evidence", one="2", other="VVC.1")
    assert rows(turned, "record") == rows(answer, "record")


def test_aligned_below(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "aligned-below", notation="2")
    assert rows(answer, "statement", "other", "part") == [
        ("2", "VVC.2", "part-1"),
        ("2", "VVC.1.b", "part-2"),
        ("2", "VVC.2", "part-3"),
        ("2a", "VVC.1.a.i", "part-2"),
    ]


def test_unaligned_in_one_branch(miniature: Engines) -> None:
    assert rows(ask(miniature.embedded, "unaligned-below", notation="1"), "notation", "kind") == [
        ("1a", "Element")
    ]
    assert rows(ask(miniature.embedded, "unaligned-below", notation="2"), "notation") == []


def test_branch_matrix_goes_both_ways(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "branch-matrix")
    columns = rows(answer, "domain", "standard", "alignments")
    turned = ask(miniature.embedded, "branch-matrix", framework="psel-2015")
    assert sorted((b, a, n) for a, b, n in rows(turned, "domain", "standard", "alignments")) == (
        sorted(columns)
    )
    assert {(domain, standard) for domain, standard, _ in columns} == {("VVC", "1"), ("VVC", "2")}


def test_a_record_without_confidence_is_left_out_only_where_one_is_asked_for(
    miniature: Engines,
) -> None:
    assert rows(ask(miniature.embedded, "alignments-by"), "record")
    assert rows(ask(miniature.embedded, "alignments-by", confidence="0.5"), "record") == []
    assert rows(ask(miniature.embedded, "alignments-by", predicate="skos:exactMatch"), "part") == []


def test_what_stands_at_a_line(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "at-line", line="108")
    assert {what for (what,) in rows(answer, "what")} == {"Alignment", "Erratum", "Indicator"}


def test_wordings(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "wordings")
    assert rows(answer, "notation", "part", "erratum") == [("2", "part-2", "part-2-109")]


def test_reach_never_comes_back(flagship_engines: Engines) -> None:
    answer = ask(flagship_engines.embedded, "reach")
    via, reached = (rows(answer, column) for column in ("via", "reached"))
    assert ("PSMV.2.d",) not in via + reached


def test_reach(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "reach", concept="lcpe-2017/VVC.1.a")
    assert rows(answer, "viaNotation", "notation") == [("1b", "VVC.1.c")]


def test_open_badges_makes_one_object_a_target(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "open-badges", notation="VVC.2")
    assert isinstance(answer, Triples)
    assert len({subject for subject, _, _ in answer.triples}) == 3
    assert len(answer.triples) == 3 * 7


def test_description_leaves_out_what_was_inferred(miniature: Engines) -> None:
    answer = ask(miniature.embedded, "describe", iri="psel-2015/2")
    assert isinstance(answer, Triples)
    told = {_short(predicate) for _, predicate, _ in answer.triples}
    assert "mappingRelation" not in told
    assert {"prefLabel", "annotatedTarget", "concerns"} <= told
