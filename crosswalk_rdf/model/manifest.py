"""The manifest of a build: the first line of its index, ``build.ndjson``."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Final

from crosswalk_rdf.errors import CrosswalkError

FILE: Final = "build.ndjson"
_TYPES: Final[Mapping[str, type]] = {"files": int, "bytes": int, "prefixes": dict}
"""The types of the fields that are not strings."""


class BadManifest(CrosswalkError):
    """A manifest that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Metadata of a build."""

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
    """The number of files, not counting the index."""
    bytes: int
    """Their total size in bytes."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Prefixes of the publication's own namespaces."""


def write_manifest(manifest: Manifest) -> bytes:
    """Return ``manifest`` as a line."""
    return json.dumps(asdict(manifest), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest in ``data``, an index or its first line.

    Raises :class:`BadManifest` that says what is wrong.
    """
    try:
        values = json.loads(data.partition(b"\n")[0])
    except ValueError as error:
        raise BadManifest(f"{FILE}: no JSON: {error}; build the publication again") from error
    names = [each.name for each in fields(Manifest)]
    if not isinstance(values, Mapping) or set(values) != set(names):
        raise BadManifest(
            f"{FILE}: it is to hold {', '.join(names)} and nothing else: build the publication "
            "again, with the version of crosswalk-rdf that is to serve it"
        )
    for name in names:
        expected_type = _TYPES.get(name, str)
        if not isinstance(values[name], expected_type) and (
            name != "url" or values[name] is not None
        ):
            raise BadManifest(f"{FILE}: {name} is {values[name]!r}: build the publication again")
    return Manifest(**values)
