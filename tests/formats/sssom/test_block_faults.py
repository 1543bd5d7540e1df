"""Faults of the bytes of an SSSOM/TSV file, of its YAML, and of lines that are neither."""

from collections.abc import Iterator

import pytest

from .files import GOOD, altered, faults

GOOD_BYTES = GOOD.encode("utf-8")
LICENSE = "#license: https://example.org/license\n"


def encoding() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "byte order mark",
        b"\xef\xbb\xbf" + GOOD_BYTES,
        ["1:1: byte order mark; save the file as UTF-8 without it"],
    )
    yield (
        "invalid UTF-8, all of it",
        GOOD_BYTES.replace(b"One", b"On\xe9").replace(b"Two", b"\xff\xfeTwo"),
        [
            "14:7: invalid UTF-8 (bytes E9); save the file as UTF-8",
            "15:5: invalid UTF-8 (bytes FF FE); save the file as UTF-8",
        ],
    )
    yield (
        "carriage return in a line",
        altered(("One", "O\rne")),
        ["14:6: carriage return that ends no line; end lines with LF"],
    )
    yield "empty file", b"", ["1:1: the file is empty; write the metadata and a header row"]
    yield "blank file", b"\n \n", ["1:1: the file is empty; write the metadata and a header row"]


def yaml_block() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "no YAML",
        altered(("#mapping_set_id: https", "#mapping_set_id: 'https")),
        [
            "6:18: the metadata is no YAML: found unexpected end of stream; correct the line, "
            "or quote its value"
        ],
    )
    yield (
        "colon in a plain value",
        altered((LICENSE, "#comment: one: two\n" + LICENSE)),
        [
            "7:14: the metadata is no YAML: mapping values are not allowed here; correct the line, "
            "or quote its value"
        ],
    )
    yield (
        "tag",
        altered(("#license: ", "#license: !!str ")),
        ["7:11: YAML tags are forbidden here; remove it"],
    )
    yield (
        "anchor and alias",
        altered(("#license: ", "#license: &l "), ("a:scheme", "*l")),
        [
            "7:11: YAML anchors are forbidden here; remove it",
            "8:18: YAML aliases are forbidden here; write the value out",
        ],
    )
    yield (
        "alias of what it stands in",
        altered((LICENSE, "#comment: &c [*c]\n" + LICENSE)),
        [
            "7:11: YAML anchors are forbidden here; remove it",
            "7:15: YAML aliases are forbidden here; write the value out",
        ],
    )
    yield (
        "directive",
        b"#%YAML 1.2\n#---\n" + GOOD_BYTES,
        ["1:1: YAML directive in the metadata block; remove the line"],
    )
    yield (
        "two documents",
        altered((LICENSE, "#---\n" + LICENSE)),
        ["7:2: a second YAML document; remove the line '---'"],
    )
    yield (
        "nested without end",
        altered((LICENSE, f"#comment: {'[' * 9999}{']' * 9999}\n" + LICENSE)),
        ["7:15: metadata nested too deeply; write 'slot: value' lines"],
    )
    yield (
        "list",
        altered((GOOD.partition("subject_id")[0], "#- license\n")),
        ["1:2: the metadata is no mapping; write 'slot: value' lines"],
    )
    yield (
        "control character",
        altered((LICENSE, "#comment: a\x01b\n" + LICENSE)),
        ["7:12: control character; remove it, or write it as \\xNN"],
    )


def stray_lines() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "comments (example of the specification)",
        b"# This is a comment that does not belong here.\n"
        + altered((LICENSE, "# This is another comment.\n" + LICENSE)),
        [
            "1:1: this line is no 'slot: value'; correct or remove it",
            "8:1: this line is no 'slot: value'; correct or remove it",
        ],
    )
    yield (
        "YAML comment",
        altered((LICENSE, "##note\n" + LICENSE)),
        ["7:1: comment in the metadata block; remove the line"],
    )
    yield (
        "YAML comment after a value",
        altered(("/license\n", "/license # ours\n")),
        ["7:11: comment after a value; remove it, or quote the value"],
    )
    yield (
        "blank line in the metadata",
        altered((LICENSE, "\n" + LICENSE)),
        ["7:1: blank line in the metadata block; remove the line"],
    )
    yield (
        "blank line after the metadata",
        altered(("subject_id\t", "\nsubject_id\t")),
        ["13:1: blank line in the metadata block; remove the line"],
    )
    yield "blank line in the table", altered(("a:2", "\na:2")), ["15:1: blank line; remove it"]
    yield "blank line at the end", GOOD_BYTES + b"\n", ["16:1: blank line; remove it"]
    yield (
        "comment in the table",
        altered(("a:2", "# note\na:2")),
        ["15:1: comment in the table; remove the line"],
    )


CASES = [case for group in (encoding, yaml_block, stray_lines) for case in group()]


@pytest.mark.parametrize(
    ("data", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_faults_of_the_block(data: bytes, expected: list[str]) -> None:
    assert faults(data) == expected
