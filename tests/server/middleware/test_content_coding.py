"""Content codings: the best that is accepted, where it pays (RFC 9110 §12.5.3)."""

import gzip
import zlib
from collections.abc import AsyncIterator

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from crosswalk_rdf.server.middleware.compression_cache import CompressionCache
from crosswalk_rdf.server.middleware.content_coding import MAX_SIZE, acceptable_codings
from tests.server.middleware.responses import BODY, answer, middleware, response, sent


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("br", "br"),
        ("GZIP", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.9", "gzip"),
        ("*", "br"),
        ("*;q=0.5, br;q=0", "gzip"),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("gzip;q=0", ""),
        ("deflate", ""),
        ("gzip;q=0.001", "gzip"),
        ("gzip;q=2", ""),
        ("gzip, identity;q=0", "gzip"),
    ],
)
def test_the_coding(header: str, coding: str) -> None:
    response_sent = sent(accept_encoding=header)
    assert response_sent.status == 200
    assert response_sent.header("content-encoding") == coding
    assert response_sent.header("etag") == (f'"abc-{coding}"' if coding else '"abc"')
    assert response_sent.header("vary") == "Accept-Encoding"
    assert response_sent.header("content-length") == str(len(response_sent.body))
    decoded = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}[coding]
    assert decoded(response_sent.body) == BODY


@pytest.mark.parametrize("header", ["identity;q=0", "*;q=0", "deflate, *;q=0"])
def test_no_coding_that_is_accepted(header: str) -> None:
    response_sent = sent(accept_encoding=header)
    assert response_sent.status == 406
    assert response_sent.header("vary") == "Accept-Encoding"


@pytest.mark.parametrize(
    "type",
    ["image/png", "application/gzip", "font/woff2", "application/octet-stream",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
)  # fmt: skip
def test_what_is_compressed_stays(type: str) -> None:
    response_sent = sent(response(type=type), accept_encoding="gzip, br")
    assert (
        response_sent.header("content-encoding"),
        response_sent.header("vary"),
        response_sent.body,
    ) == ("", "", BODY)


@pytest.mark.parametrize(
    "type",
    ["text/html; charset=utf-8", "application/wasm", "image/svg+xml", "application/problem+json",
     "application/sparql-results+json", "application/n-quads", "application/trig",
     "text/javascript; charset=utf-8"],
)  # fmt: skip
def test_what_gets_shorter(type: str) -> None:
    assert sent(response(type=type), accept_encoding="gzip").header("content-encoding") == "gzip"


def test_small_and_very_large_ones_stay() -> None:
    assert not sent(response(body=b"x" * 500), accept_encoding="gzip").header("content-encoding")
    large = sent(response(body=b"x" * (MAX_SIZE + 1)), accept_encoding="gzip, br")
    assert not large.header("content-encoding")


def test_vary_is_merged() -> None:
    for vary, expected in (
        ("Accept", "Accept, Accept-Encoding"),
        ("accept-encoding", "accept-encoding"),
        ("*", "*"),
    ):
        response_sent = sent(response(vary=vary), accept_encoding="gzip")
        assert response_sent.header("vary") == expected


def test_recent_bodies_are_cached_and_others_leave() -> None:
    cache = CompressionCache(10_000)
    first = cache.compressed(("hot",), BODY, "gzip")
    assert cache.compressed(("hot",), BODY, "gzip") is first
    for n in range(100):
        cache.compressed((str(n),), BODY, "gzip")
        assert cache.compressed(("hot",), BODY, "gzip") is first
        assert cache.size <= 10_000
    for n in range(100):
        cache.compressed((str(n),), BODY, "gzip")
    assert cache.compressed(("hot",), BODY, "gzip") is not first
    assert cache.compressed(None, BODY, "gzip") == first


def test_the_cache_goes_by_path_and_validator() -> None:
    app = middleware(_by_path)
    headers = {"accept_encoding": "gzip"}
    for path in ("/a", "/b", "/a"):
        response_sent = answer(app, path=path, headers=headers)
        assert gzip.decompress(response_sent.body) == path.encode() * 1_000


async def _by_path(scope: Scope, receive: Receive, send: Send) -> None:
    await response(scope["raw_path"] * 1_000)(scope, receive, send)


def test_what_comes_in_chunks_is_compressed_as_it_comes() -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(BODY), 100):
            yield BODY[start : start + 100]

    for header, coding in (("gzip, br", "gzip"), ("", "")):
        streaming = StreamingResponse(chunks(), headers={"content-type": "text/csv"})
        response_sent = sent(streaming, accept_encoding=header)
        assert response_sent.header("content-encoding") == coding
        assert not response_sent.header("content-length")
        assert (zlib.decompress(response_sent.body, 31) if coding else response_sent.body) == BODY


def test_a_long_body_is_sent_in_chunks() -> None:
    long = b"x" * 1_000_000
    response_sent = sent(response(long))
    assert (response_sent.body, response_sent.header("content-length")) == (long, "1000000")


WEIGHTS = st.sampled_from(["", ";q=0", ";q=0.5", ";q=1", ";q=0.3"])
CODINGS = st.sampled_from(["gzip", "br", "identity", "*", "deflate"])


@given(st.lists(st.tuples(CODINGS, WEIGHTS), max_size=6, unique_by=lambda item: item[0]))
def test_codings_are_those_that_the_rfc_means(items: list[tuple[str, str]]) -> None:
    weights = {name: float(weight[3:] or 1) for name, weight in items}
    codings = acceptable_codings(", ".join(name + weight for name, weight in items))
    for coding in ("gzip", "br", "identity"):
        if coding in weights:
            expected = weights[coding] > 0
        elif "*" in weights:
            expected = weights["*"] > 0
        else:
            expected = coding == "identity"
        assert (coding in codings) == expected
    ordered = [weights.get(c, weights.get("*", 0)) for c in codings]
    assert ordered == sorted(ordered, reverse=True)
