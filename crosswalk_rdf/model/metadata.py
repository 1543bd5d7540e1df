"""Values that all kinds of resource share: origin, agent, further properties."""

from dataclasses import dataclass
from typing import Final

from rdflib import Literal, URIRef

AGENT_TYPES = ("Organization", "Person")
NO_TEXT: Final = Literal("")
"""The text of what is not said."""


def local_name(iri: str) -> str:
    """Return what follows the last ``#`` or ``/`` of ``iri``."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was read: a data file, relative to the publication's folder, and a line."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSource:
    """The foreign file that a framework or crosswalk was imported from (``prov:Entity``)."""

    file: str
    """Its name, without folders."""
    format: str
    """The name of its format: ``skos``; ``publication`` for the folder of one."""
    date: str
    """``YYYY-MM-DD``: the day of the import."""
    checksum: str = ""
    """SHA-256, hexadecimal; empty for a folder."""
    version: str = ""
    """What the file says of its own version; empty where it says nothing."""
    software: str = ""
    """What imported it, with its version."""


@dataclass(frozen=True, slots=True)
class PropertyValue:
    """A further property of a resource: the predicate and object of a triple.

    It holds what the model has no field for: notes, labels in other languages, keywords, relations
    inside a framework.
    """

    property: URIRef
    value: URIRef | Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who created, published or holds the rights in something (``foaf:Agent``)."""

    iri: URIRef
    name: str
    type: str = "Organization"
