"""``crosswalk-rdf build``: a publication's folder to ``dist/``."""

from pathlib import Path

import click

from crosswalk_rdf import publish
from crosswalk_rdf.api.atomic_files import refuse_foreign, replacing
from crosswalk_rdf.cli import loading, options
from crosswalk_rdf.comparison.report import remarks
from crosswalk_rdf.project.previous import load_previous


@click.command()
@options.project
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write.  [default: dist in the publication's folder]",
)
@options.base
@loading.reasoner
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="DIST_OR_DUMP",
    help="Tell what changed since this version: a folder that build wrote, or a dump.",
)
@options.quiet
def build(
    folder: Path,
    out: Path | None,
    base: str | None,
    reasoner: str,
    previous: Path | None,
    quiet: bool,
) -> None:
    """Build the publication: graph, inference, validation, every file.

    The folder is replaced as a whole when all is well, and left as it was otherwise.
    """
    target = out or folder / "dist"
    refuse_foreign(target)
    tell = options.progress(quiet)
    tell("data")
    publication, library = loading.load(folder, base)
    earlier = load_previous(previous) if previous else None
    with replacing(target) as files:
        built = publish.build(
            publication, library, reasoner=reasoner, previous=earlier, files=files, progress=tell
        )
        size, count = sum(files.sizes.values()) / 1_000_000, len(files)
    if not quiet:
        for remark in remarks(built.comparison):
            click.echo(remark, err=True)
    click.echo(f"{target}: {count:,} files, {size:.1f} MB, {len(built.store):,} triples")
