"""Quads to bytes, in any syntax of the table; the order of the quads makes no difference."""

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.document import Document, settled
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
    may come as terms of rdflib (which do not equal plain strings: they are made plain here).
    Raises Unwritable for what ``syntax`` cannot carry.
    """
    merge = not syntax.quads or (root is not None and syntax.name == "json-ld")
    document = Document(
        lines=settled(quads, merge=merge),
        prefixes={str(prefix): str(namespace) for prefix, namespace in prefixes.items()},
        context=context,
        root=None if root is None else str(root),
    )
    return syntax.write(document).encode()
