"""Files written by a second process."""

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from crosswalk_rdf.api.atomic_files import FreshFolder
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.publish.background_process import ProcessLost, background
from crosswalk_rdf.publish.output import Output


def who() -> Iterator[PublishedFile]:
    yield PublishedFile("a/b.txt", b"1" * 100_000)
    yield PublishedFile("pid", str(os.getpid()).encode(), ("https://example.org/pid",))


@pytest.mark.parametrize("worth", [True, False])
def test_the_files_are_there_in_the_end(worth: bool, tmp_path: Path) -> None:
    files = FreshFolder(tmp_path)
    output = Output(files)
    with background(who, output, worth=worth) as wait:
        wait()
    assert output.index["pid"].about == ("https://example.org/pid",)
    assert output.index["a/b.txt"].size == 100_000
    assert output.index["a/b.txt"].digest == sha256(b"1" * 100_000).digest()
    assert files["a/b.txt"] == b"1" * 100_000
    assert (tmp_path / "a/b.txt").read_bytes() == b"1" * 100_000
    assert set(files) == {"a/b.txt", "pid"}
    assert (int(files["pid"]) == os.getpid()) is not worth


def test_files_in_memory_are_written_here() -> None:
    files: dict[str, bytes] = {}
    with background(who, Output(files), worth=True) as wait:
        assert files == {}
        wait()
    assert int(files["pid"]) == os.getpid()


@pytest.mark.parametrize("worth", [True, False])
def test_errors_arrive(worth: bool, tmp_path: Path) -> None:
    def fail() -> Iterator[PublishedFile]:
        yield PublishedFile("a", b"")
        raise CrosswalkError("file.ttl:1: no")

    with (
        pytest.raises(CrosswalkError, match=r"file\.ttl:1: no"),
        background(fail, Output(FreshFolder(tmp_path)), worth=worth) as wait,
    ):
        wait()


def test_a_process_that_is_killed(tmp_path: Path) -> None:
    def killed() -> Iterator[PublishedFile]:
        os._exit(9)
        yield PublishedFile("a", b"")

    with (
        pytest.raises(ProcessLost, match="killed"),
        background(killed, Output(FreshFolder(tmp_path)), worth=True) as wait,
    ):
        wait()


def test_a_process_that_is_not_waited_for_is_stopped(tmp_path: Path) -> None:
    def endless() -> Iterator[PublishedFile]:
        while True:
            yield PublishedFile("a", b"1")

    with (
        pytest.raises(CrosswalkError, match="no"),
        background(endless, Output(FreshFolder(tmp_path)), worth=True),
    ):
        raise CrosswalkError("no")
    shutil.rmtree(tmp_path)
    assert not tmp_path.exists()
