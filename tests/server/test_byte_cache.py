"""Caches hold as many bytes as they may, with the keys that clients send."""

import asyncio
import tracemalloc
from collections.abc import Callable

import pytest
from starlette.responses import Response

from crosswalk_rdf.server.byte_cache import ByteCache
from crosswalk_rdf.server.endpoints.resources.response_cache import ResponseCache
from crosswalk_rdf.server.middleware.compression_cache import CompressionCache
from crosswalk_rdf.server.query_execution.result_cache import CachingBackend
from crosswalk_rdf.store.backend import QueryRequest, QueryResult

MOST = 2_000_000
"""What a cache may hold; the keys of each test are ten times as long."""


def test_the_least_recently_used_leaves_first() -> None:
    cache: ByteCache[str, str] = ByteCache(3_000)
    for key in ("a", "b", "c"):
        cache.add(key, key, 400)
    assert cache.get("a") == "a"
    cache.add("d", "d", 400)
    assert [cache.get(key) for key in "abcd"] == ["a", None, "c", "d"]
    assert cache.size <= 3_000


def test_what_is_too_heavy_is_not_cached() -> None:
    cache: ByteCache[str, str] = ByteCache(3_000)
    cache.add("a", "a", 400)
    cache.add("b", "b", 2_900)
    assert (cache.get("a"), cache.get("b")) == ("a", None)


class Constant:
    """A backend with one answer to every query."""

    async def execute(self, _request: QueryRequest) -> QueryResult:
        return QueryResult(b"{}", 1)

    async def close(self) -> None:
        return


def fill_results() -> CachingBackend:
    """Ask with graphs that are longer than any query, as a form can name them."""
    cache = CachingBackend(Constant(), MOST)

    async def ask() -> None:
        for n in range(100):
            graphs = tuple(f"http://x/{n}/{k}/{'a' * 225}" for k in range(900))
            await cache.execute(QueryRequest("ASK {}", "text/csv", graphs))

    asyncio.run(ask())
    return cache


def fill_compressed() -> CompressionCache:
    cache = CompressionCache(MOST)
    for n in range(1_000):
        cache.compressed((b"/a", b"%d" % n + b"a" * 20_000, '"tag"'), b"content", "gzip")
    return cache


def fill_responses() -> ResponseCache:
    cache = ResponseCache(MOST)
    for n in range(1_000):
        cache.add((b"/a", b"%d" % n + b"a" * 20_000, "http"), Response(b"content"))
    return cache


@pytest.mark.parametrize("fill", [fill_results, fill_compressed, fill_responses])
def test_keys_count(fill: Callable[[], object]) -> None:
    tracemalloc.start()
    try:
        cache = fill()
        assert tracemalloc.get_traced_memory()[0] < 1.5 * MOST
        assert cache
    finally:
        tracemalloc.stop()
