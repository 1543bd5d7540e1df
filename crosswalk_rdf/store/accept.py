"""The Accept header of a query to an endpoint: an answer in any format that can be read."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

RESULTS: Final = tuple(
    format.media_type.partition(";")[0]
    for format in (
        ox.QueryResultsFormat.JSON,
        ox.QueryResultsFormat.XML,
        ox.QueryResultsFormat.TSV,
    )
)
"""What solutions can be read from; CSV does not tell an IRI from text."""


def accept_header(media_type: str, graphs: Iterable[str]) -> str:
    """Return the header that asks for ``media_type``, or else for what it can be made of.

    That is one of :data:`RESULTS` for results, one of ``graphs`` for triples, the first of them
    rather than the last (RFC 9110 §12.4.2).
    """
    is_results = ox.QueryResultsFormat.from_media_type(media_type) is not None
    others = [other for other in (RESULTS if is_results else graphs) if other != media_type]
    weighted = (f"{other};q=0.{max(9 - place, 1)}" for place, other in enumerate(others))
    return ", ".join([media_type, *weighted])
