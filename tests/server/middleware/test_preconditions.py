"""Conditional requests in the order of RFC 9110 §13.2.2."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import StreamingResponse

from crosswalk_rdf.server.http_dates import http_date, parse_http_date
from crosswalk_rdf.server.middleware.preconditions import entity_tags
from tests.server.middleware.responses import DATE, response, sent

EARLIER, LATER = "Mon, 23 Nov 2026 18:31:16 GMT", "Wed, 25 Nov 2026 18:31:16 GMT"

CASES = [
    ({"if_none_match": '"abc"'}, 304),
    ({"if_none_match": 'W/"abc"'}, 304),
    ({"if_none_match": '"x", W/"y" ,"abc"'}, 304),
    ({"if_none_match": '"a,b", "abc"'}, 304),
    ({"if_none_match": "*"}, 304),
    ({"if_none_match": '"abcd"'}, 200),
    ({"if_none_match": '"ABC"'}, 200),
    ({"if_none_match": "abc"}, 200),
    ({"if_none_match": '"abc" "x"'}, 200),
    ({"if_none_match": ""}, 200),
    ({"if_modified_since": DATE}, 304),
    ({"if_modified_since": LATER}, 304),
    ({"if_modified_since": EARLIER}, 200),
    ({"if_modified_since": "yesterday"}, 200),
    ({"if_modified_since": "Tuesday, 24-Nov-26 18:31:16 GMT"}, 304),
    ({"if_modified_since": "Tue Nov 24 18:31:16 2026"}, 304),
    ({"if_modified_since": "2026-11-24T18:31:16Z"}, 200),
    ({"if_none_match": '"x"', "if_modified_since": LATER}, 200),
    ({"if_none_match": '"abc"', "if_modified_since": EARLIER}, 304),
    ({"if_match": '"abc"'}, 200),
    ({"if_match": "*"}, 200),
    ({"if_match": '"x", "abc"'}, 200),
    ({"if_match": '"x"'}, 412),
    ({"if_match": 'W/"abc"'}, 412),
    ({"if_unmodified_since": DATE}, 200),
    ({"if_unmodified_since": EARLIER}, 412),
    ({"if_unmodified_since": "no date"}, 200),
    ({"if_match": '"abc"', "if_unmodified_since": EARLIER}, 200),
    ({"if_match": '"x"', "if_none_match": '"abc"'}, 412),
    ({"if_match": '"abc"', "if_none_match": '"abc"'}, 304),
    ({"if_unmodified_since": EARLIER, "if_none_match": '"abc"'}, 412),
    ({"if_none_match": '"abc-gzip"'}, 200),
    ({"if_none_match": '"abc-gzip"', "accept_encoding": "gzip"}, 304),
    ({"if_none_match": '"abc-br"', "accept_encoding": "gzip"}, 200),
    ({"if_none_match": '"abc"', "accept_encoding": "gzip"}, 304),
    ({"if_none_match": '"abc"', "accept_encoding": "gzip, identity;q=0"}, 200),
    ({"if_match": '"abc-br"', "accept_encoding": "gzip, br"}, 200),
]


@pytest.mark.parametrize(("headers", "status"), CASES, ids=lambda value: str(value)[:60])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_status(method: str, headers: dict[str, str], status: int) -> None:
    assert sent(method=method, **headers).status == status


def test_a_304_has_the_headers_of_the_200_that_caches_want() -> None:
    response_sent = sent(if_none_match='"abc-gzip"', accept_encoding="gzip")
    headers = response_sent.headers
    assert response_sent.body == b""
    assert headers["etag"] == '"abc-gzip"'
    assert headers["cache-control"] == "no-cache"
    assert headers["vary"] == "Accept-Encoding"
    assert headers["access-control-allow-origin"] == "*"
    assert "content-type" not in headers
    assert "content-length" not in headers


def test_only_what_would_be_sent_is_conditional() -> None:
    for status in (303, 404, 410):
        assert sent(response(status=status), if_none_match='"abc"', if_match='"x"').status == status
    assert sent(method="POST", if_none_match='"abc"').status == 200


@pytest.mark.parametrize(("headers", "status"), CASES[:-1], ids=lambda value: str(value)[:60])
def test_what_comes_in_pieces_is_conditional_too(headers: dict[str, str], status: int) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"one piece"

    streaming = StreamingResponse(pieces(), headers=dict(response(b"").headers))
    del streaming.headers["content-length"]
    assert sent(streaming, **headers).status == status


def test_without_a_validator() -> None:
    plain = response(etag="", last_modified="")
    assert sent(plain, if_none_match='"abc"', if_modified_since=DATE).status == 200
    assert sent(plain, if_none_match="*").status == 304
    assert sent(plain, if_match='"abc"').status == 412


@given(st.lists(st.tuples(st.booleans(), st.text("ab,c-\\ é!".replace(" ", ""), max_size=5))))
def test_lists_of_tags(tags: list[tuple[bool, str]]) -> None:
    written = [f'{"W/" if weak else ""}"{text}"' for weak, text in tags]
    assert entity_tags(", ".join(written)) == tuple(written)
    assert entity_tags(" ,, ".join(["", *written, ""])) == tuple(written)


@given(st.text(max_size=30))
def test_no_text_breaks_anything(text: str) -> None:
    for name in ("if_match", "if_none_match", "if_modified_since", "if_unmodified_since"):
        assert sent(**{name: text}).status in (200, 304, 412)


@given(st.integers(0, 4_000_000_000))
def test_dates_can_be_read_back(moment: int) -> None:
    assert parse_http_date(http_date(moment)) == moment


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ],
)
def test_the_three_forms_of_the_rfc(text: str) -> None:
    assert parse_http_date(text) == 784111777


@pytest.mark.parametrize(
    "text",
    ["Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994", ""],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_http_date(text) is None
