"""The pages of the documentation as tests take them."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY

_FENCE = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)


def markdown_files() -> list[Path]:
    """Return every page that people read: at the top, in docs/, and beside what it is about."""
    docs = ("docs", "docs/decisions", "docs/formats", "docs/service")
    folders = ("", *docs, "data", "data/extraction", "site", "tests/publications")
    return sorted(path for folder in folders for path in (REPOSITORY / folder).glob("*.md"))


def blocks(text: str, language: str) -> Iterator[str]:
    """Yield the content of each fenced block of ``language``."""
    yield from (
        body for _, fence_language, body in _FENCE.findall(text) if fence_language == language
    )


def prose(text: str) -> str:
    """Return ``text`` without its fenced blocks."""
    return _FENCE.sub("", text)
