"""Files to download, and those of them that are in foreign formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model.build_index import FileEntry, Index
from crosswalk_rdf.model.published_file import Role


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
class ExportView:
    """Foreign formats that share a folder, and the files in it that are worth a line each."""

    folder: str
    formats: Sequence[Format]
    files: Sequence[FileView]


def export_views(index: Index) -> list[ExportView]:
    """Return the files of foreign formats by folder; not those of single statements."""
    folders: dict[str, list[Format]] = {}
    for format in formats():
        if format.publish is not None:
            folders.setdefault(format.folder, []).append(format)
    titles = {format.name: format.title for format in formats()}
    views = []
    for folder, formats_of_folder in sorted(folders.items()):
        file_views = [
            file_view(entry, format=titles[entry.kind.profile])
            for entry in sorted(_entries_of_folder(index, folder))
        ]
        formats_in_use = [
            format
            for format in formats_of_folder
            if any(f.format == format.title for f in file_views)
        ]
        if file_views:
            views.append(ExportView(folder=folder, formats=formats_in_use, files=file_views))
    return views


def _entries_of_folder(index: Index, folder: str) -> Iterator[FileEntry]:
    depth = 2 if folder == "sssom" else 1
    for path, entry in index.items():
        inside = path.startswith(f"{folder}/") and path.count("/") == depth
        if inside and entry.role in (Role.EXPORT, Role.REPRESENTATION):
            yield entry


def file_view(entry: FileEntry, format: str, *, graphs: bool = False) -> FileView:
    """Return a file of the index, in the syntax or format of that name."""
    return FileView(
        path=entry.path,
        format=format,
        media_type=entry.media_type,
        size=entry.size,
        checksum=entry.sha256,
        graphs=graphs,
    )
