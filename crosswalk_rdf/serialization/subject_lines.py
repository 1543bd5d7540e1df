"""The line on which an RDF document first describes each subject; parsers do not say it."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urljoin
from xml.parsers import expat

from rdflib import RDF

from crosswalk_rdf.model.lexical import has_scheme

_TOKEN: Final = re.compile(
    r'\s+|\#[^\n]*|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|\^\^'
    r"|(?P<iri><[^<>\s]*>)|(?P<open>[\[(])|(?P<close>[\])])|(?P<graph>[{}])"
    r"|(?P<name>(?:[^\s<>\"'()\[\]{};,\#^\\]|\\.)+)|.",
    re.DOTALL,
)
_BASE: Final = ("@base", "base")
_PREFIX: Final = ("@prefix", "prefix")
_ID: Final = re.compile(r'"(?:@id|id|uri)"\s*:\s*("(?:[^"\\]|\\.)*")')
_REFERENCE: Final = re.compile(r'\{\s*"(?:@id|id|uri)"\s*:\s*"(?:[^"\\]|\\.)*"\s*\}')
_PREFIX_OF_JSON: Final = re.compile(r'"([^":@]+)"\s*:\s*"([A-Za-z][^"]*[/#:])"')
_BASE_OF_JSON: Final = re.compile(r'"@base"\s*:\s*"([^"]+)"')
_ABOUT: Final = f"{RDF}about"


def subject_lines(data: bytes, syntax: str, base: str) -> Mapping[str, int]:
    """Return the first line of each subject, by its IRI.

    ``syntax`` is the name of one in the table of syntaxes, ``base`` that of the document where it
    names none. Blank nodes are not among the subjects. The document has been parsed: what is not
    well-formed has no line.
    """
    text = data.decode(errors="replace")
    if syntax == "rdf-xml":
        places = _of_xml(data, base)
    elif syntax == "json-ld":
        places = _with_lines(_of_json(text, base), text)
    else:
        places = _with_lines(_of_turtle(text, base), text)
    lines: dict[str, int] = {}
    for iri, line in places:
        lines.setdefault(iri, line)
    return lines


def _with_lines(places: Iterator[tuple[str, int]], text: str) -> Iterator[tuple[str, int]]:
    """Yield lines for positions in ``text``, which ascend."""
    line, before = 1, 0
    for iri, position in places:
        line += text.count("\n", before, position)
        before = position
        yield iri, line


def _of_turtle(text: str, base: str) -> Iterator[tuple[str, int]]:
    """Yield the subjects of Turtle, N-Triples and what they are parts of (RDF 1.1 Turtle §6.5)."""
    names = _Names(base)
    depth, directive = 0, ""
    is_at_start = True
    for token in _TOKEN.finditer(text):
        kind, word = token.lastgroup, token[0]
        if kind == "open":
            depth += 1
            is_at_start = False
        elif kind == "close":
            depth -= 1
        elif kind == "graph":
            is_at_start = True
        elif directive and kind:
            directive = names.declare(directive, word)
            is_at_start = not directive
        elif is_at_start and kind and word.lower() in (*_BASE, *_PREFIX):
            directive = word
        elif kind and is_at_start and word.strip(".") and word.lower() != "graph":
            yield names.iri(word), token.start()
            is_at_start = False
        if kind == "name" and depth == 0 and not directive and word.endswith("."):
            is_at_start = True


class _Names:
    """The prefixes and the base of a Turtle document, as far as it has been read."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._prefixes: dict[str, str] = {}

    def declare(self, directive: str, word: str) -> str:
        """Take the next word of ``directive``; return what is still open of it, "" for nothing."""
        if not word.startswith("<"):
            return f"{directive} {word}"
        keyword, _, prefix = directive.partition(" ")
        if keyword.lower() in _BASE:
            self._base = self.iri(word)
        else:
            self._prefixes[prefix.rstrip(":")] = self.iri(word)
        return ""

    def iri(self, word: str) -> str:
        """Return the IRI that ``word`` stands for."""
        if word.startswith("<"):
            return _iri(self._base, word[1:-1])
        prefix, _, name = word.rstrip(".").partition(":")
        return self._prefixes.get(prefix, f"{prefix}:") + re.sub(r"\\(.)", r"\1", name)


def _iri(base: str, name: str) -> str:
    """Return ``name`` as an IRI (RFC 3986 §5.2); one with a scheme stays as it is."""
    return name if has_scheme(name) else urljoin(base, name)


def _of_json(text: str, base: str) -> Iterator[tuple[str, int]]:
    """Yield the nodes of JSON-LD that say more than their ``@id``."""
    prefixes = dict(_PREFIX_OF_JSON.findall(text))
    named = _BASE_OF_JSON.search(text)
    references = {match.end() for match in _REFERENCE.finditer(text)}
    for match in _ID.finditer(text):
        end = text.find("}", match.end()) + 1
        if end in references and not text[match.end() : end - 1].strip():
            continue
        name = str(json.loads(match[1], strict=False))
        prefix, _, rest = name.partition(":")
        is_compact = prefix in prefixes and not rest.startswith("//")
        iri = prefixes[prefix] + rest if is_compact else _iri(named[1] if named else base, name)
        yield iri, match.start()


def _of_xml(data: bytes, base: str) -> Iterator[tuple[str, int]]:
    """Return the subjects of RDF/XML by ``rdf:about`` and ``rdf:ID`` (RDF/XML §2.14, §6.2)."""
    places: list[tuple[str, int]] = []
    bases = [base]
    parser = expat.ParserCreate(namespace_separator="")

    def start(_name: str, attributes: dict[str, str]) -> None:
        own = attributes.get("http://www.w3.org/XML/1998/namespacebase")
        bases.append(urljoin(bases[-1], own) if own else bases[-1])
        about, id = attributes.get(_ABOUT), attributes.get(f"{RDF}ID")
        if about is not None or id is not None:
            name = f"#{id}" if about is None else about
            places.append((_iri(bases[-1], name), parser.CurrentLineNumber))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: bases.pop() and None
    parser.Parse(data, True)
    return iter(places)
