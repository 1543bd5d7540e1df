"""Import a file in another format into the data files of a publication's folder."""

import tomllib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rdflib import URIRef

from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.api.documents import import_source, read_file
from crosswalk_rdf.api.errors import AlreadyThere, BadId, IdNeeded, NothingToImport
from crosswalk_rdf.api.import_check import check_buildable
from crosswalk_rdf.api.table_import import former_id, mapping_files, table_reading
from crosswalk_rdf.api.toml_files import with_comments
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.generic_table import TABLE, TableOptions
from crosswalk_rdf.formats.xml_characters import with_xml_characters
from crosswalk_rdf.model import Crosswalk, Framework, ImportSource, Package, Publication
from crosswalk_rdf.project.importing import (
    ImportContext,
    ImportedPackage,
    import_package,
    with_own_iris,
)
from crosswalk_rdf.project.publication import id_fault


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import added to a publication's folder."""

    frameworks: tuple[Framework, ...]
    crosswalks: tuple[Crosswalk, ...]
    written: tuple[str, ...]
    """The data files that were written, by path within the folder."""
    removed: tuple[str, ...]
    """The data files that were deleted because the replacement has no such file."""
    read: Report
    """What was repaired or left out while reading the file."""
    imported: Report
    """What was filled in or changed to meet the folder's requirements."""


def import_file(
    folder: Path,
    publication: Publication,
    source: Path,
    id: str,
    *,
    format: str | None,
    replace: bool,
    language: str,
    table: TableOptions | None = None,
    metadata: Path | None = None,
    prefixes: Mapping[str, str] | None = None,
) -> ImportResult:
    """Put what ``source`` holds into ``folder``, which holds ``publication``.

    ``table`` says how a spreadsheet is to be read, ``metadata`` and ``prefixes`` are as for
    ``read_file``. Raises UnknownFormat, IdNeeded, BadId, AlreadyThere, NothingToImport,
    InputFaults, OSError; the folder is unchanged in that case.
    """
    id = id or (former_id(publication, source.name) if replace else "")
    sheets = table_reading(
        *(folder, publication, source, id),
        format=format,
        options=table or TableOptions(),
        replace=replace,
    )
    if sheets:
        reading = with_xml_characters(sheets.reading())
    else:
        reading = read_file(source, format, metadata, prefixes)
    former = publication if replace else None
    package = with_own_iris(reading.package, id, publication.written_base, former)
    imported = import_source(source, TABLE.name if sheets else format, _today())
    context = _context(publication, package, imported, language, replace=replace)
    imported_package, replaced_ids = _imported_package(package, id, publication, context, replace)
    mapping = mapping_files(sheets.options, id, imported_package) if sheets else {}
    files = _data_files(imported_package, folder, publication, source, mapping)
    _check_vacant(imported_package, publication, replaced_ids)
    obsolete = _obsolete(folder, imported_package, files)
    check_buildable(folder, publication, imported_package, files, obsolete, source, package)
    _write(folder, files, obsolete)
    return ImportResult(
        frameworks=imported_package.frameworks,
        crosswalks=imported_package.crosswalks,
        written=tuple(sorted(files)),
        removed=tuple(obsolete),
        read=reading.report,
        imported=context.report,
    )


def _today() -> str:
    """Return the date of the import, which the folder records."""
    return datetime.now(tz=UTC).date().isoformat()


def _write(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str]) -> None:
    replace_files(files, folder)
    for name in obsolete:
        (folder / name).unlink()


def _imported_package(
    package: Package, id: str, publication: Publication, context: ImportContext, replace: bool
) -> tuple[ImportedPackage, set[str]]:
    """Return ``package`` as the folder will hold it, and the ids that it may replace."""
    ids = _crosswalk_ids(publication, package) if replace else {}
    _check_id(id, package, context, ids)
    imported = import_package(package, id, publication.frameworks, context, ids)
    return imported, {*ids.values(), *(f.id for f in context.before.values())}


def _data_files(
    imported_package: ImportedPackage,
    folder: Path,
    publication: Publication,
    source: Path,
    mapping: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Return the data files of ``imported_package``, with the file ``mapping`` of a spreadsheet.

    Raises NothingToImport where there are no data.
    """
    readers = _readers(folder, publication)
    files = imported_package.files(publication.written_base, publication.frameworks, readers)
    if not files:
        raise NothingToImport(f"{source}: holds no framework and no alignment: nothing was written")
    return with_comments(folder, {**files, **mapping})


def _context(
    publication: Publication,
    package: Package,
    source: ImportSource,
    language: str,
    *,
    replace: bool,
) -> ImportContext:
    iris = {framework.iri for framework in package.frameworks} if replace else set()
    return ImportContext(
        base=publication.written_base,
        source=source,
        mint=lambda: str(uuid.uuid4()),
        language=language,
        files=frozenset(c.source.file for c in publication.crosswalks if c.source),
        former_sources=publication.import_sources,
        before={f.iri: f for f in publication.frameworks if f.iri in iris},
        report=Report(),
    )


def _crosswalk_ids(publication: Publication, package: Package) -> dict[URIRef, str]:
    """Return the id of each crosswalk of ``package`` that the publication has, by its IRI."""
    ids = {crosswalk.iri: crosswalk.id for crosswalk in publication.crosswalks}
    by_uuid = {c.uuid: c.id for c in publication.crosswalks if c.uuid}
    pairs = ((c.iri, ids.get(c.iri) or by_uuid.get(c.uuid)) for c in package.crosswalks)
    return {iri: id for iri, id in pairs if id}


def _check_id(
    id: str, package: Package, context: ImportContext, replaced_ids: Mapping[URIRef, str]
) -> None:
    """Raise IdNeeded or BadId if something is new and ``id`` is missing or invalid."""
    new = [f for f in package.frameworks if f.iri not in context.before]
    new_crosswalks = [c for c in package.crosswalks if c.iri not in replaced_ids]
    if not id and (new or (new_crosswalks and not package.frameworks)):
        raise IdNeeded("give what is new an id (--as ID)")
    if id and (fault := id_fault(id)):
        raise BadId(fault)


def _readers(folder: Path, publication: Publication) -> dict[str, str]:
    """Return what read the source document of each crosswalk, as its data file says."""
    readers: dict[str, str] = {}
    for crosswalk in publication.crosswalks:
        file = folder / crosswalk.origin.file
        source = tomllib.loads(file.read_text(encoding="utf-8")).get("source", {})
        readers[crosswalk.id] = str(source.get("reader", ""))
    return readers


def _check_vacant(
    imported_package: ImportedPackage, publication: Publication, replaced_ids: set[str]
) -> None:
    """Raise AlreadyThere where an id is in use and is not among ``replaced_ids``."""
    ids = {f.id for f in publication.frameworks} | {c.id for c in publication.crosswalks}
    for id in (
        *(f.id for f in imported_package.frameworks),
        *(c.id for c in imported_package.crosswalks),
    ):
        if id in ids - replaced_ids:
            raise AlreadyThere(
                f"{id!r} is there already: choose another id, or replace what has it (--replace)"
            )


def _obsolete(
    folder: Path, imported_package: ImportedPackage, files: Mapping[str, bytes]
) -> list[str]:
    """Return the data files of what is replaced that are not written again."""
    owners = [f"data/frameworks/{f.id}" for f in imported_package.frameworks]
    owners += [f"data/crosswalks/{c.id}" for c in imported_package.crosswalks]
    present = (path for owner in owners for path in (folder / owner).glob("*") if path.is_file())
    names = (path.relative_to(folder).as_posix() for path in present)
    return sorted(name for name in names if name not in files and _is_data(name))


def _is_data(name: str) -> bool:
    return name.endswith((".sssom.tsv", "/errata.csv", "/sections.csv"))
