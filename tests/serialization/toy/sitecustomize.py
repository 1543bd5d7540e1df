"""A seventh RDF syntax, in the table before any other module reads it: one line, and its writer.

Python imports this module when it starts, where this folder is in ``PYTHONPATH``.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from crosswalk_rdf.serialization import syntaxes
from crosswalk_rdf.serialization.document import Document
from crosswalk_rdf.serialization.ntriples import write_lines


def write_toy(document: Document) -> Iterator[str]:
    yield "# toy\n"
    yield from write_lines(document)


syntaxes.SYNTAXES = (  # type: ignore[misc]
    *syntaxes.SYNTAXES,
    syntaxes.Syntax("toy", "Toy", "text/x-toy", ".toy", "https://example.org/Toy", False,
                    ox.RdfFormat.N_TRIPLES, write_toy),
)  # fmt: skip
