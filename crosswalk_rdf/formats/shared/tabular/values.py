"""The form of the text in a cell: addresses, line numbers, yes and no."""

import re
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model.lexical import is_iri, path_segment

_WEB: Final = re.compile(r"(https?://|urn:|data:|info:|tag:)", re.IGNORECASE)
_LINES: Final = re.compile(r"([1-9]\d{0,8})(?:\s*[-–]\s*([1-9]\d{0,8}))?")
_YES: Final = frozenset({"yes", "true", "1", "x", "ja", "y"})


def is_address(text: str) -> bool:
    """Return whether ``text`` is an IRI of a scheme that no notation looks like."""
    return bool(_WEB.match(text)) and is_iri(text)


def below(iri: str, notation: str) -> URIRef:
    """Return the IRI of ``notation`` below that of its framework (or part of a crosswalk)."""
    separator = "" if iri.endswith(("/", "#")) else "/"
    return URIRef(f"{iri}{separator}{path_segment(notation)}")


def lines_of(text: str) -> tuple[int, int] | None:
    """Return the first and last line of ``12-14`` or ``12``; None for what is neither."""
    match = _LINES.fullmatch(text)
    if not match:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if first <= last else None


def lines_text(lines: tuple[int, int] | None) -> str:
    """Return lines as people write them: ``12-14``, ``12``."""
    if not lines:
        return ""
    first, last = lines
    return str(first) if first == last else f"{first}-{last}"


def is_yes(text: str) -> bool:
    """Return whether ``text`` means yes."""
    return text.casefold() in _YES


def yes(value: bool) -> str:
    """Return ``yes``, or nothing."""
    return "yes" if value else ""
