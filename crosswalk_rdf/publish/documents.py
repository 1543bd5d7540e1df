"""A finished store to documents: dumps, graphs, resources, SSSOM, queries, the report."""

import zlib
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import PREFIXES, graph_iri, ontology_namespace
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.project.sssom_documents import curie_prefixes, set_document
from crosswalk_rdf.publish.layout import (
    TRIPLE_SYNTAXES,
    dump_path,
    graph_path,
    is_packed,
    resource_path,
)
from crosswalk_rdf.publish.resources import descriptions, mirrored_descriptions
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from crosswalk_rdf.serialization.write import pieces_of_each, serialize, serialize_each
from crosswalk_rdf.store.answers import Answer, Solutions, Triples
from crosswalk_rdf.store.embedded import Only, graphs
from crosswalk_rdf.store.oxigraph_engine import OxigraphEngine

Files = Iterator[tuple[str, bytes]]


def prefixes(publication: Publication) -> dict[str, str]:
    """Return the prefixes of the publication's documents."""
    own = {"xw": str(ontology_namespace(publication.base))}
    own |= {framework.id: f"{framework.iri}/" for framework in publication.frameworks}
    own |= {crosswalk.id: f"{crosswalk.iri}/" for crosswalk in publication.crosswalks}
    return {**PREFIXES, **own}


def naming(publication: Publication, library: Library) -> Naming:
    """Return what IRIs are called in the publication's documents."""
    return Naming(prefixes(publication), parse_context(library.context))


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
        for syntax, pieces in pieces_of_each(Only(target, iri), TRIPLE_SYNTAXES, names):
            yield graph_path(publication, name, syntax), pack(pieces)


def resource_files(
    target: ox.Store, publication: Publication, library: Library, resources: Iterable[str]
) -> Files:
    """Yield the documents of each of ``resources``, which are local names below the base."""
    names, base = naming(publication, library), publication.base
    for name, quads in descriptions(target, base, resources):
        for syntax, data in serialize_each(quads, TRIPLE_SYNTAXES, names, root=base + name):
            yield resource_path(name, syntax), data
    for path, iri, quads in mirrored_descriptions(target, publication):
        for syntax, data in serialize_each(quads, TRIPLE_SYNTAXES, names, root=iri):
            yield path + syntax.suffix, data


def _packed(pieces: Iterable[bytes]) -> bytes:
    """Return ``pieces`` together, compressed (RFC 1952), without the time of day."""
    packing = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    packed = [packing.compress(piece) for piece in pieces]
    return b"".join((*packed, packing.flush()))


def serialized(
    quads: Iterable[ox.Quad], syntax: Syntax, publication: Publication, library: Library
) -> bytes:
    """Return ``quads`` in ``syntax`` with the publication's prefixes and context."""
    context = parse_context(library.context)
    return serialize(quads, syntax, prefixes=prefixes(publication), context=context)


def sssom_files(publication: Publication) -> Files:
    """Yield each part of each crosswalk as SSSOM/TSV, with the IRI of each record."""
    for crosswalk in publication.crosswalks:
        known = curie_prefixes(publication.base, publication.frameworks, crosswalk)
        for part in crosswalk.parts:
            document = set_document(part, known, record_ids=True)
            yield f"sssom/{crosswalk.id}/{part.id}.sssom.tsv", tsv.write(document)


def default_answers(target: ox.Store, queries: Mapping[str, Query], base: str) -> dict[str, Answer]:
    """Return the answer of each query for its defaults, where it has them all."""
    engine = OxigraphEngine(target)
    return {
        name: engine.query(bind(query, {}, base))
        for name, query in queries.items()
        if not any(parameter.required for parameter in query.parameters)
    }


def query_files(queries: Mapping[str, Query], answers: Mapping[str, Answer], base: str) -> Files:
    """Yield each query, with its answer for the defaults if that is a table or triples."""
    for name, query in queries.items():
        yield f"queries/{name}.rq", query.text.encode()
        answer = answers.get(name)
        if isinstance(answer, Solutions | Triples):
            form = "ttl" if isinstance(answer, Triples) else "csv"
            yield f"queries/{name}.{form}", render(answer, form, base).encode()
