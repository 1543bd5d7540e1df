"""Where each thing is published: one path for each resource, graph and dump."""

from pathlib import PurePosixPath
from urllib.parse import unquote

from crosswalk_rdf.graph.dataset import Dump
from crosswalk_rdf.model import Publication
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax

TRIPLE_SYNTAXES = tuple(s for s in SYNTAXES if not s.quads or s.name == "json-ld")
"""The syntaxes of one graph or one resource; those of quads alone are for the whole dataset."""


def dump_path(publication: Publication, syntax: Syntax) -> str:
    """Return the path of the whole dataset."""
    return f"dumps/{publication.id}{syntax.suffix}"


def graph_path(name: str, syntax: Syntax) -> str:
    """Return the path of one named graph."""
    return f"graph/{name}{syntax.suffix}"


def resource_path(local: str, syntax: Syntax) -> str:
    """Return the path of the resource whose IRI is the base followed by ``local``.

    Percent-encoded characters are decoded, as a web server does before it looks for a file; a
    segment that would then lead elsewhere stays as it is.
    """
    return "/".join(map(_segment, local.split("/"))) + syntax.suffix


def dumps(publication: Publication) -> tuple[Dump, ...]:
    """Return the dumps of the whole dataset."""
    return tuple(
        Dump(path=dump_path(publication, syntax), media_type=syntax.media_type)
        for syntax in SYNTAXES
    )


def graph_dumps(name: str) -> tuple[Dump, ...]:
    """Return the dumps of one named graph."""
    return tuple(
        Dump(path=graph_path(name, syntax), media_type=syntax.media_type)
        for syntax in TRIPLE_SYNTAXES
    )


def _segment(segment: str) -> str:
    decoded = unquote(segment)
    unsafe = decoded in ("", ".", "..") or "\x00" in decoded
    return segment if unsafe or PurePosixPath(decoded).name != decoded else decoded
