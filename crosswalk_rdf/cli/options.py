"""Options that several commands share, and how they report progress."""

import time
from collections.abc import Callable
from pathlib import Path

import click

from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library, load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish import REASONERS

project = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    show_default="this folder",
    help="Folder of the publication.",
)
base = click.option(
    "--base", metavar="IRI", help="Base IRI, instead of that in data/publication.toml."
)
quiet = click.option("--quiet", is_flag=True, help="Say nothing on stderr but errors.")
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


def progress(quiet: bool, after: float = 0) -> Callable[[str], None]:
    """Return what tells each stage on stderr as it begins, once ``after`` seconds have passed."""
    start = time.monotonic()

    def tell(stage: str) -> None:
        if not quiet and time.monotonic() - start >= after:
            click.echo(f"{stage} …", err=True)

    return tell
