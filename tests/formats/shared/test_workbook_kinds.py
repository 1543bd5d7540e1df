"""Workbooks of all kinds give the same sheets: .xlsx, .xls, .ods."""

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter
import xlwt

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.shared.tabular import is_workbook, read_workbook

_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles><style:style style:name="in" style:family="table-cell">
<style:paragraph-properties fo:margin-left="0.35cm"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="S">
<table:table-row><table:table-cell office:value-type="float" office:value="1.1">
<text:p>1.10</text:p>
</table:table-cell><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>m</text:p>
</table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell table:style-name="in">
<text:p>t</text:p>
</table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell
 table:number-columns-repeated="16384"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def ods() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS)
    return stream.getvalue()


def xlsx() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("S")
    sheet.write(0, 0, 1.1, book.add_format({"num_format": "0.00"}))
    sheet.write(0, 3, "a  b")
    sheet.merge_range(3, 0, 4, 0, "m")
    sheet.write(4, 1, "t", book.add_format({"indent": 1}))
    book.close()
    return stream.getvalue()


def xls() -> bytes:
    stream = io.BytesIO()
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write(0, 0, 1.1, xlwt.easyxf(num_format_str="0.00"))
    sheet.write(0, 3, "a  b")
    sheet.write_merge(3, 4, 0, 0, "m")
    sheet.write(4, 1, "t", xlwt.easyxf("alignment: indent 1"))
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("make", [xlsx, xls, ods])
def test_a_workbook_gives_the_sheet(make: Any) -> None:
    data = make()
    assert is_workbook(data)
    (sheet,) = read_workbook(data, "f")
    rows = [[cell for cell in row if cell] for row in sheet.rows]
    assert rows == [["1.10", "a  b"], [], [], ["m"], ["t"]]
    assert sheet.odd[0, 0] == "the number 1.1"
    assert list(sheet.merged) == [(3, 0, 4, 0)]
    assert set(sheet.indents) == {(4, 1)}


@pytest.mark.parametrize("make", [xlsx, xls, ods])
def test_no_damage_gives_a_traceback(make: Any) -> None:
    data = make()
    for place in range(0, len(data), max(1, len(data) // 150)):
        broken = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        try:
            read_workbook(broken, "f")
        except InputFaults as error:
            assert all(fault.file == "f" for fault in error.faults)
