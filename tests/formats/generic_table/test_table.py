"""Spreadsheets as agencies keep them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading
from crosswalk_rdf.formats.generic_table.codes import notation_parts
from crosswalk_rdf.formats.generic_table.read import read, recognizes
from crosswalk_rdf.formats.publication_workbook.read import recognizes as recognizes_ours
from crosswalk_rdf.model import PropertyValue, Statement
from crosswalk_rdf.namespaces import CASE, CEASN
from tests.formats.publication_workbook.workbooks import made


def csv(text: str) -> Reading:
    assert recognizes(text.encode())
    return read(text.encode(), "folder/Our Standards.csv")


def statements(reading: Reading) -> tuple[Statement, ...]:
    return reading.package.frameworks[0].statements


def tree(reading: Reading) -> list[tuple[str, str]]:
    notations = {s.iri: s.notation for s in statements(reading)}
    return [(s.notation, notations.get(s.broader or URIRef(""), "")) for s in statements(reading)]


def texts_of(reading: Reading, action: Action) -> list[str]:
    return [str(remark) for remark in reading.report.remarks if remark.action is action]


def test_parents_are_a_column() -> None:
    reading = csv(
        "Leadership standards,,,,,\nID,Parent,Title,Description,Type,Notes\n"
        "S1,,Vision,Leads with a vision.,Standard,=SUM(A1)\n"
        "S1-E1,S1,,Shares it.,Element,\nS2,,Ethics,Acts ethically.,Standard,\n"
    )
    framework = reading.package.frameworks[0]
    assert (framework.title, framework.id) == (
        Literal("Leadership standards"),
        "leadership-standards",
    )
    assert tree(reading) == [("S1", ""), ("S1-E1", "S1"), ("S2", "")]
    first = statements(reading)[0]
    assert (first.label, first.text) == (Literal("Vision"), Literal("Leads with a vision."))
    assert first.properties == (PropertyValue(SKOS.note, Literal("=SUM(A1)")),)
    assert [level.name for level in framework.levels] == ["Standard", "Element"]


def test_a_parent_that_is_no_row_is_an_error() -> None:
    with pytest.raises(InputFaults) as error:
        csv("Code,Parent,Text\nS1,,Vision\nS1-E1,S1,Shares it\nS2-E1,S2,Acts ethically\n")
    assert str(error.value) == (
        "folder/Our Standards.csv:4:2: the parent 'S2' is no row: the nearest are S2-E1, S1; "
        "correct it, or add the row"
    )


def test_a_parent_that_all_of_the_top_have_is_the_whole() -> None:
    reading = csv("Code,Parent,Text\nS1,DOC,Vision\nS1-E1,S1,Shares it\nS2,DOC,Ethics\n")
    assert tree(reading) == [("S1", ""), ("S1-E1", "S1"), ("S2", "")]
    assert any("it is the whole" in text for text in texts_of(reading, Action.REPAIRED))


def test_how_each_column_was_taken_is_said() -> None:
    reading = csv('Code,Statement,Grade Levels,Owner\n1,One,"K, 1",Ann\n')
    assert texts_of(reading, Action.KEPT)[:4] == [
        "line 1, column 1: kept: column 'Code': taken for code",
        "line 1, column 2: kept: column 'Statement': taken for text",
        "line 1, column 3: kept: column 'Grade Levels': taken for grade",
        "line 1, column 4: kept: column 'Owner': taken for case:extensions",
    ]
    assert [str(p.value) for p in statements(reading)[0].properties] == [
        "K",
        "1",
        '{"Owner": "Ann"}',
    ]


@pytest.mark.parametrize(
    ("notations", "expected"),
    [
        ("1 1.a 1.b 1.b.ii 2", ["", "1", "1", "1.b", ""]),
        ("1 1a 1b 10 10a", ["", "1", "1", "", "10"]),
        ("A A-1 A-1-x AB", ["", "A", "A-1", ""]),
        ("I II I.1 II.1", ["", "", "I", "II"]),
        ("1. 1.1 1.10 1.1.1", ["", "1.", "1.", "1.1"]),
        ("x y z", ["", "", ""]),
    ],
)
def test_notations_suggest_a_tree(notations: str, expected: list[str]) -> None:
    rows = "".join(f"{notation},Text of {notation}\n" for notation in notations.split())
    reading = csv(f"code,text\n{rows}")
    assert [parent for _, parent in tree(reading)] == expected
    inferred = any("their notations go on" in text for text in texts_of(reading, Action.REPAIRED))
    assert inferred == any(expected)


def test_depths_suggest_a_tree() -> None:
    reading = csv("Level,Statement\n1,A\n2,B\n3,C\n2,D\n1,E\n")
    texts = {s.iri: str(s.text) for s in statements(reading)}
    parents = [texts.get(s.broader or URIRef(""), "") for s in statements(reading)]
    assert parents == ["", "A", "B", "A", ""]


def test_levels_that_are_words_are_kinds() -> None:
    reading = csv("Code,Level,Statement\n1,Standard,A\n1.a,Element,B\n")
    assert [level.name for level in reading.package.frameworks[0].levels] == ["Standard", "Element"]
    assert tree(reading) == [("1", ""), ("1.a", "1")]


def test_the_better_header_wins() -> None:
    reading = csv("Standard,Description\n1.1,First\n1.2,Second\n")
    assert [(s.notation, str(s.text)) for s in statements(reading)] == [
        ("1.1", "First"),
        ("1.2", "Second"),
    ]


def test_a_second_column_of_texts_has_the_labels() -> None:
    reading = csv("Code,Standard,Description\n1,Vision,Leads with a vision\n")
    (only,) = statements(reading)
    assert (only.label, only.text) == (Literal("Vision"), Literal("Leads with a vision"))


def test_ids_that_are_uuids_are_no_notations() -> None:
    uuid = "11111111-2222-4333-8444-555555555555"
    (only,) = statements(csv(f"id,text\n{uuid},One\n"))
    assert (only.uuid, only.notation, only.kind) == (uuid, "", CEASN.Competency)


def test_a_workbook_with_numbers_and_two_sheets() -> None:
    data = made(
        {
            "Teachers": [["Number", "Text"], [1, "One"], [1.1, "Two"], ["1.1a", "Three"]],
            "Leaders": [["Code", "Competency", "Label"], ["A", "Long text", "Short"]],
            "Read me": [["Made by hand"]],
        }
    )
    assert recognizes(data) and not recognizes_ours(data)
    reading = read(data, "ours.xlsx")
    teachers, leaders = reading.package.frameworks
    assert [s.notation for s in teachers.statements] == ["1", "1.1", "1.1a"]
    assert teachers.statements[1].broader == teachers.statements[0].iri
    assert teachers.iri != leaders.iri
    assert leaders.statements[0].label == Literal("Short")
    places = [remark.place for remark in reading.report.remarks]
    assert "sheet Teachers, cell A3" in places and "sheet Read me" in places


def test_the_same_file_gives_the_same_iris() -> None:
    text = "code,text\n1,One\n,Without\n"
    assert csv(text).package == csv(text).package
    assert len({s.iri for s in statements(csv(text))}) == 2


def test_parts_of_notations() -> None:
    assert notation_parts("CBICI.1.a-ii") == ("cbici", "1", "a", "ii")
    assert notation_parts("10a") == ("10", "a")
    assert notation_parts("") == ()


@pytest.mark.parametrize("data", [b"", b"{}", b"<a/>", b"@prefix a: <b> .", b"a,b\n1,2\n", b"\0"])
def test_what_is_no_table_of_standards(data: bytes) -> None:
    assert not recognizes(data)
    with pytest.raises(InputFaults):
        read(data, "f.csv")


def test_extensions_are_json() -> None:
    (only,) = statements(csv("code,text,Ann's\n1,One,x\n"))
    assert only.properties[0].property == CASE.extensions


@settings(max_examples=200)
@given(st.lists(st.lists(st.sampled_from(["", "1", "1.a", " 2", "a\nb", "=x", "é"]), max_size=5)))
def test_no_sheet_gives_a_traceback(rows: list[list[str]]) -> None:
    lines = ["code,parent,level,text", *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    try:
        reading = read("\n".join(lines).encode(), "f.csv")
    except InputFaults as error:
        assert all(fault.file == "f.csv" for fault in error.faults)
        return
    count = reading.report.counts["rows"]
    assert count.carried <= count.total
    assert len(statements(reading)) <= count.carried
