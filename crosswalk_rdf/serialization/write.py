"""Quads to bytes, in any syntax of the table; the order of the quads makes no difference."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from crosswalk_rdf.serialization.context import Context, Json
from crosswalk_rdf.serialization.document import Document, canonical
from crosswalk_rdf.serialization.jsonld import node_object
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import Syntax


def serialize(
    quads: Iterable[ox.Quad],
    syntax: Syntax,
    *,
    prefixes: Mapping[str, str],
    context: Context,
    root: str | None = None,
) -> bytes:
    """Return ``quads`` in ``syntax``, as UTF-8.

    A syntax without named graphs merges them, and so does JSON-LD with a ``root``: the IRI of the
    one resource that the document is about. ``prefixes`` are declared where they are used. Either
    may come as terms of rdflib.
    Raises UnwritableGraph for what ``syntax`` cannot carry.
    """
    (_, data), *_ = serialize_each(quads, [syntax], Naming(prefixes, context), root=root)
    return data


def node_description(quads: Iterable[ox.Quad], root: str, naming: Naming) -> dict[str, Json]:
    """Return what ``quads`` say of ``root`` as one object of JSON-LD 1.1, its context inline."""
    return node_object(Document(canonical(tuple(quads), merge=True), naming, str(root)))


def serialize_each(
    quads: Iterable[ox.Quad],
    syntaxes: Iterable[Syntax],
    naming: Naming,
    root: str | None = None,
) -> Iterator[tuple[Syntax, bytes]]:
    """Yield ``quads`` in each of ``syntaxes``, as :func:`serialize` does, the work shared."""
    for syntax, pieces in pieces_of_each(quads, syntaxes, naming, root):
        yield syntax, b"".join(pieces)


def pieces_of_each(
    quads: Iterable[ox.Quad],
    syntaxes: Iterable[Syntax],
    naming: Naming,
    root: str | None = None,
) -> Iterator[tuple[Syntax, Iterator[bytes]]]:
    """Yield the same in pieces, to be taken before the next syntax; merging syntaxes come first.

    An iterable that can be iterated more than once, such as a store, is not copied to memory.
    """
    source = tuple(quads) if isinstance(quads, Iterator) else quads
    plain = all(isinstance(quad.graph_name, ox.DefaultGraph) for quad in source)
    about = None if root is None else str(root)

    def merges(syntax: Syntax) -> bool:
        return plain or not syntax.quads or (root is not None and syntax.documents)

    for merge, group in groupby(sorted(syntaxes, key=merges, reverse=True), key=merges):
        yield from _write_syntaxes(Document(canonical(source, merge=merge), naming, about), group)


def _write_syntaxes(
    document: Document, syntaxes: Iterable[Syntax]
) -> Iterator[tuple[Syntax, Iterator[bytes]]]:
    for syntax in syntaxes:
        yield syntax, (piece.encode() for piece in syntax.write(document))
