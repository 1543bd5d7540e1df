"""The files of a build as the page of downloads shows them."""

import gzip
import hashlib

import pyoxigraph as ox
from rdflib import VOID

from crosswalk_rdf.site.views.downloads import checksums, downloads_view

BASE = "https://example.org/k/"
FILES = {
    "dumps/k.nq": b"n",
    "dumps/k.ttl": b"tt",
    "graph/x/part-1.ttl": b"t",
    "graph/x/part-1.jsonld": b"{}",
    "graph/y.v2.nt.gz": gzip.compress(b"", mtime=0),
    "sssom/x/part-1.sssom.tsv": b"s",
    "queries/q.rq": b"q",
    "queries/q.csv": b"q",
    "shapes/s.ttl": b"s",
    "context.jsonld": b"{}",
    "other.ttl": b"o",
}


def test_files_are_sorted_into_what_they_are() -> None:
    store = ox.Store()
    count = ox.Literal("12", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    graph = ox.NamedNode(f"{BASE}graph/dataset")
    of_part = ox.NamedNode(f"{BASE}graph/x/part-1")
    store.add(ox.Quad(of_part, ox.NamedNode(str(VOID.triples)), count, graph))
    view = downloads_view(FILES, store, BASE)
    assert [file.path for file in view.dumps] == ["dumps/k.ttl", "dumps/k.nq"]
    assert view.dump(".nq").size == 1
    assert [(g.name, g.triples) for g in view.graphs] == [("x/part-1", 12), ("y.v2", 0)]
    assert [file.format for file in view.graphs[0].files] == ["Turtle", "JSON-LD"]
    assert [file.format for file in view.graphs[1].files] == ["N-Triples, gzip"]
    assert view.alignments[0].media_type == "text/tab-separated-values"
    assert (view.queries, len(view.shapes)) == (1, 1)
    assert "other.ttl" not in [file.path for file in view.listed]


def test_checksums_are_as_sha256sum_reads_them() -> None:
    view = downloads_view({"dumps/k.ttl": b"tt", "dumps/a.nq": b"n"}, ox.Store(), BASE)
    lines = checksums(view.listed).decode().splitlines()
    assert lines == [
        f"{hashlib.sha256(b'n').hexdigest()}  dumps/a.nq",
        f"{hashlib.sha256(b'tt').hexdigest()}  dumps/k.ttl",
    ]
