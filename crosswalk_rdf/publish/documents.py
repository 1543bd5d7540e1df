"""A finished dataset to documents: dumps, graphs, resources, queries, changes."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import URIRef

from crosswalk_rdf.comparison.report import comparison_triples, release_iri
from crosswalk_rdf.comparison.tombstones import tombstone_triples
from crosswalk_rdf.dataset.descriptions import descriptions, mirrored_descriptions
from crosswalk_rdf.dataset.distributions import (
    dump_path,
    graph_path,
    is_packed,
    resource_path,
)
from crosswalk_rdf.dataset.finished import FinishedDataset
from crosswalk_rdf.dataset.naming import naming, serialized
from crosswalk_rdf.graph import Triple
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, document_syntaxes
from crosswalk_rdf.serialization.write import pieces_of_each, serialize_each
from crosswalk_rdf.store.answers import Solutions, Triples
from crosswalk_rdf.store.embedded import Only, add, graphs, new_store

CHANGES: Final = "changes"

Files = Iterator[tuple[str, bytes]]


def dump_files(target: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield the dumps of the whole dataset, in every syntax."""
    names = naming(publication, library)
    pack = _packed if is_packed(publication) else b"".join
    for syntax, pieces in pieces_of_each(target, SYNTAXES, names):
        yield dump_path(publication, syntax), pack(pieces)


def graph_files(target: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield each named graph, in every syntax of triples."""
    names = naming(publication, library)
    pack = _packed if is_packed(publication) else b"".join
    for iri in graphs(target):
        name = iri.removeprefix(graph_iri(publication.base, ""))
        for syntax, pieces in pieces_of_each(Only(target, iri), document_syntaxes(), names):
            yield graph_path(publication, name, syntax), pack(pieces)


def resource_files(dataset: FinishedDataset) -> Files:
    """Yield the documents of each resource, and of what has an IRI of others."""
    store, base = dataset.store, dataset.publication.base
    names = naming(dataset.publication, dataset.library)
    for name, quads in descriptions(store, base, dataset.resources):
        for syntax, data in serialize_each(quads, document_syntaxes(), names, root=base + name):
            yield resource_path(name, syntax), data
    for path, iri, quads in mirrored_descriptions(store, dataset.publication):
        for syntax, data in serialize_each(quads, document_syntaxes(), names, root=iri):
            yield path + syntax.suffix, data


def _packed(pieces: Iterable[bytes]) -> bytes:
    """Return ``pieces`` together, compressed (RFC 1952), without the time of day."""
    packing = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    packed = [packing.compress(piece) for piece in pieces]
    return b"".join((*packed, packing.flush()))


def query_files(dataset: FinishedDataset) -> Files:
    """Yield each query, with its answer for the defaults if that is a table or triples."""
    for name, query in dataset.queries.items():
        yield f"queries/{name}.rq", query.text.encode()
        answer = dataset.answers.get(name)
        if isinstance(answer, Solutions | Triples):
            form = "ttl" if isinstance(answer, Triples) else "csv"
            yield f"queries/{name}.{form}", render(answer, form, dataset.publication.base).encode()


def version_files(dataset: FinishedDataset) -> Files:
    """Yield the changes and each tombstone in every syntax of triples."""
    comparison, base = dataset.comparison, dataset.publication.base
    yield from _documents(CHANGES, comparison_triples(comparison), dataset)
    for stone in comparison.tombstones:
        release = release_iri(base, stone.removed)
        name = stone.iri.removeprefix(base)
        yield from _documents(name, tombstone_triples(stone, release), dataset)


def _documents(name: str, triples: Iterator[Triple], dataset: FinishedDataset) -> Files:
    publication, library = dataset.publication, dataset.library
    store = new_store()
    add(store, URIRef(publication.base + name), triples)
    quads = [ox.Quad(*quad.triple) for quad in store]
    for syntax in document_syntaxes():
        yield resource_path(name, syntax), serialized(quads, syntax, publication, library)
