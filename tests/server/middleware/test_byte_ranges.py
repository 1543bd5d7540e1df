"""Ranges as RFC 9110 §14 reads, slowly."""

import re
from email.parser import BytesParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.server.middleware.byte_ranges import MAX_RANGES, Unsatisfiable, spans
from tests.server.middleware.responses import BODY, DATE, response, sent

SIZE = len(BODY)
NUMBERS = st.integers(0, 30)
RANGES = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(lambda p: f"{p[0]}-{p[1]}"),
    NUMBERS.map(lambda n: f"{n}-"),
    NUMBERS.map(lambda n: f"-{n}"),
    st.sampled_from(["", " ", "-", "x-y", "1-2-3", "٣-٤", "+1-2", "1 - 2", "0" * 30 + "1-2"]),
    st.just("5-" + "9" * 5000),
)
HEADERS = st.one_of(
    st.lists(RANGES, max_size=20).map(lambda items: "bytes=" + ", ".join(items)),
    st.text(max_size=20),
    st.just("items=0-5"),
)


def bytes_meant(header: str, size: int) -> list[set[int]] | str:
    """Return the offsets of each part, ``whole`` or ``unsatisfiable``: byte for byte."""
    unit, equals, rest = header.strip().partition("=")
    if unit.lower() != "bytes" or not equals:
        return "whole"
    items = [i.strip(" \t") for i in rest.split(",")]
    items = [i for i in items if i]
    if not items or len(items) > MAX_RANGES:
        return "whole"
    parts = []
    for item in items:
        if not re.fullmatch("[0-9]+-[0-9]*|-[0-9]+", item):
            return "whole"
        first, last = (part.lstrip("0")[:40] or part[:1] for part in item.split("-"))
        if first and last and int(last) < int(first):
            return "whole"
        if first:
            part = {n for n in range(size) if n >= int(first) and (not last or n <= int(last))}
        else:
            part = {n for n in range(size) if n >= size - int(last)}
        parts.append(part)
    parts = [part for part in parts if part]
    if not parts:
        return "unsatisfiable"
    if sum(map(len, parts)) != len(set().union(*parts)):
        return "whole"
    return parts


@given(HEADERS, st.integers(1, 25))
def test_the_parts_are_those_that_the_rfc_means(header: str, size: int) -> None:
    expected = bytes_meant(header, size)
    try:
        actual = spans(header, size)
    except Unsatisfiable:
        assert expected == "unsatisfiable"
        return
    if actual is None:
        assert expected == "whole"
    else:
        assert [set(range(*span)) for span in actual] == expected


@pytest.mark.parametrize(
    ("header", "expected", "content_range"),
    [
        ("bytes=0-9", BODY[:10], f"bytes 0-9/{SIZE}"),
        ("bytes=10-", BODY[10:], f"bytes 10-{SIZE - 1}/{SIZE}"),
        ("bytes=-10", BODY[-10:], f"bytes {SIZE - 10}-{SIZE - 1}/{SIZE}"),
        ("bytes=-999999", BODY, f"bytes 0-{SIZE - 1}/{SIZE}"),
        ("bytes=5-999999", BODY[5:], f"bytes 5-{SIZE - 1}/{SIZE}"),
        ("Bytes=0-0", BODY[:1], f"bytes 0-0/{SIZE}"),
        ("bytes=0-1, 999999-", BODY[:2], f"bytes 0-1/{SIZE}"),
    ],
)
def test_one_part(header: str, expected: bytes, content_range: str) -> None:
    response_sent = sent(range=header, accept_encoding="gzip, br")
    assert (response_sent.status, bytes(response_sent.body)) == (206, expected)
    assert response_sent.header("content-range") == content_range
    assert response_sent.header("content-length") == str(len(expected))
    assert response_sent.header("etag") == '"abc"'
    assert not response_sent.header("content-encoding")
    assert response_sent.header("vary") == "Accept-Encoding"


def test_several_parts() -> None:
    response_sent = sent(range="bytes=0-4, 20-29,-7")
    kind = response_sent.header("content-type")
    assert (response_sent.status, response_sent.header("content-range")) == (206, "")
    message = BytesParser().parsebytes(
        f"Content-Type: {kind}\r\n\r\n".encode() + bytes(response_sent.body)
    )
    parts = [part for part in message.walk() if not part.is_multipart()]
    assert [part["content-range"] for part in parts] == [
        f"bytes 0-4/{SIZE}",
        f"bytes 20-29/{SIZE}",
        f"bytes {SIZE - 7}-{SIZE - 1}/{SIZE}",
    ]
    bodies = [BODY[:5], BODY[20:30], BODY[-7:]]
    assert all(b"\r\n\r\n" + body + b"\r\n--" in bytes(response_sent.body) for body in bodies)
    assert {part["content-type"] for part in parts} == {"text/turtle; charset=utf-8"}


@pytest.mark.parametrize(
    "header", ["items=0-1", "bytes=9-1", "bytes=a-b", "bytes=0-9,5-20", "bytes", "bytes="]
)
def test_the_whole(header: str) -> None:
    response_sent = sent(range=header)
    assert (response_sent.status, response_sent.body) == (200, BODY)
    assert response_sent.header("accept-ranges") == "bytes"


@pytest.mark.parametrize("header", ["bytes=999999-", "bytes=-0", "bytes=999999-,-0"])
def test_unsatisfiable(header: str) -> None:
    response_sent = sent(range=header)
    assert (response_sent.status, response_sent.header("content-range")) == (416, f"bytes */{SIZE}")


def test_ranges_are_of_get_and_of_what_has_a_strong_validator() -> None:
    assert sent(method="HEAD", range="bytes=0-1").status == 200
    assert sent(response(etag=""), range="bytes=0-1").status == 200
    weak = sent(response(etag='W/"abc"'), range="bytes=0-1")
    assert (weak.status, weak.header("accept-ranges")) == (200, "")
    assert sent(response(body=b""), range="bytes=0-1").status == 200


@pytest.mark.parametrize(
    ("if_range", "status"),
    [
        ('"abc"', 206),
        (DATE, 206),
        ('"other"', 200),
        ('W/"abc"', 200),
        ('"abc-gzip"', 200),
        ("Tue, 24 Nov 2026 18:31:17 GMT", 200),
        ("no date", 200),
    ],
)
def test_if_range(if_range: str, status: int) -> None:
    assert sent(range="bytes=0-1", if_range=if_range).status == status


def test_conditions_come_before_ranges() -> None:
    assert sent(range="bytes=0-1", if_none_match='"abc"').status == 304
    assert sent(range="bytes=0-1", if_match='"other"').status == 412
