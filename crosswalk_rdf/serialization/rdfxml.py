"""Quads to RDF/XML 1.1, one ``rdf:Description`` a subject.

Written here because pyoxigraph writes XML that is not well-formed for a property whose IRI ends in
no XML name, loses carriage returns, and orders namespaces at random. What RDF/XML cannot carry is
refused by name: another syntax carries it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from crosswalk_rdf.serialization.document import (
    Descriptions,
    Document,
    UnwritableGraph,
    identifier,
)
from crosswalk_rdf.serialization.literals import STRING, literal_parts
from crosswalk_rdf.serialization.naming import NOT_XML, RDF, XML_LETTER
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames

_RESERVED_NAMESPACES: Final = (
    "http://www.w3.org/2000/xmlns/",
    "http://www.w3.org/XML/1998/namespace",
)
_SYNTAX_TERMS: Final = (
    "RDF ID about bagID parseType resource nodeID datatype aboutEach aboutEachPrefix li Description"
)
"""Names of the namespace ``rdf:`` that no property may have (RDF/XML §5.1)."""

_NAME_AT_END: Final = re.compile(f"[{XML_LETTER}][{XML_LETTER}0-9.-]*$")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def write_rdfxml(document: Document) -> Iterator[str]:
    """Yield the triples of ``document`` as RDF/XML, without graph names.

    Raises UnwritableGraph for a property that has no XML name, or text with control characters.
    """
    descriptions = document.descriptions
    names = document.naming.xml.for_new_document()
    elements = _element_names(document.properties, names)
    prefixes = {**names.used, **_generated_prefixes(elements, names.used), "rdf": RDF}
    attributes = "".join(
        f'\n    xmlns:{prefix}="{_attribute(ns)}"' for prefix, ns in sorted(prefixes.items())
    )
    tags = _tags(elements, {ns: prefix for prefix, ns in sorted(prefixes.items())})
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{attributes}>\n'
    yield head
    yield from _descriptions(descriptions, tags)
    yield "</rdf:RDF>\n"


def _element_names(properties: Iterable[str], names: PrefixedNames) -> dict[str, tuple[str, str]]:
    """Split each property IRI into namespace and XML name, at a prefix of ours if one fits."""
    elements = {}
    for iri in properties:
        if iri.startswith(RDF) and iri.removeprefix(RDF) in _SYNTAX_TERMS.split():
            raise UnwritableGraph(f"RDF/XML cannot carry the property <{iri}>: use another syntax")
        short = names.short(iri)
        local = short.partition(":")[2] if short else _name_at_end(iri)
        namespace = iri.removesuffix(local)
        if not local or not namespace or namespace.startswith(_RESERVED_NAMESPACES):
            raise UnwritableGraph(
                f"RDF/XML cannot carry the property <{iri}>, whose IRI does not end in an XML "
                "name: use another syntax"
            )
        elements[iri] = (namespace, local)
    return elements


def _name_at_end(iri: str) -> str:
    match = _NAME_AT_END.search(iri)
    return match.group() if match else ""


def _generated_prefixes(
    elements: Mapping[str, tuple[str, str]], used: Mapping[str, str]
) -> dict[str, str]:
    """Return a prefix for each namespace that has none."""
    namespaces = {*used.values(), RDF}
    undeclared = sorted({namespace for namespace, _ in elements.values()} - namespaces)
    candidates = (name for number in range(1, 10**9) if (name := f"ns{number}") not in used)
    return dict(zip(candidates, undeclared, strict=False))


def _tags(elements: Mapping[str, tuple[str, str]], prefixes: Mapping[str, str]) -> dict[str, str]:
    return {iri: f"{prefixes[ns]}:{local}" for iri, (ns, local) in elements.items()}


def _descriptions(descriptions: Descriptions, tags: Mapping[str, str]) -> Iterable[str]:
    for subject, properties in descriptions.items():
        lines = "".join(
            [_element(tags[iri], value) for iri, values in properties.items() for value in values]
        )
        yield f"  <rdf:Description {_reference(subject, 'about')}>\n{lines}  </rdf:Description>\n"


def _element(tag: str, term: str) -> str:
    if not term.startswith('"'):
        return f"    <{tag} {_reference(identifier(term), 'resource')}/>\n"
    value, language, datatype = literal_parts(term)
    kind = ""
    if language:
        kind = f' xml:lang="{language}"'
    elif datatype != STRING:
        kind = f' rdf:datatype="{_attribute(datatype)}"'
    return f"    <{tag}{kind}>{_text(value)}</{tag}>\n"


def _reference(node: str, attribute: str) -> str:
    if node.startswith("_:"):
        return f'rdf:nodeID="{node[2:]}"'
    return f'rdf:{attribute}="{_attribute(node)}"'


def _attribute(iri: str) -> str:
    return iri.replace("&", "&amp;") if "&" in iri else iri


def _text(value: str) -> str:
    if NOT_XML.search(value):
        raise UnwritableGraph(
            f"RDF/XML cannot carry the control characters of {value!r}: remove them"
        )
    return value.translate(_ESCAPES)
