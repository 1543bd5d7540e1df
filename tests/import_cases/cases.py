"""The files of ``tests/cases`` and of the SKOS Reference, imported into a new publication each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from crosswalk_rdf.cli import main

CASES = Path(__file__).parent.parent / "cases"


def files(*folders: str) -> list[Path]:
    """Return the files to import: those that are no part of a publication."""
    return sorted(path for folder in folders for path in _files(CASES / folder))


def publications() -> list[Path]:
    """Return the folders that are publications."""
    return sorted(path.parent for path in CASES.glob("*/*/data"))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and "data" not in path.relative_to(CASES).parts:
            yield path


@dataclass(frozen=True, slots=True)
class Project:
    """A publication's folder, and the command line."""

    folder: Path

    def run(self, *arguments: object) -> Result:
        """Run a command in this process; an exception of the program is an error of the test."""
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def import_(self, file: Path, id: str = "new") -> Result:
        """Import ``file``."""
        return self.run("import", file, "--as", id, "--project", self.folder)

    def content(self) -> dict[str, bytes]:
        """Return every file of the folder."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def new_project(folder: Path) -> Project:
    """Return a new publication, as ``init`` makes it."""
    project = Project(folder)
    assert project.run("init", folder).exit_code == 0
    return project
