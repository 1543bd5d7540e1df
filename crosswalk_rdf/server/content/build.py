"""A folder that ``build`` wrote, as a value that does not change under those who use it."""

import gzip
import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from crosswalk_rdf.dataset.paths import document_path
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.manifest import FILE, Manifest, read_manifest
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET
from crosswalk_rdf.server.content.files import ServedFile, packed

CHECKSUMS: Final = "checksums.sha256"
DATASET: Final = "dataset"


class BrokenBuild(CrosswalkError):
    """A folder that is no finished build, or not all of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedBuild:
    """Everything that one build published."""

    manifest: Manifest
    files: Mapping[str, ServedFile]
    """By path below the top."""

    @property
    def dump(self) -> bytes:
        """The whole dataset as N-Quads."""
        content = self.files[self.manifest.dump].content
        return gzip.decompress(content) if self.manifest.dump.endswith(".gz") else bytes(content)

    def document(self, local: str) -> str | None:
        """Return the path, without suffix, of the documents that describe a resource.

        ``local`` is what its IRI has after the base, without a fragment. What belongs to the
        dataset's description (distributions, activities) is described by its document. None where
        nothing is published under that IRI.
        """
        path = document_path(local)
        if f"{path}.ttl" in self.files and _is_plain(local):
            return path
        if local.startswith(PARTS_OF_THE_DATASET) and self._is_described(local):
            return DATASET
        return None

    def _is_described(self, local: str) -> bool:
        document = self.files.get(f"{DATASET}.nt")
        subject = f"<{self.manifest.base}{local}> ".encode()
        if document is None:
            return False
        content = bytes(document.content)
        return content.startswith(subject) or b"\n" + subject in content


def load_build(folder: Path) -> ServedBuild:
    """Return the build in ``folder``; raise :class:`BrokenBuild` where it is not whole.

    It is whole when it has as many files as it says, as long as they should be, and those with
    published checksums have them.
    """
    try:
        files = packed(folder)
    except OSError as error:
        raise BrokenBuild(f"{error.filename or folder}: {error.strerror or error}") from error
    if FILE not in files:
        raise BrokenBuild(
            f"{folder} holds no {FILE}, so it is no finished build: run 'crosswalk-rdf build', "
            "or name the folder that it wrote"
        )
    build = ServedBuild(manifest=read_manifest(bytes(files[FILE].content)), files=files)
    _check(build, folder)
    return build


def _check(build: ServedBuild, folder: Path) -> None:
    manifest, others = build.manifest, [f for n, f in build.files.items() if n != FILE]
    size = sum(len(file.content) for file in others)
    if len(others) < manifest.files or size < manifest.bytes:
        raise BrokenBuild(
            f"{folder} has {len(others)} files of {size} bytes, {manifest.files} of "
            f"{manifest.bytes} bytes were written: copy it whole, or build again"
        )
    for path, wanted in _checksums(build):
        file = build.files.get(path)
        if file is None or hashlib.sha256(file.content).hexdigest() != wanted:
            what = "is missing" if file is None else "is not what was written"
            raise BrokenBuild(f"{folder}/{path} {what}: copy the build whole, or build again")
    if manifest.dump not in build.files:
        raise BrokenBuild(f"{folder} lacks {manifest.dump}: build again")
    try:
        whole = build.dump
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BrokenBuild(f"{folder}/{manifest.dump}: {error}: build again") from error
    if not whole:
        raise BrokenBuild(f"{folder}/{manifest.dump} is empty: build again")


def _checksums(build: ServedBuild) -> list[tuple[str, str]]:
    listed = build.files.get(CHECKSUMS)
    lines = bytes(listed.content).decode().splitlines() if listed else []
    return [(line[66:], line[:64]) for line in lines]


def _is_plain(local: str) -> bool:
    """Return whether ``local`` is the one way to write its path that IRIs have."""
    return not any(part in ("", ".", "..") for part in unquote(local).split("/"))
