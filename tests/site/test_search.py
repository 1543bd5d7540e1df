"""The scripts of the search hold every entry, and none is large."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.site.search_index.search import Entry, fold_text, search_files, tokens

ENTRIES = (
    Entry(path="a/1.html", title="Mission", notation="1", text="Develop it", kind="S", context="A"),
    Entry(path="a/1a.html", title="Same", notation="1a", text="Same", kind="Element", context="A"),
    Entry(path="b/x.html#part", title="</script>\u2028", kind="Section"),
)  # fmt: skip


def assigned(script: bytes) -> Any:
    """Return the value that a script assigns."""
    text = script.decode()
    assert text.startswith("globalThis.crosswalkDocuments")
    assert text.endswith(";\n")
    return json.loads(text.partition(" = ")[2].removesuffix(";\n"))


def entries(columns: Any, names: Any) -> list[Entry]:
    """Return the entries that columns hold."""
    values, path = [], ""
    rows = zip(
        *(columns[key] for key in ("title", "notation", "text", "kind", "context")), strict=True
    )
    for number, (title, notation, text, kind, context) in enumerate(rows):
        path = path[: columns["path"][2 * number]] + columns["path"][2 * number + 1]
        values.append(
            Entry(
                path=path,
                title=title,
                notation=notation or None,
                text=title if text == 0 else text,
                kind=names["kinds"][kind],
                context=names["contexts"][context],
            )
        )
    return values


def decoded(steps: str) -> list[int]:
    number, numbers = 0, []
    for step in steps.split():
        number += int(step, 36)
        numbers.append(number)
    return numbers


def looked_up(files: dict[str, bytes], word: str) -> tuple[list[int], list[int]]:
    """Return the documents with ``word`` in the title, and in the text, as a browser finds them."""
    contents = assigned(files["search/documents.js"])
    shard = max(n for n, first in enumerate(contents["first"]) if n == 0 or first <= word)
    postings = assigned(files[f"search/words-{shard}.js"]).get(word, ",")
    title, _, text = postings.partition(",")
    return decoded(title), decoded(text)


def test_small_site_has_one_file() -> None:
    [(path, script)] = search_files(ENTRIES)
    assert path == "search/documents.js"
    data = assigned(script)
    assert entries(data, data) == list(ENTRIES)


def test_nothing_ends_a_line_of_the_script() -> None:
    [(_, script)] = search_files(ENTRIES)
    assert "\u2028" not in script.decode()


def many(count: int) -> list[Entry]:
    return [
        Entry(
            path=f"big/{n}.html",
            title=f"Concept {n}",
            notation=f"N {n}",
            text=f"common text of number{n % 977} and bucket{n % 7}",
            kind="Concept",
            context="Big",
        )
        for n in range(count)
    ]


def test_large_site_has_many_small_files() -> None:
    large = many(9_000)
    files = dict(search_files(large, 200_000))
    assert max(map(len, files.values())) < 200_000
    contents = assigned(files["search/documents.js"])
    assert contents["count"] == len(large)
    assert len(contents["kind"]) == len(large)
    blocks = [
        assigned(files[f"search/documents-{n}.js"]) for n in range(-(-9_000 // contents["block"]))
    ]
    assert [entry for block in blocks for entry in entries(block, contents)] == large


@pytest.mark.parametrize(
    ("word", "titles", "texts"),
    [
        ("concept", range(9_000), ()),
        ("common", (), range(9_000)),
        ("bucket3", (), range(3, 9_000, 7)),
        ("=n8999", (8_999,), ()),
        ("absent", (), ()),
    ],
)
def test_words_of_a_large_site(word: str, titles: Sequence[int], texts: Sequence[int]) -> None:
    files = dict(search_files(many(9_000), 200_000))
    assert looked_up(files, word) == (list(titles), list(texts))


def test_same_bytes_again() -> None:
    assert list(search_files(many(3_000), 1)) == list(search_files(many(3_000), 1))


def test_nothing_to_find() -> None:
    assert [path for path, _ in search_files(())] == ["search/documents.js"]


@given(st.lists(st.builds(Entry, path=st.text(), title=st.text(), text=st.text()), max_size=8))
def test_any_text_comes_back(some_entries: Iterable[Entry]) -> None:
    expected = list(some_entries)
    [(_, script)] = search_files([e for e in expected if _writable(e)])
    data = assigned(script)
    assert entries(data, data) == [e for e in expected if _writable(e)]


def _writable(entry: Entry) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in entry.path + entry.title + entry.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vision, Values – and Culture!", ["vision", "values", "and", "culture"]),
        ("ÜBUNG déjà-vu", ["ubung", "deja", "vu"]),
        ("VVC.1.c_ii", ["vvc", "1", "c", "ii"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_folded_is_small_and_plain() -> None:
    assert fold_text("MA 1/Ä") == "ma 1/a"


def test_hidden_words_find_a_page_of_a_large_site() -> None:
    entry = Entry(path="a/2.html", title="Two", text="Zwei", hidden="Tow")
    files = dict(search_files([*ENTRIES, entry], 1))
    assert looked_up(files, "tow") == ([], [3])
    assert b"Tow" not in files["search/documents-0.js"]
