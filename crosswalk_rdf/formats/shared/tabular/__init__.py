"""Workbooks and delimited files to sheets of text: what every format of spreadsheets uses."""

from crosswalk_rdf.formats.shared.tabular.delimited import read_delimited
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet, cell_name
from crosswalk_rdf.formats.shared.tabular.table import Row, Table, simplified, table_of
from crosswalk_rdf.formats.shared.tabular.workbook import is_workbook, read_workbook, workbook_heads

__all__ = [
    "Row",
    "Sheet",
    "Table",
    "cell_name",
    "is_workbook",
    "read_delimited",
    "read_workbook",
    "simplified",
    "table_of",
    "workbook_heads",
]
