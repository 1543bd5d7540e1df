"""A version of a publication, as it was published: a built folder, or a dump."""

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError, InputFaults
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, UnknownSyntax, by_suffix
from crosswalk_rdf.store.embedded import new_store

CHANGES: Final = "changes.nt"
"""The file of a built folder that holds its tombstones."""


class UnreadablePrevious(CrosswalkError):
    """A build or a dump that does not exist or cannot be read."""


@dataclass(frozen=True, slots=True)
class Previous:
    """An earlier version: everything that it published, and its tombstones."""

    name: str
    """What the user called it."""
    quads: ox.Store
    tombstones: ox.Store


def load_dump(path: Path) -> ox.Store:
    """Return everything that the folder of a build, or the dump, at ``path`` holds.

    Raises :class:`UnreadablePrevious`.
    """
    return _read(_dump(path) if path.is_dir() else path)


def load_previous(path: Path) -> Previous:
    """Return the earlier version at ``path``; raise :class:`UnreadablePrevious`."""
    changes = path / CHANGES
    tombstones = _read(changes) if changes.is_file() else new_store()
    return Previous(str(path), load_dump(path), tombstones)


def _dump(folder: Path) -> Path:
    """Return the dump of everything in a built folder."""
    for syntax in sorted(SYNTAXES, key=_preference):
        pattern = f"*{syntax.suffix}"
        dumps = sorted(
            path for end in ("", ".gz") for path in (folder / "dumps").glob(pattern + end)
        )
        if len(dumps) == 1:
            return dumps[0]
        if dumps:
            names = ", ".join(file.name for file in dumps)
            raise UnreadablePrevious(f"{folder} has several dumps ({names}): name one of them")
    raise UnreadablePrevious(f"{folder} holds no dump: name a folder that build wrote, or a dump")


def _preference(syntax: Syntax) -> tuple[bool, bool]:
    """Return what sorts the syntaxes with named graphs first, and the fastest of them."""
    return not syntax.quads, not syntax.line_based


def _read(path: Path) -> ox.Store:
    try:
        content = path.read_bytes()
        name = path.name.removesuffix(".gz")
        data = gzip.decompress(content) if path.suffix == ".gz" else content
        store = new_store()
        store.bulk_extend(parse(data, by_suffix(name), file=str(path)))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadablePrevious(
            f"{path}: {reason}: name a folder that build wrote, or a dump"
        ) from error
    except (EOFError, zlib.error) as error:
        raise UnreadablePrevious(f"{path}: not gzip: {error}; fetch it again") from error
    except UnknownSyntax as error:
        raise UnreadablePrevious(f"{path}: {error}") from error
    except InputFaults as error:
        raise UnreadablePrevious(str(error.faults[0])) from error
    return store
