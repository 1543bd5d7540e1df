"""The one table of RDF syntaxes: files, pages, negotiation, links, recipes and commands read it.

A new syntax is a line in :data:`SYNTAXES`, and its writer; a parser only where Oxigraph has none.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.document import Document
from crosswalk_rdf.serialization.jsonld import write_jsonld
from crosswalk_rdf.serialization.ntriples import write_lines
from crosswalk_rdf.serialization.rdfxml import write_rdfxml
from crosswalk_rdf.serialization.turtle import write_trig, write_turtle

Parser = Callable[[bytes, str | None], Iterator[ox.Quad]]
"""A document and its base IRI to quads, its blank nodes renamed so that files can be put together.

Raises SyntaxError, with line and column where the syntax has them, after the quads before it.
"""

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
    parser: ox.RdfFormat | Parser = field(repr=False, compare=False)
    """Oxigraph's name of the syntax, or our own parser where Oxigraph does not know it."""
    write: Callable[[Document], Iterator[str]] = field(repr=False, compare=False)
    documents: bool = True
    """One graph or one resource is published in it; the rest is for the whole dataset."""
    preference: int = 100
    """The lower is preferred where a client accepts several alike."""
    base_syntax: str = ""
    """Name of the syntax whose documents are documents of this one, where it has none itself."""
    line_based: bool = False
    """A statement is a line: the fastest to read."""
    aliases: tuple[str, ...] = ()
    """Other media types by which clients ask for its documents."""
    result_aliases: tuple[str, ...] = ()
    """Media types by which clients ask for it as the answer to a query, and for nothing else."""
    short_names: tuple[str, ...] = ()
    """What ``format=`` calls it, beside its name and its suffix."""


SYNTAXES: Final = (
    Syntax("turtle", "Turtle", "text/turtle", ".ttl", f"{_FORMATS}Turtle", False,
           ox.RdfFormat.TURTLE, write_turtle, preference=1,
           aliases=("text/n3", "application/x-turtle", "application/turtle")),
    Syntax("trig", "TriG", "application/trig", ".trig", f"{_FORMATS}TriG", True,
           ox.RdfFormat.TRIG, write_trig, preference=5, documents=False, base_syntax="turtle"),
    Syntax("n-triples", "N-Triples", "application/n-triples", ".nt", f"{_FORMATS}N-Triples", False,
           ox.RdfFormat.N_TRIPLES, write_lines, preference=4, line_based=True,
           aliases=("text/plain",), short_names=("ntriples",)),
    Syntax("n-quads", "N-Quads", "application/n-quads", ".nq", f"{_FORMATS}N-Quads", True,
           ox.RdfFormat.N_QUADS, write_lines, preference=6, line_based=True, documents=False,
           base_syntax="n-triples", short_names=("nquads",)),
    Syntax("rdf-xml", "RDF/XML", "application/rdf+xml", ".rdf", f"{_FORMATS}RDF_XML", False,
           ox.RdfFormat.RDF_XML, write_rdfxml, preference=3,
           result_aliases=("application/xml", "text/xml"), short_names=("rdfxml", "xml")),
    Syntax("json-ld", "JSON-LD", "application/ld+json", ".jsonld", f"{_FORMATS}JSON-LD", True,
           ox.RdfFormat.JSON_LD, write_jsonld, preference=2,
           aliases=("application/json",), short_names=("json",)),
)  # fmt: skip


def document_syntaxes() -> tuple[Syntax, ...]:
    """Return the syntaxes of one graph or one resource."""
    return tuple(syntax for syntax in SYNTAXES if syntax.documents)


def by_preference(syntaxes: Iterable[Syntax]) -> tuple[Syntax, ...]:
    """Return ``syntaxes``, the preferred ones first."""
    return tuple(sorted(syntaxes, key=lambda syntax: syntax.preference))


def by_name(name: str) -> Syntax:
    """Return the syntax called ``name``; raise UnknownSyntax that lists the names."""
    return _entry("syntax", name, {syntax.name: syntax for syntax in SYNTAXES})


def by_media_type(media_type: str) -> Syntax:
    """Return the syntax of ``media_type``, without its parameters (``charset``)."""
    essence = media_type.partition(";")[0].strip().lower()
    return _entry("media type", essence, {syntax.media_type: syntax for syntax in SYNTAXES})


def by_suffix(path: str) -> Syntax:
    """Return the syntax of the file name or suffix ``path``, such as ``1a.ttl`` or ``.ttl``."""
    _, dot, end = path.rpartition(".")
    return _entry("suffix", f"{dot}{end}".lower(), {syntax.suffix: syntax for syntax in SYNTAXES})


def _entry(kind: str, key: str, table: dict[str, Syntax]) -> Syntax:
    if key not in table:
        raise UnknownSyntax(f"no RDF syntax has the {kind} {key!r}: use one of {', '.join(table)}")
    return table[key]
