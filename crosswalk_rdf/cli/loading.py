"""The publication that a command is about, and how what follows from it is found."""

from pathlib import Path

import click

from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library, load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish import REASONERS

reasoner = click.option(
    "--reasoner",
    type=click.Choice(REASONERS),
    default=REASONERS[0],
    show_default=True,
    help="rules: ours, fast; owlrl: the reference, slow.",
)


def load(folder: Path, base: str | None) -> tuple[Publication, Library]:
    """Return the publication in ``folder`` and all that it is built with."""
    publication = load_publication(folder, base)
    return publication, load_library(publication.base, (folder, publication.written_base))
