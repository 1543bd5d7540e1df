"""What the documents of each protocol are made of, beyond what its harvester needs."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from crosswalk_rdf.server.endpoints import harvesting
from tests.built import BuiltSite
from tests.formats.contexts import expanded
from tests.server.harvesting.description_harvesters import LDES, TREE, LineHarvester, root_value
from tests.server.harvesting.document_harvesters import ATOM
from tests.server.harvesting.http import TOP, Host

IIIF = "http://iiif.io/api/discovery/1/context.json"
FH = "{http://purl.org/syndication/history/1.0}"


@pytest.fixture(params=["tiny"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    value = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(value, BuiltSite)
    return value


def fetched(host: Host, url: str, accept: str = "*/*") -> bytes:
    status, _, body = host.get(url, {"accept": accept})
    assert status == 200, body
    return body


@pytest.mark.parametrize("site", ["flagship"], indirect=True)
def test_pages_of_activities(host: Host) -> None:
    collection = json.loads(fetched(host, f"{TOP}activities"))
    assert next(iter(collection)) == "@context"
    assert collection["@context"][-1] == IIIF
    assert collection["type"] == "OrderedCollection"
    url, before, activities = collection["first"]["id"], None, []
    while url:
        page = json.loads(fetched(host, url))
        assert page["type"] == "OrderedCollectionPage"
        assert page["id"] == url
        assert page["partOf"] == {"id": f"{TOP}activities", "type": "OrderedCollection"}
        assert page.get("prev", {}).get("id") == before
        assert page["startIndex"] == len(activities)
        activities += page["orderedItems"]
        before, url = url, page.get("next", {}).get("id")
    assert before == collection["last"]["id"]
    assert len(activities) == collection["totalItems"]
    assert [a["endTime"] for a in activities] == sorted(a["endTime"] for a in activities)
    assert len({a["id"] for a in activities}) == len({a["object"]["canonical"] for a in activities})
    one = json.loads(fetched(host, activities[5]["id"]))
    assert {**one, "@context": 0} == {**activities[5], "@context": 0}


def test_activities_keep_their_ids_and_pages(host: Host, later: Callable[[], None]) -> None:
    first = activities(host)
    later()
    second = activities(host)
    same = first.keys() & second.keys()
    assert same
    assert first.keys() - same
    assert all(first[id] == second[id] for id in same)
    superseded = next(iter(first.keys() - same))
    assert host.get(superseded)[0] == 404
    kinds = {a["type"] for a in second.values()}
    assert kinds == {"Create", "Update", "Delete"}
    deleted = [a for a in second.values() if a["type"] == "Delete"]
    types = {a["object"]["id"]: a["object"]["type"] for a in first.values()}
    assert all(types[a["object"]["id"]] == a["object"]["type"] for a in deleted)


def activities(host: Host) -> dict[str, Any]:
    page = json.loads(fetched(host, f"{TOP}activities/page/0"))
    return {activity["id"]: activity for activity in page["orderedItems"]}


def test_the_type_of_activities_is_negotiated(host: Host) -> None:
    def type_for(accept: str) -> str:
        return host.get(f"{TOP}activities", {"accept": accept})[1]["content-type"]

    assert type_for("") == f'application/ld+json;profile="{IIIF}"'
    assert type_for("application/json") == "application/json"
    assert type_for("application/activity+json") == "application/activity+json"
    assert host.get(f"{TOP}activities", {"accept": "text/turtle"})[0] == 406


@pytest.mark.parametrize("site", ["flagship"], indirect=True)
def test_pages_of_the_event_stream(host: Host, later: Callable[[], None]) -> None:
    def store(url: str) -> tuple[ox.Store, str]:
        status, headers, body = host.get(url, {"accept": "application/trig"})
        assert status == 200
        dataset = ox.Store()
        dataset.load(body, format=ox.RdfFormat.TRIG)
        return dataset, headers["cache-control"]

    root, cache = store(f"{TOP}ldes")
    assert "immutable" not in cache
    nodes = [q.object.value for q in root.quads_for_pattern(None, tree("node"), None)]
    before = {url: store(url) for url in set(nodes)}
    later()
    full = 0
    for url, (page, cache) in before.items():
        here = ox.NamedNode(url)
        immutable = root_value(page, here, f"{LDES}immutable") is not None
        assert ("immutable" in cache) == immutable
        if immutable:
            full += 1
            members = members_of(page)
            assert members_of(store(url)[0]) <= members
    assert full == len(before) - 1


def members_of(page: ox.Store) -> set[str]:
    return {q.object.value for q in page.quads_for_pattern(None, tree("member"), None)}


def tree(name: str) -> ox.NamedNode:
    return ox.NamedNode(TREE + name)


def test_relations_bound_the_moments_of_their_pages(host: Host, later: Callable[[], None]) -> None:
    later()
    root = ox.Store()
    root.load(fetched(host, f"{TOP}ldes", "text/turtle"), format=ox.RdfFormat.TURTLE)
    for quad in root.quads_for_pattern(None, tree("relation"), None):
        [kind] = [q.object.value for q in root.quads_for_pattern(quad.object, RDF_TYPE, None)]
        bound = root_value(root, quad.object, f"{TREE}value").value
        node = root_value(root, quad.object, f"{TREE}node").value
        page = ox.Store()
        page.load(fetched(host, node, "text/turtle"), format=ox.RdfFormat.TURTLE)
        moments = {q.object.value for q in page.quads_for_pattern(None, GENERATED, None)}
        if kind == f"{TREE}GreaterThanOrEqualToRelation":
            assert min(moments) >= bound
        else:
            assert kind == f"{TREE}LessThanOrEqualToRelation"
            assert max(moments) <= bound


RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GENERATED = ox.NamedNode("http://www.w3.org/ns/prov#generatedAtTime")


def test_members_can_be_dereferenced(host: Host) -> None:
    page = ox.Store()
    origin = host.service.change_log.origin
    url = f"{TOP}ldes/{origin}/0"
    page.load(fetched(host, url, "application/n-quads"), format=ox.RdfFormat.N_QUADS)
    for member in sorted(members_of(page))[:20]:
        alone = ox.Store()
        alone.load(fetched(host, member, "application/n-quads"), format=ox.RdfFormat.N_QUADS)
        node = ox.NamedNode(member)
        assert set(alone.quads_for_pattern(node, None, None)) == set(
            page.quads_for_pattern(node, None, None)
        )


def test_rdf_xml_is_no_event_stream(host: Host) -> None:
    assert host.get(f"{TOP}ldes", {"accept": "application/rdf+xml"})[0] == 406


@pytest.mark.parametrize("site", ["flagship", "later"], indirect=True)
def test_feeds_and_archives(host: Host) -> None:
    url, ids = f"{TOP}changes/feed.atom", []
    while url:
        feed = ET.fromstring(fetched(host, url))
        links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
        assert links["self"] == url
        for tag in ("id", "title", "updated"):
            assert len(feed.findall(f"{ATOM}{tag}")) == 1
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        archived = feed.find(f"{FH}archive") is not None
        assert archived == ("current" in links) == (url != f"{TOP}changes/feed.atom")
        for entry in feed.iterfind(f"{ATOM}entry"):
            for tag in ("id", "title", "updated"):
                assert entry.findtext(f"{ATOM}{tag}")
            types = [x.get("type") for x in entry.iterfind(f"{ATOM}link[@rel='alternate']")]
            assert types
            assert len(types) == len(set(types))
            ids.append(entry.findtext(f"{ATOM}id"))
        url = links.get("prev-archive")
    live = [e for e in host.service.change_log.documents.entries if not e.is_gone]
    assert sorted(ids) == sorted(e.iri for e in live)


def test_each_line_stands_alone(host: Host) -> None:
    rows = fetched(host, f"{TOP}descriptions.ndjson").splitlines()
    subjects = [node["@id"] for row in rows for node in expanded(row)]
    assert len(subjects) == len(rows) == len(set(subjects))


def test_nothing_new_since_is_nothing(host: Host, later: Callable[[], None]) -> None:
    harvester = LineHarvester(host.get, f"{TOP}descriptions.ndjson", lambda: host.now)
    harvester.harvest()
    whole = harvester.lines
    host.now += timedelta(minutes=5)
    harvester.harvest()
    assert harvester.lines == 0
    later()
    harvester.harvest()
    assert 0 < harvester.lines < whole
    assert host.get(f"{TOP}descriptions.ndjson?since=2000-01-01T00:00:00Z")[0] == 200
    for wrong in ("yesterday", "", "2000-01-01", "2000-01-01T00:00:00Z&since=2000-01-01T00:00:00Z"):
        assert host.get(f"{TOP}descriptions.ndjson?since={wrong}")[0] == 400


def test_validators_follow_what_is_published(host: Host, later: Callable[[], None]) -> None:
    def validators(path: str) -> tuple[str | None, str]:
        headers = host.get(TOP + path)[1]
        return headers.get("etag"), headers["last-modified"]

    paths = ("descriptions.ndjson", "activities", "ldes", "changes/feed.atom", "sitemap.xml")
    before = {path: validators(path) for path in paths}
    assert {path: validators(path) for path in paths} == before
    later()
    assert all(validators(path) != before[path] for path in paths)


@pytest.mark.parametrize("path", ["activities/page/0", "activities", "ldes"])
def test_a_slash_at_the_end_makes_no_difference(host: Host, path: str) -> None:
    (status, _, body), (_, _, again) = (host.get(TOP + path + end) for end in ("", "/"))
    assert status == 200
    assert again == body


WRONG = [
    "activities/page/1000", "activities/page/01", "activities/page/", "activities/page/-1",
    "activities/page/x", "activities/page/%20", "activities/x",
    "activities/x-1", "ldes/x/0", "ldes/{origin}/999", "ldes/{origin}/member/99999999",
    "ldes/{origin}/member/", "ldes/{origin}/", "changes/feed/", "changes/feed/{origin}/99.atom",
    "changes/feed/{origin}/0.xml", "changes/feed/x/0.atom", "sitemap/1.xml", "sitemap/",
    "sitemap/99999999999999999999999.xml", "activities/page/٣",
]  # fmt: skip


@pytest.mark.parametrize("path", WRONG)
def test_what_never_was_is_not_found(host: Host, path: str) -> None:
    status, _, body = host.get(TOP + path.replace("{origin}", host.service.change_log.origin))
    assert status == 404
    assert json.loads(body)["detail"]


def test_every_route_is_described(host: Host) -> None:
    described = harvesting.paths(host.service)
    assert {route.path for route in harvesting.ROUTES} == set(described)
    for path, item in described.items():
        for operation in item.values():
            names = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
            assert names == set(re.findall(r"{(\w+)}", path))
            assert "200" in operation["responses"]
