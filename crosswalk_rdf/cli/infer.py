"""``crosswalk-rdf infer``: what follows from what the data say."""

from pathlib import Path

import click

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reasoners
from crosswalk_rdf.serialization.syntaxes import by_name

INFERRED = "inferred"


@click.command()
@options.project
@options.base
@reasoners.option
@click.option("--format", "name", default="turtle", show_default=True, help="RDF syntax.")
@options.quiet
def infer(folder: Path, base: str | None, reasoner: str, name: str, quiet: bool) -> None:
    """Print what was inferred: the SKOS entailments and the rolled-up alignments."""
    by_name(name)  # an unknown syntax is refused before the work begins
    publication = open_publication(
        folder, base=base, reasoner=reasoner, progress=options.progress(quiet)
    )
    click.echo(publication.serialize(name, graph=INFERRED), nl=False)
