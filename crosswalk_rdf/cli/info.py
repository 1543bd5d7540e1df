"""``crosswalk-rdf info``: what a publication holds, from its data files alone."""

from collections import Counter
from pathlib import Path

import click

from crosswalk_rdf.cli import options
from crosswalk_rdf.model import Crosswalk, Framework, local_name


@click.command()
@options.project
@options.base
def info(folder: Path, base: str | None) -> None:
    """Print the frameworks, the crosswalks, their sizes and their rights."""
    publication, library = options.load(folder, base)
    click.echo(f"{publication.title}\n{publication.base}  version {publication.version}")
    for framework in publication.frameworks:
        _framework(framework)
    for crosswalk in publication.crosswalks:
        _crosswalk(crosswalk)
    figures = (f"{len(library.rules)} rules", f"{len(library.shapes)} files of shapes")
    click.echo(f"\n{', '.join(figures)}, {len(library.queries)} queries")


def _framework(framework: Framework) -> None:
    kinds = Counter(statement.kind for statement in framework.statements)
    counts = [f"{kinds[level.kind]} {level.name}" for level in framework.levels]
    click.echo(f"\n{framework.id}: {framework.title}\n  {', '.join(counts)}\n  {framework.rights}")


def _crosswalk(crosswalk: Crosswalk) -> None:
    click.echo(f"\n{crosswalk.id}: {crosswalk.title}")
    for part in crosswalk.parts:
        ends = f"{local_name(part.subject_source)} to {local_name(part.object_source)}"
        click.echo(f"  {part.id}: {len(part.alignments)} alignments, {ends}")
    changing = sum(erratum.changes_alignment for erratum in crosswalk.errata)
    click.echo(f"  {len(crosswalk.errata)} errata, {changing} of which change an alignment")
    click.echo(f"  {crosswalk.rights}")
