"""Where a list goes on (OAI-PMH 2.0 §3.5), without a memory of who asked.

A token holds what was asked for and the place of the last item that was sent. What changes while a
list is read moves to its end, so whatever was not sent yet is still to come, whichever build is
served then. A token of another history says nothing about this one.
"""

import re
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import Arguments, OaiError

_TOKEN: Final = re.compile(
    r"([0-9a-f-]+),([A-Za-z]+),([^,]*),([^,]*),(-?\d{1,12})?,(-?\d{1,12})?,"
    r"(\d{1,12}),(\d{1,12}),(\d{1,12})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A list, and how far it was read."""

    prefix: str
    set: str
    start: int | None
    end: int | None
    position: int = 0
    """The first place that may still hold something."""
    cursor: int = 0
    """How many items were sent."""
    size: int = 0
    """How many there were to send when the list began."""


def position(arguments: Arguments, origin: str) -> Position:
    """Return where to read; raise OaiError (badResumptionToken) for what is not a token."""
    if arguments.token is None:
        return Position(
            prefix=arguments.prefix, set=arguments.set, start=arguments.start, end=arguments.end
        )
    match = _TOKEN.fullmatch(arguments.token)
    if match is None or (match[1], match[2]) != (origin, arguments.verb):
        raise OaiError(
            "badResumptionToken",
            "this token is none, or of a history that is over: begin the list again",
        )
    return Position(
        prefix=match[3],
        set=match[4],
        start=None if match[5] is None else int(match[5]),
        end=None if match[6] is None else int(match[6]),
        position=int(match[7]),
        cursor=int(match[8]),
        size=int(match[9]),
    )


def token(where: Position, verb: str, origin: str) -> str:
    """Return ``where`` as a token: no prefix and no set has a comma."""
    start, end = ("" if date is None else date for date in (where.start, where.end))
    fields = (origin, verb, where.prefix, where.set, start, end)
    return ",".join(map(str, (*fields, where.position, where.cursor, where.size)))
