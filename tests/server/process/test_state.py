"""The folder for the change log: of one service, and not needed to serve."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.built import BuiltSite
from tests.server.process.test_life import version, wait_until
from tests.server.process.test_status import figures
from tests.server.serving import Served, command, serving

FORBIDDEN = Path("/sys/crosswalk-rdf")
"""Not even the administrator can make a folder there."""


@pytest.fixture
def folder(tiny_site: BuiltSite, tmp_path: Path) -> Path:
    """A copy of the build that a test may change."""
    return shutil.copytree(tiny_site.folder, tmp_path / "dist")


def failures(served: Served) -> float:
    return figures(served)["crosswalk_rdf_state_failures_total"][()]


def refused(folder: Path, state: Path) -> str:
    """Return what the service says that does not start."""
    started = [*command(folder), "--state", str(state)]
    done = subprocess.run(started, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.skipif(not FORBIDDEN.parent.is_dir(), reason="only Linux has this folder")
def test_a_state_that_cannot_be_made_does_not_keep_it_from_serving(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder, "--state", str(FORBIDDEN)) as served:
        assert served.ask("/activities").status == 200
        assert failures(served) == 1


def test_a_state_that_cannot_be_written_does_not_end_it(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with serving(folder, "--state", str(state)) as served:
        assert failures(served) == 0
        shutil.rmtree(state)
        state.write_text("")
        served.process.send_signal(signal.SIGHUP)
        assert served.logged("--state")["level"] == "error"
        served.logged("build taken up")
        assert failures(served) == 1


def test_two_services_do_not_share_a_state(tiny_site: BuiltSite, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with serving(tiny_site.folder, "--state", str(state)) as served:
        assert "a service that runs" in refused(tiny_site.folder, state)
        os.kill(served.process.pid, signal.SIGKILL)
        served.process.wait(timeout=30)
        with serving(tiny_site.folder, "--state", str(state)) as again:
            assert again.ask("/healthz").status == 200


def test_a_state_that_is_no_folder_is_an_error(tiny_site: BuiltSite, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.write_text("")
    assert "--state" in refused(tiny_site.folder, state / "more")


def test_a_pipe_for_a_change_log_is_an_error(tiny_site: BuiltSite, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.jsonl")
    assert "no regular file" in refused(tiny_site.folder, tmp_path)


def test_only_regular_files_of_a_build_are_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe.html")
    (folder / "zero.html").symlink_to("/dev/zero")
    with serving(folder) as served:
        assert served.ask("/pipe.html").status == served.ask("/zero.html").status == 404
        before = version(served)
        (folder / "index.html").unlink()
        os.mkfifo(folder / "index.html")
        served.process.send_signal(signal.SIGHUP)
        assert "index.html is missing" in str(served.logged("build refused")["message"])
        assert version(served) == before
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(timeout=30) == 0


def test_many_signals_are_two_reloads(tiny_site: BuiltSite) -> None:
    def loaded() -> float:
        return figures(served)["crosswalk_rdf_builds_total"][("taken up",)]

    with serving(tiny_site.folder) as served:
        for _ in range(30):
            served.process.send_signal(signal.SIGHUP)
            served.ask("/healthz")  # so that the signals are not one
        served.logged("build taken up")
        wait_until(lambda: loaded() == loaded())
        assert 2 <= loaded() < 20


def test_reloads_leave_nothing_behind(tiny_site: BuiltSite) -> None:
    def held(served: Served) -> tuple[int, int]:
        own = Path(f"/proc/{served.process.pid}")
        maps = (own / "maps").read_text().splitlines()
        return len(list((own / "fd").iterdir())), sum("(deleted)" in line for line in maps)

    def use(served: Served) -> None:
        for path in ("/", "/schule.ttl", "/sparql?query=broken", "/openapi.json", "/activities"):
            served.ask(path)

    with serving(tiny_site.folder, "--quiet") as served:
        served.ask("/healthz")
        before = held(served)
        for _ in range(5):
            use(served)
            served.process.send_signal(signal.SIGHUP)
            served.logged("build taken up")
        wait_until(lambda: all(now <= then for now, then in zip(held(served), before, strict=True)))
