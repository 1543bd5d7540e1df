"""How a spreadsheet is read, as lines for people: columns, rows, the first ones as a tree."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.display import excerpt
from crosswalk_rdf.formats.generic_table import TableReading
from crosswalk_rdf.formats.generic_table.degrees import Degrees
from crosswalk_rdf.formats.generic_table.frame import letters_of
from crosswalk_rdf.formats.generic_table.remarks import account_of
from crosswalk_rdf.formats.generic_table.sheet_readings import SheetReading
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order
from crosswalk_rdf.model import Crosswalk, Framework, Statement
from crosswalk_rdf.model.mapping_predicates import predicate_label

_ROWS: Final = 15
_WIDTH: Final = 60
_HOW: Final = (
    "To change it: --column ROLE=NAME (text=Description, code.1=A, codes.ID=NAME, ignore=NAME), "
    "--header-row N, --sheet NAME, --together, --degree WORD=PREDICATE. "
    "To import it, leave out --look."
)


def lines(reading: TableReading) -> Iterator[str]:
    """Yield what is to be shown of ``reading``."""
    for sheet in reading.sheets:
        yield from _sheet(sheet)
        yield from _degrees(sheet, Degrees(reading.options.degrees))
    for framework in reading.package.frameworks:
        yield f"framework {str(framework.title)!r}: {len(framework.statements):,} statements"
        yield from _tree(framework, reading.package.crosswalks)
    for crosswalk in reading.package.crosswalks:
        yield from _crosswalk(crosswalk)
    if reading.faults:
        yield "It is not imported as it is:"
        yield from (f"  {fault}" for fault in sorted(reading.faults)[:_ROWS])
        if len(reading.faults) > _ROWS:
            yield f"  … and {len(reading.faults) - _ROWS:,} more"
    yield _HOW


def _sheet(reading: SheetReading) -> Iterator[str]:
    name = f"sheet {reading.sheet.name}" if reading.sheet.name else "the file"
    frame = reading.frame
    if reading.is_relation:
        yield f"{name}: read for what stands below what"
        return
    if frame is None or reading.walk is None:
        yield f"{name}: not read: {reading.problem}"
        return
    rows = " and ".join(str(row + 1) for row in frame.header_rows)
    word = "rows" if len(frame.header_rows) > 1 else "row"
    yield f"{name}: " + (f"headers in {word} {rows}" if rows else "no headers")
    width = max((len(column.header) for column in reading.columns), default=0)
    meanings = max((len(column.role.meaning) for column in reading.columns), default=0)
    for column in reading.columns:
        letters = letters_of(column.index)
        meaning = column.role.meaning
        yield f"  {letters:2} {column.header:{width}}  {meaning:{meanings}}  {column.reason}"
    for level in reading.levels:
        if level.splits:
            yield f"  code and text are in one cell{f' ({level.name})' if level.name else ''}"
    account = account_of(reading.walk)
    yield f"  {sum(reading.walk.counts().values()):,} rows: {', '.join(account)}"
    yield from (f"  unclear: {sentence}" for sentence in reading.unclear)


def _degrees(reading: SheetReading, degrees: Degrees) -> Iterator[str]:
    """Yield what the words and marks of a sheet are read as, and how often each stands there."""
    if reading.frame is None:
        return
    counts: Counter[str] = Counter()
    for column in reading.columns:
        if column.role.name in ("degree", "grid"):
            counts.update(reading.frame.cells(column.index))
    for word, count in counts.most_common(_ROWS):
        meaning = degrees.text(word) or ("no alignment" if degrees.knows_all([word]) else "unknown")
        yield f"  {word!r} is read as {meaning} ({count:,})"


def _tree(framework: Framework, crosswalks: tuple[Crosswalk, ...]) -> Iterator[str]:
    objects: dict[URIRef, list[str]] = {}
    for crosswalk in crosswalks:
        for part in crosswalk.parts:
            for alignment in part.alignments:
                end = excerpt(alignment.object_label or alignment.object)
                objects.setdefault(alignment.subject, []).append(end)
    depths: dict[URIRef, int] = {}
    statements = in_tree_order(framework.statements)
    for statement in statements[:_ROWS]:
        depth = depths[statement.broader] + 1 if statement.broader in depths else 0
        depths[statement.iri] = depth
        number = len(objects.get(statement.iri, ()))
        aligned = f"  [{number} aligned]" if number else ""
        yield f"  {'  ' * depth}{_line(statement)}{aligned}"
    if len(statements) > _ROWS:
        yield f"  … and {len(statements) - _ROWS:,} more"


def _line(statement: Statement) -> str:
    text = " ".join(str(statement.preferred_label).split())
    short = text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
    return f"{statement.notation}  {short}".strip()


def _crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    for part in crosswalk.parts:
        counts = Counter(
            f"{'not ' if a.negated else ''}{predicate_label(a.predicate)}" for a in part.alignments
        )
        what = ", ".join(f"{count:,} {label}" for label, count in counts.most_common())
        yield f"{part.title}: {len(part.alignments):,} alignments ({what})"
