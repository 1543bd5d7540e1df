"""Options that several commands share, and how they report progress."""

import time
from collections.abc import Callable
from pathlib import Path

import click

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
metadata = click.option(
    "--metadata",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Metadata of SOURCE (SSSOM).  [default: the file beside it that is named like it]",
)
quiet = click.option("--quiet", is_flag=True, help="Say nothing on stderr but errors.")


def progress(quiet: bool, after: float = 0) -> Callable[[str], None]:
    """Return what shows each stage on stderr as it begins, once ``after`` seconds have passed."""
    start = time.monotonic()

    def show(stage: str) -> None:
        if not quiet and time.monotonic() - start >= after:
            click.echo(f"{stage} …", err=True)

    return show
