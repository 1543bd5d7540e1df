"""Flat CSV files with a description as the W3C's *CSV on the Web* has it."""

from typing import Final

from crosswalk_rdf.formats.csvw.coverage import COVERAGE
from crosswalk_rdf.formats.csvw.publish import publish
from crosswalk_rdf.formats.csvw.read import read, recognizes
from crosswalk_rdf.formats.csvw.write import write
from crosswalk_rdf.formats.format import Format

FORMATS: Final = (
    Format(
        name="csvw",
        title="CSV with a CSVW description",
        suffixes=(".csv",),
        media_type="text/csv",
        specification="https://www.w3.org/TR/tabular-data-primer/",
        read=read,
        recognizes=recognizes,
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="csv",
    ),
)
