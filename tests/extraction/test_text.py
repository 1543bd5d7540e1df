import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_2017_extraction.text import Segment, blocks_of, joined, segments_of


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["values of high-", "quality education"], "values of high-quality education"),
        (["continue to transform—", "and the demands"], "continue to transform—and the demands"),
        (["in the system— ", "develop a shared"], "in the system—develop a shared"),
        (["learning community–", "wide routines"], "learning community–wide routines"),
        (["and physically – ", "is encouraged"], "and physically – is encouraged"),
        (["creativity ", "– in leadership"], "creativity – in leadership"),
        (["college-, ", "career-, and"], "college-, career-, and"),
        (["b.  Build and  develop "], "b. Build and develop"),
    ],
)
def test_breaks_are_repaired(lines: list[str], text: str) -> None:
    assert joined(lines) == text


@given(st.lists(st.text("abc-—’. ", min_size=1)))
def test_no_character_but_spaces_is_ever_changed(lines: list[str]) -> None:
    assert joined(lines).replace(" ", "") == "".join(lines).replace(" ", "")


def test_segments_are_numbered_as_in_the_file() -> None:
    assert segments_of("a\n\n  \nb\n") == [Segment(1, "whole", "a"), Segment(4, "whole", "b")]


def test_a_block_ends_at_a_blank_line_at_a_start_and_at_the_other_column() -> None:
    segments = [
        Segment(1, "whole", "a. one"),
        Segment(2, "whole", "two"),
        Segment(3, "whole", "b. three"),
        Segment(5, "left", "4. four"),
        Segment(5, "right", "five"),
    ]
    blocks = [block.text for block in blocks_of(segments, re.compile(r"[ab]\."))]
    assert blocks == ["a. one two", "b. three", "4. four", "five"]


def test_a_double_spaced_page_has_no_breaks_at_blank_lines() -> None:
    segments = [Segment(1, "whole", "1. one"), Segment(3, "whole", "two")]
    starts = re.compile(r"\d")
    assert [b.text for b in blocks_of(segments, starts, double_spaced=True)] == ["1. one two"]
