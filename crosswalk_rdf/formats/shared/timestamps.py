"""Dates that are known to the year, the month or the day, to points in time (``xsd:dateTime``)."""

from typing import Final

UNKNOWN: Final = "1970-01-01T00:00:00Z"
"""What stands where a format asks for a point in time and none is known."""

_REST: Final = {4: "-01-01", 7: "-01", 10: ""}


def timestamp(*dates: str) -> str:
    """Return the start, in UTC, of the first of ``dates`` that is not empty.

    Each is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or empty; ``UNKNOWN`` where all are.
    """
    for date in dates:
        if len(date) in _REST:
            return f"{date}{_REST[len(date)]}T00:00:00Z"
    return UNKNOWN
