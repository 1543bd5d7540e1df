"""Each request that the documentation shows with its response is answered so."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.pages import blocks, markdown_files
from tests.docs.test_examples import matches
from tests.machine import program
from tests.server.serving import Served

ADDRESS = "http://127.0.0.1:8000/"
"""Where the documentation has the service."""


def requests(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each command that asks with curl, which may have several lines, and what it shows."""
    for block in blocks(page.read_text(encoding="utf-8"), "console"):
        for part in re.split(r"^\$ (?=curl )", block, flags=re.MULTILINE)[1:]:
            command = part
            for end in re.finditer(r"\n", part):
                command = part[: end.start()]
                if command.count("'") % 2 == 0 and not command.endswith("\\"):
                    break
            yield command, part.removeprefix(command).partition("\n$ ")[0]


PAGES = [page for page in markdown_files() if any(requests(page))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_requests(page: Path, served: Served) -> None:
    program("curl", "apt-get install curl")
    for command, shown in requests(page):
        assert ADDRESS in command
        asked = command.replace(ADDRESS, served.url)
        done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        printed = done.stdout.replace(served.url, ADDRESS).replace("\r", "")
        assert matches(shown, printed), f"{command} prints:\n{printed}"


def test_the_readme_shows_some() -> None:
    assert len(list(requests(REPOSITORY / "README.md"))) >= 3
