"""What others make of the spreadsheets of OpenSALT."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading
from crosswalk_rdf.formats.opensalt.read_csv import read_csv, recognizes_csv
from crosswalk_rdf.formats.opensalt.read_xlsx import read_xlsx, recognizes_xlsx
from crosswalk_rdf.model import PropertyValue, Statement
from crosswalk_rdf.namespaces import CASE
from tests.formats.publication_workbook.workbooks import made

A, B = "11111111-2222-4333-8444-555555555555", "11111111-2222-4333-8444-666666666666"
ITEM = ["identifier", "fullStatement", "humanCodingScheme", "smartLevel", "CFItemType", "mine"]
LINK = [
    "identifier",
    "originNodeURI",
    "originNodeIdentifier",
    "originNodeHumanCodingScheme",
    "associationType",
    "destinationNodeURI",
    "destinationNodeIdentifier",
    "destinationNodeHumanCodingScheme",
    "associationGroupIdentifier",
    "associationGroupName",
]


def csv(text: str, encoding: str = "utf-8") -> Reading:
    data = text.encode(encoding)
    assert recognizes_csv(data)
    return read_csv(data, "our standards.csv")


def statements(reading: Reading) -> list[Statement]:
    return list(reading.package.frameworks[0].statements)


def texts_of(reading: Reading, action: Action) -> list[str]:
    return [str(remark) for remark in reading.report.remarks if remark.action is action]


def test_headers_in_other_spellings() -> None:
    reading = csv(
        "#title,Our standards\n"
        "CASE Item Identifier,Full Statement,HUMAN_CODING_SCHEME,Parent Identifier,Item Type\n"
        f"{A.upper()},First,1,,Standard\n{B},Second,1.a,{A},Element\n"
    )
    first, second = statements(reading)
    assert reading.package.frameworks[0].title == Literal("Our standards")
    assert (first.iri, first.uuid) == (URIRef(f"urn:uuid:{A}"), A)
    assert second.broader == first.iri
    assert [level.name for level in reading.package.frameworks[0].levels] == ["Standard", "Element"]


def test_semicolons_and_windows() -> None:
    reading = csv("fullStatement;humanCodingScheme\r\nÜben – täglich;1\r\n", "cp1252")
    assert statements(reading)[0].text == Literal("Üben – täglich")
    assert len(texts_of(reading, Action.REPAIRED)) == 1
    assert len(texts_of(reading, Action.KEPT)) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    reading = csv("fullStatement,humanCodingScheme\nÜben,1\n", encoding)
    assert statements(reading)[0].text == Literal("Üben")


def test_a_tab_separated_file_with_blank_rows_and_spaces() -> None:
    reading = csv("fullStatement\thumanCodingScheme\n\n  One \t1\n\t\nTwo\t2\n")
    assert [str(s.text) for s in statements(reading)] == ["One", "Two"]


def test_names_that_two_rows_have() -> None:
    reading = csv(
        "identifier,fullStatement,humanCodingScheme,isChildOf\n"
        f"{A},One,1,\n{A},Two,1,\n{B},Three,3,1\n"
    )
    one, two, three = statements(reading)
    assert (one.uuid, two.uuid) == (A, "")
    assert len({s.iri for s in statements(reading)}) == 3
    assert three.broader == one.iri
    assert len(texts_of(reading, Action.REPAIRED)) == 2


def test_relations_inside_and_outside() -> None:
    reading = csv(
        "identifier,fullStatement,humanCodingScheme,isChildOf,isRelatedTo,replacedBy,exactMatchOf\n"
        f'{A},One,1,,"2, https://example.org/x",,{B}\n'
        ",Two,2,nowhere,,1,\n,Three,3,2,2,,\n"
    )
    one, two, three = statements(reading)
    assert one.properties == (PropertyValue(SKOS.related, two.iri),)
    assert (two.deprecated, two.replaced_by, two.broader) == (True, one.iri, None)
    assert three.properties == (PropertyValue(CASE.isRelatedTo, two.iri),)
    (part,) = reading.package.crosswalks[0].parts
    assert [(a.subject, a.predicate, a.object) for a in part.alignments][1:] == [
        (one.iri, SKOS.exactMatch, URIRef(f"urn:uuid:{B}")),
        (one.iri, SKOS.relatedMatch, URIRef("https://example.org/x")),
    ]
    assert part.alignments[0].predicate == CASE.isChildOf


def test_circles_are_cut() -> None:
    reading = csv("fullStatement,humanCodingScheme,isChildOf\nOne,1,2\nTwo,2,1\nSelf,3,3\n")
    one, two, self = statements(reading)
    assert (one.broader, two.broader, self.broader) == (two.iri, None, None)
    assert len(texts_of(reading, Action.REPAIRED)) == 2


def test_columns_of_others_are_kept() -> None:
    (only,) = statements(csv("fullStatement,humanCodingScheme,Cluster code\nOne,1,=A1\n"))
    text = json.dumps({"Cluster code": "=A1"})
    assert only.properties == (
        PropertyValue(CASE.extensions, Literal(text, datatype=RDF.JSON, normalize=False)),
    )


def test_rows_without_a_statement_are_counted() -> None:
    reading = csv("fullStatement,humanCodingScheme\nOne,1\n,2\n")
    count = reading.report.counts["rows"]
    assert (count.total, count.carried) == (2, 1)
    assert texts_of(reading, Action.NOT_CARRIED)[0].startswith(
        "line 3, column 1: not carried: a row"
    )


def workbook(
    items: list[list[object]], links: list[list[object]] = (), doc: object = None
) -> Reading:  # type: ignore[assignment]
    document = [["identifier", "title", "language"], ["", "Ours", "en-US"]]
    data = made({"CF Doc": document, "CF Item": [ITEM, *items], "CF Association": [LINK, *links]})
    assert recognizes_xlsx(data)
    return read_xlsx(data, "ours.xlsx")


def test_smart_levels_give_order_and_tree() -> None:
    reading = workbook(
        [
            [A, "One", "1", "1.10", "", "x"],
            ["", "Two", "2", "1.2", "", ""],
            ["", "Top", "3", 1, "", ""],
            ["", "Lost", "4", "7.1", "", ""],
        ]
    )
    one, two, top, lost = statements(reading)
    assert (one.position, two.position) == (2, 1)
    assert {one.broader, two.broader} == {top.iri}
    assert lost.broader is None
    assert one.text.language == "en-US"
    assert one.properties[0].property == CASE.extensions
    assert any("no item has the level 7" in text for text in texts_of(reading, Action.REPAIRED))


def test_levels_that_are_numbers_are_reported() -> None:
    reading = workbook([["", "One", 1.0, 1, "", ""], ["", "Two", "1.1", 1.1, "", ""]])
    assert statements(reading)[0].notation == "1"
    assert any("1.1 and 1.10 are the same number" in s for s in texts_of(reading, Action.REPAIRED))


def test_associations_give_the_tree_where_no_level_does() -> None:
    items: list[list[object]] = [[A, "One", "1", "", "", ""], [B, "Two", "2", "", "", ""]]
    links: list[list[object]] = [
        ["", "", "", "1", "Is Parent Of", "", "", "2", "", ""],
        ["x", "", A, "", "Close Match", "https://example.org/1", "", "", "g", "Group"],
        ["", "", "", "", "Precedes", "", "", "", "", ""],
    ]
    reading = workbook(items, links)
    one, two = statements(reading)
    assert two.broader == one.iri
    (part,) = reading.package.crosswalks[0].parts
    assert (str(part.title), part.id) == ("Group", "group")
    assert part.alignments[0].predicate == SKOS.closeMatch
    assert part.alignments[0].object == URIRef("https://example.org/1")
    count = reading.report.counts["CF Association"]
    assert (count.total, count.carried) == (3, 2)
    assert any("one of its ends names nothing" in s for s in texts_of(reading, Action.NOT_CARRIED))


def test_a_workbook_without_a_document() -> None:
    data = made({"CF Item": [ITEM, ["", "One", "1", "1", "", ""]]})
    framework = read_xlsx(data, "folder/ours.xlsx").package.frameworks[0]
    assert (framework.title, framework.id) == (Literal("ours"), "ours")


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b"{}", b'"fullStatement\nx', b"\0\1", b"PK\x03\x04"]
)
def test_what_is_no_csv_of_opensalt(data: bytes) -> None:
    assert not recognizes_csv(data)
    with pytest.raises(InputFaults):
        read_csv(data, "f.csv")


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.text(',;"\n\tab1.-é', max_size=60).map(str.encode))
def test_no_input_gives_a_traceback(body: bytes) -> None:
    header = b"identifier,fullStatement,humanCodingScheme,isChildOf,isRelatedTo\n"
    for data in (body, header + body):
        recognizes_csv(data)
        try:
            reading = read_csv(data, "f.csv")
        except InputFaults:
            continue
        count = reading.report.counts["rows"]
        assert count.carried == len(statements(reading)) <= count.total


def test_smart_levels_of_a_csv_are_the_hierarchy() -> None:
    data = (Path(__file__).parent / "cases/smart-level.csv").read_bytes()
    assert recognizes_csv(data)
    vision, shares, integrity, keeps = statements(read_csv(data, "smart-level.csv"))
    assert (vision.broader, shares.broader) == (None, vision.iri)
    assert (integrity.broader, keeps.broader) == (None, integrity.iri)


def test_smart_levels_with_letters_and_a_parent_beside() -> None:
    reading = csv(
        "identifier,fullStatement,humanCodingScheme,smartLevel,Is Child Of\n"
        f"{A},First,X,I1.2,\n{B},Second,Y,I1.2.1,X\n,Third,Z,I1.2.10,Q\n,Fourth,W,I1.2.2,Y\n"
    )
    first, second, third, fourth = statements(reading)
    assert [s.broader for s in (first, second, third, fourth)] == [None, *[first.iri] * 3]
    assert fourth.also_broader == (second.iri,)
    assert [s.position for s in (second, third, fourth)] == [1, 3, 2]
    assert any("'Q'" in text for text in texts_of(reading, Action.NOT_CARRIED))
