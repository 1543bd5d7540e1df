"""A build that is ended by a signal cleans up; what a killed one left is removed by the next."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosswalk_rdf.api.folder_lock import fresh_folder, remove_abandoned

TINY = Path(__file__).parent.parent / "publications/tiny"


def _interrupted(out: Path, number: signal.Signals) -> int:
    """Start a build, send it a signal once it writes, and return its exit code."""
    command = [sys.executable, "-m", "crosswalk_rdf", "build", "--quiet", "--project", str(TINY)]
    process = subprocess.Popen([*command, "--out", str(out)], stdout=subprocess.DEVNULL)
    while not list(out.parent.glob(".out-*/*")) and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(number)
    return process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended(tmp_path: Path, number: signal.Signals) -> None:
    assert _interrupted(tmp_path / "out", number) == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_killed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _interrupted(out, signal.SIGKILL) == -signal.SIGKILL
    assert [path.name[:5] for path in tmp_path.iterdir()] == [".out-"]
    remove_abandoned(out)
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_abandoned_stays(tmp_path: Path) -> None:
    """Folders of builds that are alive, of other targets, and of people."""
    target = tmp_path / "out"
    others = [tmp_path / name for name in (".out-notes", ".out-12345678.txt", ".other-12345678")]
    for folder in others:
        folder.mkdir()
    with fresh_folder(target) as first, fresh_folder(target) as second:
        assert sorted(tmp_path.iterdir()) == sorted([first, second, *others])
    assert sorted(tmp_path.iterdir()) == sorted(others)
