"""Links within the repository lead to a file that is there, and to a heading that it has."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.pages import markdown_files, prose

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
_MARKS = re.compile(r"[^\w\- ]")
_TEXT_OF_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def links(page: Path) -> Iterator[str]:
    """Yield each relative link of ``page``."""
    text = prose(page.read_text(encoding="utf-8"))
    yield from (link for link in _LINK.findall(text) if not re.match(r"[a-z]+:", link))


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of ``page``, as GitHub makes them."""
    counts: Counter[str] = Counter()
    ids = set()
    for heading in _HEADING.findall(prose(page.read_text(encoding="utf-8"))):
        text = _MARKS.sub("", _TEXT_OF_LINK.sub(r"\1", heading)).lower().replace(" ", "-")
        ids.add(f"{text}-{counts[text]}" if counts[text] else text)
        counts[text] += 1
    return ids


@pytest.mark.parametrize("page", markdown_files(), ids=lambda p: str(p.relative_to(REPOSITORY)))
def test_links(page: Path) -> None:
    broken = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []
