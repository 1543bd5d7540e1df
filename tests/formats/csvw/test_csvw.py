"""Flat CSV files: what they hold, what their descriptions make of them, and the way back."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.csvw import publish, read, recognizes, write
from crosswalk_rdf.formats.shared.hierarchy import positioned
from crosswalk_rdf.graph.crosswalks import part_triples
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.model import Alignment, Package, Publication, Statement, package_of
from tests.formats.csvw.csv2rdf import triples
from tests.formats.publication_workbook.strategies import packages

FOLDER = "csv/"


@pytest.fixture(scope="module")
def published(flagship: Publication) -> dict[str, bytes]:
    return dict(publish(package_of(flagship)))


@pytest.fixture(scope="module")
def graph(flagship: Publication) -> Graph:
    graph = Graph()
    for framework in flagship.frameworks:
        for triple in framework_triples(framework, flagship.base):
            graph.add(triple)
    for crosswalk in flagship.crosswalks:
        for part in crosswalk.parts:
            for triple in part_triples(part, crosswalk, flagship.base):
                graph.add(triple)
    return graph


def test_the_files(published: dict[str, bytes]) -> None:
    assert list(published) == [
        "csv/lcpe-2017.csv",
        "csv/psel-2015.csv",
        "csv/crosswalk-2017.csv",
        "csv/lcpe-2017.csv-metadata.json",
        "csv/psel-2015.csv-metadata.json",
        "csv/crosswalk-2017.csv-metadata.json",
        "csv/csv-metadata.json",
    ]
    for name, rows in (("lcpe-2017", 169), ("psel-2015", 93), ("crosswalk-2017", 229)):
        data = published[f"csv/{name}.csv"].decode("utf-8")
        assert len(list(csv.reader(io.StringIO(data, newline="")))) == rows + 1
        assert data.count("\r\n") == rows + 1


@pytest.mark.parametrize("name", ["lcpe-2017", "psel-2015", "crosswalk-2017"])
def test_the_triples_are_those_of_the_graph(
    published: dict[str, bytes], graph: Graph, name: str
) -> None:
    table = json.loads(published[f"csv/{name}.csv-metadata.json"])
    actual = list(triples(table, published[f"csv/{name}.csv"]))
    assert len(actual) > 800
    assert [triple for triple in actual if triple not in graph] == []


@pytest.mark.parametrize("name", ["lcpe-2017", "psel-2015", "crosswalk-2017", ""])
def test_the_descriptions_keep_to_the_rules(published: dict[str, bytes], name: str) -> None:
    path = f"csv/{name}.csv-metadata.json" if name else "csv/csv-metadata.json"
    description = json.loads(published[path])
    context = description.pop("@context")
    assert context == "http://www.w3.org/ns/csvw" or context[0] == "http://www.w3.org/ns/csvw"
    tables = description["tables"] if not name else [description]
    for table in tables:
        assert f"csv/{table['url']}" in published
        columns = table["tableSchema"]["columns"]
        names = [column["name"] for column in columns]
        assert len(set(names)) == len(names)
        virtual = [bool(column.get("virtual")) for column in columns]
        assert virtual == sorted(virtual)
        assert table["tableSchema"]["primaryKey"] in names
    assert "null" not in published[path].decode()


def test_keys_lead_into_the_other_tables(flagship: Publication) -> None:
    package = package_of(flagship)
    first = package.crosswalks[0]
    one_way = replace(package, crosswalks=(replace(first, parts=first.parts[1:]),))
    group = json.loads(dict(publish(one_way))["csv/csv-metadata.json"])
    assert group["tables"][2]["tableSchema"]["foreignKeys"] == [
        {
            "columnReference": end,
            "reference": {"resource": f"{name}.csv", "columnReference": "iri"},
        }
        for end, name in (("subject", "lcpe-2017"), ("object", "psel-2015"))
    ]


def _values(statement: Statement) -> Any:
    """Return what a row holds of a statement."""
    return replace(
        statement,
        also_broader=(),
        printed_in=None,
        lines=None,
        checksum=None,
        coined_notation=False,
        properties=(),
        label=statement.label and Literal(str(statement.label), lang=statement.text.language),
    )


def _record(alignment: Alignment, labels: dict[Any, str]) -> Alignment:
    return replace(
        alignment,
        slots=(),
        subject_label=alignment.subject_label or labels.get(alignment.subject),
        object_label=alignment.object_label or labels.get(alignment.object),
    )


def _alignments(package: Package) -> Iterator[Alignment]:
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            yield from part.alignments


@settings(max_examples=60)
@given(packages())
def test_rows_come_back(package: Package) -> None:
    written = write(package)
    labels = {s.iri: str(s.preferred_label) for f in package.frameworks for s in f.statements}
    for framework in package.frameworks:
        data = written.documents[framework.id]
        assert recognizes(data)
        (back,) = read(data, f"{framework.id}.csv").package.frameworks
        expected = positioned([_values(s) for s in framework.statements])
        assert back.statements == expected
        if framework.statements:
            assert (back.iri, back.id) == (framework.iri, framework.id)
    back_walk = read(written.documents["walk"], "walk.csv")
    assert list(_alignments(back_walk.package)) == [
        _record(a, labels) for a in _alignments(package)
    ]
    assert not back_walk.report.remarks


def test_what_is_wrong_has_its_place() -> None:
    head = b"iri,in_scheme,kind_iri,text,mine\n"
    data = head + b"https://example.org/1,,,One,x\nno iri,,,Two,\n"
    assert recognizes(data)
    with pytest.raises(InputFaults, match=r"f\.csv:3:1: 'no iri' is no IRI"):
        read(data, "f.csv")
    twice = head + b"https://example.org/1,,,One,x\nhttps://example.org/1,,,Two,\n"
    with pytest.raises(InputFaults, match=r"f\.csv:3:1: line 2 has this IRI too"):
        read(twice, "f.csv")
    reading = read(head + b"https://example.org/1,,,One,x\n", "f.csv")
    assert [remark.place for remark in reading.report.remarks] == ["line 1, column 5"]


@given(st.binary(max_size=40) | st.text("\n,\"abc1'", max_size=40).map(str.encode))
def test_no_input_gives_a_traceback(body: bytes) -> None:
    for head in (b"", b"iri,in_scheme,kind_iri,text\n", b"record,part,subject,predicate,object\n"):
        recognizes(head + body)
        try:
            read(head + body, "f.csv")
        except InputFaults:
            continue


def test_a_modifier_that_sssom_does_not_define_is_a_fault() -> None:
    data = b"subject,predicate,predicate_modifier,object\r\nurn:a,urn:p,Perhaps,urn:b\r\n"
    with pytest.raises(InputFaults) as raised:
        read(data, "a.csv")
    (fault,) = raised.value.faults
    assert (fault.line, fault.message) == (
        2,
        "'Perhaps' is no modifier: write Not, or nothing",
    )
