"""A seventh RDF syntax, in the table before any other module reads it: one line, writer and parser.

Oxigraph does not know it: a statement ends with ``!``, and named graphs are carried.

Python imports this module when it starts, where this folder is in ``PYTHONPATH``.
"""

import re
from collections.abc import Iterator

import pyoxigraph as ox

from crosswalk_rdf.serialization import syntaxes
from crosswalk_rdf.serialization.document import Document


def write_toy(document: Document) -> Iterator[str]:
    yield "# toy\n"
    yield from (f"{line} !\n" for line in document.lines)


def read_toy(data: bytes, base: str | None) -> Iterator[ox.Quad]:
    lines = re.sub(rb" !$", b" .", data, flags=re.MULTILINE)
    return ox.parse(lines, ox.RdfFormat.N_QUADS, base_iri=base, rename_blank_nodes=True)


syntaxes.SYNTAXES = (  # type: ignore[misc]
    *syntaxes.SYNTAXES,
    syntaxes.Syntax("toy", "Toy", "text/x-toy", ".toy", "https://example.org/Toy", True,
                    read_toy, write_toy),
)  # fmt: skip
