"""A finished dataset to documents: dumps, graphs, resources, queries, changes."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

import pyoxigraph as ox
from rdflib import URIRef

from crosswalk_rdf.comparison.report import comparison_triples, release_iri
from crosswalk_rdf.comparison.tombstones import tombstone_triples
from crosswalk_rdf.dataset.descriptions import Describer
from crosswalk_rdf.dataset.distributions import (
    dump_path,
    graph_path,
    is_compressed,
)
from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import publication_naming, serialize_quads
from crosswalk_rdf.dataset.store import DATASET
from crosswalk_rdf.graph import Triple
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.published_file import PublishedFile, Role, Task, batches
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, document_syntaxes
from crosswalk_rdf.serialization.write import pieces_of_each, serialize_each
from crosswalk_rdf.store.answers import Solutions, Triples
from crosswalk_rdf.store.embedded import Only, add, graphs, new_store
from crosswalk_rdf.validation import quality_document

CHANGES: Final = "changes"
SHAPES: Final = "shapes"

Files = Iterator[PublishedFile]


def dump_tasks(store: ox.Store, publication: Publication, library: Library) -> list[Task]:
    """Return what makes the dumps: of the whole dataset, and of each graph, in every syntax."""
    names = publication_naming(publication, library)
    syntaxes = ([s for s in SYNTAXES if s.quads], [s for s in SYNTAXES if not s.quads])
    return [
        *(partial(_dump_files, store, publication, names, group) for group in syntaxes),
        *(partial(_graph_files, store, publication, names, iri) for iri in graphs(store)),
    ]


def _dump_files(
    store: ox.Store, publication: Publication, names: Naming, syntaxes: Iterable[Syntax]
) -> Files:
    about = (f"{publication.base}{DATASET}",)
    for syntax, pieces in pieces_of_each(store, syntaxes, names):
        path = dump_path(publication, syntax)
        yield _dump_file(
            path, pieces, about, Role.DUMP, syntax, compressed=is_compressed(publication)
        )


def _graph_files(store: ox.Store, publication: Publication, names: Naming, iri: URIRef) -> Files:
    name = iri.removeprefix(graph_iri(publication.base, ""))
    for syntax, pieces in pieces_of_each(Only(store, iri), document_syntaxes(), names):
        path = graph_path(publication, name, syntax)
        yield _dump_file(
            path, pieces, (str(iri),), Role.GRAPH, syntax, compressed=is_compressed(publication)
        )


def _dump_file(
    path: str,
    pieces: Iterable[bytes],
    about: tuple[str, ...],
    role: Role,
    syntax: Syntax,
    *,
    compressed: bool,
) -> PublishedFile:
    return PublishedFile(
        path,
        _compressed(pieces) if compressed else b"".join(pieces),
        about,
        role,
        syntax.media_type,
        compression="application/gzip" if compressed else "",
    )


def resource_tasks(dataset: FinishedDataset) -> list[Task]:
    """Return what makes the documents of each resource, and of those with an IRI elsewhere."""
    describer = Describer(dataset.store, dataset.publication)
    names = publication_naming(dataset.publication, dataset.library)
    own, base = dataset.addresses.own, dataset.publication.base
    paths = set(own.values())
    elsewhere = [(p, iri) for iri, p in dataset.addresses.others.items() if p not in paths]

    def own_files(resources: Iterable[tuple[str, Sequence[str]]]) -> Files:
        for name, quads in describer.descriptions(dict(resources)):
            yield from _documents(own[name], base + name, quads, names)

    def files_elsewhere(addresses: Iterable[tuple[str, str]]) -> Files:
        for path, iri in addresses:
            yield from _documents(path, iri, describer.description(iri), names)

    return [
        *(partial(own_files, batch) for batch in batches(list(dataset.resources.items()))),
        *(partial(files_elsewhere, batch) for batch in batches(elsewhere)),
    ]


def _documents(
    path: str,
    iri: str,
    quads: Iterable[ox.Quad],
    names: Naming,
    role: Role = Role.DOCUMENT,
) -> Files:
    """Yield the documents about ``iri`` in every syntax of triples."""
    about = (iri,)
    for syntax, data in serialize_each(quads, document_syntaxes(), names, root=iri):
        yield PublishedFile(path + syntax.suffix, data, about, role, syntax.media_type)


def _compressed(pieces: Iterable[bytes]) -> bytes:
    """Return ``pieces`` together, compressed (RFC 1952), without the time of day."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    parts = [compressor.compress(piece) for piece in pieces]
    return b"".join((*parts, compressor.flush()))


def query_files(dataset: FinishedDataset) -> Files:
    """Yield each query, with its answer for the defaults if that is a table or triples."""
    for name, query in dataset.queries.items():
        yield PublishedFile(f"queries/{name}.rq", query.text.encode(), role=Role.QUERY)
        answer = dataset.answers.get(name)
        if isinstance(answer, Solutions | Triples):
            form = "ttl" if isinstance(answer, Triples) else "csv"
            content = render(answer, form, dataset.publication.base).encode()
            yield PublishedFile(f"queries/{name}.{form}", content, role=Role.ANSWER)


def version_files(dataset: FinishedDataset) -> Files:
    """Yield the changes and each tombstone in every syntax of triples."""
    comparison, base = dataset.comparison, dataset.publication.base
    changes = comparison_triples(comparison)
    yield from _description_files(base + CHANGES, changes, dataset, Role.DOCUMENT)
    for tombstone in comparison.tombstones:
        release = release_iri(base, tombstone.removed)
        triples = tombstone_triples(tombstone, release)
        yield from _description_files(tombstone.iri, triples, dataset, Role.TOMBSTONE)


def _description_files(
    iri: str, triples: Iterator[Triple], dataset: FinishedDataset, role: Role
) -> Files:
    store = new_store()
    add(store, URIRef(iri), triples)
    yield from _graph_documents(iri, [ox.Quad(*quad.triple) for quad in store], dataset, role)


def _graph_documents(
    iri: str, quads: Sequence[ox.Quad], dataset: FinishedDataset, role: Role
) -> Files:
    """Yield ``quads`` as documents at ``iri`` in every syntax of triples."""
    for syntax in document_syntaxes():
        data = serialize_quads(quads, syntax, dataset.publication, dataset.library)
        path = dataset.addresses.path(iri) + syntax.suffix
        yield PublishedFile(path, data, (iri,), role, syntax.media_type)


def library_files(dataset: FinishedDataset) -> Files:
    """Yield what the data are read and checked by, and the report: context, shapes, results."""
    library, report = dataset.library, dataset.report
    yield PublishedFile("context.jsonld", library.context.encode(), role=Role.CONTEXT)
    yield PublishedFile("validation/report.ttl", report.turtle, role=Role.REPORT)
    quality = quality_document(report, dataset.publication.base, _owners(dataset))
    yield PublishedFile("validation/quality.ttl", quality, role=Role.REPORT)
    text = report.text.encode()
    yield PublishedFile("validation/report.txt", text, role=Role.REPORT, language="en")
    for name, shapes in library.shapes.items():
        path = f"shapes/{name.rpartition('/')[2]}"
        yield PublishedFile(path, shapes.encode(), role=Role.SHAPES)
    yield from _shapes_files(dataset)


def _shapes_files(dataset: FinishedDataset) -> Files:
    """Yield the graph of all shapes in every syntax of triples."""
    iri = dataset.publication.base + SHAPES
    quads = [
        quad
        for text in dataset.library.shapes.values()
        for quad in ox.parse(text, ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    ]
    yield from _graph_documents(iri, quads, dataset, Role.DOCUMENT)


def _owners(dataset: FinishedDataset) -> dict[str, URIRef]:
    """Return the frameworks and crosswalks by their ids."""
    publication = dataset.publication
    owners = {framework.id: framework.iri for framework in publication.frameworks}
    return owners | {crosswalk.id: crosswalk.iri for crosswalk in publication.crosswalks}
