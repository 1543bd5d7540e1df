"""What sssom-py, the toolkit of the SSSOM community, reads of our files."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.machine import program

COMMANDS = Path(__file__).with_name("sssom_py_commands.py")


def parsed(files: Iterable[Path], folder: Path) -> list[list[str]]:
    """Return the lines of each file as sssom-py writes it again, without its metadata.

    It finds each of them valid; the test fails where it does not.
    """
    files = list(files)
    tool = program("sssom", "pip install sssom, in an environment of its own")
    python = Path(tool).resolve().with_name("python")
    command = [python, "-P", COMMANDS, folder, *files]  # tests/packaging is no library
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    texts = ((folder / file.name).read_text(encoding="utf-8") for file in files)
    return [[line for line in _lines(text) if line.strip()] for text in texts]


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
