"""What the formats of a build have published of each resource, found by its IRI.

Only the places of the pieces are kept, so that a large publication costs little.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from crosswalk_rdf.server.content.build import ServedBuild
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.endpoints.resources.profiles import (
    CASE,
    JSKOS,
    OPEN_BADGES,
    SCHEMA,
    Profile,
)
from crosswalk_rdf.server.service import Service

_STRING: Final = rb'("(?:[^"\\]|\\.)*")'
_URI: Final = re.compile(rb'"uri": ?' + _STRING)
_TARGET: Final = re.compile(rb'"targetUrl": ?' + _STRING)
_LINE: Final = re.compile(rb"[^\n]+")
_CASE: Final = re.compile(
    "ims/case/v1p1/(?:CFItems|CFAssociations|CFDocuments|CFAssociationGroupings)/[^/.]+"
)
_JSKOS: Final = re.compile(r"jskos/[^/]+\.(?:scheme\.json|ndjson)")
_BADGE: Final = re.compile(r"open-badges/[^/]+/.+\.json")
_TERMS: Final = re.compile(r"schema-org/[^/]+\.jsonld")
_ROOT: Final = re.compile(rb'^  "@id": ' + _STRING, re.MULTILINE)
_LIST: Final = re.compile(rb'^  "hasDefinedTerm": \[$', re.MULTILINE)
_TERM: Final = re.compile(
    rb'^    \{\n      "@id": ' + _STRING + rb"[^\n]*(?:\n      [^\n]*)*\n    \}", re.MULTILINE
)
"""A node of a list at the top of a document that is indented by two."""
_CONTEXT: Final = "@context"

Places = dict[tuple[str, Profile], "Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a part of one."""

    file: str
    start: int = 0
    end: int | None = None
    needs_context: bool = False
    """It is a node of a JSON-LD document, whose context goes with it."""


def pieces(service: Service) -> Places:
    """Return the place of each description by IRI and profile; for ``service.cached``."""
    found: Places = {}
    for file, packed in service.build.files.items():
        for iri, profile, piece in _pieces(file, packed):
            found.setdefault((iri, profile), piece)
    return found


def _pieces(file: str, packed: ServedFile) -> Iterator[tuple[str, Profile, Piece]]:
    if _CASE.fullmatch(file):
        yield from _whole(file, packed, _URI, CASE)
    elif _BADGE.fullmatch(file):
        yield from _whole(file, packed, _TARGET, OPEN_BADGES)
    elif _TERMS.fullmatch(file):
        yield from _terms(file, packed)
    elif _JSKOS.fullmatch(file) and file.endswith(".ndjson"):
        for line in _LINE.finditer(packed.content):
            if found := _URI.search(packed.content, line.start(), line.end()):
                yield _text(found), JSKOS, Piece(file, line.start(), line.end())
    elif _JSKOS.fullmatch(file):
        yield from _whole(file, packed, _URI, JSKOS)


def _whole(
    file: str, packed: ServedFile, name: re.Pattern[bytes], profile: Profile
) -> Iterator[tuple[str, Profile, Piece]]:
    if found := name.search(packed.content):
        yield _text(found), profile, Piece(file)


def _terms(file: str, packed: ServedFile) -> Iterator[tuple[str, Profile, Piece]]:
    """Yield a framework or a crosswalk, which is the document, and each term in it."""
    yield from _whole(file, packed, _ROOT, SCHEMA)
    if listed := _LIST.search(packed.content):
        for term in _TERM.finditer(packed.content, listed.end()):
            yield _text(term), SCHEMA, Piece(file, term.start(), term.end(), needs_context=True)


def _text(found: re.Match[bytes]) -> str:
    return str(json.loads(found[1]))


def content(build: ServedBuild, piece: Piece) -> ServedFile:
    """Return what stands in ``piece``, as a document of its own."""
    whole = build.files[piece.file]
    if piece.end is None:
        return whole
    part = whole.content[piece.start : piece.end]
    if piece.needs_context:
        context = json.loads(bytes(whole.content))[_CONTEXT]
        node = json.loads(bytes(part))
        part = memoryview(
            json.dumps({_CONTEXT: context, **node}, ensure_ascii=False, indent=2).encode() + b"\n"
        )
    return ServedFile(part, f'"{sha256(part).hexdigest()[:32]}"', whole.modified)
