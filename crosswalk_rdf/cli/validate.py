"""``crosswalk-rdf validate``: what is not as it should be in the publication."""

from pathlib import Path

import click

from crosswalk_rdf import publish
from crosswalk_rdf.cli import loading, options


@click.command()
@options.project
@options.base
@loading.reasoner
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
    tell = options.progress(quiet)
    tell("data")
    publication, library = loading.load(folder, base)
    store = publish.dataset(publication, library, reasoner=reasoner, progress=tell)
    tell("validation")
    report, text = publish.validated(store, publication, library)
    click.echo(report.turtle if turtle else text, nl=False)
    context.exit(0 if report.conforms else 1)
