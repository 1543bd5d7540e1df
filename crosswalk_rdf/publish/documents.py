"""A finished store to documents: dumps, graphs, resources, SSSOM, queries, the report."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from crosswalk_rdf.formats import sssom
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import PREFIXES, graph_iri, ontology_namespace
from crosswalk_rdf.project.library import Library, library_queries
from crosswalk_rdf.project.sssom_documents import curie_prefixes, set_document
from crosswalk_rdf.publish.layout import TRIPLE_SYNTAXES, dump_path, graph_path, resource_path
from crosswalk_rdf.publish.resources import descriptions
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.store.answers import Boolean, Triples
from crosswalk_rdf.store.embedded import graphs
from crosswalk_rdf.store.oxigraph_engine import OxigraphEngine

Files = Iterator[tuple[str, bytes]]


def prefixes(publication: Publication) -> dict[str, str]:
    """Return the prefixes of the publication's documents."""
    own = {"xw": str(ontology_namespace(publication.base))}
    own |= {framework.id: f"{framework.iri}/" for framework in publication.frameworks}
    own |= {crosswalk.id: f"{crosswalk.iri}/" for crosswalk in publication.crosswalks}
    return {**PREFIXES, **own}


def rdf_files(target: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield the dumps, the graphs and the resources in every syntax."""
    names, context = prefixes(publication), parse_context(library.context)
    everything = list(target)
    for syntax in SYNTAXES:
        data = serialize(everything, syntax, prefixes=names, context=context)
        yield dump_path(publication, syntax), data
    yield from _graph_files(target, publication, names, context)
    yield from _resource_files(target, publication, names, context)


def serialized(
    quads: Iterable[ox.Quad], syntax: Syntax, publication: Publication, library: Library
) -> bytes:
    """Return ``quads`` in ``syntax`` with the publication's prefixes and context."""
    context = parse_context(library.context)
    return serialize(quads, syntax, prefixes=prefixes(publication), context=context)


def _graph_files(
    target: ox.Store, publication: Publication, names: Mapping[str, str], context: Context
) -> Files:
    for iri in graphs(target):
        name = iri.removeprefix(graph_iri(publication.base, ""))
        found = target.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        quads = [ox.Quad(q.subject, q.predicate, q.object) for q in found]
        for syntax in TRIPLE_SYNTAXES:
            data = serialize(quads, syntax, prefixes=names, context=context)
            yield graph_path(name, syntax), data


def _resource_files(
    target: ox.Store, publication: Publication, names: Mapping[str, str], context: Context
) -> Files:
    for name, quads in descriptions(target, publication.base):
        root, triples = publication.base + name, list(quads)
        for syntax in TRIPLE_SYNTAXES:
            data = serialize(triples, syntax, prefixes=names, context=context, root=root)
            yield resource_path(name, syntax), data


def sssom_files(publication: Publication) -> Files:
    """Yield each part of each crosswalk as SSSOM/TSV, with the IRI of each record."""
    for crosswalk in publication.crosswalks:
        known = curie_prefixes(publication.base, publication.frameworks, crosswalk)
        for part in crosswalk.parts:
            document = set_document(part, known, record_ids=True)
            yield f"sssom/{crosswalk.id}/{part.id}.sssom.tsv", sssom.write(document)


def query_files(target: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield each query of the library, with its answer for the defaults where it has them all."""
    engine = OxigraphEngine(target)
    for query in library_queries(library, publication.base).values():
        name = query.name
        yield f"queries/{name}.rq", query.text.encode()
        if not any(parameter.required for parameter in query.parameters):
            answer = engine.query(bind(query, {}, publication.base))
            form = "ttl" if isinstance(answer, Triples) else "csv"
            if not isinstance(answer, Boolean):
                yield f"queries/{name}.{form}", render(answer, form, publication.base).encode()
