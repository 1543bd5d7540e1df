"""``crosswalk-rdf evaluate``: suggestions measured by what people decided."""

from collections.abc import Iterator
from pathlib import Path

import click

from crosswalk_rdf.api.evaluation import EvaluationResult
from crosswalk_rdf.api.evaluation import evaluate as evaluate_files
from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.project.publication import NoPublication

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("candidates", nargs=-1, required=True, type=_FILE, metavar="CANDIDATES...")
@click.argument("gold", type=_FILE, metavar="GOLD")
@click.option("--levels", metavar="NAMES",
              help="Only statements on these levels count, with commas between them.")  # fmt: skip
@click.option("--strata", is_flag=True, help="Also by wording, level and branch.")
@options.project
def evaluate(
    candidates: tuple[Path, ...], gold: Path, levels: str | None, strata: bool, folder: Path
) -> None:
    """Measure files of suggestions by the alignments in GOLD.

    Each figure stands with the interval in which 95 % of bootstrap samples have it. With several
    files, their MRR is compared with that of the first (paired bootstrap).
    """
    names = [name.strip() for name in (levels or "").split(",") if name.strip()]
    try:
        frameworks = open_publication(folder).frameworks
    except NoPublication:
        frameworks = ()
    report = Report()
    result = evaluate_files(candidates, gold, frameworks=frameworks, levels=names, report=report)
    reports.echo_remarks("read", report)
    for line in _lines(result, strata):
        click.echo(line)


def _lines(result: EvaluationResult, strata: bool) -> Iterator[str]:
    for name, evaluations in result.evaluations.items():
        yield name
        for stratum, evaluation in evaluations.items():
            if stratum == "all" or strata:
                figures = "  ".join(
                    f"{measure} {value.mean:.3f} [{value.low:.3f}, {value.high:.3f}]"
                    for measure, value in evaluation.measures.items()
                )
                yield f"  {stratum:24} {evaluation.queries:5} queries  {figures}"
    for name, difference in result.differences.items():
        value = difference.interval
        interval = f"{value.mean:+.3f} [{value.low:+.3f}, {value.high:+.3f}]"
        yield f"{name}: MRR {interval} against the first, p = {difference.p_value:.3f}"
