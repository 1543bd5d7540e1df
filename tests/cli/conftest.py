import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswalk_rdf.cli import main

TINY = Path(__file__).parent.parent / "publications/tiny"

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run the command line in this process; arguments are turned to text."""

    def invoke(*arguments: object) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny publication."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))
