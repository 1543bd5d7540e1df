"""Write files to disk atomically: all of them or none."""

import ctypes
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from crosswalk_rdf.api.folder_lock import fresh_folder
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.published_file import SharedFiles

MARK = "validation/report.ttl"
"""A file that every build contains; a build never replaces a folder without it."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotABuild(CrosswalkError):
    """A folder that was not written by a build, and therefore must not be replaced."""


class FreshFolder(SharedFiles):
    """Files by path, each written to a new folder as soon as it is set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._top = f"{folder}/"
        self._folders: set[str] = set()

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file piece by piece."""
        with Path(self._path(name)).open("wb") as stream:
            stream.writelines(pieces)

    def __setitem__(self, name: str, content: bytes) -> None:
        rest = memoryview(content)
        with FileIO(self._path(name), "wb") as stream:
            while rest:
                rest = rest[stream.write(rest) :]

    def _path(self, name: str) -> str:
        """Return the path of a file; its folder is there afterwards."""
        above = name.rpartition("/")[0]
        if above not in self._folders:
            (self.folder / above).mkdir(parents=True, exist_ok=True)
            self._folders.add(above)
        return self._top + name

    def __getitem__(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise KeyError(name) from error

    def __delitem__(self, name: str) -> None:
        (self.folder / name).unlink()

    def __iter__(self) -> Iterator[str]:
        for folder, _, names in os.walk(self.folder):
            for name in names:
                yield (Path(folder) / name).relative_to(self.folder).as_posix()

    def __len__(self) -> int:
        return sum(len(names) for _, _, names in os.walk(self.folder))


@contextmanager
def atomic_folder(target: Path) -> Iterator[FreshFolder]:
    """Yield a mapping for the files of the folder ``target``, which replace an earlier build's.

    Everything is written to a temporary folder beside it, and the two are swapped at the end.
    Raises :class:`NotABuild` for a folder that was not written by a build, and :class:`OSError`.
    The old folder stays intact in either case, and when the body of the ``with`` block raises. What
    a killed build left behind is removed.
    """
    check_replaceable(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with fresh_folder(target) as fresh:
        yield FreshFolder(fresh)
        _replace_folder(fresh, target)


def check_replaceable(target: Path) -> None:
    """Raise :class:`NotABuild` if ``target`` has content that was not written by a build."""
    occupied = target.exists() and (not target.is_dir() or any(target.iterdir()))
    if occupied and not (target / MARK).is_file():
        raise NotABuild(f"{target} was not written by a build: name another folder")


def replace_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write ``files`` below ``folder``, each whole; none is replaced before all are written."""
    fresh: dict[Path, Path] = {}
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
            fresh[Path(temporary)] = path
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(0o644)
        for temporary_path, path in fresh.items():
            temporary_path.replace(path)
    finally:
        for temporary_path in fresh:
            temporary_path.unlink(missing_ok=True)


def _replace_folder(fresh: Path, target: Path) -> None:
    """Move ``fresh`` to ``target``; the previous content of ``target`` ends up at ``fresh``."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange_folders(fresh, target):
        old = fresh.with_name(f"{fresh.name}-old")
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise
        old.rename(fresh)


def _exchange_folders(first: Path, second: Path) -> bool:
    """Swap two folders in one system call (Linux, renameat2); return False if that fails."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    status: int = rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    return status == 0
