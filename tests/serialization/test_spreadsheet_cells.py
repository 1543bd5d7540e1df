"""Cells that a spreadsheet does not evaluate, and their texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.serialization.spreadsheet_cells import cell_text, spreadsheet_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(0)", "-", "＝1"]
)
def test_formulas(text: str) -> None:
    assert spreadsheet_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "-5", "+1.5e3", "'tis", "1a", " =1", "–", "'"])
def test_other_texts(text: str) -> None:
    assert spreadsheet_cell(text) == text


@given(st.text(alphabet="'=+-@\t\r1a", max_size=6) | st.text())
def test_the_way_back(text: str) -> None:
    cell = spreadsheet_cell(text)
    assert cell_text(cell) == text
    assert cell[:1] not in ("=", "@", "\t", "\r")
