"""Files to download, and those of them that are in foreign formats."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.serialization.media_types import media_type_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file to download."""

    path: str
    format: str
    """The name of its syntax or format: ``Turtle``."""
    media_type: str
    size: int
    checksum: str
    """SHA-256, hexadecimal."""
    graphs: bool = False
    """It keeps the named graphs apart."""

    @property
    def name(self) -> str:
        """The name without folders."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignView:
    """Foreign formats that share a folder, and the files in it that are worth a line each."""

    folder: str
    formats: Sequence[Format]
    files: Sequence[FileView]


def foreign_views(files: Mapping[str, bytes]) -> list[ForeignView]:
    """Return the files of foreign formats by folder; not those of single statements."""
    found: dict[str, list[Format]] = {}
    for known in formats():
        if known.publish is not None:
            found.setdefault(known.folder, []).append(known)
    views = []
    for folder, sharing in sorted(found.items()):
        listed = [_view(path, files[path], sharing) for path in sorted(_listed(files, folder))]
        used = [known for known in sharing if any(f.format == known.title for f in listed)]
        if listed:
            views.append(ForeignView(folder=folder, formats=used, files=listed))
    return views


def _listed(files: Mapping[str, bytes], folder: str) -> Iterator[str]:
    depth = 2 if folder == "sssom" else 1
    for path in files:
        inside = path.startswith(f"{folder}/") and path.count("/") == depth
        if inside and not path.endswith(".sssom.tsv"):
            yield path


def _view(path: str, content: bytes, sharing: Sequence[Format]) -> FileView:
    """Return a file; its format is the one whose suffix it has, else the first of its folder."""
    own = next((f for f in sharing if path.endswith(f.suffixes[0])), None)
    known = own or sharing[0]
    return FileView(
        path=path,
        format=known.title,
        media_type=known.media_type if own else media_type_of(path) or known.media_type,
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
    )
