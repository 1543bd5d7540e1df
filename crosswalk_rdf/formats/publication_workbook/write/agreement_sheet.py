"""An agreement to its sheet: each claimed pair, and which parts claim it."""

from typing import Final

from crosswalk_rdf.formats.publication_workbook.write.agreement import Agreement
from crosswalk_rdf.formats.publication_workbook.write.layout import Column, Line, Plan, Style
from crosswalk_rdf.model import Framework

_TAB: Final = "#6A3D8F"


def agreement_plan(agreement: Agreement, name: str) -> Plan:
    """Return the sheet of ``agreement``, with the totals above the table."""
    row, column = _noun(agreement.rows), _noun(agreement.columns)
    parts = tuple(Column(part.id, 12, Style.CLAIM) for part in agreement.parts)
    return Plan(
        name,
        (
            *(Column(f"{row}: notation", 14, Style.NOTATION), Column(row, 52)),
            *(Column(f"{column}: notation", 14, Style.NOTATION), Column(column, 44)),
            *parts,
            Column("Claimed by", 11, Style.CLAIM),
        ),
        [_line(agreement, number) for number in range(len(agreement.pairs))],
        intro=_intro(agreement, row, column),
        tab=_TAB,
    )


def _line(agreement: Agreement, number: int) -> Line:
    pair = agreement.pairs[number]
    claims = (pair.claims.get(part.iri, "") for part in agreement.parts)
    return Line(
        (
            *(pair.row.notation, str(pair.row.preferred_label)),
            *(pair.column.notation, str(pair.column.preferred_label)),
            *claims,
            f"{len(pair.claims)} of {len(agreement.parts)}",
        )
    )


def _intro(agreement: Agreement, row: str, column: str) -> tuple[str, ...]:
    totals = [
        f"{pairs} by {parts} of the {len(agreement.parts)} parts"
        for parts, pairs in agreement.totals
    ]
    return (
        f"Claimed pairs: {len(agreement.pairs)}. " + ", ".join(totals) + ".",
        f"outright: the part aligns the two themselves ({row.lower()} and {column.lower()}). "
        "below: it aligns what stands below them.",
        *(f"{part.id}: {part.title}" for part in agreement.parts),
    )


def _noun(framework: Framework) -> str:
    """Return what the statements are called that take the roll-ups of ``framework``."""
    labels = [str(level.label) for level in framework.levels if level.roll_up]
    return labels[0] if len(labels) == 1 else str(framework.title)
