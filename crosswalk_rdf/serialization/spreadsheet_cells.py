"""Texts to cells of a CSV file that a spreadsheet shows as text, and back.

Spreadsheets take a cell for a formula by how it begins, and a formula of somebody else may send
what stands in other cells away. As OWASP says (*CSV Injection*), an apostrophe goes before such a
cell. Where a text begins with apostrophes and then so, one more is added, so that the way back is
unambiguous. Numbers are none of these: ``-5`` stays.
"""

import re
from typing import Final

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")
"""What begins a formula, also in full width, after any apostrophes."""
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


def spreadsheet_cell(text: str) -> str:
    """Return ``text`` as a cell that no spreadsheet evaluates."""
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def cell_text(cell: str) -> str:
    """Return the text of a cell that :func:`spreadsheet_cell` made."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
