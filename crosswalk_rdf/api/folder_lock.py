"""Temporary folders of builds: locked while a build is alive, removed once it is not."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows: nothing is locked there, and nothing removed
    fcntl = None  # type: ignore[assignment]

_RANDOM: Final = "[a-z0-9_]{8}"
"""What :func:`tempfile.mkdtemp` adds to a prefix."""


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Yield a new folder beside ``target``, and remove what is there in the end; raise OSError.

    Folders that builds of ``target`` left behind because they were killed are removed first.
    """
    remove_abandoned(target)
    folder, descriptor = _locked_folder(target)
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)


def remove_abandoned(target: Path) -> None:
    """Remove the temporary folders of builds of ``target`` that no process has locked."""
    if fcntl is None:
        return
    name = re.compile(rf"\.{re.escape(target.name)}-{_RANDOM}")
    for folder in sorted(target.parent.iterdir()):
        if name.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            _remove_unless_locked(folder)


def _locked_folder(target: Path) -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        descriptor = os.open(folder, os.O_RDONLY)
        _lock(descriptor)
        if folder.exists():
            return folder, descriptor
        os.close(descriptor)  # another build took it for abandoned before it was locked


def _remove_unless_locked(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # removed meanwhile, or of another user
        return
    if _lock(descriptor):
        shutil.rmtree(folder, ignore_errors=True)
    os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Lock what is open; return False where another process has, or the file system does not."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
