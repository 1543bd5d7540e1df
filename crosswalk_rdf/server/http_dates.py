"""HTTP dates to seconds since 1970 and back (RFC 9110 §5.6.7)."""

import re
from calendar import timegm
from email.utils import formatdate
from typing import Final

_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH: Final = f"(?P<month>{'|'.join(_MONTHS)})"
_TIME: Final = r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
_DAY_NAME: Final = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_LONG_NAME: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FORMS: Final = tuple(
    map(
        re.compile,
        (
            rf"{_DAY_NAME}, (?P<day>[0-9]{{2}}) {_MONTH} (?P<year>[0-9]{{4}}) {_TIME} GMT",
            rf"{_LONG_NAME}, (?P<day>[0-9]{{2}})-{_MONTH}-(?P<year>[0-9]{{2}}) {_TIME} GMT",
            rf"{_DAY_NAME} {_MONTH} (?P<day>[ 0-9][0-9]) {_TIME} (?P<year>[0-9]{{4}})",
        ),
    )
)
_CENTURY_TURNS: Final = 70
"""Years of two digits from here on are of the twentieth century."""


def parse_http_date(text: str) -> int | None:
    """Return the moment that ``text`` names in one of the three forms; None for other text."""
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            part = match.groupdict()
            month = _MONTHS.index(part["month"]) + 1
            day, hour, minute, second = (
                int(part[name]) for name in ("day", "hour", "minute", "second")
            )
            if not 1 <= day <= _DAYS[month - 1] or hour > 23 or minute > 59 or second > 60:
                return None
            return timegm((_year(part["year"]), month, day, hour, minute, second))
    return None


def http_date(moment: int) -> str:
    """Return ``moment`` in the preferred form, IMF-fixdate."""
    return formatdate(moment, usegmt=True)


def _year(digits: str) -> int:
    if len(digits) == 4:
        return max(int(digits), 1)
    return int(digits) + (1900 if int(digits) >= _CENTURY_TURNS else 2000)
