"""Statements to N-Triples and N-Quads: one line each, sorted by code point, none twice."""

from crosswalk_rdf.serialization.document import Document


def write_lines(document: Document) -> str:
    """Return ``document`` as canonical N-Quads, which without graphs is N-Triples (1.1, §4)."""
    return " .\n".join((*document.lines, ""))
