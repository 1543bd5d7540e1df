"""The files of a build as the page of downloads shows them."""

import gzip
import hashlib

import pyoxigraph as ox
from rdflib import VOID

from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.model.published_file import PublishedFile, Role
from crosswalk_rdf.publish.output import Output
from crosswalk_rdf.site.views.downloads import checksums, downloads_view

BASE = "https://example.org/k/"
FILES = (
    PublishedFile("dumps/k.nq", b"n", role=Role.DUMP),
    PublishedFile("dumps/k.ttl", b"tt", role=Role.DUMP),
    PublishedFile("graph/x/part-1.ttl", b"t", (f"{BASE}graph/x/part-1",), Role.GRAPH),
    PublishedFile("graph/x/part-1.jsonld", b"{}", (f"{BASE}graph/x/part-1",), Role.GRAPH),
    PublishedFile(
        "graph/y.v2.nt.gz",
        gzip.compress(b"", mtime=0),
        (f"{BASE}graph/y.v2",),
        Role.GRAPH,
        "application/n-triples",
        "application/gzip",
    ),
    PublishedFile("sssom/x/part-1.sssom.tsv", b"s", role=Role.MAPPING_SET),
    PublishedFile("queries/q.rq", b"q", role=Role.QUERY),
    PublishedFile("queries/q.csv", b"q", role=Role.ANSWER),
    PublishedFile("shapes/s.ttl", b"s", role=Role.SHAPES),
    PublishedFile("context.jsonld", b"{}", role=Role.CONTEXT),
    PublishedFile("other.ttl", b"o", role=Role.DOCUMENT),
)


def index(*files: PublishedFile) -> Index:
    output = Output({})
    output.update(files)
    return output.index


def test_files_are_sorted_into_what_they_are() -> None:
    store = ox.Store()
    count = ox.Literal("12", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    graph = ox.NamedNode(f"{BASE}graph/dataset")
    of_part = ox.NamedNode(f"{BASE}graph/x/part-1")
    store.add(ox.Quad(of_part, ox.NamedNode(str(VOID.triples)), count, graph))
    view = downloads_view(index(*FILES), store, BASE)
    assert [file.path for file in view.dumps] == ["dumps/k.ttl", "dumps/k.nq"]
    assert view.dump(".nq").size == 1
    assert [(g.name, g.triples) for g in view.graphs] == [("x/part-1", 12), ("y.v2", 0)]
    assert [file.format for file in view.graphs[0].files] == ["Turtle", "JSON-LD"]
    assert [file.format for file in view.graphs[1].files] == ["N-Triples, gzip"]
    assert view.alignments[0].media_type == "text/tab-separated-values"
    assert (view.queries, len(view.shapes)) == (1, 1)
    assert "other.ttl" not in [file.path for file in view.listed]


def test_checksums_are_as_sha256sum_reads_them() -> None:
    view = downloads_view(
        index(
            PublishedFile("dumps/k.ttl", b"tt", role=Role.DUMP),
            PublishedFile("dumps/a.nq", b"n", role=Role.DUMP),
        ),
        ox.Store(),
        BASE,
    )
    lines = checksums(view.listed).decode().splitlines()
    assert lines == [
        f"{hashlib.sha256(b'n').hexdigest()}  dumps/a.nq",
        f"{hashlib.sha256(b'tt').hexdigest()}  dumps/k.ttl",
    ]
