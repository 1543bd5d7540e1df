"""A new publication that builds at once."""

import re
import uuid
from os import PathLike
from pathlib import Path
from typing import Final

from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.api.errors import FolderInUse
from crosswalk_rdf.project.library import starter_files

_UUID: Final = re.compile(rb"@uuid@")


def init(folder: str | PathLike[str]) -> tuple[Path, ...]:
    """Write a small publication: two frameworks and a crosswalk, ready to be edited.

    Args:
        folder: A new folder, or an empty one.

    Returns:
        The files that were written.

    Raises:
        FolderInUse: The folder is not empty.
        OSError: A file cannot be written.
    """
    path = Path(folder)
    if path.exists() and any(path.iterdir()):
        raise FolderInUse(f"{path} is not empty: name a new folder")
    files = {
        name: _UUID.sub(lambda _: str(uuid.uuid4()).encode(), content)
        for name, content in starter_files().items()
    }
    replace_files(files, path)
    return tuple(path / name for name in files)
