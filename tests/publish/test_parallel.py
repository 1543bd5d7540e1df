"""Files written by several processes."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from crosswalk_rdf.api.atomic_files import FreshFolder
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.publish.output import Output
from crosswalk_rdf.publish.parallel import ProcessLost, parallel

HERE = os.getpid()


def large() -> Iterator[PublishedFile]:
    yield PublishedFile("a/b.txt", b"1" * 100_000, ("https://example.org/b",))


def numbered(number: int) -> Iterator[PublishedFile]:
    yield PublishedFile(f"z/{-number}", b"1")
    yield PublishedFile(f"a/{number}", b"2")


def endless(*, unless: int) -> Iterator[PublishedFile]:
    while os.getpid() != unless:
        yield PublishedFile("c", b"1")


def elsewhere(act: Callable[[], None]) -> Iterator[PublishedFile]:
    """Act, unless this is the process of the tests."""
    if os.getpid() != HERE:
        act()
    yield PublishedFile("f", b"")


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_files_and_index_do_not_depend_on_the_number_of_processes(
    processes: int, tmp_path: Path
) -> None:
    output = Output(FreshFolder(tmp_path))
    tasks = [large, *(partial(numbered, number) for number in range(40))]
    with parallel(tasks, output, processes=processes) as finish:
        finish()
    assert list(output.index) == [
        "a/b.txt",
        *(path for number in range(40) for path in (f"z/{-number}", f"a/{number}")),
    ]
    assert output.index["a/b.txt"].about == ("https://example.org/b",)
    assert output.index["a/b.txt"].digest == sha256(b"1" * 100_000).digest()
    assert set(output.files) == set(output.index)
    assert (tmp_path / "a/b.txt").read_bytes() == b"1" * 100_000


def test_other_processes_work_before_this_one_waits(tmp_path: Path) -> None:
    output = Output(FreshFolder(tmp_path))
    reader, writer = os.pipe()

    def report() -> Iterator[PublishedFile]:
        os.write(writer, b"%d" % os.getpid())
        yield PublishedFile("f", b"")

    with parallel([report, report], output, processes=2) as finish:
        assert int(os.read(reader, 20)) != HERE
        finish()


def test_files_in_memory_are_written_here() -> None:
    files: dict[str, bytes] = {}
    tasks = [partial(endless, unless=HERE), large]
    with parallel(tasks, Output(files), processes=2) as finish:
        assert files == {}
        finish()
    assert list(files) == ["a/b.txt"]


def fail() -> None:
    raise CrosswalkError("file.ttl:1: no")


@pytest.mark.parametrize("processes", [1, 2])
def test_errors_arrive(processes: int, tmp_path: Path) -> None:
    def failing() -> Iterator[PublishedFile]:
        yield PublishedFile("f", b"")
        fail()

    with (
        pytest.raises(CrosswalkError, match=r"file\.ttl:1: no"),
        parallel([failing, large], Output(FreshFolder(tmp_path)), processes=processes) as finish,
    ):
        finish()


def test_errors_of_other_processes_arrive(tmp_path: Path) -> None:
    reader, writer = os.pipe()

    def failing() -> Iterator[PublishedFile]:
        os.write(writer, b"1")
        yield from elsewhere(fail)

    with (
        pytest.raises(CrosswalkError, match=r"file\.ttl:1: no"),
        parallel([failing, large], Output(FreshFolder(tmp_path)), processes=2) as finish,
    ):
        os.read(reader, 1)
        finish()


def test_a_process_that_is_killed(tmp_path: Path) -> None:
    reader, writer = os.pipe()

    def killed() -> Iterator[PublishedFile]:
        os.write(writer, b"1")
        yield from elsewhere(partial(os._exit, 9))

    with (
        pytest.raises(ProcessLost, match="killed"),
        parallel([killed, large], Output(FreshFolder(tmp_path)), processes=2) as finish,
    ):
        os.read(reader, 1)
        finish()


def test_processes_that_are_not_waited_for_are_stopped(tmp_path: Path) -> None:
    tasks = [partial(endless, unless=HERE)] * 3
    with (
        pytest.raises(CrosswalkError, match="no"),
        parallel(tasks, Output(FreshFolder(tmp_path)), processes=3),
    ):
        raise CrosswalkError("no")
    shutil.rmtree(tmp_path)
    assert not tmp_path.exists()
