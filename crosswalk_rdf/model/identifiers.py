"""Reproducible identifiers for resources that an imported document does not identify."""

import uuid as uuids
from collections.abc import Container
from itertools import count

from rdflib import URIRef

from crosswalk_rdf.model.lexical import is_http_url, is_uuid


def derived_uuid(owner: str, name: str) -> str:
    """Return the UUID of version 5 (RFC 9562 §5.5) of ``name`` in what ``owner`` identifies.

    ``owner`` is a UUID or any other text; the same two give the same UUID on any machine.
    """
    space = uuids.UUID(owner) if is_uuid(owner) else uuids.uuid5(uuids.NAMESPACE_URL, owner)
    return str(uuids.uuid5(space, name))


def uuid_of_iri(iri: str) -> str:
    """Return the UUID of version 5 of ``iri`` itself, for what has an IRI and no UUID."""
    return str(uuids.uuid5(uuids.NAMESPACE_URL, iri))


def unnamed_iri(owner: str, name: str) -> URIRef:
    """Return a URN (``urn:uuid:``) for something that a document of ``owner`` gives no IRI."""
    return URIRef(f"urn:uuid:{derived_uuid(owner, name)}")


def fragment_iri(iri: str, name: str) -> URIRef:
    """Return an IRI for something called ``name`` that is described where ``iri`` is.

    It is a fragment of ``iri``, or a URN where that is not a page or has a fragment of its own.
    """
    if is_http_url(iri) and "#" not in iri:
        return URIRef(f"{iri}#{name}")
    return unnamed_iri(iri, name)


def agent_iri(name: str) -> URIRef:
    """Return the URN of a person or organization of which only the name is known."""
    return unnamed_iri("agent", name)


def literal_iri(text: str) -> URIRef:
    """Return the URN that stands for ``text`` as the end of an alignment."""
    return unnamed_iri("literal", text)


def unused_name(stem: str, names: Container[str], separator: str = "-") -> str:
    """Return ``stem`` if it is not among ``names``, else with the first number that makes it new.

    The numbers begin with 2 and follow ``separator``: ``part``, ``part-2``, ``part-3``.
    """
    if stem not in names:
        return stem
    numbered = (f"{stem}{separator}{number}" for number in count(2))
    return next(name for name in numbered if name not in names)
