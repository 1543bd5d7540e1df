"""Every syntax gives the same graph: read again here, and by rdflib."""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from rdflib.compare import isomorphic

from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name
from crosswalk_rdf.serialization.write import serialize

from .conftest import CONTEXT, NAMES
from .graphs import any_quads, confusing_quads, quads_with_blank_nodes

RDFLIB = {"turtle": "turtle", "trig": "trig", "n-triples": "nt", "n-quads": "nquads",
          "rdf-xml": "xml", "json-ld": "json-ld"}  # fmt: skip
every_syntax = pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
JSON_LD = by_name("json-ld")


@pytest.fixture(autouse=True)
def as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rdflib keep lexical forms."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def written(quads: Iterable[ox.Quad], syntax: Syntax, root: str | None = None) -> bytes:
    return serialize(quads, syntax, prefixes=NAMES, context=CONTEXT, root=root)


def as_read(quads: Iterable[ox.Quad], *, graphs: bool) -> set[ox.Quad]:
    """Return what a reader is to find: canonical blank nodes, graphs kept or merged."""
    dataset = ox.Dataset(quad if graphs else ox.Quad(*quad.triple) for quad in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def by_rdflib(data: bytes, syntax: Syntax) -> rdflib.Dataset:
    return rdflib.Dataset().parse(data=data, format=RDFLIB[syntax.name])


@every_syntax
@given(quads_with_blank_nodes)
def test_read_again(syntax: Syntax, quads: list[ox.Quad]) -> None:
    actual = parse(written(quads, syntax), syntax)
    assert as_read(actual, graphs=True) == as_read(quads, graphs=syntax.quads)


@every_syntax
@settings(max_examples=50)
@given(any_quads)
def test_rdflib_reads_the_same(syntax: Syntax, quads: list[ox.Quad]) -> None:
    actual = by_rdflib(written(quads, syntax), syntax)
    expected = by_rdflib(written(quads, by_name("n-quads" if syntax.quads else "n-triples")),
                         by_name("n-quads"))  # fmt: skip
    assert set(actual.quads()) == set(expected.quads())


@given(any_quads)
def test_framed(quads: list[ox.Quad]) -> None:
    root = str(quads[0].subject)[1:-1] if quads else "https://example.org/"
    data = written(quads, JSON_LD, root)
    assert as_read(parse(data, JSON_LD), graphs=True) == as_read(quads, graphs=False)
    expected = by_rdflib(written(quads, by_name("n-triples")), by_name("n-triples"))
    assert set(by_rdflib(data, JSON_LD).quads()) == set(expected.quads())


@given(confusing_quads)
def test_iris_that_look_like_prefixed_names(quads: list[ox.Quad]) -> None:
    actual = parse(written(quads, JSON_LD), JSON_LD)
    assert as_read(actual, graphs=True) == as_read(quads, graphs=True)


@every_syntax
def test_a_publication(publication: tuple[ox.Quad, ...], syntax: Syntax) -> None:
    data = written(publication, syntax)
    assert as_read(parse(data, syntax), graphs=True) == as_read(publication, graphs=syntax.quads)
    triples = by_rdflib(written(publication, by_name("n-triples")), by_name("n-triples"))
    merged = rdflib.Graph()
    for subject, predicate, value, _ in by_rdflib(data, syntax).quads():
        merged.add((subject, predicate, value))
    assert isomorphic(merged, triples.default_graph)
