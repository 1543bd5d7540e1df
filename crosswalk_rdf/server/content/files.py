"""Files to one piece of memory that outlives them: a new build may replace the folder meanwhile.

What is in it is a file without a name, mapped into memory: the system keeps in memory what is asked
for, and gives the rest back when it needs room.
"""

import mmap
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file as it was when it was taken up."""

    content: memoryview
    etag: str
    """The strong validator of its content, with its quotation marks."""
    modified: int
    """When it was written, in seconds since 1970 (UTC)."""


def packed(folder: Path) -> dict[str, ServedFile]:
    """Return every file below ``folder``, by its path with slashes; raises OSError.

    A link to a file is followed, a link to a folder is not: nothing leads out of the folder twice.
    """
    places: list[tuple[str, int, int, str, int]] = []
    with tempfile.TemporaryFile() as pack:
        start = 0
        for path in _files(folder):
            content = path.read_bytes()
            pack.write(content)
            etag = f'"{sha256(content).hexdigest()[:32]}"'
            name = path.relative_to(folder).as_posix()
            places.append((name, start, len(content), etag, int(path.stat().st_mtime)))
            start += len(content)
        pack.flush()
        whole = _mapped(pack.fileno(), start)
    return {
        name: ServedFile(whole[start : start + length], etag, modified)
        for name, start, length, etag, modified in places
    }


def _mapped(descriptor: int, size: int) -> memoryview:
    return memoryview(mmap.mmap(descriptor, size, access=mmap.ACCESS_READ) if size else b"")


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place) / name for name in sorted(names))
