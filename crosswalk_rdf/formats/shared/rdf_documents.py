"""RDF documents in any syntax to the properties of each subject.

The syntax is detected from suffix and content; the triples are the same in each.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, BNode, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import unreadable
from crosswalk_rdf.formats.shared.json_ld_tags import with_well_formed_tags
from crosswalk_rdf.model.lexical import is_iri, is_language_tag, language_tag, percent_encoded
from crosswalk_rdf.serialization.read import parse, utf8
from crosswalk_rdf.serialization.subject_lines import subject_lines
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name
from crosswalk_rdf.serialization.xml_documents import readable_xml
from crosswalk_rdf.store.terms import InvalidTerm, to_rdflib

Subject = URIRef | BNode
Term = URIRef | BNode | Literal
Properties = Mapping[URIRef, tuple[Term, ...]]

_SUFFIXES: Final = {
    **{syntax.suffix: syntax.name for syntax in SYNTAXES},
    ".json": "json-ld",
    ".n3": "turtle",
    ".owl": "rdf-xml",
    ".xml": "rdf-xml",
}
_TEXT: Final = ox.NamedNode(str(RDF.langString))
_LOCAL: Final = "file:///"
_XML: Final = re.compile(rb"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_][\w.-]*:RDF\b|RDF\b)")
_JSON: Final = re.compile(rb'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))')


@dataclass(frozen=True)
class RdfDocument:
    """The triples of a document, of all its graphs."""

    file: str
    syntax: Syntax
    subjects: Mapping[Subject, Properties]
    """By subject, in the order of the document; blank nodes are ``b1``, ``b2`` … by appearance."""
    graphs: Mapping[str, int] = field(default_factory=dict)
    """Named graphs and the number of triples in each."""
    assumed_base: str = ""
    """What relative IRIs were resolved against, where the document has some and names no base."""
    malformed_tags: Mapping[str, int] = field(default_factory=dict)
    """Language tags that are not well-formed (BCP 47 §2.2.9), and the number of their texts."""
    replaced_tags: Mapping[str, str] = field(default_factory=dict)
    """What no literal can have for a language, and the tag that it is taken for; "" for none."""
    encoded_iris: Mapping[str, str] = field(default_factory=dict)
    """What is not an IRI as it stands (RFC 3987 §2.2), and the IRI that it is taken for."""

    def triples(self) -> Iterator[tuple[Subject, URIRef, Term]]:
        """Yield every triple once, by subject and property."""
        for subject, properties in self.subjects.items():
            for property, values in properties.items():
                yield from ((subject, property, value) for value in values)


def read_rdf(data: bytes, file: str, *, lenient: bool = False) -> RdfDocument:
    """Return the contents of the document ``data``, in any RDF syntax.

    Relative IRIs are resolved against ``@base`` (``xml:base``), or else against ``file:///`` and
    the name of the file. Plain literals have no datatype, language tags are in lower case
    (BCP 47 §2.1.1). If ``lenient``, malformed language tags are kept and what no IRI may hold is
    percent-encoded; the document tells which. Raises InputFaults with line and column.
    """
    text = utf8(data, file)
    syntax = syntax_of(text, file)
    base = f"{_LOCAL}{_base_name(file)}"
    tags: dict[str, str] = {}
    if lenient and syntax.name == "json-ld":
        text, tags = with_well_formed_tags(text)
    quads, is_well_formed = _parsed(text, syntax, base, file, lenient)
    empty = RdfDocument(file, syntax, {}, {}, base)
    terms = _Terms(is_well_formed and not tags, tags)
    return _grouped(quads, empty, _LOCAL.encode() not in text, terms)


def _parsed(
    text: bytes, syntax: Syntax, base: str, file: str, lenient: bool
) -> tuple[tuple[ox.Quad, ...], bool]:
    """Return the quads of ``text``, and whether all their IRIs and tags are well-formed."""
    try:
        return parse(text, syntax, base=base, file=file), True
    except InputFaults:
        if not lenient:
            raise
    return parse(text, syntax, base=base, file=file, lenient=True), False


def lines_of(data: bytes, file: str) -> Mapping[str, int]:
    """Return the first line of each subject of the document ``data``, which has been read."""
    text = utf8(data, file)
    syntax = syntax_of(text, file)
    xml = readable_xml(text, file) if syntax.name == "rdf-xml" else text
    return subject_lines(xml, syntax.name, f"{_LOCAL}{_base_name(file)}")


def names_mapping_sets(data: bytes) -> bool:
    """Return whether ``data`` names mapping sets of SSSOM, and no concept scheme beside them."""
    signs = (b"w3id.org/sssom/", b"MappingSet", b"mappings")
    return all(sign in data for sign in signs) and b"ConceptScheme" not in data


def syntax_of(data: bytes, file: str) -> Syntax:
    """Return the syntax of ``data``, by content where that is plain, else by suffix; or Turtle."""
    start = data[:1000]
    by_suffix = _SUFFIXES.get(PurePath(file).suffix.lower())
    if _XML.match(start):
        return by_name("rdf-xml")
    if _JSON.match(start) and by_suffix not in ("trig", "turtle"):
        return by_name("json-ld")
    return by_name(by_suffix if by_suffix and by_suffix != "rdf-xml" else "turtle")


def _base_name(file: str) -> str:
    return re.sub(r"[^\w.~-]", "_", PurePath(file).name) or "document"


def _grouped(
    quads: tuple[ox.Quad, ...], empty: RdfDocument, names_no_files: bool, terms: "_Terms"
) -> RdfDocument:
    by_subject: dict[Subject, dict[URIRef, dict[Term, None]]] = {}
    graphs: dict[str, int] = {}
    for quad in quads:
        subject, property, value, graph = quad
        try:
            key, name, term = terms.term(subject), terms.term(property), terms.term(value)
        except InvalidTerm as error:
            raise unreadable(empty.file, str(error)) from error
        if not isinstance(graph, ox.DefaultGraph):
            graphs[graph.value] = graphs.get(graph.value, 0) + 1
        by_subject.setdefault(key, {}).setdefault(name, {})[term] = None  # type: ignore[arg-type]
    return RdfDocument(
        empty.file,
        empty.syntax,
        {s: {p: tuple(values) for p, values in ps.items()} for s, ps in by_subject.items()},
        graphs,
        empty.assumed_base if names_no_files and terms.has_local else "",
        terms.malformed_tags,
        terms.replaced_tags,
        terms.encoded_iris,
    )


class _Terms:
    """Terms of Oxigraph to those of rdflib, each IRI made once."""

    def __init__(self, is_well_formed: bool, tags: Mapping[str, str]) -> None:
        self.has_local = False
        self.malformed_tags: dict[str, int] = {}
        self.replaced_tags: dict[str, str] = {}
        self.encoded_iris: dict[str, str] = {}
        self._is_well_formed = is_well_formed
        self._tags = tags
        self._iris: dict[str, URIRef] = {}
        self._blank: dict[str, BNode] = {}

    def term(self, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
        if isinstance(term, ox.NamedNode):
            return self._iri(term.value)
        if isinstance(term, ox.BlankNode):
            return self._blank.setdefault(term.value, BNode(f"b{len(self._blank) + 1}"))
        if isinstance(term, ox.Literal) and term.datatype == _TEXT:
            return self._text(term, self._tags.get(term.language or "", term.language or ""))
        return to_rdflib(term)  # type: ignore[return-value]

    def _text(self, term: ox.Literal, tag: str) -> Term:
        """Return a text in a language; ``xml:lang=""`` says that it is in none (XML 1.0 §2.12)."""
        legal = language_tag(tag)
        if legal != tag:
            self.replaced_tags[tag] = legal
        if legal and not (self._is_well_formed or is_language_tag(legal)):
            self.malformed_tags[legal] = self.malformed_tags.get(legal, 0) + 1
        if legal and legal == term.language:
            return to_rdflib(term)  # type: ignore[return-value]
        return Literal(term.value, lang=legal.lower() or None)

    def _iri(self, text: str) -> URIRef:
        iri = self._iris.get(text)
        if iri is None:
            iri = self._iris[text] = URIRef(self._well_formed(text))
            self.has_local |= text.startswith(_LOCAL)
        return iri

    def _well_formed(self, text: str) -> str:
        if self._is_well_formed or is_iri(text):
            return text
        self.encoded_iris[text] = percent_encoded(text)
        return self.encoded_iris[text]
