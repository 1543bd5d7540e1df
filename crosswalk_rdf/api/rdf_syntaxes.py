"""RDF files from one syntax to another."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.document import UnwritableGraph
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from crosswalk_rdf.serialization.write import serialize

RDF_SYNTAXES: Final = {syntax.name: syntax for syntax in SYNTAXES}


def rdf_syntax(name: str | None, path: Path) -> Syntax | None:
    """Return the RDF syntax that ``name`` or the suffix of ``path`` stands for, if one does.

    A suffix of several parts belongs to a format, whatever its last part: ``.skos.ttl``.
    """
    if name:
        return RDF_SYNTAXES.get(name)
    lower = path.name.lower()
    longer = (s for f in formats() for s in f.suffixes if s.count(".") > 1)
    if lower.endswith(tuple(longer)):
        return None
    return next((syntax for syntax in SYNTAXES if syntax.suffix == path.suffix.lower()), None)


def reserialized(source: Path, before: Syntax, after: Syntax, base: str | None) -> bytes:
    """Return every triple of a file in another syntax.

    Raises InputFaults, OSError, and UnwritableGraph, which names the file.
    """
    quads = parse(source.read_bytes(), before, base=base, file=str(source))
    try:
        return serialized(quads, after)
    except UnwritableGraph as error:
        raise UnwritableGraph(f"{source}: {error}") from error


def serialized(quads: Iterable[ox.Quad], syntax: Syntax) -> bytes:
    """Return ``quads`` in ``syntax`` with the prefixes and the context of the product."""
    context = parse_context(load_library().context)
    return serialize(quads, syntax, prefixes=PREFIXES, context=context)
