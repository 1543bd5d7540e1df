"""Harvesters of documents and of dumps."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

import pyoxigraph as ox

from tests.server.harvesting.harvester import JSON_LD, Harvester, json_ld, triples

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
VOID = "http://rdfs.org/ns/void#"


@dataclass
class IiifHarvester(Harvester):
    """The algorithm of IIIF Change Discovery 1.0 §3.5."""

    last_crawl: str = ""

    def harvest(self) -> None:
        processed: set[str] = set()
        now = f"{self.clock():%Y-%m-%dT%H:%M:%SZ}"
        page = json.loads(self.fetched(self.entry))["last"]["id"]
        while page:
            content = json.loads(self.fetched(page))
            assert content["orderedItems"]
            for activity in reversed(content["orderedItems"]):
                if activity["endTime"] < self.last_crawl:
                    page = None
                    break
                self._process(activity, processed)
            else:
                page = content.get("prev", {}).get("id")
        self.last_crawl = now

    def _process(self, activity: dict[str, Any], processed: set[str]) -> None:
        object = activity["object"]
        if object["id"] in processed:
            return
        processed.add(object["id"])
        if activity["type"] == "Delete":
            self.held.pop(object["id"], None)
        elif activity["type"] in ("Create", "Update"):
            self.held[object["id"]] = self._described(object)

    def _described(self, object: dict[str, Any]) -> set[str]:
        see = next(s for s in object["seeAlso"] if s["format"] == JSON_LD)
        direct = json_ld(self.fetched(object["id"], JSON_LD))
        assert direct == json_ld(self.fetched(see["id"]))
        return direct


@dataclass
class AtomHarvester(Harvester):
    """RFC 5005 §4.2: back through the archives to what is known, then forward again."""

    updated: str = ""

    def harvest(self) -> None:
        feeds, url = [], self.entry
        while url:
            feed = ET.fromstring(self.fetched(url))
            feeds.append(feed)
            moments = [e.text for e in feed.iterfind(f".//{ATOM}entry/{ATOM}updated")]
            is_complete = self.updated and min(moments, default="") < self.updated
            links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
            url = None if is_complete else links.get("prev-archive")
        newest = feeds[0].findtext(f"{ATOM}updated") or ""
        for feed in reversed(feeds):
            for item in reversed(list(feed)):
                if item.tag == TOMBSTONE:
                    self.held.pop(item.get("ref"), None)
                elif item.tag == f"{ATOM}entry" and item.findtext(f"{ATOM}updated") > self.updated:
                    self._take(item)
        self.updated = newest

    def _take(self, entry: ET.Element) -> None:
        links = {
            link.get("type"): link.get("href")
            for link in entry.iterfind(f"{ATOM}link")
            if link.get("rel") == "alternate"
        }
        self.held[entry.findtext(f"{ATOM}id")] = json_ld(self.fetched(links[JSON_LD]))


@dataclass
class Crawler(Harvester):
    """sitemaps.org: fetch what is new or newer; what is no longer listed is gone."""

    documents: dict[str, str] = field(default_factory=dict)

    def harvest(self) -> None:
        robots = self.fetched(self.entry).decode()
        [url] = [x.partition(": ")[2] for x in robots.splitlines() if x.startswith("Sitemap: ")]
        listing = dict(self._listed(url))
        for gone in self.documents.keys() - listing.keys():
            self.held.pop(gone, None)
        for place, modified in listing.items():
            if self.documents.get(place) != modified:
                status, headers, body = self.get(place, {})
                assert status == 200, place
                packed = place.endswith(".gz")
                if packed or headers["content-type"].startswith(JSON_LD):
                    self.held[place] = json_ld(gzip.decompress(body) if packed else body)
        self.documents = listing

    def _listed(self, url: str) -> Iterator[tuple[str, str]]:
        root = ET.fromstring(self.fetched(url))
        for place in root.iterfind(f"{SITEMAP}sitemap"):
            yield from self._listed(place.findtext(f"{SITEMAP}loc"))
        for place in root.iterfind(f"{SITEMAP}url"):
            yield place.findtext(f"{SITEMAP}loc"), place.findtext(f"{SITEMAP}lastmod")


@dataclass
class DumpHarvester(Harvester):
    """VoID §7.2 and §3.2: from the well-known place to the dump, again only if it changed."""

    etag: str = ""

    def harvest(self) -> None:
        status, headers, body = self.get(
            self.dump(), {"if-none-match": self.etag} if self.etag else {}
        )
        if status == 200:
            packed = body.startswith(b"\x1f\x8b")
            content = gzip.decompress(body) if packed else body
            self.held = {"dump": triples(content, ox.RdfFormat.N_QUADS)}
            self.etag = headers["etag"]
        else:
            assert status == 304

    def dump(self) -> str:
        store = self.read(self.entry)
        dumps, subset = ox.NamedNode(f"{VOID}dataDump"), ox.NamedNode(f"{VOID}subset")
        parts = {q.object for q in store.quads_for_pattern(None, subset, None)}
        dumped = {q.subject for q in store.quads_for_pattern(None, dumps, None)}
        [whole] = dumped - parts
        dumps_of_whole = store.quads_for_pattern(whole, dumps, None)
        [dump] = [
            quad.object.value
            for quad in dumps_of_whole
            if quad.object.value.removesuffix(".gz").endswith(".nq")
        ]
        return dump

    def read(self, url: str) -> ox.Store:
        store = ox.Store()
        store.load(self.fetched(url, "text/turtle"), format=ox.RdfFormat.TURTLE)
        return store


@dataclass
class DcatHarvester(DumpHarvester):
    """DCAT 3 §6: from the catalog to its dataset, to the distribution in N-Quads."""

    def dump(self) -> str:
        [dataset] = self._values(self.read(self.entry), None, "dataset")
        store = self.read(dataset.value)
        for distribution in self._values(store, dataset, "distribution"):
            [kind] = self._values(store, distribution, "mediaType")
            if kind.value.endswith("application/n-quads"):
                [url] = self._values(store, distribution, "downloadURL")
                return url.value
        raise AssertionError("no distribution is N-Quads")

    @staticmethod
    def _values(store: ox.Store, subject: ox.NamedNode | None, name: str) -> list[ox.NamedNode]:
        property = ox.NamedNode(f"http://www.w3.org/ns/dcat#{name}")
        return [quad.object for quad in store.quads_for_pattern(subject, property, None)]
