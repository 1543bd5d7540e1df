"""``crosswalk-rdf suggest``: candidates for the alignment of two frameworks."""

import os
import sys
from pathlib import Path

import click

from crosswalk_rdf.api.conversion import write
from crosswalk_rdf.api.linking import read_framework
from crosswalk_rdf.api.linking import suggest as suggest_candidates
from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.cli import options, reports
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.linking.grades import NoGrades
from crosswalk_rdf.model import Framework


@click.command()
@click.argument("subjects", metavar="A")
@click.argument("objects", metavar="B")
@click.option("-o", "--out", "target", type=click.Path(path_type=Path, dir_okay=False),
              default="candidates.sssom.tsv", show_default=True,
              help="File to write: SSSOM/TSV, which asserts no match.")  # fmt: skip
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True,
              help="How many candidates for each statement at most.")  # fmt: skip
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True,
              help="The score that a candidate has at least.")  # fmt: skip
@click.option("--levels", metavar="NAMES",
              help="Only statements on these levels, with commas between them.")  # fmt: skip
@click.option("--grades", metavar="GRADES", default="",
              help="Only statements for these grades, such as K-2,5, or for none.")  # fmt: skip
@click.option("--semantic", is_flag=True,
              help="Rank by meaning, too, with the model of the extra 'semantic'.")  # fmt: skip
@click.option("--model", type=click.Path(path_type=Path, exists=True, file_okay=False),
              metavar="DIR", help="Rank by meaning with the ONNX model in DIR.")  # fmt: skip
@options.project
@options.quiet
def suggest(
    subjects: str,
    objects: str,
    target: Path,
    top: int,
    min_score: float,
    levels: str | None,
    grades: str,
    semantic: bool,
    model: Path | None,
    folder: Path,
    quiet: bool,
) -> None:
    """Rank, for each statement of A, the statements of B that it may be aligned with.

    A and B are frameworks: ids in the publication, or files in any format (FILE#ID where a file
    has several). Nothing is asserted: the result is a file for reviewers.
    """
    names = [name.strip() for name in (levels or "").split(",") if name.strip()]
    left, right = (_framework(name, folder) for name in (subjects, objects))
    try:
        with click.progressbar(
            length=len(left.statements), label=left.id, file=sys.stderr, hidden=quiet
        ) as bar:
            result = suggest_candidates(
                left, right, top=top, min_score=min_score, levels=names, grades=grades,
                semantic=semantic, model=model, cache=_cache(),
                progress=lambda done, _: bar.update(done - bar.pos),
            )  # fmt: skip
    except NoGrades as error:
        raise NoGrades(f"--grades: {error}") from error
    report = Report()
    write(result.package(), target, "sssom", report=report)
    reports.echo_remarks("written", report)
    if not quiet:
        aligned = len({candidate.subject.iri for candidate in result.candidates})
        count = f"{len(result.candidates):,} candidates for {aligned:,} of {len(left.statements):,}"
        click.echo(f"{target}: {count} statements of {left.id}", err=True)


def _cache() -> Path:
    """Return the folder in which vectors are kept (XDG Base Directory Specification)."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home, "crosswalk-rdf", "sentence-vectors")


def _framework(name: str, folder: Path) -> Framework:
    """Return the framework of a file, or of the publication."""
    file, _, id = name.partition("#")
    if Path(file).exists():
        report = Report()
        framework = read_framework(Path(file), id, report=report)
        reports.echo_remarks(f"read {file}", report)
        return framework
    return open_publication(folder)[name]
