"""``crosswalk-rdf import``: a foreign framework into a publication's data files."""

import shutil
import tempfile
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
from rdflib import URIRef

from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.cli.foreign import read_package
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.model import Package, Publication
from crosswalk_rdf.project.importing import Adopted, Circumstances, adopted
from crosswalk_rdf.project.publication import id_fault, load_publication


class AlreadyThere(CrosswalkError):
    """An id under which the publication holds something."""


class NothingToImport(CrosswalkError):
    """A file that holds neither a framework nor an alignment."""


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--as", "id", default="", metavar="ID", help="Id of what is new: its folder.")
@click.option("--replace", is_flag=True, help="Replace what the publication has of it already.")
@options.project
@click.option("--from", "read", metavar="FORMAT", help="Format of SOURCE.  [default: by content]")
@click.option("--language", metavar="TAG", default="", help="Language of texts that name none.")
@reports.option
def import_(
    source: Path,
    id: str,
    replace: bool,
    folder: Path,
    read: str | None,
    language: str,
    report_file: Path | None,
) -> None:
    """Put the framework in SOURCE, with its associations, into the data of a publication.

    It becomes data/frameworks/ID/, and what it is associated with becomes
    data/crosswalks/ID-associations/: plain files, to be edited and checked like any others. IRIs
    and UUIDs of others are kept. Several frameworks get ids that begin with ID. SOURCE may be in
    any format that `convert --formats` lists as one that is read.

    With --replace, what the publication has already, by IRI, is replaced and keeps its id: an
    edited workbook, or a newer version of what was imported before.
    """
    publication = load_publication(folder)
    reading = read_package(source, read)
    known = _circumstances(publication, reading.package, source.name, language, replace=replace)
    replaced = _crosswalks(publication, reading.package) if replace else {}
    _refuse_ids(id, reading.package, known, replaced)
    found = adopted(reading.package, id, publication.frameworks, known, replaced)
    base = publication.written_base
    files = found.files(base, publication.frameworks, _readers(folder, publication))
    if not files:
        raise NothingToImport(f"{source}: holds no framework and no alignment: nothing was written")
    _refuse_present(
        found, publication, {*replaced.values(), *(f.id for f in known.before.values())}
    )
    obsolete = _obsolete(folder, found, files)
    _check(folder, files, obsolete)
    replace_files(files, folder)
    for name in obsolete:
        (folder / name).unlink()
    told = {"read": reading.report, "imported": known.report}
    for title, each in told.items():
        reports.tell(title, each)
    reports.write(report_file, told)
    _tell(found, files, obsolete)


def _circumstances(
    publication: Publication, package: Package, file: str, language: str, *, replace: bool
) -> Circumstances:
    iris = {framework.iri for framework in package.frameworks} if replace else set()
    return Circumstances(
        base=publication.written_base,
        file=file,
        today=datetime.now(tz=UTC).date().isoformat(),
        mint=lambda: str(uuid.uuid4()),
        language=language,
        files=frozenset(c.source.file for c in publication.crosswalks if c.source),
        before={f.iri: f for f in publication.frameworks if f.iri in iris},
        report=Report(),
    )


def _crosswalks(publication: Publication, package: Package) -> dict[URIRef, str]:
    """Return the id of each crosswalk of ``package`` that is there already, by its IRI."""
    ids = {crosswalk.iri: crosswalk.id for crosswalk in publication.crosswalks}
    by_uuid = {c.uuid: c.id for c in publication.crosswalks if c.uuid}
    found = ((c.iri, ids.get(c.iri) or by_uuid.get(c.uuid)) for c in package.crosswalks)
    return {iri: id for iri, id in found if id}


def _refuse_ids(
    id: str, package: Package, known: Circumstances, replaced: Mapping[URIRef, str]
) -> None:
    """Raise a usage error where something is new and ``id`` cannot be its id."""
    new = [f for f in package.frameworks if f.iri not in known.before]
    new_crosswalks = [c for c in package.crosswalks if c.iri not in replaced]
    if not id and (new or (new_crosswalks and not package.frameworks)):
        raise click.UsageError("name what is new with --as ID")
    if id and (fault := id_fault(id)):
        raise click.BadParameter(fault, param_hint="--as")


def _readers(folder: Path, publication: Publication) -> dict[str, str]:
    """Return what read the source document of each crosswalk, as its data file says."""
    found: dict[str, str] = {}
    for crosswalk in publication.crosswalks:
        file = folder / crosswalk.origin.file
        source = tomllib.loads(file.read_text(encoding="utf-8")).get("source", {})
        found[crosswalk.id] = str(source.get("reader", ""))
    return found


def _refuse_present(found: Adopted, publication: Publication, replaced: set[str]) -> None:
    ids = {f.id for f in publication.frameworks} | {c.id for c in publication.crosswalks}
    for id in (*(f.id for f in found.frameworks), *(c.id for c in found.crosswalks)):
        if id in ids - replaced:
            raise AlreadyThere(
                f"{id!r} is there already: choose another id, or replace what has it with --replace"
            )


def _obsolete(folder: Path, found: Adopted, files: Mapping[str, bytes]) -> list[str]:
    """Return the data files of what is replaced that are not written again."""
    owners = [f"data/frameworks/{f.id}" for f in found.frameworks]
    owners += [f"data/crosswalks/{c.id}" for c in found.crosswalks]
    present = (path for owner in owners for path in (folder / owner).glob("*") if path.is_file())
    names = (path.relative_to(folder).as_posix() for path in present)
    return sorted(name for name in names if name not in files and _is_data(name))


def _is_data(name: str) -> bool:
    return name.endswith((".sssom.tsv", "/errata.csv", "/sections.csv"))


def _check(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str]) -> None:
    """Read the publication with ``files`` in it, aside; raise InputFaults where it has faults."""
    with tempfile.TemporaryDirectory() as aside:
        shutil.copytree(folder / "data", Path(aside, "data"))
        for name in obsolete:
            Path(aside, name).unlink()
        for name, content in files.items():
            path = Path(aside, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        load_publication(Path(aside))


def _tell(found: Adopted, files: Mapping[str, bytes], obsolete: Iterable[str]) -> None:
    for framework in found.frameworks:
        click.echo(f"{framework.id}: {len(framework.statements):,} statements")
    for crosswalk in found.crosswalks:
        count = sum(len(part.alignments) for part in crosswalk.parts)
        click.echo(f"{crosswalk.id}: {count:,} alignments in {len(crosswalk.parts)} parts")
    for path in sorted(files):
        click.echo(f"  {path}")
    for path in obsolete:
        click.echo(f"  {path} is gone")
