"""``crosswalk-rdf compose``: what follows from crosswalks along a chain of frameworks."""

from pathlib import Path

import click

from crosswalk_rdf.api.conversion import write
from crosswalk_rdf.api.errors import NoChain
from crosswalk_rdf.api.linking import compose as compose_crosswalks
from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.display import count_phrase
from crosswalk_rdf.formats.format import Report


@click.command()
@click.argument("frameworks", nargs=-1, metavar="A B C...")
@click.option("-o", "--out", "target", type=click.Path(path_type=Path, dir_okay=False),
              default="composed.sssom.tsv", show_default=True,
              help="File to write, in any format with alignments.")  # fmt: skip
@options.project
@options.quiet
def compose(frameworks: tuple[str, ...], target: Path, folder: Path, quiet: bool) -> None:
    """Derive mappings from A to the last framework, by way of those between.

    Uses what the crosswalks of the publication state between each two that follow each other, and
    the hierarchies of all. Each derived mapping names its chains. Clashes are printed.
    """
    publication = open_publication(folder)
    chain = [publication[name] for name in frameworks]
    result = compose_crosswalks(chain, publication.crosswalks)
    if not result.mappings:
        names = " to ".join(framework.id for framework in chain)
        raise NoChain(f"nothing follows along {names}: align each with the next")
    report = Report()
    write(result.package(), target, report=report)
    reports.echo_remarks("written", report)
    for clash in result.clashes:
        ends = (clash.subject, clash.object, clash.other_subject, clash.other_object)
        click.echo("\t".join([clash.kind, *ends]))
    if not quiet:
        counts = count_phrase(result.mappings, "mapping"), count_phrase(result.clashes, "conflict")
        click.echo(f"{target}: {counts[0]}, {counts[1]}", err=True)
