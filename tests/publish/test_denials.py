"""What is published of denials: records that say so in the graph, and pages that say "not"."""

import re

import pyoxigraph as ox
from rdflib import OWL, SKOS, VOID

from crosswalk_rdf.namespaces import SSSOM, graph_iri
from crosswalk_rdf.serialization.syntaxes import by_name
from tests.built import BuiltSite

DENIED = ("craft-norms/main/C1--S2--NotcloseMatch", "craft-norms/main/C2a--S1x--NotrelatedMatch",
          "craft-norms/second/C2--S1--NotexactMatch")  # fmt: skip


def page(site: BuiltSite, path: str) -> str:
    """Return the words of a page, without markup, each space once."""
    text = re.sub(r"<[^>]+>", " ", site.files[f"{path}.html"].decode())
    return re.sub(r"\s+", " ", text)


def graph_of(site: BuiltSite) -> ox.Store:
    store = ox.Store()
    name = next(p for p in site.files if p.startswith("dumps/") and p.endswith(".nq"))
    store.load(site.files[name], format=ox.RdfFormat.N_QUADS)
    return store


def test_the_graph_has_records_and_no_triples(denials_site: BuiltSite) -> None:
    store, base = graph_of(denials_site), denials_site.publication.base
    negated = ox.NamedNode(str(SSSOM.NegatedPredicate))
    records = store.quads_for_pattern(None, ox.NamedNode(str(SSSOM.predicate_modifier)), negated)
    assert {q.subject.value.removeprefix(base) for q in records} == set(DENIED)  # type: ignore[union-attr]
    for one, other in (("craft/C2", "norms/S1"), ("craft/C2a", "norms/S1x")):
        ends = ox.NamedNode(base + one), ox.NamedNode(base + other)
        assert not list(store.quads_for_pattern(ends[0], None, ends[1]))
        assert not list(store.quads_for_pattern(ends[1], None, ends[0]))
    inferred = ox.NamedNode(graph_iri(base, "inferred"))
    for quad in store.quads_for_pattern(None, ox.NamedNode(str(SKOS.mappingRelation)), None):
        assert quad.graph_name == inferred


def test_roll_up_follows_both_parents_and_no_denial(denials_site: BuiltSite) -> None:
    store, base = graph_of(denials_site), denials_site.publication.base
    match = ox.NamedNode(f"{base}ontology#rolledUpMatch")
    pairs = {
        (q.subject.value.removeprefix(base), q.object.value.removeprefix(base))  # type: ignore[union-attr]
        for q in store.quads_for_pattern(None, match, None)
    }
    assert pairs == {("craft/C1", "norms/S1"), ("craft/C1", "norms/S3"), ("craft/C2", "norms/S3")}


def test_linksets_count_claims(denials_site: BuiltSite) -> None:
    store, base = graph_of(denials_site), denials_site.publication.base
    for part, number in (("main", "3"), ("second", "1")):
        subject = ox.NamedNode(f"{base}craft-norms/{part}")
        triples = store.quads_for_pattern(subject, ox.NamedNode(str(VOID.triples)), None)
        assert [q.object.value for q in triples] == [number]  # type: ignore[union-attr]
    predicates = store.quads_for_pattern(
        ox.NamedNode(f"{base}craft-norms/second"), ox.NamedNode(str(VOID.linkPredicate)), None
    )
    assert [q.object.value for q in predicates] == [str(SKOS.closeMatch)]  # type: ignore[union-attr]


def test_the_page_of_a_denial_says_so(denials_site: BuiltSite) -> None:
    words = page(denials_site, DENIED[0])
    assert "denied in Main part: the second is not a close match of the first." in words
    assert "C1 ↛ S2" in words
    assert "C1 → S2" not in words
    assert "printed" not in words.partition("Data")[0]
    assert "not an exact match" in page(denials_site, DENIED[2])


def test_the_page_of_a_statement_says_what_it_does_not_match(denials_site: BuiltSite) -> None:
    words = page(denials_site, "craft/C2")
    assert "Said not to match S1 Plan denied not an exact match , Second , record" in words
    assert "Aligned in Norms" in words  # by the indicator below it
    assert "No alignment is printed" in page(denials_site, "craft/C2a")
    assert "Said not to match" in page(denials_site, "norms/S1x")


def test_the_page_of_a_part_shows_denials_and_does_not_count_them(denials_site: BuiltSite) -> None:
    words = page(denials_site, "craft-norms/main")
    assert "3 alignments, as printed" in words
    assert "Beside them stand 2 denials" in words
    assert "S2 Order denied not a close match · record" in words


def test_figures_leave_denials_out(denials_site: BuiltSite) -> None:
    walk = page(denials_site, "craft-norms")
    assert "4 alignments between" in walk
    assert "2 denials beside them" in walk
    assert "claims 4" in walk
    assert "(3 alignments)" in page(denials_site, "index")
    matrix = denials_site.files["craft-norms/matrix.html"].decode()
    labels = set(re.findall(r'aria-label="(\w+ and \w+: \d+ alignments?)"', matrix))
    assert labels == {
        "S1 and C1: 2 alignments",
        "S2 and C1: 1 alignment",
        "S3 and C1: 1 alignment",
        "S3 and C2: 1 alignment",
    }
    assert "3 denials in no square" in page(denials_site, "craft-norms/matrix")


def test_coverage_follows_both_parents_and_no_denial(denials_site: BuiltSite) -> None:
    words = page(denials_site, "craft-norms/coverage")
    assert "3 of 5 statements are aligned" in words  # C1, C1a and CXa
    assert "4 of 6 statements are aligned" in words  # S1, S2, S1x and S3x
    assert "Every Competency is reached, itself or by something below." in words


def test_flow_draws_both_parents_and_no_denial(denials_site: BuiltSite) -> None:
    drawn = denials_site.files["craft-norms/flow.html"].decode()
    bands = set(re.findall(r'class="band [^"]*" data-source="(\w+)" data-target="(\w+)"', drawn))
    assert bands == {("S1", "C1"), ("S2", "C1"), ("S3", "C1"), ("S3", "C2")}


def test_badges_and_schema_org_of_a_statement(denials_site: BuiltSite) -> None:
    for path, data in denials_site.files.items():
        if path.startswith(("open-badges/", "schema-org/craft-norms")):
            assert b"NotcloseMatch" not in data
            assert b"NotexactMatch" not in data


def test_every_syntax_is_there(denials_site: BuiltSite) -> None:
    turtle = denials_site.files[f"{DENIED[0]}{by_name('turtle').suffix}"].decode()
    assert "sssom:predicate_modifier sssom:NegatedPredicate" in turtle
    assert str(OWL.Axiom).rpartition("#")[2] in turtle
