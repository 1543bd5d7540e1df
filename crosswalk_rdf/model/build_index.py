"""The index of a build: the role, subject, size and checksum of each file.

``build.ndjson`` (newline-delimited JSON) opens with the :class:`Manifest`; each further line is a
file, in the order of the paths. So it can be read line by line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from crosswalk_rdf.model.manifest import FILE, BadManifest, Manifest, write_manifest
from crosswalk_rdf.model.published_file import Role

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class FileKind(NamedTuple):
    """Fields that many files share, those of a ``PublishedFile``."""

    role: Role
    media_type: str
    compression: str = ""
    profile: str = ""
    language: str = ""


class FileEntry(NamedTuple):
    """One file in the index."""

    path: str
    kind: FileKind
    size: int
    """In bytes, as it is published."""
    digest: bytes
    """SHA-256."""
    about: tuple[str, ...] = ()
    """The IRIs of the resources that it describes; of NDJSON line by line."""

    @property
    def role(self) -> Role:
        """Its purpose in the build."""
        return self.kind.role

    @property
    def media_type(self) -> str:
        """Without parameters; for a compressed file that of its content."""
        return self.kind.media_type

    @property
    def sha256(self) -> str:
        """Its checksum, hexadecimal."""
        return self.digest.hex()


Index = Mapping[str, FileEntry]
"""Entries by path."""


def index_lines(manifest: Manifest, entries: Iterable[FileEntry]) -> Iterator[bytes]:
    """Yield the lines of the index, whatever the order of ``entries``."""
    yield write_manifest(manifest)
    for entry in sorted(entries):
        yield _line(entry).encode()


def _line(entry: FileEntry) -> str:
    kind = entry.kind
    values: dict[str, Any] = {"path": entry.path, "role": kind.role, "type": kind.media_type}
    values |= {"size": entry.size, "sha256": entry.sha256}
    optional = {
        "about": entry.about,
        "compression": kind.compression,
        "profile": kind.profile,
        "language": kind.language,
    }
    values |= {name: value for name, value in optional.items() if value}
    return f"{_ENCODE(values)}\n"


def read_index(lines: Iterable[bytes]) -> Iterator[FileEntry]:
    """Yield the entries in the lines of an index but the first, which ``read_manifest`` reads.

    Raises :class:`BadManifest` that names the first line that is none.
    """
    kinds: dict[FileKind, FileKind] = {}
    iris: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if number == 1:
            continue
        try:
            values = json.loads(line)
            kind = FileKind(
                Role(values["role"]),
                values["type"],
                values.get("compression", ""),
                values.get("profile", ""),
                values.get("language", ""),
            )
            about = tuple(iris.setdefault(iri, iri) for iri in values.get("about", ()))
            digest = bytes.fromhex(values["sha256"])
            kind = kinds.setdefault(kind, kind)
            path, size = values["path"], values["size"]
            if not isinstance(path, str) or not isinstance(size, int):
                raise TypeError("path is to be text, and size a number")
            yield FileEntry(path, kind, size, digest, about)
        except (ValueError, KeyError, TypeError) as error:
            raise BadManifest(
                f"{FILE}:{number}: this is no file of an index ({error}): build the publication "
                "again, with the version of crosswalk-rdf that is to serve it"
            ) from error
