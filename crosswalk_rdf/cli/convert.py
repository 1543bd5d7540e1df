"""``crosswalk-rdf convert``: a file from one format to another."""

from pathlib import Path

import click

from crosswalk_rdf.api.conversion import convert as convert_file
from crosswalk_rdf.api.conversion import list_formats, loss_count
from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.serialization.syntaxes import SYNTAXES


def _list_formats(context: click.Context, _: click.Parameter, requested: bool) -> None:
    """List the formats, and end."""
    if not requested:
        return
    for syntax in SYNTAXES:
        click.echo(f"{syntax.name:15} read write  {syntax.suffix:21} {syntax.label}")
    for each in list_formats():
        operations = f"{'read' if each.read else '    '} {'write' if each.write else '     '}"
        click.echo(f"{each.name:15} {operations}  {each.suffixes[0]:21} {each.title}")
    context.exit()


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--from", "read", metavar="FORMAT", help="Format of SOURCE.  [default: by content]")
@click.option("--to", "write", metavar="FORMAT", help="Format of TARGET.  [default: by suffix]")
@click.option("--base", metavar="IRI", help="What relative IRIs of SOURCE are relative to (RDF).")
@options.metadata
@options.prefixes
@reports.option
@click.option("--strict", is_flag=True, help="End with 1 where something was not carried over.")
@click.option("--formats", is_flag=True, is_eager=True, expose_value=False, callback=_list_formats,
              help="List the formats and end.")  # fmt: skip
def convert(
    source: Path,
    target: Path,
    read: str | None,
    write: str | None,
    base: str | None,
    metadata: Path | None,
    prefixes: dict[str, str],
    report_file: Path | None,
    strict: bool,
) -> None:
    """Write what SOURCE holds as TARGET, in another format.

    SOURCE is a file, or the folder of a publication. TARGET is a file, or a folder where there
    are several documents to write: one for each framework and each crosswalk.

    From one RDF syntax to another every triple goes over. Otherwise frameworks and alignments go
    over, and stderr says what was repaired and what could not be carried.
    """
    result = convert_file(
        source,
        target,
        source_format=read,
        target_format=write,
        base=base,
        metadata=metadata,
        prefixes=prefixes,
    )
    by_step = {"read": result.read, "written": result.written}
    for title, report in by_step.items():
        reports.echo(title, report)
    reports.write(report_file, by_step)
    if strict and loss_count(result.read) + loss_count(result.written):
        raise click.exceptions.Exit(1)
