"""Where each thing is published: one path for each resource, graph and dump."""

from crosswalk_rdf.graph.dataset import Dump
from crosswalk_rdf.model import Publication
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, document_syntaxes

MAX_UNCOMPRESSED_STATEMENTS = 2_000
"""A publication with more statements has its dumps and graphs compressed."""

COMPRESSED_SUFFIX = ".gz"


def is_compressed(publication: Publication) -> bool:
    """Return whether the dumps and graphs of ``publication`` are compressed (RFC 1952)."""
    return sum(len(f.statements) for f in publication.frameworks) > MAX_UNCOMPRESSED_STATEMENTS


def dump_path(publication: Publication, syntax: Syntax) -> str:
    """Return the path of the whole dataset."""
    return f"dumps/{publication.id}{syntax.suffix}{_compression_suffix(publication)}"


def graph_path(publication: Publication, name: str, syntax: Syntax) -> str:
    """Return the path of one named graph."""
    return f"graph/{name}{syntax.suffix}{_compression_suffix(publication)}"


def dumps(publication: Publication) -> tuple[Dump, ...]:
    """Return the dumps of the whole dataset."""
    return tuple(_dump(publication, dump_path(publication, syntax), syntax) for syntax in SYNTAXES)


def graph_dumps(publication: Publication, name: str) -> tuple[Dump, ...]:
    """Return the dumps of one named graph."""
    return tuple(
        _dump(publication, graph_path(publication, name, syntax), syntax)
        for syntax in document_syntaxes()
    )


def _dump(publication: Publication, path: str, syntax: Syntax) -> Dump:
    return Dump(path=path, media_type=syntax.media_type, compressed=is_compressed(publication))


def _compression_suffix(publication: Publication) -> str:
    return COMPRESSED_SUFFIX if is_compressed(publication) else ""
