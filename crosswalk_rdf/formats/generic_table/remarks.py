"""What is said of a sheet that was read: what each column was taken for, what each row is."""

from typing import Final

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.generic_table.nodes import Walk
from crosswalk_rdf.formats.generic_table.sheet_readings import SheetReading

STATEMENTS: Final = frozenset({"statement", "repeated statement", "continuation"})
"""What rows are that become, or belong to, a statement."""
_WORDS: Final = {
    "statement": "with a new statement",
    "repeated statement": "that go on with a statement above",
    "continuation": "without a statement of their own, read with the one above",
    "title": "above the headers",
    "header": "of headers",
    "repeated header": "with the headers again",
    "empty": "empty",
    "footnote": "with a footnote",
    "without a statement": "without a statement",
}


def remark_columns(reading: SheetReading, report: Report) -> None:
    """Report how each column was taken, and what is unclear."""
    frame = reading.frame
    if frame is None:
        return
    row = frame.header_rows[-1] if frame.header_rows else 0
    for column in reading.columns:
        place = frame.sheet.place(row, column.index)
        action = Action.IGNORED if column.role.name == "ignore" else Action.KEPT
        report.add(place, action, f"column {column.header!r}", f"taken for {column.role.meaning}")
    for sentence in reading.unclear:
        report.add(frame.sheet.row_place(row), Action.KEPT, "unclear", sentence)


def account_of(walk: Walk) -> list[str]:
    """Return what the rows of a sheet are: ``5 with a new statement``; the numbers add up."""
    counts = walk.counts()
    return [f"{counts[kind]:,} {words}" for kind, words in _WORDS.items() if counts[kind]]


def remark_rows(walk: Walk, report: Report) -> None:
    """Report what the rows are that have no statement, each once, and how many are what."""
    counts = walk.counts()
    total = sum(counts.values()) - counts["empty"] - counts["title"] - counts["header"]
    report.count("rows", total, sum(counts[kind] for kind in STATEMENTS))
    for row, kind in walk.account.items():
        if kind in ("footnote", "repeated header"):
            text = " ".join(cell.strip() for cell in walk.frame.sheet.rows[row] if cell.strip())
            report.add(walk.frame.sheet.row_place(row), Action.IGNORED, repr(text[:80]), kind)
    name = walk.frame.sheet.name
    place = f"sheet {name}" if name else "the file"
    rows = sum(counts.values())
    report.add(place, Action.KEPT, f"{rows:,} rows", ", ".join(account_of(walk)))
