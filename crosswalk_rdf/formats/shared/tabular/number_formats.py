"""Number formats of spreadsheets (ISO/IEC 29500-1 §18.8.31): a number as its cell shows it.

A code ``1.10`` is often the number 1.1 with the format ``0.00``. Only what codes are written with
is understood: digits, a decimal point, literal text. Any other format leaves the number as it is.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

BUILT_IN: Final = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 49: "@"}
"""The formats that have a number and no definition (§18.8.30), as far as codes have them."""

_LITERAL: Final = r'(?:"[^"]*"|\\.|[-+ ().:/§])*'
_FORMAT: Final = re.compile(
    rf"(?P<before>{_LITERAL})(?P<whole>[#0]+)(?:\.(?P<decimals>[0#?]+))?(?P<after>{_LITERAL})"
)
_QUOTES: Final = re.compile(r'"([^"]*)"|\\(.)')
Number = int | float


def plain(value: Number) -> str:
    """Return a number without a format: ``1`` for 1.0."""
    whole = isinstance(value, int) or value.is_integer()
    return str(int(value)) if whole else repr(value)


def shown(value: Number, code: str) -> str:
    """Return ``value`` as a cell with the number format ``code`` shows it."""
    match = _parsed(code)
    if match is None or value < 0:
        return plain(value)
    before, whole, decimals, after = match
    required, most = decimals.count("0"), len(decimals)
    number = Decimal(repr(value)).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    integer, _, fraction = f"{number:f}".partition(".")
    if Decimal(f"{integer}.{fraction or 0}") != Decimal(repr(value)):
        return plain(value)  # the format hides digits: two codes would look the same
    while len(fraction) > required and fraction.endswith("0"):
        fraction = fraction[:-1]
    digits = integer.zfill(whole.count("0"))
    return f"{before}{digits}{'.' + fraction if fraction else ''}{after}".strip()


@lru_cache(maxsize=256)
def _parsed(code: str) -> tuple[str, str, str, str] | None:
    """Return the parts of a format: text before, whole digits, decimals, text after."""
    match = _FORMAT.fullmatch(code.split(";")[0])
    if match is None:
        return None
    before, after = (_QUOTES.sub(r"\1\2", match[name]) for name in ("before", "after"))
    return before, match["whole"], match["decimals"] or "", after
