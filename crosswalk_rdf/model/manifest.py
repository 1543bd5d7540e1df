"""What a finished build says of itself, so that a service can take it up: ``service.json``."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final

from crosswalk_rdf.errors import CrosswalkError

FILE: Final = "service.json"
_NUMBERS: Final = ("files", "bytes")


class BadManifest(CrosswalkError):
    """A manifest that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The facts of a build that its service needs and that stand in no other file alone."""

    base: str
    """The IRI that all of the publication's own begin with."""
    id: str
    title: str
    language: str
    """BCP 47, of the title."""
    version: str
    modified: str
    """The date of the version, as the publication's metadata have it (``xsd:date``)."""
    url: str | None
    """Where the site stands, if that is not the base."""
    creator: str
    """The name of who publishes it."""
    dump: str
    """The path of the whole dataset as N-Quads; ends in ``.gz`` where that is compressed."""
    files: int
    """How many files the build has beside this one."""
    bytes: int
    """How long they are together."""


def write_manifest(manifest: Manifest) -> bytes:
    """Return ``manifest`` as a file."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=2).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest in ``data``; raise :class:`BadManifest` that says what is wrong."""
    try:
        members = json.loads(data)
    except ValueError as error:
        raise BadManifest(f"{FILE}: no JSON: {error}; build the publication again") from error
    wanted = [field.name for field in fields(Manifest)]
    if not isinstance(members, Mapping) or set(members) != set(wanted):
        raise BadManifest(
            f"{FILE}: it is to hold {', '.join(wanted)} and nothing else: build the publication "
            "again, with the version of crosswalk-rdf that is to serve it"
        )
    for name in wanted:
        expected = int if name in _NUMBERS else str
        if not isinstance(members[name], expected) and (name != "url" or members[name] is not None):
            raise BadManifest(f"{FILE}: {name} is {members[name]!r}: build the publication again")
    return Manifest(**members)
