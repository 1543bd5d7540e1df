"""``crosswalk-rdf validate``: what is not as it should be in the publication."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Final

import click

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reasoners
from crosswalk_rdf.validation import ValidationReport, csv_report, json_report

_FORMATS: Final[Mapping[str, Callable[[ValidationReport], str | bytes]]] = {
    "text": str,
    "turtle": attrgetter("turtle"),
    "csv": csv_report,
    "json": json_report,
}
"""What prints a report, by the name of the format."""


@click.command()
@options.project
@options.base
@reasoners.option
@click.option(
    "--format",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="What to print: SHACL is in Turtle.",
)
@click.option("--turtle", "format", flag_value="turtle", help="Short for --format turtle.")
@options.quiet
@click.pass_context
def validate(
    context: click.Context,
    folder: Path,
    base: str | None,
    reasoner: str,
    format: str,
    quiet: bool,
) -> None:
    """Hold every SHACL shape against the publication, what follows from it included.

    Exit code 1 when a shape is violated, and the violation is an error: faults in imported data are
    warnings, unless [validation] in publication.toml says otherwise. Nothing is written.
    """
    publication = open_publication(
        folder, base=base, reasoner=reasoner, progress=options.progress(quiet)
    )
    report = publication.validate()
    click.echo(_FORMATS[format](report), nl=False)
    context.exit(0 if report.conforms else 1)
