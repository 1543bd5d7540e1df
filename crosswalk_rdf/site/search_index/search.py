"""What can be found on the site to the scripts in which the browser looks it up.

A small publication has one file, ``search/documents.js``, with everything in columns. A large one
has there only where to look: the documents stand in blocks, ``search/documents-7.js``, and for
each word the numbers of the documents that hold it, ``search/words-3.js``, in the order of the
words. So a search loads the few files that it needs, never the whole.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from crosswalk_rdf.site.search_index.vocabulary import javascript

MOST_BYTES: Final = 1_000_000
"""A larger file than this is never written, and none of this size is loaded in one search."""

_SHARD_BYTES: Final = 100_000
_BLOCK: Final = 64
"""The documents of one block."""

_VARIABLE: Final = "globalThis.crosswalkDocuments"
_WORD: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page that can be found."""

    path: str
    """Below the top of the site, with its suffix, and a fragment where that is the place."""
    title: str
    notation: str | None = None
    text: str = ""
    hidden: str = ""
    """Words that find the page, and that no result shows (``skos:hiddenLabel``)."""
    kind: str = ""
    """The label of its kind: ``Indicator``."""
    context: str = ""
    """What it is part of: the title of its framework."""


def search_files(
    entries: Sequence[Entry], most_bytes: int = MOST_BYTES
) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts of the search, by path; the order of ``entries`` decides between equals."""
    names = _Names()
    columns = _columns(entries, names)
    if any(entry.hidden for entry in entries):
        columns["hidden"] = [entry.hidden or 0 for entry in entries]
    script_of_all = f"{_VARIABLE} = {javascript({**names.table(), **columns})};\n".encode()
    if len(script_of_all) <= most_bytes:
        yield "search/documents.js", script_of_all
        return
    shards = list(_shards(_postings(entries)))
    contents: dict[str, Any] = {**names.table(), "count": len(entries), "block": _BLOCK}
    contents |= {"first": [next(iter(shard)) for shard in shards], "words": {}, "blocks": {}}
    contents["kind"] = [names.kind(entry.kind) for entry in entries]
    yield "search/documents.js", f"{_VARIABLE} = {javascript(contents)};\n".encode()
    for number, start in enumerate(range(0, len(entries), _BLOCK)):
        block = javascript(_columns(entries[start : start + _BLOCK], names))
        yield f"search/documents-{number}.js", f"{_VARIABLE}.blocks[{number}] = {block};\n".encode()
    for number, shard in enumerate(shards):
        script = f"{_VARIABLE}.words[{number}] = {javascript(shard)};\n".encode()
        yield f"search/words-{number}.js", script


def fold_text(text: str) -> str:
    """Return ``text`` in small letters, without accents: the form in which words are compared."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    if decomposed.isascii():
        return decomposed
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))


def tokens(text: str) -> list[str]:
    """Return the words of ``text``, folded."""
    return _WORD.findall(fold_text(text))


@dataclass(slots=True)
class _Names:
    """Labels of kinds and contexts, each with a number."""

    kinds: dict[str, int] = field(default_factory=dict)
    contexts: dict[str, int] = field(default_factory=dict)

    def kind(self, label: str) -> int:
        return self.kinds.setdefault(label, len(self.kinds))

    def context(self, label: str) -> int:
        return self.contexts.setdefault(label, len(self.contexts))

    def table(self) -> dict[str, list[str]]:
        return {"kinds": list(self.kinds), "contexts": list(self.contexts)}


def _columns(entries: Sequence[Entry], names: _Names) -> dict[str, list[Any]]:
    """Return ``entries`` as columns; 0 stands for no notation, and for a text that is the title."""
    return {
        "path": list(_paths(entry.path for entry in entries)),
        "title": [entry.title for entry in entries],
        "notation": [entry.notation or 0 for entry in entries],
        "text": [0 if entry.text == entry.title else entry.text for entry in entries],
        "kind": [names.kind(entry.kind) for entry in entries],
        "context": [names.context(entry.context) for entry in entries],
    }


def _paths(paths: Iterable[str]) -> Iterator[int | str]:
    """Yield, for each path, how much of the one before it begins with, and the rest."""
    before = ""
    for path in paths:
        first_difference = next(
            (n for n, (a, b) in enumerate(zip(before, path, strict=False)) if a != b), None
        )
        prefix_length = (
            min(len(before), len(path)) if first_difference is None else first_difference
        )
        yield prefix_length
        yield path[prefix_length:]
        before = path


def _postings(entries: Sequence[Entry]) -> dict[str, str]:
    """Return, for each word, the documents with it in the title and those with it in the text.

    A notation is found under ``=`` and itself, folded and without space.
    """
    titles: dict[str, list[int]] = {}
    texts: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        title = set(tokens(entry.title))
        for word in title:
            titles.setdefault(word, []).append(number)
        for word in set(tokens(f"{entry.text} {entry.hidden}")) - title:
            texts.setdefault(word, []).append(number)
        if entry.notation:
            titles.setdefault("=" + "".join(fold_text(entry.notation).split()), []).append(number)
    words = sorted(titles.keys() | texts.keys(), key=lambda word: word.encode("utf-16-be"))
    return {
        word: _delta_encode(titles.get(word, ())) + "," + _delta_encode(texts.get(word, ()))
        for word in words
    }


def _delta_encode(numbers: Iterable[int]) -> str:
    """Return rising ``numbers`` as the steps between them, to base 36."""
    steps, before = [], 0
    for number in numbers:
        steps.append(_base36(number - before))
        before = number
    return " ".join(steps)


def _base36(number: int) -> str:
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits


def _shards(postings: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield ``postings`` in order, cut into pieces of about the same size."""
    shard: dict[str, str] = {}
    size = 0
    for word, documents in postings.items():
        if shard and size + len(documents) > _SHARD_BYTES:
            yield shard
            shard, size = {}, 0
        shard[word] = documents
        size += len(word.encode()) + len(documents) + 6
    if shard:
        yield shard
