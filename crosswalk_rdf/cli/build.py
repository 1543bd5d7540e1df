"""``crosswalk-rdf build``: a publication's folder to ``dist/``."""

from pathlib import Path

import click

from crosswalk_rdf.api.atomic_files import check_replaceable
from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reasoners
from crosswalk_rdf.cli.garbage_collection import collect_rarely


@click.command()
@options.project
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write.  [default: dist in the publication's folder]",
)
@options.base
@reasoners.option
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="DIST_OR_DUMP",
    help="Tell what changed since this version: a folder that build wrote, or a dump.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Write a large publication with up to N processes.  [default: processors, up to 4]",
)
@options.quiet
def build(
    folder: Path,
    out: Path | None,
    base: str | None,
    reasoner: str,
    previous: Path | None,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Build the publication: graph, inference, validation, every file.

    The folder is replaced as a whole when all is well, and left as it was otherwise.
    """
    collect_rarely()
    target = out or folder / "dist"
    check_replaceable(target)
    publication = open_publication(
        folder, base=base, reasoner=reasoner, progress=options.progress(quiet)
    )
    result = publication.build(target, previous=previous, jobs=jobs)
    if not quiet:
        for remark in result.remarks:
            click.echo(remark, err=True)
    size = result.bytes / 1_000_000
    click.echo(f"{target}: {result.files:,} files, {size:.1f} MB, {result.triples:,} triples")
