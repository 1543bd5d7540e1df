"""Options that several commands share, and how they report progress."""

import time
from collections.abc import Callable
from pathlib import Path

import click

from crosswalk_rdf.model.lexical import is_prefix, is_uri

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


def _prefixes(
    _: click.Context, parameter: click.Parameter, texts: tuple[str, ...]
) -> dict[str, str]:
    """Return IRIs by prefix; raise a usage error for what is not of the form ``PREFIX=IRI``."""
    prefixes = {}
    for text in texts:
        prefix, equals, iri = text.partition("=")
        if not (equals and is_prefix(prefix) and is_uri(iri)):
            message = f"{text!r}: write PREFIX=IRI, such as HP=http://purl.obolibrary.org/obo/HP_"
            raise click.BadParameter(message, param=parameter)
        prefixes[prefix] = iri
    return prefixes


prefixes = click.option(
    "--prefix",
    "prefixes",
    multiple=True,
    metavar="PREFIX=IRI",
    callback=_prefixes,
    help="What a prefix stands for that SOURCE does not declare (SSSOM).",
)
quiet = click.option("--quiet", is_flag=True, help="Say nothing on stderr but errors.")


def progress(quiet: bool, after: float = 0) -> Callable[[str], None]:
    """Return what shows each stage on stderr as it begins, once ``after`` seconds have passed."""
    start = time.monotonic()

    def show(stage: str) -> None:
        if not quiet and time.monotonic() - start >= after:
            click.echo(f"{stage} …", err=True)

    return show
