"""Any spreadsheet with a column of statements: what most agencies keep their standards in."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.generic_table.interpretation import TableReading
from crosswalk_rdf.formats.generic_table.options import (
    SheetOptions,
    TableOptions,
    options_from_toml,
    options_to_toml,
)
from crosswalk_rdf.formats.generic_table.read import interpret, read, recognizes

__all__ = [
    "FORMATS",
    "TABLE",
    "SheetOptions",
    "TableOptions",
    "TableReading",
    "interpret",
    "options_from_toml",
    "options_to_toml",
]

TABLE: Final = Format(
    name="table",
    title="Spreadsheet of standards",
    suffixes=(".csv", ".xlsx", ".tsv", ".txt", ".ods", ".xls"),
    media_type="text/csv",
    specification="https://www.rfc-editor.org/rfc/rfc4180",
    read=read,
    recognizes=recognizes,
)
FORMATS: Final = (TABLE,)
