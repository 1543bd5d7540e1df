"""Files to one piece of memory that outlives them: a new build may replace the folder meanwhile.

The memory is an unnamed file, mapped: the system reads what is used, and may drop the rest when it
needs memory.
"""

import mmap
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from crosswalk_rdf.model.build_index import FileKind
from crosswalk_rdf.model.published_file import Role

UNLISTED: Final = FileKind(Role.EXPORT, "")
"""The kind of a file that no index lists, or that the service has generated."""
_ETAG_DIGITS: Final = 32


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file as it was when the build was loaded, with what the index says of it."""

    content: memoryview
    digest: bytes
    """SHA-256 of the content."""
    modified: int
    """When it was written, in seconds since 1970 (UTC)."""
    kind: FileKind = UNLISTED
    about: tuple[str, ...] = ()
    """The IRIs of the resources that it describes."""

    @property
    def validator(self) -> str:
        """What tells its content from any other: the first 32 hexadecimal digits of the digest."""
        return self.digest.hex()[:_ETAG_DIGITS]

    @property
    def etag(self) -> str:
        """The strong validator of its content, with its quotation marks."""
        return f'"{self.validator}"'


def generated_file(content: bytes | memoryview, modified: int) -> ServedFile:
    """Return ``content``, which the service made of files of the build, as a file."""
    return ServedFile(memoryview(content), sha256(content).digest(), modified)


class _Extent(NamedTuple):
    """A file and its part of the common memory."""

    path: str
    start: int
    size: int
    digest: bytes
    modified: int


def read_files(folder: Path) -> dict[str, ServedFile]:
    """Return every regular file below ``folder``, by its path with slashes; raises OSError.

    A link to a file is followed, a link to a folder is not: no file is read twice. Pipes, sockets
    and devices are passed over: to read one may never end.
    """
    extents: list[_Extent] = []
    with tempfile.TemporaryFile() as memory_file:
        start = 0
        for file in _files(folder):
            content = _content(file)
            memory_file.write(content)
            path, modified = file.relative_to(folder).as_posix(), int(file.stat().st_mtime)
            extents.append(_Extent(path, start, len(content), sha256(content).digest(), modified))
            start += len(content)
        memory_file.flush()
        memory = _mapped(memory_file.fileno(), start)
    return {
        extent.path: ServedFile(
            memory[extent.start : extent.start + extent.size], extent.digest, extent.modified
        )
        for extent in extents
    }


def _content(path: Path) -> bytes:
    """Return the content of a file; nothing of a pipe that took its place just now."""
    with open(path, "rb", opener=_open) as file:
        return file.read() or b""


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def _mapped(descriptor: int, size: int) -> memoryview:
    return memoryview(mmap.mmap(descriptor, size, access=mmap.ACCESS_READ) if size else b"")


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        paths = (Path(parent) / name for name in sorted(names))
        yield from (path for path in paths if stat.S_ISREG(path.stat().st_mode))
