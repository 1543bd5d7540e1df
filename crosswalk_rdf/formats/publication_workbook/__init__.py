"""Excel workbooks for people: a sheet for each framework and each part of a crosswalk."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.publication_workbook.coverage import COVERAGE
from crosswalk_rdf.formats.publication_workbook.read import read, recognizes
from crosswalk_rdf.formats.publication_workbook.write import publish, write

FORMATS: Final = (
    Format(
        name="xlsx",
        title="Excel workbook",
        suffixes=(".xlsx",),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        specification="https://www.iso.org/standard/71691.html",
        read=read,
        recognizes=recognizes,
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="spreadsheets",
    ),
)
