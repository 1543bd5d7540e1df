"""What in a publication's folder leads out of it: it may be that of a stranger."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import Fault

_PARTS: Final = ("data", "ontology", "queries", "shapes", "site")
"""The folders that a build reads."""


def is_inside(folder: Path, path: Path) -> bool:
    """Return whether ``path`` is inside ``folder``, all links followed."""
    return path.resolve().is_relative_to(folder.resolve())


def boundary_faults(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each link out of ``folder``, and for what is neither file nor folder.

    A link could publish any file of the machine; a pipe or device would be read without end.
    """
    for path in _paths(folder):
        name = path.relative_to(folder).as_posix()
        if not is_inside(folder, path):
            message = "leads out of the publication's folder: put the file itself here"
            yield Fault(name, 0, 0, message)
        elif not path.is_symlink() and _is_special(path):
            yield Fault(name, 0, 0, "is no regular file (a pipe, socket or device): remove it")


def _paths(folder: Path) -> Iterator[Path]:
    """Yield what is a link or special in the parts of ``folder`` that a build reads, sorted."""
    for part in _PARTS:
        top = folder / part
        if top.is_symlink():
            yield top
        for below, folders, files in os.walk(top):
            folders.sort()
            for name in sorted((*folders, *files)):
                path = Path(below, name)
                if path.is_symlink() or _is_special(path):
                    yield path


def _is_special(path: Path) -> bool:
    mode = path.lstat().st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode))
