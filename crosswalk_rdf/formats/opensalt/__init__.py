"""The spreadsheets of OpenSALT: its CSV import, and the workbook that it exports and imports."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.opensalt.read_csv import read_csv, recognizes_csv
from crosswalk_rdf.formats.opensalt.read_xlsx import read_xlsx, recognizes_xlsx

_SPECIFICATION: Final = "https://docs.opensalt.org/"

FORMATS: Final = (
    Format(
        name="opensalt-csv",
        title="OpenSALT CSV",
        suffixes=(".csv",),
        media_type="text/csv",
        specification=_SPECIFICATION,
        read=read_csv,
        recognizes=recognizes_csv,
    ),
    Format(
        name="opensalt-xlsx",
        title="OpenSALT workbook",
        suffixes=(".xlsx",),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        specification=_SPECIFICATION,
        read=read_xlsx,
        recognizes=recognizes_xlsx,
    ),
)
