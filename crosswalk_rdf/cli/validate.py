"""``crosswalk-rdf validate``: what is not as it should be in the publication."""

from pathlib import Path

import click

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reasoners


@click.command()
@options.project
@options.base
@reasoners.option
@click.option("--turtle", is_flag=True, help="Print the SHACL report in Turtle.")
@options.quiet
@click.pass_context
def validate(
    context: click.Context,
    folder: Path,
    base: str | None,
    reasoner: str,
    turtle: bool,
    quiet: bool,
) -> None:
    """Hold every SHACL shape against the publication, what follows from it included.

    Exit code 1 when a shape is violated. Nothing is written.
    """
    publication = open_publication(
        folder, base=base, reasoner=reasoner, progress=options.progress(quiet)
    )
    report = publication.validate()
    click.echo(report.turtle if turtle else str(report), nl=False)
    context.exit(0 if report.conforms else 1)
