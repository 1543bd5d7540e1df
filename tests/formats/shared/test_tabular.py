"""Workbooks that are damaged, or made to do harm."""

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.publication_workbook.read import read, recognizes
from crosswalk_rdf.formats.shared.tabular import (
    cell_name,
    is_workbook,
    read_workbook,
    workbook_heads,
)
from tests.formats.publication_workbook.workbooks import made

SAVED = Path(__file__).parents[1] / "publication_workbook/tiny-saved-by-libreoffice.xlsx"
SHEET = "xl/worksheets/sheet1.xml"


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member.filename, change(content) if member.filename == name else content)
    return stream.getvalue()


def fault(data: bytes) -> str:
    with pytest.raises(InputFaults) as caught:
        read_workbook(data, "f.xlsx")
    assert workbook_heads(data) == ()
    return str(caught.value)


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (13, 2, "C14"), (0, 26, "AA1"), (1048575, 16383, "XFD1048576")],
)
def test_names_of_cells(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_cells_that_are_no_text() -> None:
    (sheet,) = read_workbook(
        made(
            {
                "a": [
                    [
                        1,
                        1.5,
                        1e20,
                        True,
                        datetime(2026, 10, 1),
                        ("=A1*2", None, 2),
                        ("=1/0", None, "#DIV/0!"),
                    ]
                ]
            }
        ),
        "f.xlsx",
    )
    assert sheet.rows == [["1", "1.5", "100000000000000000000", "TRUE", "2026-10-01", "2", ""]]
    assert [sheet.odd[0, column] for column in range(7)] == [
        "the number 1.0",
        "the number 1.5",
        "the number 1e+20",
        "a truth value",
        "a date",
        "a formula",
        "a formula",
    ]


@pytest.mark.slow
def test_a_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(made({"a": [["x"]]}))) as old:
            for member in old.infolist():
                archive.writestr(member.filename, old.read(member))
        with archive.open("xl/bomb.bin", "w", force_zip64=True) as bomb:
            for _ in range(100):
                bomb.write(bytes(10_000_000))
    tracemalloc.start()
    assert "the workbook unpacks to 1,000," in fault(stream.getvalue())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000


def test_a_member_that_lies_about_its_size() -> None:
    data = bytearray(made({"a": [["x" * 1000]]}))
    place = data.rindex(SHEET.encode()) - 46
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert "f.xlsx: this is no workbook (.xlsx, .xls, .ods), or a damaged one" in fault(bytes(data))


def test_one_cell_far_out_takes_no_memory() -> None:
    far = changed(
        made({"a": [["x", "y"]]}), SHEET, lambda xml: xml.replace(b'r="B1"', b'r="XFD1048576"')
    )
    assert "sheet a: its cells are spread as far as XFD1048576: delete" in fault(far)


def test_entities_are_not_expanded() -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    def change(xml: bytes) -> bytes:
        start = xml.index(b"?>") + 2
        return xml[:start] + doctype + xml[start:].replace(b"Text", b"&b;&b;&b;")

    data = changed(made({"a": [["Notation", "Text", "IRI"]]}), "xl/sharedStrings.xml", change)
    try:
        texts = [
            cell for sheet in read_workbook(data, "f.xlsx") for row in sheet.rows for cell in row
        ]
    except InputFaults:
        return
    assert all(len(text) < 100 for text in texts)


def test_an_encrypted_workbook_cannot_be_read() -> None:
    assert is_workbook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    assert "this .xls cannot be read: take off its password" in fault(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    )


@pytest.mark.slow
def test_no_damage_gives_a_traceback() -> None:
    data = SAVED.read_bytes()
    chance = random.Random(7)
    names = [n for n in zipfile.ZipFile(io.BytesIO(data)).namelist() if n.startswith("xl/")]

    def damage(content: bytes) -> bytes:
        broken = bytearray(content)
        for _ in range(chance.randint(1, 5)):
            place = chance.randrange(len(broken))
            if chance.random() < 0.5:
                broken[place] = chance.randrange(32, 127)
            else:
                del broken[place : place + chance.randint(1, 30)]
        return bytes(broken)

    for number in range(120):
        broken = damage(data) if number % 4 == 0 else changed(data, chance.choice(names), damage)
        recognizes(broken)
        try:
            read(broken, "f.xlsx")
        except InputFaults as error:
            assert all(fault.file == "f.xlsx" and fault.message for fault in error.faults)
