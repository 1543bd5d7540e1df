"""``crosswalk-rdf build``: a publication's folder to ``dist/``."""

from pathlib import Path

import click

from crosswalk_rdf import publish
from crosswalk_rdf.cli import options
from crosswalk_rdf.cli.writing import refuse_foreign, replace_folder


@click.command()
@options.project
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write.  [default: dist in the publication's folder]",
)
@options.base
@options.reasoner
@options.quiet
def build(folder: Path, out: Path | None, base: str | None, reasoner: str, quiet: bool) -> None:
    """Build the publication: graph, inference, validation, every file.

    The folder is replaced as a whole when all is well, and left as it was otherwise.
    """
    target = out or folder / "dist"
    refuse_foreign(target)
    tell = options.progress(quiet)
    tell("data")
    publication, library = options.load(folder, base)
    built = publish.build(publication, library, reasoner=reasoner, progress=tell)
    tell("writing")
    replace_folder(built.files, target)
    size = sum(map(len, built.files.values())) / 1_000_000
    click.echo(f"{target}: {len(built.files):,} files, {size:.1f} MB, {len(built.store):,} triples")
