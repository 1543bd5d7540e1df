from crosswalk_rdf.project.toml_places import key_places, place_of

TEXT = """\
title = "x"
creators = [{ name = "a" }]

[publisher]
name = "b"

[[levels]]
kind = "A"

[[levels]]
kind = "B"

[parts."part 1"]
rights = "c"
"""


def test_each_key_has_its_line() -> None:
    places = key_places(TEXT)
    assert places[("title",)] == 1
    assert places[("publisher", "name")] == 5
    assert places[("levels", 0, "kind")] == 8
    assert places[("levels", 1, "kind")] == 11
    assert places[("parts", "part 1", "rights")] == 14


def test_what_stands_inline_is_where_its_key_is() -> None:
    assert place_of(key_places(TEXT), ("creators", 0, "name")) == 2


def test_what_is_missing_is_where_its_table_is() -> None:
    assert place_of(key_places(TEXT), ("levels", 1, "notation")) == 10
    assert place_of(key_places(TEXT), ("nothing",)) == 0
