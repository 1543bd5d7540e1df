"""Any spreadsheet with a column of statements: what most agencies keep their standards in."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.generic_table.read import read, recognizes

FORMATS: Final = (
    Format(
        name="table",
        title="Spreadsheet of standards",
        suffixes=(".csv", ".xlsx", ".tsv", ".txt"),
        media_type="text/csv",
        specification="https://www.rfc-editor.org/rfc/rfc4180",
        read=read,
        recognizes=recognizes,
    ),
)
