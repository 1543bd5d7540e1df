"""Faults of the table of an SSSOM/TSV file, of its records and of the set that they make."""

from collections.abc import Iterator

import pytest

from .files import GOOD, altered, faults, with_column

GOOD_BYTES = GOOD.encode("utf-8")
LICENSE = "#license: https://example.org/license\n"


def columns() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "undeclared column",
        with_column("colour", "red", "blue"),
        ["13:87: undeclared column 'colour'; declare it in extension_definitions, or remove it"],
    )
    yield (
        "slot of the set",
        with_column("mapping_set_title", "x", ""),
        [
            "13:87: 'mapping_set_title' is a slot of the set, not of records; "
            "move it to the metadata"
        ],
    )
    yield (
        "column twice",
        with_column("subject_label", "red", "blue"),
        ["13:87: column 'subject_label' stands twice; remove one of the two"],
    )
    yield (
        "column without a name",
        with_column("", "", ""),
        ["13:87: column without a name; name it, or remove the tab"],
    )
    yield (
        "no column for what is required",
        GOOD_BYTES.replace(b"\tpredicate_id", b"").replace(b"\tskos:relatedMatch", b""),
        ["13:1: no column 'predicate_id', which the record on line 14 needs; add it"],
    )
    yield (
        "no table",
        GOOD_BYTES.partition(b"subject_id")[0],
        ["13:1: no table; write a header row with the names of the columns"],
    )
    yield (
        "a tab too many",
        altered(("\t7\n", "\t7\t\n"), ("\t8\n", "\tx\t8\n")),
        [
            "14:62: 7 cells in 6 columns; remove a tab too many, or put the cell that holds it "
            "in quotes",
            "15:62: 7 cells in 6 columns; remove a tab too many, or put the cell that holds it "
            "in quotes",
        ],
    )
    yield (
        "a tab too few",
        altered(("\t8\n", "\n")),
        ["15:59: 5 cells in 6 columns; write a tab for each cell left empty"],
    )


def quotes() -> Iterator[tuple[str, bytes, list[str]]]:
    unterminated = (
        'unterminated quote; close it at the end of the cell, and write "" for one within'
    )
    yield "unterminated quote", altered(("\tOne", '\t"One')), [f"14:5: {unterminated}"]
    yield "text after a quote", altered(("\tOne", '\t"O"ne')), [f"14:5: {unterminated}"]
    yield (
        "quote in a bare cell",
        altered(("\tOne", '\tO"ne')),
        ['14:6: a double quote in a bare cell; put the cell in quotes and write "" for each quote'],
    )
    yield (
        "place after a cell of two lines",
        altered(("\tOne", '\t"O\tne\nx"'), ("b:1", "zz:1")),
        ["15:22: object_id: undeclared prefix 'zz' in 'zz:1'; declare it in curie_map"],
    )


def records() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "missing values",
        altered(("a:1\t", "\t"), ("skos:relatedMatch", ""), ("semapv:ManualMappingCuration", "")),
        [
            "14:1: no subject_id; every record needs one, write it",
            "14:6: no predicate_id; every record needs one, write it",
            "14:11: no mapping_justification; every record needs one, write it",
        ],
    )
    yield (
        "literal without a label",
        altered((LICENSE, "#subject_type: rdfs literal\n" + LICENSE), ("a:1", ""), ("Two", "")),
        ["16:5: no subject_label; every record needs one, write it"],
    )
    for slot, value in (("review_date", "2020-01-01"), ("reviewer_agreement", "0.5")):
        yield (
            f"{slot} without a reviewer",
            with_column(slot, value, ""),
            [f"14:62: {slot} without a reviewer; write reviewer_id or reviewer_label"],
        )
    yield (
        "record_id on some records",
        with_column("record_id", "a:r", ""),
        ["15:62: no record_id though other records have one; give one to all or to none"],
    )
    yield (
        "record_id twice",
        with_column("record_id", "a:r", "c:r").replace(
            b"#  b:", b"#  c: https://example.org/a/\n#  b:"
        ),
        ["16:62: record_id 'c:r' stands on line 15 already; change one"],
    )
    yield (
        "record twice",
        altered(("a:2\tTwo", "a:1\tOne"), ("\t8\n", "\t7\n")),
        ["15:1: the same record stands on line 14; remove one of the two"],
    )
    yield (
        "wrong cardinality",
        with_column("mapping_cardinality", "n:1", "1:1"),
        ["15:62: mapping_cardinality is 1:1, but the set makes it n:1; correct it"],
    )
    yield (
        "wrong cardinality of what has no match",
        with_column("mapping_cardinality", "1:1", "1:1").replace(b"b:1", b"sssom:NoTermFound", 1),
        ["14:76: mapping_cardinality is 1:1, but the set makes it 1:0; correct it"],
    )


def extensions() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "definitions that are none",
        altered(
            ("slot_name: ext_source_line", "slot_name: 1 x"),
            ("property: xw:", "property: zz:"),
            ("type_hint:", "typo:"),
            ("\text_source_line", "\tcomment"),
        ),
        [
            "10:17: slot_name '1 x' is no XML name without colon; rename the slot",
            "11:16: property: undeclared prefix 'zz' in 'zz:sourceLine'; declare it in curie_map",
            "12:6: unknown key 'typo'; only slot_name, property, type_hint may stand here",
        ],
    )
    yield (
        "definitions that clash",
        altered(
            (
                "#  - slot_name: ext",
                "#  - slot_name: ext_b\n#    property: xw:sourceLine\n"
                "#  - slot_name: comment\n#  - property: xw:c\n#  - slot_name: ext_b\n"
                "#  - slot_name: ext",
            )
        ),
        [
            "12:17: slot_name 'comment' is a standard slot; rename it, such as 'ext_comment'",
            "13:6: an extension definition without slot_name; name the slot",
            "14:6: 'ext_b' is defined twice; remove one definition",
            "15:6: two extensions share the property 'xw:sourceLine'; use another",
        ],
    )


CASES = [case for group in (columns, quotes, records, extensions) for case in group()]


@pytest.mark.parametrize(
    ("data", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_faults_of_the_table(data: bytes, expected: list[str]) -> None:
    assert faults(data) == expected


def test_faults_of_all_parts_are_reported_together() -> None:
    messages = faults(
        altered(("#license: ", "#licence: "), ("a:1", "1"), ("b:1", "c:1"), ("\t8", ""))
    )
    assert [fault.split(": ")[0] for fault in messages] == ["1:1", "7:2", "14:1", "14:25", "15:59"]
