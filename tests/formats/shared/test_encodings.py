"""Encodings and separators of delimited files, as people's programs write them."""

import pytest

from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.shared.tabular import read_delimited

TEXT = "Code;Text\n1;The leader’s vision – “shared”\n2;Résumé\n"


@pytest.mark.parametrize(
    ("data", "guesses"),
    [
        (TEXT.encode(), 0),
        (TEXT.encode("utf-8-sig"), 0),
        (TEXT.encode("utf-16"), 0),
        (TEXT.encode("utf-16-le"), 0),
        (TEXT.encode("utf-16-be"), 0),
        (TEXT.encode("cp1252"), 1),
        (b"\xef\xbb\xbf" + TEXT.encode("cp1252"), 1),
        (TEXT.encode("mac_roman"), 1),
    ],
)
def test_an_encoding(data: bytes, guesses: int) -> None:
    report = Report()
    sheet = read_delimited(data, "f.csv", report)
    assert [list(row) for row in sheet.rows] == [
        ["Code", "Text"],
        ["1", "The leader’s vision – “shared”"],
        ["2", "Résumé"],
    ]
    assert sum("not UTF-8" in remark.what for remark in report.remarks) == guesses


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Code,Text\n1,a; b; c\n2,d; e\n", 2),
        ("Standards, 2024\nCode;Text;PSEL\n1;a;1a, 1b\n2;b;2c, 2d\n", 3),
        ("Code\tText\n1\ta, b\n2\tc, d, e\n", 2),
        ("Code|Text\n1|a, b\n", 2),
        ("Text\nalone\n", 1),
    ],
)
def test_the_separator_is_that_of_most_rows(text: str, width: int) -> None:
    sheet = read_delimited(text.encode(), "f.csv", Report())
    assert max(map(len, sheet.rows)) == width
