"""Where the table of a sheet begins: titles above, one or two rows of headers, rows of data."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.formats.generic_table.headers import meaning_of
from crosswalk_rdf.formats.shared.tabular import Sheet, cell_name

_HEADER_ROWS: Final = 40
"""How far down headers are looked for: people put titles above their tables."""
_LONGEST: Final = 80
_TELLING: Final = frozenset({"code", "text", "label", "bare"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet divided into headers and rows of data."""

    sheet: Sheet
    header_rows: tuple[int, ...]
    """Indexes of the rows of headers; none for a sheet without any."""
    headers: tuple[str, ...]
    """The header of each column, each once: of two rows, that of the group and its own."""
    own_headers: tuple[str, ...]
    """The headers of the last row of headers alone."""
    first_row: int
    """The index of the first row of data."""
    _cells: dict[int, list[str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def data_rows(self) -> range:
        """The indexes of the rows below the headers."""
        return range(self.first_row, len(self.sheet.rows))

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell without white space around it."""
        cells = self.sheet.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def cells(self, column: int) -> list[str]:
        """Return the filled cells of a column below the headers, without repeated headers."""
        if column not in self._cells:
            texts = (self.cell(row, column) for row in self.data_rows)
            header = self.own_headers[column]
            self._cells[column] = [text for text in texts if text and text != header]
        return self._cells[column]

    def columns_called(self, name: str) -> list[int]:
        """Return the columns that ``name`` means: a header, a letter, letters such as ``C:L``."""
        normalized = " ".join(name.split()).casefold()
        indexes = range(len(self.headers))
        for headers in (self.headers, self.own_headers):
            named = [n for n in indexes if headers[n].casefold() == normalized]
            if named:
                return named
        first, _, last = normalized.upper().partition(":")
        letters = [letters_of(n) for n in indexes]
        if first in letters and (last or first) in letters:
            return list(range(letters.index(first), letters.index(last or first) + 1))
        return []


def letters_of(column: int) -> str:
    """Return what spreadsheets call a column: ``C``."""
    return cell_name(0, column)[:-1]


def frame_of(sheet: Sheet, header_row: int | None, names: Collection[str] = ()) -> Frame | None:
    """Return where the table of ``sheet`` is; None where no row looks like headers.

    ``header_row`` is the number of the last row of headers, 0 for none, None to look for it;
    ``names`` are headers that it must have.
    """
    if header_row is not None:
        return _frame(sheet, _rows_above(sheet, header_row - 1) if header_row else ())
    best: tuple[tuple[int, ...], Frame] | None = None
    for number in range(min(_HEADER_ROWS, len(sheet.rows))):
        if _is_below_headers(sheet, number):
            break
        for rows in dict.fromkeys(((number,), _rows_above(sheet, number))):
            frame = _frame(sheet, rows)
            score = _score(frame, names)
            if any(score) and (best is None or score > best[0]):
                best = score, frame
    return best[1] if best else None


def _is_below_headers(sheet: Sheet, number: int) -> bool:
    """Return whether a row above is as wide as the row ``number``, each cell with another text.

    That row has the headers then, though they say nothing known, unless it has merged cells: those
    are headers of groups of columns.
    """
    filled = [[cell.strip() for cell in row if cell.strip()] for row in sheet.rows[: number + 1]]
    width = len(filled.pop())
    merged = {row for top, _, bottom, _ in sheet.merged for row in range(top, bottom + 1)}
    return width > 2 and any(
        len(set(cells)) == len(cells) >= width
        for row, cells in enumerate(filled)
        if row not in merged
    )


def _score(frame: Frame, names: Collection[str]) -> tuple[int, ...]:
    """Return how much the headers of ``frame`` say: of ``names``, of known words, of levels."""
    named = sum(bool(frame.columns_called(name)) for name in names)
    meanings = [meaning_of(header) for header in frame.headers]
    interpreted = [meaning for meaning in meanings if meaning.role]
    if not named and not any(meaning.role in _TELLING for meaning in interpreted):
        return (0,)
    levels = {(meaning.role, meaning.level) for meaning in interpreted}
    return named, len(interpreted), len(levels), sum(meaning.exact for meaning in interpreted)


def _rows_above(sheet: Sheet, number: int) -> tuple[int, ...]:
    """Return the rows of headers that end with ``number``: two, if that above has groups."""
    if number and number < len(sheet.rows) and _has_groups(sheet, number - 1):
        return (number - 1, number)
    return (number,)


def _has_groups(sheet: Sheet, number: int) -> bool:
    """Return whether the row has headers of groups of columns, and is not a title."""
    width = max(map(len, sheet.rows), default=0)
    filled = [cell for cell in sheet.rows[number] if cell.strip()]
    below = [cell for cell in sheet.rows[number + 1] if cell.strip()]
    areas = [area for area in sheet.merged if area[0] == number and area[3] > area[1]]
    if not filled or any(len(cell) > _LONGEST for cell in filled):
        return False
    if any(area[3] - area[1] + 1 < len(below) and area[3] - area[1] + 1 < width for area in areas):
        return True
    starts_late = not sheet.rows[number][0].strip()
    named = sum(bool(meaning_of(cell).role) for cell in below)
    fewer = len(filled) < len(below) and (len(filled) > 1 or starts_late)
    return not areas and fewer and named > 1


def _frame(sheet: Sheet, rows: tuple[int, ...]) -> Frame:
    width = max(map(len, sheet.rows), default=0)
    if not rows:
        letters = tuple(letters_of(n) for n in range(width))
        return Frame(sheet, (), letters, letters, 0)
    own = [_header(sheet, rows[-1], n) for n in range(width)]
    groups = _groups(sheet, rows[0], own) if len(rows) > 1 else [""] * width
    joined = [
        own_header if group in ("", own_header) else f"{group} {own_header}".strip()
        for group, own_header in zip(groups, own, strict=True)
    ]
    return Frame(sheet, rows, _unique(joined), tuple(own), rows[-1] + 1)


def _header(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return " ".join(cells[column].split()) if column < len(cells) else ""


def _groups(sheet: Sheet, row: int, own: Sequence[str]) -> list[str]:
    """Return the header of its group for each column: that of the merged cell, or further left."""
    groups = [_header(sheet, row, n) for n in range(len(own))]
    areas = [area for area in sheet.merged if area[0] == row]
    for _, left, _, right in areas:
        groups[left : right + 1] = [groups[left]] * (right + 1 - left)
    if not areas:
        for n in range(1, len(own)):
            if not groups[n] and own[n]:
                groups[n] = groups[n - 1]
    return groups


def _unique(headers: Sequence[str]) -> tuple[str, ...]:
    """Return ``headers`` with the letter of its column for each that stands twice, or is empty."""
    counts = Counter(headers)
    return tuple(
        header if header and counts[header] == 1 else f"{header} [{letters_of(n)}]".strip()
        for n, header in enumerate(headers)
    )
