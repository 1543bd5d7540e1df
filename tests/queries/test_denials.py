"""No query counts or shows a negated alignment as a claim; worked out by hand for ``denials``."""

import re
from pathlib import Path

import pytest

from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.publish import dataset
from crosswalk_rdf.queries.agreement import contingencies
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from tests.conftest import DENIALS
from tests.queries.library import FILES

ON_RECORDS = re.compile(r"owl:annotated(Source|Target)|a xw:Alignment")
WITHOUT = {"derivation", "describe"}
"""Queries that meet a denial only as what it is: never rolled up, and in full with its modifier."""


class Library:
    def __init__(self, publication: Publication) -> None:
        self.base = publication.base
        library = load_library(self.base, (DENIALS, publication.written_base))
        self.queries = parse_queries(library.queries, self.base)
        self.engine = OxigraphBackend(dataset(publication, library))

    def ask(self, name: str, **values: str) -> Answer:
        return self.engine.query(bind(self.queries[name], values, self.base))

    def rows(self, name: str, *columns: str, **values: str) -> list[tuple[str, ...]]:
        answer = self.ask(name, **values)
        assert isinstance(answer, Solutions)
        places = [answer.variables.index(column) for column in columns]
        return [
            tuple("" if row[p] is None else re.split("[/#]", str(row[p]))[-1] for p in places)
            for row in answer.rows
        ]


@pytest.fixture(scope="module")
def library(denials: Publication) -> Library:
    return Library(denials)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_query_of_records_knows_of_denials(file: Path) -> None:
    pattern = file.read_text("utf-8").partition("PREFIX")[2]
    if ON_RECORDS.search(pattern) and file.stem not in WITHOUT:
        assert " sssom:predicate_modifier ?" in pattern


def test_denials_are_listed_with_what_they_deny(library: Library, denials: Publication) -> None:
    parts = [part for crosswalk in denials.crosswalks for part in crosswalk.parts]
    denied = [a for part in parts for a in (*part.denials, *part.unmapped)]
    assert denied
    listed = library.rows("denials", "record")
    assert sorted(listed) == sorted((re.split("[/#]", a.iri)[-1],) for a in denied)
    only = library.rows("denials", "part", part=str(parts[0].iri))
    assert {part for (part,) in only} <= {parts[0].id}


def test_claims(library: Library) -> None:
    assert library.rows("claims", "competency", "standard", "part", "how") == [
        ("C1", "S1", "main", "Alignment"),
        ("C1", "S1", "main", "RolledUpAlignment"),
        ("C1", "S2", "second", "Alignment"),
        ("C1", "S3", "main", "RolledUpAlignment"),
        ("C2", "S3", "main", "RolledUpAlignment"),
    ]
    assert library.rows("claims-of-competency", "part", "standard", notation="C2") == [
        ("main", "S3")
    ]


def test_counts_of_claims(library: Library) -> None:
    assert library.rows("agreement-totals", "parts", "pairs") == [("1", "4")]
    assert library.rows("roll-up-matrix", "competency", "standard", "part", "alignments") == [
        ("C1", "S1", "main", "2"),
        ("C1", "S2", "second", "1"),
        ("C1", "S3", "main", "1"),
        ("C2", "S3", "main", "1"),
    ]
    assert library.rows("parts", "part", "alignments", "pairs", "rolledUp") == [
        ("main", "3", "3", "3"),
        ("second", "1", "1", "0"),
    ]
    (table,) = contingencies(library.ask("contingency"))
    assert (table.both, table.only_first, table.only_second, table.neither) == (0, 3, 1, 2)


def test_disagreements(library: Library) -> None:
    rows = library.rows("disagreements", "competency", "standard", "part", "claimed")
    assert ("C1", "S2", "main", "false") in rows
    assert not [row for row in rows if row[:2] in {("C2", "S1"), ("C2", "S2")}]


def test_a_statement_is_not_aligned_by_a_denial(library: Library) -> None:
    assert library.ask("is-aligned", one="C1", other="S1") == Boolean(True)
    assert library.ask("is-aligned", one="C2", other="S1") == Boolean(False)
    assert library.ask("is-aligned", one="C2a", other="S1x") == Boolean(False)
    assert library.rows("aligned", "notation", "part", notation="S1") == [("C1", "main")]
    assert library.rows("aligned", "notation", notation="C2a") == []
    assert library.rows("shared-neighbours", "neighbour", notation="C1") == []
    assert library.rows("shared-neighbours", "neighbour", notation="C1a") == []
    hubs = library.rows("hubs", "notation", "others", "alignments", minimum="1")
    assert ("C1", "2", "2") in hubs
    assert "C2" not in {row[0] for row in hubs}


def test_coverage(library: Library) -> None:
    by_part = library.rows("coverage-by-part", "part", "framework", "kind", "aligned")
    assert ("second", "craft", "Competency", "1") in by_part
    assert ("main", "craft", "Indicator", "2") in by_part
    branches = library.rows("coverage", "branch", "kind", "statements", "aligned")
    assert ("C2", "Competency", "1", "0") in branches
    assert library.rows("unaligned", "notation", kind="xw:Competency") == [("C2",)]
    assert library.rows("unaligned-details", "notation", framework="craft") == [("C2a",)]


def test_mappings_of_skos(library: Library) -> None:
    assert library.rows("mapped-to", "from", "to", one="craft", other="norms") == [
        ("C1", "S1"),
        ("C1", "S2"),
        ("C1a", "S1x"),
        ("CXa", "S3x"),
    ]
    assert library.rows("linked-frameworks", "mappings") == [("4",)]
    assert library.rows("reach", "reached", concept="craft/C2") == []


def test_tables_of_records_say_which_are_denials(library: Library) -> None:
    rows = library.rows("mappings", "subject", "modifier", "object", part="craft-norms/main")
    assert rows == [
        ("C1", "", "S1"),
        ("C1", "NegatedPredicate", "S2"),
        ("C1a", "", "S1x"),
        ("C2a", "NegatedPredicate", "S1x"),
        ("CXa", "", "S3x"),
    ]
    record = "craft-norms/second/C2--S1--NotexactMatch"
    assert library.rows("provenance", "modifier", alignment=record) == [("NegatedPredicate",)]


def test_badges_name_no_denied_statement(library: Library) -> None:
    answer = library.ask("open-badges", notation="C2")
    assert isinstance(answer, Triples)
    targets = {str(triple[2]) for triple in answer.triples if str(triple[1]).endswith("targetUrl")}
    assert targets == {f"{library.base}craft/C2"}


def test_the_record_of_a_denial_describes_itself(library: Library) -> None:
    answer = library.ask("describe", iri="craft/C2")
    assert isinstance(answer, Triples)
    assert any(str(triple[1]).endswith("predicate_modifier") for triple in answer.triples)
