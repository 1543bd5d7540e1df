"""Statements to N-Triples and N-Quads: one line each, sorted by code point, none twice."""

from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.serialization.document import Document

_BATCH: Final = 10_000


def write_lines(document: Document) -> Iterator[str]:
    """Yield ``document`` as canonical N-Quads, which without graphs is N-Triples (1.1, §4)."""
    lines = document.lines
    for start in range(0, len(lines), _BATCH):
        yield " .\n".join((*lines[start : start + _BATCH], ""))
