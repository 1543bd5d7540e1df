"""Which IRIs a page may link to: one answer for templates, views, and Markdown."""

from typing import Final
from urllib.parse import urlsplit

_SCHEMES: Final = ("http:", "https:", "mailto:")
"""All others are text in a page: ``javascript:`` and ``data:`` run, ``urn:`` leads nowhere."""


def is_linkable(iri: object) -> bool:
    """Return whether a link to ``iri`` is safe, and leads somewhere."""
    return isinstance(iri, str) and iri.lower().startswith(_SCHEMES)


def is_linkable_reference(target: str) -> bool:
    """Return whether a link to ``target``, an IRI or a relative reference, is safe."""
    try:
        return is_linkable(target) or not urlsplit(target).scheme
    except ValueError:
        return False
