"""Where a list goes on (OAI-PMH 2.0 §3.5), without a memory of who asked.

A token holds what was asked for and the place of the last item that was sent. What changes while a
list is read moves to its end, so whatever was not sent yet is still to come, whichever build is
served then. A token of another history says nothing about this one.
"""

import base64
import binascii
import json
from dataclasses import dataclass

from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import Arguments, OaiError


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A list, and how far it was read."""

    prefix: str
    set: str
    start: int | None
    end: int | None
    place: int = 0
    """The first place that may still hold something."""
    cursor: int = 0
    """How many items were sent."""
    size: int = 0
    """How many there were to send when the list began."""


def position(found: Arguments, verb: str, origin: str) -> Position:
    """Return where to read; raise OaiError (badResumptionToken) for what is no token."""
    if not found.token:
        return Position(prefix=found.prefix, set=found.set, start=found.start, end=found.end)
    try:
        data = json.loads(base64.urlsafe_b64decode(found.token.encode()))
        history, listed, prefix, set, start, end, place, cursor, size = data
    except (ValueError, TypeError, binascii.Error) as error:
        raise _bad() from error
    texts, numbers = (history, listed, prefix, set), (place, cursor, size)
    dates = (start, end)
    if not all(isinstance(text, str) for text in texts) or not all(
        type(number) is int and 0 <= number < 2**53 for number in numbers
    ):
        raise _bad()
    if not all(date is None or type(date) is int for date in dates):
        raise _bad()
    if history != origin or listed != verb:
        raise _bad()
    return Position(
        prefix=prefix, set=set, start=start, end=end, place=place, cursor=cursor, size=size
    )


def token(where: Position, verb: str, origin: str) -> str:
    """Return ``where`` as a token."""
    fields = (where.prefix, where.set, where.start, where.end, where.place, where.cursor)
    data = json.dumps([origin, verb, *fields, where.size], separators=(",", ":"))
    return base64.urlsafe_b64encode(data.encode()).decode()


def _bad() -> OaiError:
    return OaiError(
        "badResumptionToken",
        "this token is none, or of a history that is over: begin the list again",
    )
