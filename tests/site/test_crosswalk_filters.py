"""What the templates of crosswalk pages ask of a value."""

from fractions import Fraction

from crosswalk_rdf.site.paths import anchor
from crosswalk_rdf.site.templating.crosswalk_filters import decimals, heat, wrap_text


def test_heat_has_five_steps() -> None:
    assert [heat(count, 9) for count in range(10)] == [0, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert heat(0, 0) == 0
    assert heat(1, 1) == 5


def test_decimals() -> None:
    assert decimals(Fraction(2, 3)) == "0.67"
    assert decimals(None) == "–"


def test_wrapped() -> None:
    assert wrap_text("Capacity Building for Innovation", 20, 2) == [
        "Capacity Building",
        "for Innovation",
    ]
    assert wrap_text("Capacity Building for Innovation", 20, 1) == ["Capacity Building …"]


def test_an_anchor_has_no_space() -> None:
    assert anchor("VVC.1", "1") == "VVC.1--1"
    assert anchor("MA 1/ä") == "MA_1/ä"
