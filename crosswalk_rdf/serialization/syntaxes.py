"""The one table of RDF syntaxes; files, negotiation, links and the command line all read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.document import Document
from crosswalk_rdf.serialization.jsonld import write_jsonld
from crosswalk_rdf.serialization.ntriples import write_lines
from crosswalk_rdf.serialization.rdfxml import write_rdfxml
from crosswalk_rdf.serialization.turtle import write_trig, write_turtle

_FORMATS: Final = "http://www.w3.org/ns/formats/"


class UnknownSyntax(CrosswalkError):
    """A name, media type or suffix that is not in the table."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """One RDF syntax."""

    name: str
    label: str
    media_type: str
    suffix: str
    iri: str
    """What names the syntax in data (``dcterms:format``): https://www.w3.org/ns/formats/."""
    quads: bool
    """The syntax carries named graphs; the others merge them."""
    parser: ox.RdfFormat = field(repr=False, compare=False)
    write: Callable[[Document], Iterator[str]] = field(repr=False, compare=False)


SYNTAXES: Final = (
    Syntax("turtle", "Turtle", "text/turtle", ".ttl", f"{_FORMATS}Turtle", False,
           ox.RdfFormat.TURTLE, write_turtle),
    Syntax("trig", "TriG", "application/trig", ".trig", f"{_FORMATS}TriG", True,
           ox.RdfFormat.TRIG, write_trig),
    Syntax("n-triples", "N-Triples", "application/n-triples", ".nt", f"{_FORMATS}N-Triples", False,
           ox.RdfFormat.N_TRIPLES, write_lines),
    Syntax("n-quads", "N-Quads", "application/n-quads", ".nq", f"{_FORMATS}N-Quads", True,
           ox.RdfFormat.N_QUADS, write_lines),
    Syntax("rdf-xml", "RDF/XML", "application/rdf+xml", ".rdf", f"{_FORMATS}RDF_XML", False,
           ox.RdfFormat.RDF_XML, write_rdfxml),
    Syntax("json-ld", "JSON-LD", "application/ld+json", ".jsonld", f"{_FORMATS}JSON-LD", True,
           ox.RdfFormat.JSON_LD, write_jsonld),
)  # fmt: skip


def by_name(name: str) -> Syntax:
    """Return the syntax called ``name``; raise UnknownSyntax that lists the names."""
    return _found("syntax", name, {syntax.name: syntax for syntax in SYNTAXES})


def by_media_type(media_type: str) -> Syntax:
    """Return the syntax of ``media_type``, parameters (``charset``, ``profile``) left aside."""
    essence = media_type.partition(";")[0].strip().lower()
    return _found("media type", essence, {syntax.media_type: syntax for syntax in SYNTAXES})


def by_suffix(path: str) -> Syntax:
    """Return the syntax of the file name or suffix ``path``, such as ``1a.ttl`` or ``.ttl``."""
    _, dot, end = path.rpartition(".")
    return _found("suffix", f"{dot}{end}".lower(), {syntax.suffix: syntax for syntax in SYNTAXES})


def _found(kind: str, key: str, table: dict[str, Syntax]) -> Syntax:
    if key not in table:
        raise UnknownSyntax(f"no RDF syntax has the {kind} {key!r}: use one of {', '.join(table)}")
    return table[key]
