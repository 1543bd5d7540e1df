"""Documents in any format to packages, and packages to documents."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path

from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.api.documents import files_of, read_data, read_file, write_documents
from crosswalk_rdf.api.errors import LossWarning
from crosswalk_rdf.api.rdf_syntaxes import rdf_syntax, reserialized
from crosswalk_rdf.formats.format import Action, Format, Report, Writing
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Crosswalk, Framework, Package
from crosswalk_rdf.model.own_dates import own_date


@dataclass(frozen=True, slots=True)
class Conversion:
    """The result of a conversion."""

    files: tuple[Path, ...]
    """The files that were written."""
    read: Report
    """What was repaired or left out while reading the source."""
    written: Report
    """What the target format could not represent."""

    @property
    def lossless(self) -> bool:
        """Whether nothing was left out, neither in reading nor in writing."""
        return loss_count(self.read) + loss_count(self.written) == 0


def list_formats() -> tuple[Format, ...]:
    """Return the formats that are read or written, besides the syntaxes of RDF.

    Returns:
        The formats, by name. Of each, ``name`` is what this module calls it, ``title`` what people
        do, ``suffixes`` are its file names; ``read`` and ``write`` are None where it cannot be
        read or written.

    Raises:
        Nothing.
    """
    return formats()


def read(
    source: str | PathLike[str], format: str | None = None, *, report: Report | None = None
) -> Package:
    """Return what a file holds, or the folder of a publication.

    Args:
        source: A file in any format that can be read, or the folder of a publication.
        format: The name of its format; recognized by content and file name if left out.
        report: Collects what was repaired and left out. Without it a :class:`LossWarning` tells
            how much was left out, if anything was.

    Returns:
        The frameworks and crosswalks in it.

    Raises:
        UnknownFormat: The format is not clear, does not exist, or cannot be read.
        InputFaults: The file cannot be read as what it is said to be.
        NoPublication: The folder is not that of a publication.
        OSError: There is no such file, or it cannot be read.
    """
    reading = read_file(Path(source), format)
    _pass_on(reading.report, report, str(source))
    return reading.package


def parse(
    data: bytes, format: str | None = None, *, name: str = "", report: Report | None = None
) -> Package:
    """Return what a document in memory holds.

    Args:
        data: The document, such as the content of an HTTP response.
        format: The name of its format; recognized by content if left out.
        name: What to call the document in messages; its suffix helps to recognize the format.
        report: As for :func:`read`.

    Returns:
        The frameworks and crosswalks in it.

    Raises:
        UnknownFormat: The format is not clear, does not exist, or cannot be read.
        InputFaults: The document cannot be read as what it is said to be.
    """
    reading = read_data(data, Path(name or "document"), format)
    _pass_on(reading.report, report, name or "the document")
    return reading.package


def write(
    package: Package,
    target: str | PathLike[str],
    format: str | None = None,
    *,
    report: Report | None = None,
) -> tuple[Path, ...]:
    """Write a package as a file, or as the files of a folder.

    Args:
        package: What to write.
        target: A file, or a folder (a name without a suffix) where the format has a document for
            each framework and each crosswalk. What is there is replaced, all at once.
        format: The name of the format; chosen by the suffix if left out. In a bare syntax of RDF
            (``.ttl``) a package is written as SKOS.
        report: Collects what the format could not carry. Without it a :class:`LossWarning` tells
            how much was left out, if anything was.

    Returns:
        The files that were written.

    Raises:
        UnknownFormat: The format is not clear, does not exist, or cannot be written.
        Unwritable: The format can hold nothing of the package.
        SeveralDocuments: There are several documents, and ``target`` is not a folder.
        OSError: A file cannot be written; none is replaced then.
    """
    path = Path(target)
    writing = write_documents(package, path, format)
    files = _write_files(writing, path, format)
    _pass_on(writing.report, report, str(target))
    return files


def serialize(package: Package, format: str, *, report: Report | None = None) -> dict[str, bytes]:
    """Return a package as documents in memory.

    Args:
        package: What to write.
        format: The name of the format, or of a syntax of RDF, for SKOS in it.
        report: As for :func:`write`.

    Returns:
        Each document under the id of the framework or crosswalk that it is about, or under ``""``
        where one document holds everything.

    Raises:
        UnknownFormat: There is no such format, or it cannot be written.
        Unwritable: The format can hold nothing of the package.
    """
    writing = write_documents(package, Path("document.file"), format)
    _pass_on(writing.report, report, format)
    return dict(writing.documents)


def convert(
    source: str | PathLike[str],
    target: str | PathLike[str],
    *,
    source_format: str | None = None,
    target_format: str | None = None,
    base: str | None = None,
    metadata: str | PathLike[str] | None = None,
    prefixes: Mapping[str, str] | None = None,
) -> Conversion:
    """Write what one file holds as another, in another format.

    From one syntax of RDF to another every triple is carried over; otherwise frameworks and
    crosswalks are.

    Args:
        source: A file, or the folder of a publication.
        target: A file, or a folder, as for :func:`write`.
        source_format: The name of the format of ``source``; recognized by its content if left out.
        target_format: The name of the format of ``target``; chosen by its suffix if left out.
        base: What relative IRIs of ``source`` are relative to, if it is RDF.
        metadata: A file with the metadata of ``source``, for a format that has such files (SSSOM);
            the one beside it that is named like it if left out.
        prefixes: IRIs by prefix, for CURIEs whose prefix ``source`` does not declare (SSSOM).

    Returns:
        The files that were written, and what was repaired and left out.

    Raises:
        UnknownFormat: A format is not clear, does not exist, or cannot be read or written.
        InputFaults: The source cannot be read as what it is said to be.
        NoPublication: The source is a folder, and not that of a publication.
        Unwritable: The format of the target can hold nothing of it.
        UnwritableGraph: The syntax of the target cannot carry a triple of it.
        SeveralDocuments: There are several documents, and ``target`` is not a folder.
        OSError: A file cannot be read or written.
    """
    origin, path = Path(source), Path(target)
    before = None if origin.is_dir() else rdf_syntax(source_format, origin)
    after = rdf_syntax(target_format, path)
    if before and after:
        replace_files({path.name: reserialized(origin, before, after, base)}, path.parent)
        return Conversion((path,), Report(), Report())
    reading = read_file(origin, source_format, Path(metadata) if metadata else None, prefixes)
    writing = write_documents(_dated(reading.package, origin), path, target_format)
    files = _write_files(writing, path, target_format)
    return Conversion(files, reading.report, writing.report)


def _dated(package: Package, source: Path) -> Package:
    """Return ``package`` with the date of the file that it was read from, where it has none.

    Some formats ask when something was last changed, and some documents state no date at all.
    """
    documents: list[Framework | Crosswalk] = [*package.frameworks, *package.crosswalks]
    if package.modified or all(own_date(document) for document in documents):
        return package
    day = datetime.fromtimestamp(source.stat().st_mtime, UTC).date()
    return replace(package, modified=day.isoformat())


def loss_count(report: Report) -> int:
    """Return the number of remarks in ``report`` about something that was left out."""
    losses = (Action.IGNORED, Action.NOT_CARRIED)
    return sum(remark.action in losses for remark in report.remarks)


def _write_files(writing: Writing, target: Path, format: str | None) -> tuple[Path, ...]:
    """Write the documents of ``writing`` to ``target``, all or none."""
    files = files_of(writing, target, format)
    replace_files(files, target.parent)
    return tuple(target.parent / name for name in files)


def _pass_on(report: Report, collector: Report | None, name: str) -> None:
    """Add ``report`` to the caller's report; without one, warn about losses."""
    if collector is not None:
        collector.remarks.extend(report.remarks)
        for kind, count in report.counts.items():
            collector.count(kind, count.total, count.carried)
    elif losses := loss_count(report):
        noun = "thing was" if losses == 1 else "things were"
        message = f"{name}: {losses:,} {noun} left out; pass report=Report() to see what"
        warnings.warn(message, LossWarning, stacklevel=3)
