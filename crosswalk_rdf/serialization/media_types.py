"""The one table of media types of files: that of RDF syntaxes, and of everything else."""

from typing import Final

from crosswalk_rdf.serialization.syntaxes import SYNTAXES

MEDIA_TYPES: Final = (
    ("text/html", ("html",)),
    *((syntax.media_type, (syntax.suffix[1:],)) for syntax in SYNTAXES),
    ("application/sparql-query", ("rq",)),
    ("text/tab-separated-values", ("tsv",)),
    ("text/csv", ("csv",)),
    ("text/plain", ("txt", "md")),
    ("text/css", ("css",)),
    ("text/javascript", ("js", "mjs")),
    ("application/json", ("json",)),
    ("application/x-ndjson", ("ndjson",)),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    ("application/xml", ("xml",)),
    ("application/atom+xml", ("atom",)),
    ("application/wasm", ("wasm",)),
    ("application/gzip", ("gz",)),
    ("image/svg+xml", ("svg",)),
    ("image/png", ("png",)),
    ("image/jpeg", ("jpg", "jpeg")),
    ("image/webp", ("webp",)),
    ("image/x-icon", ("ico",)),
    ("font/woff2", ("woff2",)),
)

BY_PATH: Final = {".well-known/void": "text/turtle", "checksums.sha256": "text/plain"}
"""Files whose media type does not follow from their suffix."""

_BY_SUFFIX: Final = {suffix: type for type, suffixes in MEDIA_TYPES for suffix in suffixes}
_LIKE_TEXT: Final = ("json", "xml", "triples", "quads", "trig")
_COMPRESSIBLE: Final = ("application/sparql-query", "application/wasm")


def media_type_of(path: str) -> str | None:
    """Return the media type of the file at ``path``, without parameters; None if unknown."""
    if path in BY_PATH:
        return BY_PATH[path]
    name = path.rpartition("/")[2]
    return _BY_SUFFIX.get(name.rpartition(".")[2]) if "." in name else None


def with_charset(media_type: str) -> str:
    """Return ``media_type`` as a header says it: text is UTF-8."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def is_compressible(media_type: str) -> bool:
    """Return whether content of ``media_type``, without parameters, gets shorter by gzip."""
    is_text = media_type.startswith("text/") or media_type.endswith(_LIKE_TEXT)
    return is_text or media_type in _COMPRESSIBLE
