"""Harvesters that know a protocol, an entry URL, and what they keep from one harvest to the next.

Each ends with ``graph``: the triples it holds, as N-Triples without full stop.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pyoxigraph as ox

from tests.server.harvesting.http import Get, dereferenced

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
OAI = "{http://www.openarchives.org/OAI/2.0/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RDF_XML = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"
LDES = "https://w3id.org/ldes#"
VOID = "http://rdfs.org/ns/void#"
TREE = "https://w3id.org/tree#"
RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
JSON_LD = "application/ld+json"


def triples(body: bytes, format: ox.RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(body, format=format)}


def json_ld(body: bytes) -> set[str]:
    """Return the triples of a document; not by PyLD, which writes doubles in another form."""
    return triples(body, ox.RdfFormat.JSON_LD)


@dataclass
class Harvester:
    get: Get
    entry: str
    clock: Callable[[], datetime]
    held: dict[str, set[str]] = field(default_factory=dict)
    """Triples by what they came from."""

    @property
    def graph(self) -> set[str]:
        return set().union(*self.held.values())

    def fetched(self, url: str, accept: str = "*/*") -> bytes:
        status, _, body = dereferenced(self.get, url, accept)
        assert status == 200, (url, status, body)
        return body


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
class LdesHarvester(Harvester):
    """Replicate, then synchronize: pages that are immutable and known are not fetched again."""

    accept: str = "application/trig"
    format: ox.RdfFormat = ox.RdfFormat.TRIG
    seen: set[str] = field(default_factory=set)
    immutable: set[str] = field(default_factory=set)

    def harvest(self) -> None:
        root = self._store(self.entry)
        [stream] = [
            q.subject for q in root.quads_for_pattern(None, _tree("view"), _node(self.entry))
        ]
        path = {
            name: root_value(root, stream, LDES + name)
            for name in (
                "timestampPath",
                "versionOfPath",
                "versionDeletePath",
                "versionDeleteObject",
            )
        }
        nodes = {q.object.value for q in root.quads_for_pattern(None, _tree("node"), None)}
        versions: list[tuple[str, str, bool, set[str]]] = []
        for node in sorted(nodes - self.immutable):
            page = self._store(node)
            if root_value(page, _node(node), LDES + "immutable"):
                self.immutable.add(node)
            for quad in page.quads_for_pattern(stream, _tree("member"), None):
                if quad.object.value not in self.seen:
                    self.seen.add(quad.object.value)
                    versions.append(self._version(page, quad.object, path))
        for _, iri, gone, found in sorted(versions, key=lambda version: version[0]):
            if gone:
                self.held.pop(iri, None)
            else:
                self.held[iri] = found

    def _store(self, url: str) -> ox.Store:
        status, headers, body = self.get(url, {"accept": self.accept})
        assert status == 200
        assert headers["content-type"].startswith(self.accept)
        store = ox.Store()
        store.extend(ox.parse(body, format=self.format))
        return store

    def _version(
        self, page: ox.Store, member: ox.NamedNode, path: dict[str, ox.NamedNode]
    ) -> tuple[str, str, bool, set[str]]:
        own = list(page.quads_for_pattern(member, None, None))
        [of] = [q.object for q in own if q.predicate == path["versionOfPath"]]
        [moment] = [q.object.value for q in own if q.predicate == path["timestampPath"]]
        gone = any(
            q.predicate == path["versionDeletePath"] and q.object == path["versionDeleteObject"]
            for q in own
        )
        out = (path["versionOfPath"], path["timestampPath"])
        found = {str(ox.Triple(of, q.predicate, q.object)) for q in own if q.predicate not in out}
        return moment, of.value, gone, found


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _tree(name: str) -> ox.NamedNode:
    return ox.NamedNode(TREE + name)


def root_value(store: ox.Store, subject: ox.NamedNode, property: str) -> Any:
    found = store.quads_for_pattern(subject, ox.NamedNode(property), None)
    return next((quad.object for quad in found), None)


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
            known = self.updated and min(moments, default="") < self.updated
            links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
            url = None if known else links.get("prev-archive")
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
class OaiHarvester(Harvester):
    """OAI-PMH 2.0: Identify, then ListRecords from the date of the answer before."""

    since: str = ""
    sets: str = ""
    pause: object = None
    """What happens between two answers."""

    def harvest(self) -> None:
        assert self._ask(verb="Identify").find(f"{OAI}Identify") is not None
        arguments = {"verb": "ListRecords", "metadataPrefix": "rdf"}
        arguments |= {"from": self.since} if self.since else {}
        arguments |= {"set": self.sets} if self.sets else {}
        first = ""
        while True:
            answer = self._ask(**arguments)
            first = first or answer.findtext(f"{OAI}responseDate") or ""
            error = answer.find(f"{OAI}error")
            if error is not None:
                assert error.get("code") == "noRecordsMatch", error.text
                break
            for record in answer.iterfind(f"{OAI}ListRecords/{OAI}record"):
                self._take(record)
            token = answer.findtext(f"{OAI}ListRecords/{OAI}resumptionToken")
            if not token:
                break
            if callable(self.pause):
                self.pause()
                self.pause = None
            arguments = {"verb": "ListRecords", "resumptionToken": token}
        self.since = first

    def _ask(self, **arguments: str) -> ET.Element:
        return ET.fromstring(self.fetched(f"{self.entry}?{urlencode(arguments)}"))

    def _take(self, record: ET.Element) -> None:
        header = record.find(f"{OAI}header")
        name = header.findtext(f"{OAI}identifier")
        if header.get("status") == "deleted":
            self.held.pop(name, None)
        else:
            graph = record.find(f"{OAI}metadata/{RDF_XML}")
            self.held[name] = triples(ET.tostring(graph), ox.RdfFormat.RDF_XML)


@dataclass
class LineHarvester(Harvester):
    """One JSON-LD document a line; what changed since the Last-Modified of the answer before."""

    modified: str = ""
    lines: int = 0

    def harvest(self) -> None:
        query = "?" + urlencode({"since": self.modified}) if self.modified else ""
        status, headers, body = self.get(self.entry + query, {})
        assert status == 200
        rows = body.splitlines()
        self.lines = len(rows)
        for row in rows:
            iri = json.loads(row).get("id") or json.loads(row)["@id"]
            found = json_ld(row)
            if f"<{iri}> {RDF_TYPE} <https://www.w3.org/ns/activitystreams#Tombstone>" in found:
                self.held.pop(iri, None)
            else:
                self.held[iri] = found
        self.modified = headers["last-modified"]


@dataclass
class Crawler(Harvester):
    """sitemaps.org: fetch what is new or newer; what is no longer listed is gone."""

    known: dict[str, str] = field(default_factory=dict)

    def harvest(self) -> None:
        robots = self.fetched(self.entry).decode()
        [url] = [x.partition(": ")[2] for x in robots.splitlines() if x.startswith("Sitemap: ")]
        found = dict(self._listed(url))
        for gone in self.known.keys() - found.keys():
            self.held.pop(gone, None)
        for place, modified in found.items():
            if self.known.get(place) != modified:
                status, headers, body = self.get(place, {})
                assert status == 200, place
                packed = place.endswith(".gz")
                if packed or headers["content-type"].startswith(JSON_LD):
                    self.held[place] = json_ld(gzip.decompress(body) if packed else body)
        self.known = found

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
        found = store.quads_for_pattern(whole, dumps, None)
        [dump] = [
            quad.object.value
            for quad in found
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
