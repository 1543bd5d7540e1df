"""Numbers as the cells of spreadsheets show them."""

import pytest

from crosswalk_rdf.formats.shared.tabular.number_formats import shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1.1, "General", "1.1"),
        (1.0, "General", "1"),
        (1.1, "0.00", "1.10"),
        (1.5, "0.0#", "1.5"),
        (1.05, "0.0", "1.05"),
        (7, "00", "07"),
        (7, '"PS-"000', "PS-007"),
        (3.2, r"\S\ 0.0", "S 3.2"),
        (12, "0;-0", "12"),
        (-1.5, "0.00", "-1.5"),
        (0.5, "0%", "0.5"),
        (1.1, "0.00E+00", "1.1"),
        (1.1, "", "1.1"),
    ],
)
def test_a_number_is_shown(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text
