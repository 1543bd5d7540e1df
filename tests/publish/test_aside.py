"""Work in a second process."""

import os

import pytest

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.publish.aside import ProcessLost, aside


@pytest.mark.parametrize("worth", [True, False])
def test_result(worth: bool) -> None:
    assert aside(lambda: {"a": b"1" * 100_000}, worth=worth)() == {"a": b"1" * 100_000}


def test_another_process_does_it() -> None:
    assert aside(os.getpid, worth=True)() != os.getpid()
    assert aside(os.getpid, worth=False)() == os.getpid()


@pytest.mark.parametrize("worth", [True, False])
def test_errors_arrive(worth: bool) -> None:
    def fail() -> None:
        raise CrosswalkError("file.ttl:1: no")

    with pytest.raises(CrosswalkError, match=r"file\.ttl:1: no"):
        aside(fail, worth=worth)()


def test_a_process_that_is_killed() -> None:
    with pytest.raises(ProcessLost, match="killed"):
        aside(lambda: os._exit(9), worth=True)()
