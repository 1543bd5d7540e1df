"""Harvesters of descriptions."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pyoxigraph as ox

from tests.server.harvesting.harvester import RDF_TYPE, Harvester, json_ld, triples

OAI = "{http://www.openarchives.org/OAI/2.0/}"
RDF_XML = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"
LDES = "https://w3id.org/ldes#"
TREE = "https://w3id.org/tree#"


@dataclass
class LdesHarvester(Harvester):
    """Replicate, then synchronize: pages that are immutable and known are not fetched again."""

    accept: str = "application/trig"
    format: ox.RdfFormat = ox.RdfFormat.TRIG
    harvested: set[str] = field(default_factory=set)
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
                if quad.object.value not in self.harvested:
                    self.harvested.add(quad.object.value)
                    versions.append(self._version(page, quad.object, path))
        for _, iri, gone, description in sorted(versions, key=lambda version: version[0]):
            if gone:
                self.held.pop(iri, None)
            else:
                self.held[iri] = description

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
        triples = {str(ox.Triple(of, q.predicate, q.object)) for q in own if q.predicate not in out}
        return moment, of.value, gone, triples


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _tree(name: str) -> ox.NamedNode:
    return ox.NamedNode(TREE + name)


def root_value(store: ox.Store, subject: ox.NamedNode, property: str) -> Any:
    quads = store.quads_for_pattern(subject, ox.NamedNode(property), None)
    return next((quad.object for quad in quads), None)


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
            triples = json_ld(row)
            if f"<{iri}> {RDF_TYPE} <https://www.w3.org/ns/activitystreams#Tombstone>" in triples:
                self.held.pop(iri, None)
            else:
                self.held[iri] = triples
        self.modified = headers["last-modified"]
