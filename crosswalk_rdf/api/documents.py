"""Read files into packages, and write packages as documents, with the right format for each."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from crosswalk_rdf import __version__
from crosswalk_rdf.api.errors import SeveralDocuments
from crosswalk_rdf.api.rdf_syntaxes import RDF_SYNTAXES, rdf_syntax, serialized
from crosswalk_rdf.formats.format import Format, Reading, Report, Supplement, Writing
from crosswalk_rdf.formats.generic_table import TABLE
from crosswalk_rdf.formats.registry import (
    UnknownFormat,
    format_by_name,
    formats,
    formats_by_suffix,
    recognized,
)
from crosswalk_rdf.formats.xml_characters import with_xml_characters
from crosswalk_rdf.model import ImportSource, Package, package_of
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import by_name

_SKOS: Final = "skos"
"""The format in which a package becomes RDF for tools that know nothing else."""
_FOLDER: Final = "publication"
"""What an import of a publication's folder is called, which is not a format of the registry."""


def read_file(
    source: Path,
    name: str | None,
    metadata: Path | None = None,
    prefixes: Mapping[str, str] | None = None,
) -> Reading:
    """Return what ``source`` holds: the folder of a publication, or a file.

    ``name`` is the file's format; it is recognized by content if None. ``metadata`` is a file with
    the metadata of ``source``; if None, and the format has such files, one beside it that is named
    like it. ``prefixes`` are for CURIEs whose prefix ``source`` does not declare. Raises
    UnknownFormat, InputFaults, NoPublication and OSError.
    """
    if source.is_dir():
        return Reading(package_of(load_publication(source)), Report())
    data = source.read_bytes()
    format = readable_format(data, source, name)
    if metadata and not format.metadata:
        names = ", ".join(each.name for each in formats() if each.metadata)
        raise UnknownFormat(f"{source}: only these formats have files of metadata: {names}")
    if prefixes and not format.read_supplemented:
        names = ", ".join(each.name for each in formats() if each.read_supplemented)
        raise UnknownFormat(f"{source}: prefixes are for these formats only: {names}")
    metadata = metadata or _metadata_beside(source, data, format)
    if format.read_supplemented is None or not (metadata or prefixes):
        return read_data(data, source, name)
    supplement = Supplement(
        prefixes=prefixes or {},
        metadata=metadata.read_bytes() if metadata else None,
        metadata_file=str(metadata or ""),
    )
    return with_xml_characters(format.read_supplemented(data, str(source), supplement))


def _metadata_beside(source: Path, data: bytes, format: Format) -> Path | None:
    """Return the file of metadata beside ``source``, where it has no metadata of its own."""
    if format.metadata is None or not format.metadata.is_missing(data):
        return None
    beside = (source.with_name(each) for each in format.metadata.names(source.name))
    return next((path for path in beside if path.is_file()), None)


def read_data(data: bytes, file: Path, name: str | None) -> Reading:
    """Return what ``data``, the content of ``file``, holds; raise UnknownFormat and InputFaults."""
    format = readable_format(data, file, name)
    if format.read is None:
        raise UnknownFormat(
            f"{format.name} can only be written; these are read: {_format_names('read')}"
        )
    return with_xml_characters(format.read(data, str(file)))


def import_source(source: Path, name: str | None, date: str) -> ImportSource:
    """Return what ``source``, imported on ``date``, is; ``name`` as in :func:`read_file`."""
    software = f"crosswalk-rdf {__version__}"
    if source.is_dir():
        return ImportSource(
            file=source.resolve().name, format=_FOLDER, date=date, software=software
        )
    data = source.read_bytes()
    return ImportSource(
        file=source.name,
        format=readable_format(data, source, name).name,
        date=date,
        checksum=hashlib.sha256(data).hexdigest(),
        software=software,
    )


def readable_format(data: bytes, file: Path, name: str | None) -> Format:
    """Return the format called ``name``, or else the one that ``data`` is recognized to have.

    What looks like a spreadsheet and no other format is one, whatever its headers are. Raises
    UnknownFormat.
    """
    explicit = format_by_name(name) if name and name not in RDF_SYNTAXES else None
    try:
        return explicit or recognized(data, file.name)
    except UnknownFormat:
        if file.suffix.lower() in TABLE.suffixes:
            return TABLE
        raise


def write_documents(package: Package, target: Path, name: str | None) -> Writing:
    """Return ``package`` in the format ``name``, or else in that of the suffix of ``target``.

    In a bare RDF syntax it is written as SKOS. Raises UnknownFormat and Unwritable.
    """
    syntax = rdf_syntax(name, target)
    format = format_by_name(_SKOS) if syntax else _writable(target, name)
    if format.write is None:
        raise UnknownFormat(
            f"{format.name} can only be read; these are written: {_format_names('write')}"
        )
    writing = format.write(package)
    if format.concatenates and not _is_folder(target):
        writing = Writing({"": b"\n".join(writing.documents.values())}, writing.report)
    if syntax is None or syntax.name == "turtle":
        return writing
    turtle = by_name("turtle")
    documents = {
        id: serialized(parse(data, turtle), syntax) for id, data in writing.documents.items()
    }
    return Writing(documents, writing.report)


def files_of(writing: Writing, target: Path, name: str | None) -> dict[str, bytes]:
    """Return the documents of ``writing`` by path beside or below ``target``.

    One document is the file ``target``; several, or one where ``target`` is a folder, are files in
    the folder ``target``. Raises SeveralDocuments where ``target`` looks like a file.
    """
    documents = writing.documents
    if len(documents) == 1 and not target.is_dir():
        return {target.name: next(iter(documents.values()))}
    if not _is_folder(target):
        ids = ", ".join(documents)
        raise SeveralDocuments(
            f"{target}: there are {len(documents)} documents to write ({ids}): name a folder, "
            "and the format with --to"
        )
    rdf = RDF_SYNTAXES.get(name or "")
    suffix = rdf.suffix if rdf else _writable(target, name).suffixes[0]
    return {f"{target.name}/{id or 'package'}{suffix}": data for id, data in documents.items()}


def _is_folder(target: Path) -> bool:
    """Return whether ``target`` is a folder, or a new path without a suffix."""
    return target.is_dir() or not (target.suffix or target.exists())


def _writable(target: Path, name: str | None) -> Format:
    if name:
        return format_by_name(name)
    candidates = [candidate for candidate in formats_by_suffix(target.name) if candidate.write]
    if not candidates:
        raise UnknownFormat(
            f"{target}: what format it is to have is not clear: name one with --to: "
            f"{_format_names('write')}"
        )
    return candidates[0]


def _format_names(operation: str) -> str:
    return ", ".join(each.name for each in formats() if getattr(each, operation) is not None)
