"""Deviations that an editor saw and no comparison of printings shows: ``editorial_errata.csv``.

The file says where, what is printed, what was meant, and why. What is printed is looked up in the
source, so that the file cannot say anything that the source does not.
"""

import csv
import io
from collections.abc import Iterator
from importlib.resources import files

from crosswalk_2017_extraction.deviations import Deviation
from crosswalk_2017_extraction.records import Reading
from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.model import SourceText

FILE = "editorial_errata.csv"


def editorial_table() -> str:
    """Return the curated table (CSV)."""
    return files(__package__).joinpath(FILE).read_text(encoding="utf-8")


def editorial(reading: Reading, text: str, table: str) -> Iterator[Deviation]:
    """Yield each deviation of ``table`` whose lines ``text``, the source, has.

    Raises :class:`InputFaults` for rows that quote what is not printed on their lines.
    """
    source = SourceText.of(text)
    deviations, faults = [], []
    rows = csv.DictReader(io.StringIO(table, newline=""), strict=True)
    for row in rows:
        deviation = _deviation(row, reading)
        deviations.append(deviation)
        if fault := source.fault(deviation.printed, deviation.lines):
            faults.append(Fault(FILE, rows.line_num, 1, f"{fault}: correct the row"))
    if faults:
        raise InputFaults(faults)
    yield from deviations


def _deviation(row: dict[str, str], reading: Reading) -> Deviation:
    lines = int(row["first_line"]), int(row["last_line"])
    return Deviation(
        kind=row["kind"],
        part=_part_at(lines[0], reading),
        lines=lines,
        printed=row["printed"],
        canonical=row["canonical"],
        comment=row["comment"],
        judgement=row["judgement"] == "true",
        concerns=tuple(row["concerns"].split("|")),
    )


def _part_at(line: int, reading: Reading) -> str:
    """Return the part whose records stand at ``line``, or last before it."""
    places = (
        *((printing.lines[0], printing.part) for printing in reading.printings),
        *((passage.lines[0], passage.part) for passage in reading.prose),
    )
    return max(place for place in places if place[0] <= line)[1]
