"""``crosswalk-rdf extract``: the printed crosswalk to the data files of the publication."""

import uuid
from pathlib import Path

import click

from crosswalk_2017_extraction import Extraction
from crosswalk_2017_extraction.data_files import extract_folder, extracted_files
from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.cli import options
from crosswalk_rdf.errors import DoesNotConform


class Outdated(DoesNotConform):
    """Data files that are not what the source gives."""


@click.command()
@options.project
@click.option("--coverage", is_flag=True, help="Print the account of the source's lines only.")
@click.option("--lines", is_flag=True, help="With --coverage: print each line's record as well.")
@click.option("--check", is_flag=True, help="Write nothing; fail where a data file differs.")
@options.quiet
def extract(folder: Path, coverage: bool, lines: bool, check: bool, quiet: bool) -> None:
    """Read the printed crosswalk again and write the data files from it.

    Existing data files keep their UUIDs; new statements get new ones.
    """
    tell = options.progress(quiet)
    tell("reading the source")
    extracted = extract_folder(folder, mint=lambda: str(uuid.uuid4()))
    if coverage:
        _print_coverage(extracted.extraction, lines)
        return
    files = extracted_files(extracted)
    changed = [name for name, content in files.items() if _differs(folder / name, content)]
    if check and changed:
        raise Outdated(f"not as extracted: {', '.join(changed)}; run crosswalk-rdf extract")
    if not check:
        replace_files({name: files[name] for name in changed}, folder)
    click.echo(f"{len(files)} data files, {len(changed)} changed")


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


def _print_coverage(extraction: Extraction, lines: bool) -> None:
    for entry in extraction.coverage.entries if lines else ():
        place = f"{entry.segment.line:>5} {entry.segment.column:<5}"
        click.echo(f"{place} {'; '.join(entry.records)}")
    click.echo(extraction.coverage.summary())
    if not extraction.coverage.complete:
        missing = ", ".join(map(str, extraction.coverage.missing))
        raise Outdated(f"lines of the source that no record accounts for: {missing or 'none'}")
