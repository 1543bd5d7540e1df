"""Quads to Turtle and TriG that people can read: prefixes, shorthands, one property a line.

Written here because pyoxigraph declares every prefix that it is given, in an order that changes
from run to run.
"""

import re
from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.serialization.document import (
    RDF_TYPE,
    Descriptions,
    Document,
)
from crosswalk_rdf.serialization.literals import XSD
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames

_BATCH: Final = 1_000
_SHORTHANDS: Final = {
    XSD + "boolean": re.compile("true|false"),
    XSD + "integer": re.compile("0|-?[1-9][0-9]*"),
}
"""Literals that stand without quotation marks (Turtle §2.5.2, §2.5.3).

Canonical ones only: some readers, rdflib among them, would make ``7`` of ``007``.
"""


def write_turtle(document: Document) -> Iterator[str]:
    """Yield the triples of ``document`` as Turtle 1.1, without graph names."""
    names = document.naming.turtle.for_new_document()
    blocks = list(_blocks(document.descriptions, names, ""))
    return _text(names, blocks)


def write_trig(document: Document) -> Iterator[str]:
    """Yield the quads of ``document`` as TriG 1.1."""
    names = document.naming.turtle.for_new_document()
    blocks: list[str] = []
    for graph, descriptions in document.graphs:
        content = list(_blocks(descriptions, names, "    " if graph else ""))
        if graph:
            content[0] = f"{_node(graph, names)} {{\n{content[0]}"
            content[-1] += "}\n"
        blocks += content
    return _text(names, blocks)


def _text(names: PrefixedNames, blocks: list[str]) -> Iterator[str]:
    """Yield ``blocks`` after the prefixes that they use, which are known only now."""
    declarations = _declarations(names)
    parts = [declarations, *blocks] if declarations else blocks
    for start in range(0, len(parts), _BATCH):
        yield ("\n" if start else "") + "\n".join(parts[start : start + _BATCH])


def _declarations(names: PrefixedNames) -> str:
    return "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in sorted(names.used.items()))


def _blocks(descriptions: Descriptions, names: PrefixedNames, indent: str) -> Iterator[str]:
    for subject, properties in descriptions.items():
        lines = [
            f"{_property(iri, names)} {_objects(values, names)}"
            for iri, values in properties.items()
        ]
        text = f" ;\n{indent}    ".join(lines)
        yield f"{indent}{_node(subject, names)} {text} .\n"


def _property(iri: str, names: PrefixedNames) -> str:
    return "a" if iri == RDF_TYPE else _node(iri, names)


def _objects(values: list[str], names: PrefixedNames) -> str:
    return ", ".join([_object(value, names) for value in values])


def _object(value: str, names: PrefixedNames) -> str:
    if value.startswith("<"):
        return _node(value[1:-1], names)
    if not value.endswith(">"):
        return value
    end = value.rindex('"')
    lexical, datatype = value[1:end], value[end + 4 : -1]
    shorthand = _SHORTHANDS.get(datatype)
    if shorthand and shorthand.fullmatch(lexical):
        return lexical
    return f"{value[: end + 1]}^^{_node(datatype, names)}"


def _node(identifier: str, names: PrefixedNames) -> str:
    if identifier.startswith("_:"):
        return identifier
    return names.short(identifier) or f"<{identifier}>"
