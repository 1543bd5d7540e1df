"""Statements to N-Triples and N-Quads: one line each, sorted by code point, none twice."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from crosswalk_rdf.serialization.document import Document

_BATCH: Final = 10_000


def write_lines(document: Document) -> Iterator[str]:
    """Yield ``document`` as canonical N-Quads, which without graphs is N-Triples (1.1, §4)."""
    lines = document.lines
    while batch := tuple(islice(lines, _BATCH)):
        yield " .\n".join((*batch, ""))
