"""Seconds since 1970 to what protocols write, and back."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_INSTANT: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE
)


def rfc3339(timestamp: int) -> str:
    """Return ``timestamp`` by RFC 3339, which is ``xsd:dateTime`` in UTC."""
    return f"{datetime.fromtimestamp(timestamp, UTC).replace(tzinfo=None).isoformat()}Z"


def parse_timestamp(text: str) -> int | None:
    """Return the whole second of a date by RFC 3339 or RFC 9110; None where ``text`` is none."""
    try:
        moment = (
            datetime.fromisoformat(text.upper())
            if _INSTANT.fullmatch(text)
            else parsedate_to_datetime(text)
        )
        return int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp())
    except (ValueError, OverflowError, TypeError):
        return None
