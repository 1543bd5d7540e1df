"""Files and folders in any format to packages, and packages to files: what the commands share."""

from pathlib import Path

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.format import Format, Reading, Report, Writing
from crosswalk_rdf.formats.registry import (
    UnknownFormat,
    format_by_name,
    formats,
    formats_by_suffix,
    recognized,
)
from crosswalk_rdf.model import Package, package_of
from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name
from crosswalk_rdf.serialization.write import serialize

RDF = {syntax.name: syntax for syntax in SYNTAXES}
_SKOS = "skos"
"""The format in which a package becomes RDF for tools that know nothing else."""


class SeveralDocuments(CrosswalkError):
    """A package that becomes several files where one was named."""


def rdf_syntax(name: str | None, path: Path) -> Syntax | None:
    """Return the RDF syntax that ``name`` or the suffix of ``path`` stands for, if one does.

    A suffix of several parts belongs to a format, whatever its last part: ``.skos.ttl``.
    """
    if name:
        return RDF.get(name)
    lower = path.name.lower()
    longer = (s for f in formats() for s in f.suffixes if s.count(".") > 1)
    if lower.endswith(tuple(longer)):
        return None
    return next((syntax for syntax in SYNTAXES if syntax.suffix == path.suffix.lower()), None)


def read_package(source: Path, name: str | None) -> Reading:
    """Return what ``source`` holds: the folder of a publication, or a file.

    A file has the format ``name``, or else the one that its content tells. Raises UnknownFormat,
    InputFaults and OSError.
    """
    if source.is_dir():
        return Reading(package_of(load_publication(source)), Report())
    data = source.read_bytes()
    given = format_by_name(name) if name and name not in RDF else None
    format = given or recognized(data, source.name)
    if format.read is None:
        raise UnknownFormat(f"{format.name} can only be written; these are read: {_names('read')}")
    return format.read(data, str(source))


def write_package(package: Package, target: Path, name: str | None) -> Writing:
    """Return ``package`` in the format ``name``, or else in that of the suffix of ``target``.

    In a bare RDF syntax it is written as SKOS. Raises UnknownFormat and Unwritable.
    """
    syntax = rdf_syntax(name, target)
    format = format_by_name(_SKOS) if syntax else _writable(target, name)
    if format.write is None:
        raise UnknownFormat(f"{format.name} can only be read; these are written: {_names('write')}")
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


def _is_folder(target: Path) -> bool:
    """Return whether ``target`` is a folder, or one that is to be made: its name has no suffix."""
    return target.is_dir() or not (target.suffix or target.exists())


def serialized(quads: tuple[ox.Quad, ...], syntax: Syntax) -> bytes:
    """Return ``quads`` in ``syntax`` with the prefixes and the context of the product."""
    context = parse_context(load_library().context)
    return serialize(quads, syntax, prefixes=PREFIXES, context=context)


def files_of(writing: Writing, target: Path, name: str | None) -> dict[str, bytes]:
    """Return the documents of ``writing`` by path beside or below ``target``.

    One document is the file ``target``; several, or one where ``target`` is a folder, are files in
    the folder ``target``. Raises :class:`SeveralDocuments` where ``target`` looks like a file.
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
    suffix = RDF[name].suffix if name in RDF else _writable(target, name).suffixes[0]
    return {f"{target.name}/{id or 'package'}{suffix}": data for id, data in documents.items()}


def _writable(target: Path, name: str | None) -> Format:
    if name:
        return format_by_name(name)
    fitting = [known for known in formats_by_suffix(target.name) if known.write]
    if not fitting:
        raise UnknownFormat(
            f"{target}: what format it is to have is not clear: name one with --to: "
            f"{_names('write')}"
        )
    return fitting[0]


def _names(what: str) -> str:
    return ", ".join(known.name for known in formats() if getattr(known, what) is not None)
