"""Files written by a second process."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswalk_rdf.api.atomic_files import FreshFolder
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.publish.background import ProcessLost, background


def who() -> Iterator[tuple[str, bytes]]:
    yield "a/b.txt", b"1" * 100_000
    yield "pid", str(os.getpid()).encode()


@pytest.mark.parametrize("worth", [True, False])
def test_the_files_are_there_in_the_end(worth: bool, tmp_path: Path) -> None:
    files = FreshFolder(tmp_path)
    with background(who, files, worth=worth) as wait:
        wait()
    assert files["a/b.txt"] == b"1" * 100_000
    assert (tmp_path / "a/b.txt").read_bytes() == b"1" * 100_000
    assert set(files) == {"a/b.txt", "pid"}
    assert files.sizes["a/b.txt"] == 100_000
    assert (int(files["pid"]) == os.getpid()) is not worth


def test_files_in_memory_are_written_here() -> None:
    files: dict[str, bytes] = {}
    with background(who, files, worth=True) as wait:
        assert files == {}
        wait()
    assert int(files["pid"]) == os.getpid()


@pytest.mark.parametrize("worth", [True, False])
def test_errors_arrive(worth: bool, tmp_path: Path) -> None:
    def fail() -> Iterator[tuple[str, bytes]]:
        yield "a", b""
        raise CrosswalkError("file.ttl:1: no")

    with (
        pytest.raises(CrosswalkError, match=r"file\.ttl:1: no"),
        background(fail, FreshFolder(tmp_path), worth=worth) as wait,
    ):
        wait()


def test_a_process_that_is_killed(tmp_path: Path) -> None:
    def killed() -> Iterator[tuple[str, bytes]]:
        os._exit(9)
        yield "a", b""

    with (
        pytest.raises(ProcessLost, match="killed"),
        background(killed, FreshFolder(tmp_path), worth=True) as wait,
    ):
        wait()


def test_a_process_that_is_not_waited_for_is_stopped(tmp_path: Path) -> None:
    def endless() -> Iterator[tuple[str, bytes]]:
        while True:
            yield "a", b"1"

    with (
        pytest.raises(CrosswalkError, match="no"),
        background(endless, FreshFolder(tmp_path), worth=True),
    ):
        raise CrosswalkError("no")
    shutil.rmtree(tmp_path)
    assert not tmp_path.exists()
