"""Builds that are not like those of the fixtures: packed ones, and text that XML cannot carry."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.content.build import GZIP, ServedBuild, load_build
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.endpoints.harvesting.oai.lists import PAGE
from tests.built import BuiltSite
from tests.server.harvesting.description_harvesters import OAI, LineHarvester, OaiHarvester
from tests.server.harvesting.document_harvesters import Crawler
from tests.server.harvesting.http import TOP, Host
from tests.server.harvesting.test_oai import ask, code


@pytest.fixture
def site(tiny_site: BuiltSite) -> BuiltSite:
    return tiny_site


def compressed(build: ServedBuild) -> ServedBuild:
    """Return ``build`` as it would be with thousands of statements."""
    files: dict[str, ServedFile] = {}
    for path, file in build.files.items():
        if file.kind.role in (Role.GRAPH, Role.DUMP):
            content = memoryview(gzip.compress(bytes(file.content), mtime=0))
            kind = file.kind._replace(compression=GZIP)
            files[f"{path}.gz"] = replace(file, content=content, kind=kind)
        else:
            files[path] = file
    manifest = replace(build.manifest, dump=f"{build.manifest.dump}.gz")
    return replace(build, manifest=manifest, files=files)


def test_packed_graphs_have_an_address_of_their_own(
    host: Host, updated: Callable[[BuiltSite], Path], site: BuiltSite
) -> None:
    host.change_log = None
    host.load(compressed(load_build(site.folder)), host.now)
    crawler = Crawler(host.get, f"{TOP}robots.txt", lambda: host.now)
    crawler.harvest()
    assert crawler.graph == host.graph
    page = json.loads(host.get(f"{TOP}activities/page/0")[2])
    objects = {a["object"]["canonical"]: a["object"] for a in page["orderedItems"]}
    entry = objects[f"{site.publication.base}graph/beruf"]
    assert entry["id"] == f"{TOP}graph/beruf.nt.gz"
    lines = gzip.decompress(host.get(entry["id"])[2])
    assert list(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
    assert {s["format"] for s in entry["seeAlso"]} == {"application/gzip"}
    host.load(compressed(load_build(updated(site))), host.now + timedelta(hours=1))
    crawler.harvest()
    assert crawler.graph == host.graph


def labelled(build: ServedBuild, labels: dict[str, str]) -> ServedBuild:
    """Return ``build`` with a label (as N-Quads write it) for each of some IRIs."""
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    graph = f"<{build.manifest.base}graph/beruf>"
    more = [f'<{iri}> {label} "{text}" {graph} .' for iri, text in labels.items()]
    lines = sorted([*build.dump.decode().splitlines(), *more])
    dump = memoryview("\n".join((*lines, "")).encode())
    name = build.manifest.dump
    return replace(build, files={**build.files, name: replace(build.files[name], content=dump)})


def test_what_xml_cannot_carry_has_no_rdf_xml(host: Host, site: BuiltSite) -> None:
    odd = f"{site.publication.base}odd"
    build = labelled(load_build(site.folder), {odd: "a\\u0001b"})
    host.load(build, host.now + timedelta(hours=1))

    every = LineHarvester(host.get, f"{TOP}descriptions.ndjson", lambda: host.now)
    every.harvest()
    assert odd in every.held
    oai = OaiHarvester(host.get, f"{TOP}oai", lambda: host.now)
    oai.harvest()
    assert odd not in oai.held
    assert len(oai.held) == len(every.held) - 1
    formats = ask(host, verb="ListMetadataFormats", identifier=odd)
    assert [p.text for p in formats.iter(f"{OAI}metadataPrefix")] == ["oai_dc"]
    refused = ask(host, verb="GetRecord", metadataPrefix="rdf", identifier=odd)
    assert code(refused) == "cannotDisseminateFormat"
    record = ask(host, verb="GetRecord", metadataPrefix="oai_dc", identifier=odd)
    [title] = record.iter("{http://purl.org/dc/elements/1.1/}title")
    assert title.text == "a\ufffdb"


def test_a_list_ends_where_only_such_is_left(host: Host, site: BuiltSite) -> None:
    base = f"{site.publication.base}odd"
    labels = {f"{base}{number:03}": "fine" for number in range(PAGE)} | {f"{base}x": "a\\u0001b"}
    host.load(labelled(load_build(site.folder), labels), host.now + timedelta(hours=1))
    newest = host.service.change_log.descriptions.entries[-1]
    assert newest.iri == f"{base}x"
    whole = ask(host, verb="ListRecords", metadataPrefix="rdf", from_=rfc3339(newest.timestamp))
    assert len([*whole.iter(f"{OAI}record")]) == PAGE
    assert whole.find(f".//{OAI}resumptionToken") is None
