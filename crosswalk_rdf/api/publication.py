"""A publication's folder, opened: its validation, its build, and imports into it."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from crosswalk_rdf import model
from crosswalk_rdf.api.build_result import BuildResult, write_build
from crosswalk_rdf.api.graphs import Graphs
from crosswalk_rdf.api.package_import import ImportResult, import_file
from crosswalk_rdf.dataset.finished_dataset import Progress, validation_report
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.validation import ValidationReport


class Publication(Graphs):
    """A publication: frameworks, the crosswalks between them, and what follows from them.

    :func:`open` gives one. ``publication["psel-2015"]`` is a framework and
    ``publication["psel-2015"]["1a"]`` one of its statements. What takes time (inference, before
    the first query) is done once, when it is first needed.
    """

    def __init__(
        self,
        folder: Path,
        content: model.Publication,
        library: Library,
        *,
        reasoner: str,
        progress: Progress,
    ) -> None:
        super().__init__(content, library, reasoner=reasoner, progress=progress)
        self._folder = folder

    @property
    def folder(self) -> Path:
        """The folder that it was read from."""
        return self._folder

    def validate(self) -> ValidationReport:
        """Validate the publication, inferred graph included, against every SHACL shape.

        Returns:
            The report; ``print`` it, or look at ``report.conforms`` and ``report.results``.

        Raises:
            BrokenShapes: Shapes of the folder cannot be used.
            InputFaults: Rules or ontology files of the folder are invalid.
        """
        store = self._store
        self._progress("validation")
        return validation_report(store, self._content, self._library)

    def build(
        self,
        out: str | PathLike[str] | None = None,
        *,
        previous: str | PathLike[str] | None = None,
        jobs: int | None = None,
    ) -> BuildResult:
        """Write everything that is published: dumps, pages, documents in all formats.

        Args:
            out: The folder to write, ``dist`` in the publication's folder if left out. It is
                replaced as a whole on success, and left unchanged otherwise.
            previous: An earlier version, to record what changed since: a folder that a build wrote,
                or a dump.
            jobs: The most processes that write the files of a large publication; the number of
                processors, up to 4, if left out. The files are the same with any number.

        Returns:
            What was written.

        Raises:
            NotConforming: A shape is violated; nothing is written.
            NotABuild: ``out`` has content that was not written by a build.
            UnreadablePrevious: The earlier version cannot be read.
            InputFaults: Files of the folder are invalid.
            OSError: A file cannot be written.
        """
        target = Path(out) if out is not None else self.folder / "dist"
        earlier = Path(previous) if previous is not None else None
        return write_build(
            target,
            self._content,
            self._library,
            previous=earlier,
            reasoner=self._reasoner,
            processes=jobs,
            progress=self._progress,
        )

    def import_file(
        self,
        source: str | PathLike[str],
        id: str = "",
        *,
        format: str | None = None,
        replace: bool = False,
        language: str = "",
        metadata: str | PathLike[str] | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> ImportResult:
        """Put the frameworks and crosswalks of a file into the folder, as data files of its own.

        IRIs and UUIDs are kept. Open the folder again to have what was imported.

        Args:
            source: A file in any format that can be read.
            id: The id of what is new: the name of its folder.
            format: The name of the file's format; recognized by its content if left out.
            replace: Whether what the publication has of it already, by IRI, is replaced.
            language: The language of texts that name none.
            metadata: A file with the metadata of ``source``, for a format that has such files
                (SSSOM); the one beside it that is named like it if left out.
            prefixes: IRIs by prefix, for CURIEs whose prefix ``source`` does not declare (SSSOM).

        Returns:
            What was added, the files that were written and removed, and what was filled in.

        Raises:
            UnknownFormat: The format is not clear, does not exist, or cannot be read.
            IdNeeded: Something is new, and there is no ``id``.
            BadId: ``id`` cannot be an id.
            AlreadyThere: The publication has something of that id.
            NothingToImport: The file holds neither a framework nor an alignment.
            InputFaults: The file cannot be read, or the publication could not be built with it.
            OSError: A file cannot be read or written.
        """
        return import_file(
            self.folder,
            self._content,
            Path(source),
            id,
            format=format,
            replace=replace,
            language=language,
            metadata=Path(metadata) if metadata else None,
            prefixes=prefixes,
        )
