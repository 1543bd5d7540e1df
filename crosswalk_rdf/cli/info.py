"""``crosswalk-rdf info``: what a publication holds, and how far its parts agree."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import click

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options
from crosswalk_rdf.display import count_phrase
from crosswalk_rdf.model import Crosswalk, Framework, local_name
from crosswalk_rdf.queries.agreement import Contingency


@click.command()
@options.project
@options.base
@click.option("--agreement", is_flag=True, help="Print how far the parts agree, and nothing else.")
def info(folder: Path, base: str | None, agreement: bool) -> None:
    """Print the frameworks, the crosswalks, their sizes and their rights."""
    publication = open_publication(folder, base=base)
    if agreement:
        _agreement(publication.agreement())
        return
    click.echo(f"{publication.title}\n{publication.base}  version {publication.version}")
    for framework in publication.frameworks:
        _framework(framework)
    for crosswalk in publication.crosswalks:
        _crosswalk(crosswalk)
    folders = Counter(file.rpartition("/")[0] for file in publication.library_files)
    rules, shapes, queries = (folders[f] for f in ("ontology/rules", "shapes", "queries"))
    click.echo(f"\n{rules} rules, {shapes} files of shapes, {queries} queries")


def _agreement(tables: Iterable[Contingency]) -> None:
    """Print the 2x2 table of each two parts with Cohen's kappa."""
    click.echo("first   second  both  only first  only second  neither  kappa  overlap")
    for table in tables:
        counts = f"{table.both:4}  {table.only_first:10}  {table.only_second:11}  {table.neither:7}"
        shares = f"{_share(table.kappa)}  {_share(table.overlap):>7}"
        names = f"{local_name(table.first):<6}  {local_name(table.second):<6}"
        click.echo(f"{names}  {counts}  {shares}")


def _share(value: Fraction | None) -> str:
    return "    -" if value is None else f"{float(value):5.2f}"


def _framework(framework: Framework) -> None:
    kinds = Counter(statement.kind for statement in framework.statements)
    counts = [f"{kinds[level.kind]} {level.name}" for level in framework.levels]
    click.echo(f"\n{framework.id}: {framework.title}\n  {', '.join(counts)}\n  {framework.rights}")


def _crosswalk(crosswalk: Crosswalk) -> None:
    click.echo(f"\n{crosswalk.id}: {crosswalk.title}")
    for part in crosswalk.parts:
        ends = f"{local_name(part.subject_source)} to {local_name(part.object_source)}"
        denials = f" and {count_phrase(part.denials, 'denial')}" if part.denials else ""
        click.echo(f"  {part.id}: {count_phrase(part.claims, 'alignment')}{denials}, {ends}")
    change_count = sum(erratum.changes_alignment for erratum in crosswalk.errata)
    noun = "erratum" if len(crosswalk.errata) == 1 else "errata"
    click.echo(f"  {len(crosswalk.errata)} {noun}, {change_count} of which change an alignment")
    click.echo(f"  {crosswalk.rights}")
