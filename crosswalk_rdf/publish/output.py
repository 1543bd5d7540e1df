"""Write the files of a build, and record them in its index."""

from collections.abc import Iterable, MutableMapping
from hashlib import sha256

from crosswalk_rdf.model.build_index import FileEntry, FileKind
from crosswalk_rdf.model.published_file import PublishedFile, SharedFiles
from crosswalk_rdf.serialization.media_types import media_type_of

UNKNOWN_TYPE = "application/octet-stream"


class Output:
    """The files of a build by path, and their index."""

    def __init__(self, files: MutableMapping[str, bytes]) -> None:
        self.files = files
        self.index: dict[str, FileEntry] = {}
        self._kinds: dict[FileKind, FileKind] = {}

    def add(self, file: PublishedFile) -> FileEntry:
        """Write ``file``, add it to the index, and return its entry."""
        entry = FileEntry(
            path=file.path,
            kind=self._kind(file),
            size=len(file.content),
            digest=sha256(file.content).digest(),
            about=file.about,
        )
        self.files[file.path] = file.content
        self.index[file.path] = entry
        return entry

    def update(self, files: Iterable[PublishedFile]) -> None:
        """Add each of ``files``."""
        for file in files:
            self.add(file)

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a file without adding it to the index."""
        if isinstance(self.files, SharedFiles):
            self.files.write(path, pieces)
        else:
            self.files[path] = b"".join(pieces)

    def note(self, entries: Iterable[FileEntry]) -> None:
        """Add files to the index that another process has written."""
        for entry in entries:
            kind = self._kinds.setdefault(entry.kind, entry.kind)
            self.index[entry.path] = entry._replace(kind=kind)

    def _kind(self, file: PublishedFile) -> FileKind:
        kind = FileKind(
            role=file.role,
            media_type=file.media_type or media_type_of(file.path) or UNKNOWN_TYPE,
            compression=file.compression,
            profile=file.profile,
            language=file.language,
        )
        return self._kinds.setdefault(kind, kind)
