"""What is installed by our own commands is pinned by hash, or comes from this machine."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINNED = ("--require-hashes", "--no-index")
LOCKS = sorted(ROOT.glob("requirements/*.lock"))


@pytest.mark.parametrize("name", ["Makefile", "Dockerfile", ".ci/run", ".ci/programs"])
def test_no_package_is_installed_by_its_name(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    commands = re.findall(r"pip (?:install|wheel)\b[^\n&]*", text)
    assert [command for command in commands if not any(flag in command for flag in PINNED)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_requirement_has_hashes(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


def test_the_build_backend_is_pinned() -> None:
    assert re.search(r"^hatchling==", (ROOT / "requirements/build.lock").read_text("utf-8"), re.M)
