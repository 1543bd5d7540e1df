"""``crosswalk-rdf import``: a foreign framework into a publication's data files."""

import shutil
import tempfile
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.cli.foreign import read_package
from crosswalk_rdf.cli.writing import replace_files
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.imported import Adopted, Circumstances, adopted
from crosswalk_rdf.project.publication import id_fault, load_publication


class AlreadyThere(CrosswalkError):
    """An id under which the publication holds something."""


class NothingToImport(CrosswalkError):
    """A file that holds neither a framework nor an alignment."""


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--as", "id", required=True, metavar="ID", help="Id of the framework: its folder.")
@options.project
@click.option("--from", "read", metavar="FORMAT", help="Format of SOURCE.  [default: by content]")
@click.option("--language", metavar="TAG", default="", help="Language of texts that name none.")
@reports.option
def import_(
    source: Path, id: str, folder: Path, read: str | None, language: str, report_file: Path | None
) -> None:
    """Put the framework in SOURCE, with its associations, into the data of a publication.

    It becomes data/frameworks/ID/, and what it is associated with becomes
    data/crosswalks/ID-associations/: plain files, to be edited and checked like any others. IRIs
    and UUIDs of others are kept. Several frameworks get ids that begin with ID. SOURCE may be in
    any format that `convert --formats` lists as one that is read.
    """
    if fault := id_fault(id):
        raise click.BadParameter(fault, param_hint="--as")
    publication = load_publication(folder)
    reading = read_package(source, read)
    report = Report()
    known = Circumstances(
        base=publication.written_base,
        file=source.name,
        today=datetime.now(tz=UTC).date().isoformat(),
        mint=lambda: str(uuid.uuid4()),
        language=language,
        report=report,
    )
    found = adopted(reading.package, id, publication.frameworks, known)
    files = found.files(publication.written_base, publication.frameworks)
    if not files:
        raise NothingToImport(f"{source}: holds no framework and no alignment: nothing was written")
    _refuse_present(found, publication)
    _check(folder, files)
    replace_files(files, folder)
    told = {"read": reading.report, "imported": report}
    for title, each in told.items():
        reports.tell(title, each)
    reports.write(report_file, told)
    _tell(found, files)


def _refuse_present(found: Adopted, publication: Publication) -> None:
    ids = {f.id for f in publication.frameworks} | {c.id for c in publication.crosswalks}
    for id in (*(f.id for f in found.frameworks), *(c.id for c in found.crosswalks)):
        if id in ids:
            raise AlreadyThere(f"{id!r} is there already: choose another id, or remove its folder")


def _check(folder: Path, files: Mapping[str, bytes]) -> None:
    """Read the publication with ``files`` in it, aside; raise InputFaults where it has faults."""
    with tempfile.TemporaryDirectory() as aside:
        shutil.copytree(folder / "data", Path(aside, "data"))
        for name, content in files.items():
            path = Path(aside, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        load_publication(Path(aside))


def _tell(found: Adopted, files: Mapping[str, bytes]) -> None:
    for framework in found.frameworks:
        click.echo(f"{framework.id}: {len(framework.statements):,} statements")
    for crosswalk in found.crosswalks:
        count = sum(len(part.alignments) for part in crosswalk.parts)
        click.echo(f"{crosswalk.id}: {count:,} alignments in {len(crosswalk.parts)} parts")
    for path in sorted(files):
        click.echo(f"  {path}")
