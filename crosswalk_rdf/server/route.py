"""Where an endpoint is: its path and its methods."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service

Answer = Callable[[Request, Service], Awaitable[Response]]
"""What answers a request; it may raise a Problem."""

Refusal = Callable[[Problem], Response]
"""What writes a Problem where a standard has a form of its own for errors."""


@dataclass(frozen=True, slots=True)
class Route:
    """A path, or all paths below one that ends in a slash, and what answers there.

    The path ``/`` takes what no other route takes.
    """

    path: str
    answer: Answer
    methods: tuple[str, ...] = ("GET",)
    """Where GET is among them, HEAD is as well; OPTIONS is answered everywhere."""
    refusal: Refusal | None = None
    """Writes what is refused here, by whomever (405, 413, 429, 500); where it is None, that is
    ``application/problem+json``. The headers of the Problem are added to it."""
