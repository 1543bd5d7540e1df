"""``crosswalk-rdf import``: a foreign framework into a publication's data files."""

from pathlib import Path

import click

from crosswalk_rdf.api.errors import BadId, IdNeeded
from crosswalk_rdf.api.package_import import ImportResult, import_file
from crosswalk_rdf.api.table_import import former_id, table_reading
from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.cli.garbage_collection import collect_rarely
from crosswalk_rdf.cli.look import lines
from crosswalk_rdf.cli.table_options import table_options
from crosswalk_rdf.formats.generic_table import TableOptions
from crosswalk_rdf.project.publication import load_publication


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--as", "id", default="", metavar="ID", help="Id of what is new: its folder.")
@click.option("--replace", is_flag=True, help="Replace what the publication has of it already.")
@options.project
@click.option("--from", "read", metavar="FORMAT", help="Format of SOURCE.  [default: by content]")
@click.option("--language", metavar="TAG", default="", help="Language of texts that name none.")
@options.metadata
@options.prefixes
@table_options
@reports.option
def import_(
    source: Path,
    id: str,
    replace: bool,
    folder: Path,
    read: str | None,
    language: str,
    metadata: Path | None,
    prefixes: dict[str, str],
    look: bool,
    table: TableOptions,
    report_file: Path | None,
) -> None:
    """Put the framework in SOURCE, with its associations, into the data of a publication.

    It becomes data/frameworks/ID/, and what it is associated with becomes
    data/crosswalks/ID-associations/: plain files, to be edited and checked like any others. IRIs
    and UUIDs are kept as given. Several frameworks get ids that begin with ID. SOURCE may be in
    any format that `convert --formats` lists as one that is read.

    With --replace, what the publication has already, by IRI, is replaced and keeps its id: an
    edited workbook, or a newer version of what was imported before.

    Of a spreadsheet (.xlsx, .xls, .ods, .csv, .tsv) the columns are taken by their headers and
    cells. --look shows how; --column, --sheet and --header-row correct it. What was decided is
    kept in mapping.toml beside the data, for the next version of the sheet.
    """
    if look:
        _look(source, id, folder, read, table, replace=replace)
        return
    collect_rarely()
    supplement = (metadata, prefixes)
    result = _import(source, id, folder, read, language, table, supplement, replace=replace)
    by_step = {"read": result.read, "imported": result.imported}
    for title, report in by_step.items():
        reports.echo(title, report)
    reports.write(report_file, by_step)
    _print_result(result)


def _look(
    source: Path, id: str, folder: Path, read: str | None, table: TableOptions, *, replace: bool
) -> None:
    """Show how a spreadsheet is read; exit with 1 where it is not imported so."""
    publication = load_publication(folder, may_be_empty=True)
    id = id or (former_id(publication, source.name) if replace else "")
    reading = table_reading(
        folder, publication, source, id, format=read, options=table, replace=replace
    )
    if reading is None:
        raise click.UsageError("--look is for spreadsheets; SOURCE has another format")
    for line in lines(reading):
        click.echo(line)
    if reading.faults:
        raise click.exceptions.Exit(1)


def _import(
    source: Path,
    id: str,
    folder: Path,
    read: str | None,
    language: str,
    table: TableOptions,
    supplement: tuple[Path | None, dict[str, str]],
    *,
    replace: bool,
) -> ImportResult:
    """Return what was imported; raise a usage error where ``--as`` is not as it must be."""
    publication = load_publication(folder, may_be_empty=True)
    try:
        return import_file(
            *(folder, publication, source, id),
            format=read,
            replace=replace,
            language=language,
            table=table,
            metadata=supplement[0],
            prefixes=supplement[1],
        )
    except IdNeeded as error:
        raise click.UsageError(str(error)) from error
    except BadId as error:
        raise click.BadParameter(str(error), param_hint="--as") from error


def _print_result(result: ImportResult) -> None:
    for framework in result.frameworks:
        click.echo(f"{framework.id}: {len(framework.statements):,} statements")
    for crosswalk in result.crosswalks:
        count = sum(len(part.alignments) for part in crosswalk.parts)
        click.echo(f"{crosswalk.id}: {count:,} alignments in {len(crosswalk.parts)} parts")
    for path in result.written:
        click.echo(f"  {path}")
    for path in result.removed:
        click.echo(f"  {path} is gone")
