"""Where an endpoint is: its path and its methods."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.service import Service

Answer = Callable[[Request, Service], Awaitable[Response]]
"""What answers a request; it may raise a Problem."""


@dataclass(frozen=True, slots=True)
class Route:
    """A path, or all paths below one that ends in a slash, and what answers there.

    The path ``/`` takes what no other route takes.
    """

    path: str
    answer: Answer
    methods: tuple[str, ...] = ("GET",)
    """Where GET is among them, HEAD is as well; OPTIONS is answered everywhere."""
