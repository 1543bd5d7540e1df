"""Heights of rows: what wrapped text needs, so that every program shows the whole of it.

Excel fits rows to their text when they are edited, but not LibreOffice when it opens the file of
another program. So each row has the height that its text is likely to need, without the mark of a
height that a person has chosen: it still grows and shrinks when its text is edited.
"""

import io
import zipfile
from collections.abc import Iterable
from typing import Final

LINE: Final = 15.0
"""Points of one line of the standard font."""
_HIGHEST: Final = 409.0
_MARK: Final = b' customHeight="1"'
_WIDE: Final = "\u2e80"
"""From here on letters are as wide as two of ours."""


def height(cells: Iterable[tuple[str, int]], line: float = LINE) -> float:
    """Return the height of a row in points, for texts and the widths of their columns."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(lines * line, _HIGHEST)


def _lines(text: str, width: int) -> int:
    room = max(width * 8 // 7, 10)  # a width counts digits, and letters are narrower
    if len(text) <= room and "\n" not in text and text.isascii():
        return 1
    return sum(max(1, -(-_width(part) // room)) for part in text.split("\n"))


def _width(text: str) -> int:
    if text.isascii() or max(text) < _WIDE:
        return len(text)
    return len(text) + sum(letter >= _WIDE for letter in text)


def with_row_heights(data: bytes) -> bytes:
    """Return the workbook ``data`` with rows of automatic height."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for member in before.infolist():
            content = before.read(member)
            if member.filename.startswith("xl/worksheets/"):
                content = content.replace(_MARK, b"")
            member.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(member, content)
    return stream.getvalue()
