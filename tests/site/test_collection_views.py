"""Pages of collections, and what leads to them."""

import json
import re

import pytest

from tests.built import BuiltSite

COLLECTION = "tools/collection"


def main_of(site: BuiltSite, path: str) -> str:
    html = site.files[f"{path}.html"].decode()
    return html.partition("<main")[2].partition("</main>")[0]


def section(html: str, id: str) -> str:
    return html.partition(f'<section aria-labelledby="{id}">')[2].partition("</section>")[0]


def links(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


@pytest.mark.parametrize(
    ("path", "list", "members"),
    [
        (f"{COLLECTION}/by-hand", "ul",
         ["../../tools/T1.html", "../../tools/T3.html", "steps.html"]),
        (f"{COLLECTION}/steps", "ol",
         [*(f"../../tools/T{number}.html" for number in (2, 1, 3)), "../../skills/S1.html"]),
        (f"{COLLECTION}/wood", "ul", ["../../skills/S2.html", "https://example.com/elsewhere/1"]),
        ("skills/collection/first", "ul",
         ["../../skills/S1.html", "../../tools/collection/by-hand.html"]),
    ],
)  # fmt: skip
def test_members_are_links_in_order(
    groups_site: BuiltSite, path: str, list: str, members: list[str]
) -> None:
    html = section(main_of(groups_site, path), "members")
    assert f'<{list} class="members">' in html
    assert links(html) == members


def test_a_collection_without_members_says_so(groups_site: BuiltSite) -> None:
    assert "It has no members." in main_of(groups_site, f"{COLLECTION}/empty")


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("by-hand", ('<span class="notation">H</span>', "<h1>Work by hand</h1>", "Manual work",
                     '<span lang="de">Handarbeit</span>', '<a href="../../tools.html">Tools</a>')),
        ("steps", ("Ordered collection", "<h1>Steps of a job</h1>")),
        ("wood", ('<h1><span lang="fr">Bois</span></h1>', '<span lang="de">Holz</span>',
                  "https://example.com/groups/wood")),
    ],
)  # fmt: skip
def test_a_collection_is_described(
    groups_site: BuiltSite, path: str, texts: tuple[str, ...]
) -> None:
    html = main_of(groups_site, f"{COLLECTION}/{path}")
    assert [text for text in texts if text not in html] == []


@pytest.mark.parametrize(
    ("path", "collections"),
    [
        ("tools/T1", ["collection/by-hand.html", "collection/steps.html"]),
        ("skills/S1", ["collection/first.html", "../tools/collection/steps.html"]),
        ("skills/S2", ["../tools/collection/wood.html"]),
        (f"{COLLECTION}/by-hand", ["../../skills/collection/first.html"]),
        (f"{COLLECTION}/steps", ["by-hand.html"]),
    ],
)  # fmt: skip
def test_a_member_names_its_collections(
    groups_site: BuiltSite, path: str, collections: list[str]
) -> None:
    html = main_of(groups_site, path).partition("<dt>Member of</dt>")[2].partition("<dt>")[0]
    assert sorted(links(html.partition("</dl>")[0])) == sorted(collections)


def test_a_framework_lists_its_collections(groups_site: BuiltSite) -> None:
    html = section(main_of(groups_site, "tools"), "collections")
    names = ("by-hand", "steps", "wood", "empty")
    assert links(html) == [f"{COLLECTION}/{name}.html" for name in names]


def test_a_framework_without_collections_has_no_list_of_them(tiny_site: BuiltSite) -> None:
    pages = [path for path, kind in tiny_site.pages.items() if kind == "framework"]
    assert pages
    assert not [path for path in pages if b'id="collections"' in tiny_site.files[path]]


@pytest.mark.parametrize("name", ["by-hand", "steps", "wood", "empty"])
def test_a_collection_is_in_the_sitemap_the_search_and_the_index(
    groups_site: BuiltSite, name: str
) -> None:
    path = f"{COLLECTION}/{name}.html"
    assert f"/{path}</loc>".encode() in groups_site.files["sitemap.xml"]
    rows = map(json.loads, groups_site.files["build.ndjson"].splitlines())
    [row] = [row for row in rows if row.get("path") == path]
    own = f"https://example.org/groups/tools/collection/{name}"
    assert row["about"] == ["https://example.com/groups/wood" if name == "wood" else own]


def test_a_collection_is_found_by_the_search(groups_site: BuiltSite) -> None:
    script = groups_site.files["search/documents.js"].decode()
    data = json.loads(script.partition(" = ")[2].rstrip().removesuffix(";"))
    kind = data["kinds"].index("Collection")
    rows = zip(data["title"], data["kind"], data["context"], strict=True)
    entries = [(title, data["contexts"][context]) for title, k, context in rows if k == kind]
    assert ("Work by hand", "Tools") in entries
    assert ("Bois", "Tools") in entries
