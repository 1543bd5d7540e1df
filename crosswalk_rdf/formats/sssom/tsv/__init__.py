"""SSSOM/TSV 1.1: bytes to a :class:`Document` and back, in canonical form.

:func:`read` reports every fault of a file and drops nothing; :func:`read_leniently` repairs what it
can and says how; :func:`write` gives the one canonical spelling of a document. None touches the
disk.
"""

from crosswalk_rdf.formats.sssom.tsv.canonical import UnwritableDocument
from crosswalk_rdf.formats.sssom.tsv.document import (
    BUILT_IN_PREFIXES,
    Document,
    ExtensionDefinition,
    Record,
    UndeclaredPrefix,
)
from crosswalk_rdf.formats.sssom.tsv.read import read, read_leniently
from crosswalk_rdf.formats.sssom.tsv.write import write

__all__ = [
    "BUILT_IN_PREFIXES",
    "Document",
    "ExtensionDefinition",
    "Record",
    "UndeclaredPrefix",
    "UnwritableDocument",
    "read",
    "read_leniently",
    "write",
]
