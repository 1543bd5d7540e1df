"""Faults of the slots of a mapping set: every one is reported with its place."""

from collections.abc import Iterator

import pytest

from .files import GOOD, altered, faults, with_column

LICENSE = "#license: https://example.org/license\n"
VERSION = b'#sssom_version: "1.1"\n'
ADD_VERSION = "is of SSSOM 1.1; add the line '#sssom_version: \"1.1\"'"


def set_slots() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "neither id nor license",
        altered(("#mapping_set_id: https://example.org/set\n" + LICENSE, "")),
        [
            "1:1: the metadata has no license; add a line '#license: ...'",
            "1:1: the metadata has no mapping_set_id; add a line '#mapping_set_id: ...'",
        ],
    )
    yield (
        "license without a value",
        altered((LICENSE, "#license:\n")),
        ["7:10: license: no value; write one, or remove the line"],
    )
    yield (
        "key twice",
        altered((LICENSE, LICENSE + "#license: https://example.org/x\n")),
        ["8:2: 'license' stands on line 7 already; remove one of them"],
    )
    yield (
        "unknown slot",
        altered((LICENSE, "#colour: red\n" + LICENSE)),
        ["7:2: unknown slot 'colour'; declare it in extension_definitions, or remove it"],
    )
    yield (
        "slot of records",
        altered((LICENSE, "#confidence: 1\n" + LICENSE)),
        ["7:2: 'confidence' is a slot of records, not of the set; make it a column"],
    )
    yield (
        "list in a slot that takes one value",
        altered(("#license: ", "#license:\n#  - ")),
        ["8:4: license takes one text; write 'license: value'"],
    )
    yield (
        "empty item",
        altered((LICENSE, "#see_also:\n#  -\n" + LICENSE)),
        ["8:5: see_also: no value; write one, or remove the line"],
    )
    yield (
        "relative URI",
        altered(("https://example.org/license", "license.txt")),
        [
            "7:11: license: 'license.txt' is no URI; write an absolute one, other characters "
            "percent-encoded"
        ],
    )
    yield (
        "CURIE for a URI",
        altered(("https://example.org/license", "b:license")),
        ["7:11: license: 'b:license' is a CURIE where a URI is wanted; write it in full"],
    )
    yield (
        "date that is none",
        altered((LICENSE, "#mapping_date: 2017-02-30\n" + LICENSE)),
        ["7:16: mapping_date: '2017-02-30' is no date; write YYYY-MM-DD"],
    )


def prefixes() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "prefix twice",
        altered(("#  b: ", "#  a: https://example.org/c/\n#  b: ")),
        ["4:4: 'a' stands on line 3 already; remove one of them"],
    )
    yield (
        "built-in prefix for something else",
        altered(("#  b: ", "#  skos: http://example.org/skos#\n#  b: ")),
        [
            "4:4: built-in prefix 'skos' must stand for http://www.w3.org/2004/02/skos/core#; "
            "remove the line"
        ],
    )
    yield (
        "prefix for no IRI",
        altered(("#  b: https://example.org/b/", "#  b: example")),
        [
            "4:4: prefix 'b': 'example' is no URI; write an absolute one, other characters "
            "percent-encoded"
        ],
    )
    yield (
        "undeclared prefixes",
        altered(("a:2", "c:2"), ("b:1", "d:1"), ("a:scheme", "z:scheme")),
        [
            "8:18: subject_source: undeclared prefix 'z' in 'z:scheme'; declare it in curie_map",
            "14:27: object_id: undeclared prefix 'd' in 'd:1'; declare it in curie_map",
            "15:1: subject_id: undeclared prefix 'c' in 'c:2'; declare it in curie_map",
        ],
    )
    yield (
        "curie_map that is no mapping",
        altered(("#curie_map:\n", "#curie_map: none\n#other:\n")),
        [
            "2:2: curie_map must be a mapping; write '#  prefix: IRI' lines below it",
            "4:4: other takes one text; write 'other: value'",
        ],
    )


def versions() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "slots of 1.1",
        with_column("review_date", "", "").replace(VERSION, b"#similarity_measure: x\n"),
        [
            f"1:2: similarity_measure {ADD_VERSION}",
            f"13:87: review_date {ADD_VERSION}",
        ],
    )
    yield (
        "value of 1.1",
        with_column("object_type", "composed entity expression", "").replace(VERSION, b""),
        [f"13:62: object_type: 'composed entity expression' {ADD_VERSION}"],
    )
    yield (
        "version 1.0, which has no versions",
        altered(('"1.1"', "1.0")),
        ["1:2: sssom_version itself is of SSSOM 1.1; write 1.1, or remove it"],
    )
    yield (
        "unknown version",
        altered(('"1.1"', "2.0")),
        ["1:17: sssom_version: '2.0' is not allowed; write one of: 1.0, 1.1"],
    )


CASES = [case for group in (set_slots, prefixes, versions) for case in group()]


@pytest.mark.parametrize(
    ("data", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_faults_of_the_metadata(data: bytes, expected: list[str]) -> None:
    assert faults(data) == expected


def test_good_file_has_no_faults() -> None:
    assert faults(GOOD.encode("utf-8")) == []
