"""Quads to JSON-LD 1.1: compact, self-contained, and framed where it is about one resource.

The document holds inline those entries of the context that it uses, so that it means the same
offline, and whatever becomes of the context. A value that a term's coercion does not fit is
written out as a value object; text without a language, where the term is a language map, goes
under the prefixed name instead.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from crosswalk_rdf.serialization.context import Json
from crosswalk_rdf.serialization.document import Descriptions, Document
from crosswalk_rdf.serialization.framing import Frame, frame
from crosswalk_rdf.serialization.json_text import pretty
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.nodes import AmbiguousIri, Nodes

_BATCH: Final = 1_000
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)
_NO_CONTEXT: Final = Naming()


def write_jsonld(document: Document) -> Iterator[str]:
    """Yield the quads of ``document`` as JSON-LD.

    With a root: one object, in which whatever leads to the root or is reached from it is nested.
    Without: ``@graph`` with the nodes of the default graph, then an object for each named graph.
    Where an IRI could be taken for a prefixed name (``skos:x`` as an IRI), no context is used.
    """
    try:
        pieces = _pieces(document, Nodes(document.naming))
    except AmbiguousIri:
        pieces = _pieces(document, Nodes(_NO_CONTEXT))
    for start in range(0, len(pieces), _BATCH):
        yield "".join(pieces[start : start + _BATCH])


def node_object(document: Document) -> dict[str, Json]:
    """Return the description of the root of ``document`` as one JSON-LD object, nothing nested."""
    root = document.root or ""
    for naming in (document.naming, _NO_CONTEXT):
        nodes = Nodes(naming)
        try:
            node = nodes.node(root, document.descriptions.get(root, {}))
        except AmbiguousIri:
            continue
        inline = nodes.inline_context()
        return {"@context": inline, **node} if inline else node
    raise AssertionError("without a context nothing is ambiguous")


def _pieces(document: Document, nodes: Nodes) -> list[str]:
    """Return the text in pieces; the context, which stands first, is known only at the end."""
    if document.root is not None:
        tree = frame(document.root, document.descriptions, nodes.context.inverse)
        content = [_members(_nested_node(tree, nodes), "  ")]
    else:
        content = ['"@graph": ', *_list(_dataset(document, nodes), "  ")]
    context = nodes.inline_context()
    head = f'{{\n  "@context": {_context(context)},\n  ' if context else "{\n  "
    return [head, *content, "\n}\n"]


def _dataset(document: Document, nodes: Nodes) -> Iterator[list[str]]:
    """Yield the pieces of each object of the dataset."""
    for graph, descriptions in document.graphs:
        if not graph:
            yield from _objects(descriptions, nodes, "    ")
            continue
        head = _members({nodes.id_key: nodes.identifier(graph)}, "      ")
        content = _list(_objects(descriptions, nodes, "        "), "      ")
        yield [f'{{\n      {head},\n      "@graph": ', *content, "\n    }"]


def _objects(descriptions: Descriptions, nodes: Nodes, indent: str) -> Iterator[list[str]]:
    """Yield the text of each node at once: a large graph need not stand in memory as objects."""
    return ([pretty(nodes.node(*item), indent)] for item in descriptions.items())


def _nested_node(tree: Frame, nodes: Nodes) -> dict[str, Json]:
    """Return the node object of ``tree`` with its children in place."""
    children = {child.subject: _nested_node(child, nodes) for child in tree.objects}
    node = nodes.node(tree.subject, tree.properties, children)
    for iri, frames in tree.subjects.items():
        records: list[Json] = [_nested_node(child, nodes) for child in frames]
        node[nodes.inverse_key(iri)] = records
    if tree.unconnected:
        node["@included"] = [_nested_node(child, nodes) for child in tree.unconnected]
    return node


def _context(context: dict[str, Json]) -> str:
    """Return ``context`` with one term a line."""
    entries = [f"{pretty(name)}: {_definition(d)}" for name, d in context.items()]
    return "{\n    " + ",\n    ".join(entries) + "\n  }"


def _definition(definition: Json) -> str:
    return pretty(definition) if isinstance(definition, str) else _ENCODER.encode(definition)


def _members(node: dict[str, Json], indent: str) -> str:
    """Return ``node`` without its braces."""
    return pretty(node, indent[:-2])[1:-1].strip() if node else ""


def _list(items: Iterable[list[str]], indent: str) -> list[str]:
    """Return the pieces of a list, given those of each item."""
    begin, between = f"[\n{indent}  ", f",\n{indent}  "
    pieces: list[str] = []
    for item in items:
        pieces.append(between if pieces else begin)
        pieces += item
    return [*pieces, f"\n{indent}]"] if pieces else ["[]"]
