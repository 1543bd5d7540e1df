"""What harvesters get is rendered once, beside the event loop, and kept within a budget."""

import asyncio
import threading

import pytest

from crosswalk_rdf.server.endpoints.harvesting.renderings import Rendering, Renderings


class Renderer:
    """Renders bytes, and counts how often, and in which threads."""

    def __init__(self, size: int = 1) -> None:
        self.count, self.size = 0, size
        self.threads: set[int] = set()

    def __call__(self) -> Rendering:
        self.count += 1
        self.threads.add(threading.get_ident())
        return {}, b"x" * self.size


def test_once_for_all_who_ask() -> None:
    renderer = Renderer()

    async def ask() -> None:
        renderings = Renderings(10_000)
        await asyncio.gather(*(renderings.get(("a",), renderer) for _ in range(64)))
        assert await renderings.get(("a",), renderer) == ({}, b"x")

    asyncio.run(ask())
    assert renderer.count == 1
    assert threading.get_ident() not in renderer.threads


def test_what_was_asked_for_last_is_kept() -> None:
    renderer = Renderer(3_000)

    async def ask() -> list[int]:
        renderings, counts = Renderings(10_000), []
        for key in ("a", "b", "a", "c", "a", "b"):
            await renderings.get((key,), renderer)
            counts.append(renderer.count)
        return counts

    assert asyncio.run(ask()) == [1, 2, 2, 3, 3, 4]


def test_an_error_is_not_kept() -> None:
    def fail() -> Rendering:
        raise ValueError("no")

    async def ask() -> Rendering:
        renderings = Renderings(10_000)
        for _ in range(2):
            with pytest.raises(ValueError, match="no"):
                await renderings.get(("a",), fail)
        return await renderings.get(("a",), Renderer())

    assert asyncio.run(ask()) == ({}, b"x")


def test_who_leaves_takes_nothing_from_others() -> None:
    async def ask() -> Rendering:
        renderings, renderer = Renderings(10_000), Renderer()
        first = asyncio.create_task(renderings.get(("a",), renderer))
        second = asyncio.create_task(renderings.get(("a",), renderer))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(ask()) == ({}, b"x")
