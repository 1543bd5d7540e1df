"""A spreadsheet of 20,000 statements: ours, looked at and read, beside ``pandas.read_excel``.

Pandas gives the cells as texts and nothing else, read by calamine as ours are; ours are
the roles of columns, the hierarchy, and a framework.
"""

import io
import itertools

import pandas
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from benchmarks.measuring import cpu_seconds
from benchmarks.tables import figure, table
from crosswalk_rdf.formats.generic_table import interpret

_STANDARDS = 200
_ELEMENTS = 99


def report() -> str:
    """Return the figures as Markdown."""
    data = _workbook()
    ours = cpu_seconds(lambda: interpret(data, "standards.xlsx"))
    theirs = cpu_seconds(lambda: pandas.read_excel(io.BytesIO(data), dtype=str, engine="calamine"))
    rows = [["crosswalk-rdf", figure(ours)], ["pandas, calamine", figure(theirs)]]
    ratio = f"We take {ours / theirs:.1f} times the CPU time in which pandas gives the cells."
    return f"{table(['20,000 rows, .xlsx', 'CPU s'], rows)}\n{ratio}\n"


def _workbook() -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Standards")
    sheet.write_row(0, 0, ["Code", "Level", "Description", "Grade", "Notes"])
    number = 1
    for standard, element in itertools.product(range(1, _STANDARDS + 1), range(_ELEMENTS + 1)):
        code = f"{standard}.{element}" if element else str(standard)
        kind = "Element" if element else "Standard"
        sheet.write_row(number, 0, [code, kind, f"Does what {code} says", "K-12", "a note"])
        number += 1
    book.close()
    return stream.getvalue()
