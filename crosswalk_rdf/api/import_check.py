"""Whether a publication can be built with what an import would write: checked on a copy of it.

What stops it is said of the foreign file: of its subject, and its line where that is known. The
data files that the import would write do not exist yet.
"""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from crosswalk_rdf.dataset.finished_dataset import violations_in
from crosswalk_rdf.dataset.store import dataset
from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.shared.rdf_documents import lines_of
from crosswalk_rdf.model import Origin, Package, Publication
from crosswalk_rdf.project.importing import ImportedPackage
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.validation import ValidationResult


def check_buildable(
    folder: Path,
    publication: Publication,
    imported: ImportedPackage,
    files: Mapping[str, bytes],
    obsolete: Iterable[str],
    source: Path,
    package: Package,
) -> None:
    """Raise InputFaults where ``folder`` cannot be built with ``files`` and without ``obsolete``.

    ``publication`` is what the folder holds before, ``package`` what ``source`` holds, and
    ``imported`` what is to be written of it. What stops a build already does not stop an import.
    """
    places = _Places(source, package, imported, files)
    try:
        after = _publication_with(folder, files, obsolete)
    except InputFaults as error:
        raise InputFaults(map(places.of_fault, error.faults)) from error
    violations = _violations(folder, after)
    if violations:
        reported_before = {_identity(result) for result in _violations(folder, publication)}
        faults = [
            places.of_result(each) for each in violations if _identity(each) not in reported_before
        ]
        if faults:
            raise InputFaults(faults)


def _publication_with(
    folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str]
) -> Publication:
    """Return what a copy of ``folder`` holds with ``files`` in it, without ``obsolete`` ones."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder / "data", Path(copy, "data"))
        for name in obsolete:
            Path(copy, name).unlink()
        for name, content in files.items():
            path = Path(copy, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return load_publication(Path(copy))


def _violations(folder: Path, publication: Publication) -> list[ValidationResult]:
    library = load_library(publication.base, (folder, publication.written_base))
    results = violations_in(dataset(publication, library), publication, library)
    return sorted(results, key=lambda result: result.rank)


def _identity(result: ValidationResult) -> tuple[object, ...]:
    return (result.shape, result.focus, result.value, result.path, result.message)


class _Places:
    """Where in the foreign file, or in the data files that there are, a fault is."""

    def __init__(
        self,
        source: Path,
        package: Package,
        imported: ImportedPackage,
        files: Mapping[str, bytes],
    ) -> None:
        self._path = source
        self._source = source.name
        self._files = files
        self._origins = dict(_origins(package))
        self._frameworks = {f.id: str(f.iri) for f in imported.frameworks}
        self._statements = {f.id: f.statements for f in imported.frameworks}

    def of_fault(self, fault: Fault) -> Fault:
        """Return ``fault`` of a data file as one of the foreign file, if it is to be written."""
        if fault.file not in self._files:
            return fault
        subject = self._subject(fault.file, fault.line)
        about = f"{subject}: " if subject else ""
        message = f"{about}{fault.message} (in {fault.file}, which was not written)"
        return Fault(self._source, self._line(subject), 0, message)

    def of_result(self, result: ValidationResult) -> Fault:
        """Return a violation as a fault of the foreign file, or of a data file that there is."""
        message = f"{result.subject}: {result.message} [{result.rule}]"
        origin = result.origin
        if origin is not None and origin.file not in self._files:
            return Fault(origin.file, origin.line, 0, message)
        message += "; nothing was written"
        return Fault(self._source, self._line(str(result.subject)), 0, message)

    def _line(self, subject: str) -> int:
        return self._origins.get(subject, Origin("", 0)).line or self._lines.get(subject, 0)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        """The lines of subjects, where the source is RDF: its reader does not say them."""
        return lines_of(self._path.read_bytes(), self._source) if self._path.is_file() else {}

    def _subject(self, file: str, line: int) -> str:
        """Return the IRI of what is at ``line`` of ``file``: a framework, or a statement's row."""
        folder, _, name = file.rpartition("/")
        id = folder.rpartition("/")[2]
        if name == "framework.toml":
            return self._frameworks.get(id, "")
        statements = self._statements.get(id, ())
        if name != "statements.csv" or not line:
            return ""
        first_lines = list(_first_lines(self._files[file].decode()))
        row = first_lines.index(line) - 1 if line in first_lines else -1
        return str(statements[row].iri) if 0 <= row < len(statements) else ""


def _first_lines(text: str) -> Iterator[int]:
    """Yield the line on which each row of a CSV file begins."""
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    for _ in reader:
        yield line
        line = reader.line_num + 1


def _origins(package: Package) -> Iterator[tuple[str, Origin]]:
    for framework in package.frameworks:
        yield str(framework.iri), framework.origin
        yield from ((str(statement.iri), statement.origin) for statement in framework.statements)
    for crosswalk in package.crosswalks:
        yield str(crosswalk.iri), crosswalk.origin
        for part in crosswalk.parts:
            yield from ((str(alignment.iri), alignment.origin) for alignment in part.alignments)
