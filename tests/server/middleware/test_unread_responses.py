"""What is held for clients that do not read has a bound."""

from contextlib import ExitStack
from mmap import mmap

import pytest
from starlette.datastructures import Headers

from crosswalk_rdf.server.middleware.byte_ranges import partial_content
from crosswalk_rdf.server.middleware.unread_responses import (
    PATIENCE,
    TooManyUnread,
    UnreadResponses,
)

BODY = bytes(300_000)


def test_the_one_that_was_read_longest_ago_is_dropped() -> None:
    unread, aborted = UnreadResponses(700_000), list[str]()
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(
                unread.response([bytes(300_000 + n)], lambda n=n: aborted.append(f"{n}"))  # type: ignore[misc]
            )
            for n in range(2)
        )
        with pytest.raises(TooManyUnread):
            stack.enter_context(unread.response([BODY], None))
        assert aborted == []
        for response in (first, second):
            response.since -= 2 * PATIENCE
        second.wait()
        stack.enter_context(unread.response([BODY], None))
        assert (aborted, first.is_dropped, second.is_dropped) == (["0"], True, False)
    assert unread.size == 0


def test_what_is_in_memory_anyway_counts_once_or_not() -> None:
    unread = UnreadResponses(400_000)
    with mmap(-1, 10_000_000) as file, ExitStack() as stack:
        view = stack.enter_context(memoryview(file))
        for _ in range(5):
            stack.enter_context(unread.response([BODY], None))
            stack.enter_context(unread.response([view], None))
        assert unread.size == len(BODY)


def test_parts_are_not_copied() -> None:
    body = memoryview(BODY)
    part = partial_content("bytes=0-99999,100000-199999", Headers({"etag": '"a"'}), body)
    assert part is not None
    views = [piece for piece in part.pieces if isinstance(piece, memoryview)]
    assert [view.obj is BODY for view in views] == [True, True]
