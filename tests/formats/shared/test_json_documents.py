"""Third-party JSON documents: faults have a place, and nothing that JSON can say is refused."""

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.shared.json_documents import read_json, write_json


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"a": }', "x.json:1:7: not JSON"),
        (b'{\n"a": "\xff"}', "x.json:2: byte 9 is not UTF-8"),
        (b'["' + rb"\ud83d" + b'"]', r"x.json:1: \ud83d is half of a character"),
        (b"[" + b"1" * 5000 + b"]", "x.json: a number of thousands of digits"),
        (b"[" * 100_000, "x.json: JSON nested too deep"),
        (b"", "x.json:1:1: not JSON"),
    ],
)
def test_a_fault_names_its_place(data: bytes, place: str) -> None:
    with pytest.raises(InputFaults) as caught:
        read_json(data, "x.json")
    assert str(caught.value).startswith(place)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_every_encoding_of_json_is_read(encoding: str) -> None:
    assert read_json('{"a": "ä𝑑"}'.encode(encoding), "x.json") == {"a": "ä𝑑"}


def test_a_whole_pair_of_surrogates_is_one_character() -> None:
    assert read_json(rb'["\ud83d\ude00"]', "x.json") == ["\U0001f600"]


def test_what_is_written_is_read_back() -> None:
    value = {"b": [1, 2.5, None, True], "a": {"ä": "\u2028"}}
    assert read_json(write_json(value), "x.json") == value
