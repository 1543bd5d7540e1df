"""``crosswalk-rdf init``: a new publication that builds at once."""

import re
import uuid
from pathlib import Path

import click

from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.project.library import starter_files

_UUID = re.compile(rb"@uuid@")


class FolderInUse(CrosswalkError):
    """A folder that holds something already."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Write a small publication to FOLDER: two frameworks and a crosswalk, ready to be edited."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderInUse(f"{folder} is not empty: name a new folder")
    files = {
        name: _UUID.sub(lambda _: str(uuid.uuid4()).encode(), content)
        for name, content in starter_files().items()
    }
    replace_files(files, folder)
    click.echo(f"{folder}: {len(files)} files; now run: crosswalk-rdf build --project {folder}")
