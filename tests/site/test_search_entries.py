"""The search finds statements and collections by their labels in all languages."""

import json
from typing import Any

import pytest

from tests.built import BuiltSite


@pytest.fixture(scope="module")
def documents(groups_site: BuiltSite) -> dict[str, dict[str, Any]]:
    """What the search of ``groups`` knows, by title."""
    script = groups_site.files["search/documents.js"].decode()
    data = json.loads(script.partition(" = ")[2].rstrip().removesuffix(";"))
    columns = ("text", "hidden", "kind", "context")
    rows = zip(*(data[name] for name in columns), strict=True)
    return {
        title: dict(zip(columns, row, strict=True))
        for title, row in zip(data["title"], rows, strict=True)
    }


@pytest.mark.parametrize(
    ("title", "text", "hidden"),
    [
        ("Saws wood", "Sägt Holz", 0),
        ("Planes wood", "Hobelt Holz · Smooths wood", "Plains wood"),
        ("Joins wood", "", 0),
        ("Work by hand", "Handarbeit · Manual work", 0),
        ("Bois", "Holz", 0),
    ],
)  # fmt: skip
def test_labels_in_all_languages(
    documents: dict[str, dict[str, Any]], title: str, text: str, hidden: str | int
) -> None:
    document = documents[title]
    assert (document["text"], document["hidden"]) == (text, hidden)


def test_a_site_without_hidden_labels_has_no_column_of_them(tiny_site: BuiltSite) -> None:
    assert b'"hidden"' not in tiny_site.files["search/documents.js"]


@pytest.mark.parametrize(
    "row",
    [
        '<dt>Other label</dt><dd><span lang="de">Hobelt Holz</span></dd>',
        "<dt>Alternative label</dt><dd>Smooths wood</dd>",
        "<dt>Hidden label</dt><dd>Plains wood</dd>",
    ],
)
def test_a_statement_lists_its_labels(groups_site: BuiltSite, row: str) -> None:
    assert row in groups_site.files["tools/T2.html"].decode()
