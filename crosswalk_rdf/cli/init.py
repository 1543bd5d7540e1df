"""``crosswalk-rdf init``: a new publication that builds at once."""

from pathlib import Path

import click

from crosswalk_rdf.api.starter import init as write_starter


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Write a small publication to FOLDER: two frameworks and a crosswalk, ready to be edited."""
    files = write_starter(folder)
    click.echo(f"{folder}: {len(files)} files; now run: crosswalk-rdf build --project {folder}")
