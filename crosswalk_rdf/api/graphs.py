"""The graphs of an opened publication: queries on them, and their syntaxes."""

from collections.abc import Mapping
from functools import cached_property

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from crosswalk_rdf import model
from crosswalk_rdf.api.contents import Contents
from crosswalk_rdf.api.query_result import QueryResult
from crosswalk_rdf.api.query_text import query_text, run_query
from crosswalk_rdf.dataset.finished_dataset import Progress
from crosswalk_rdf.dataset.naming import prefixes, serialize_quads
from crosswalk_rdf.dataset.store import INFERRED, dataset
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.queries.agreement import Contingency, contingencies
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import dataset_of


class Graphs(Contents):
    """What a publication says as graphs, inferred ones included; inference runs when needed."""

    def __init__(
        self,
        content: model.Publication,
        library: Library,
        *,
        reasoner: str,
        progress: Progress,
    ) -> None:
        super().__init__(content)
        self._library = library
        self._reasoner = reasoner
        self._progress = progress

    @cached_property
    def queries(self) -> Mapping[str, Query]:
        """The queries of the library, ours and the folder's, by name."""
        return parse_queries(self._library.queries, self.base)

    @property
    def library_files(self) -> Mapping[str, str]:
        """The text files of the library, by path: ``queries/aligned.rq`` and so on.

        Rules of inference are below ``ontology/rules/``, SHACL shapes below ``shapes/``.
        """
        return {**self._library.rules, **self._library.shapes, **self._library.queries}

    def query(self, query: str, /, **parameters: object) -> QueryResult:
        """Answer a query of the library, or SPARQL, on the union of all graphs.

        Args:
            query: The name of a query in :attr:`queries`, or the text of a SPARQL 1.1 query.
            **parameters: The parameters of the query of the library: text, numbers, truth values
                or IRIs; or a framework, statement or anything else that has an IRI.

        Returns:
            The rows, or the graph, or the truth value.

        Raises:
            UnknownQuery: The library has no query of that name.
            UnknownParameter: The query has no such parameter.
            MissingParameter: The query needs a parameter that is not given.
            BadParameterValue: A value is not of its parameter's type.
            QuerySyntaxError: The text is not SPARQL 1.1.
            QueryFailed: The query could not be answered.
            InputFaults: Queries, rules or ontology files of the folder are invalid.
        """
        return run_query(self._backend, query, parameters, self.queries, self.base)

    def graph(self, *, inferred: bool = True) -> Dataset:
        """Return the named graphs of the publication as a dataset of rdflib.

        Args:
            inferred: Whether the graph of what was inferred is among them.

        Returns:
            A copy, with the prefixes of the publication; its default graph is the union of all.

        Raises:
            InputFaults: Rules or ontology files of the folder are invalid.
        """
        copy = dataset_of(self._store)
        if not inferred:
            copy.remove_graph(URIRef(graph_iri(self.base, INFERRED)))
        for prefix, namespace in prefixes(self._content).items():
            copy.bind(prefix, namespace, replace=True)
        return copy

    def serialize(self, format: str = "trig", *, graph: str | None = None) -> bytes:
        """Return the graphs in a syntax of RDF: the same bytes on every machine.

        Args:
            format: The name of the syntax: ``turtle``, ``trig``, ``n-triples``, ``n-quads``,
                ``rdf-xml`` or ``json-ld``.
            graph: The name of one graph: ``inferred``, ``ontology``, ``dataset``, the id of a
                framework, or ``crosswalk-2017/part-1``. All graphs if left out.

        Returns:
            The document, in UTF-8; a graph that does not exist is empty.

        Raises:
            UnknownSyntax: There is no such syntax.
            UnwritableGraph: RDF/XML has no name for a property of the graph.
            InputFaults: Rules or ontology files of the folder are invalid.
        """
        syntax = by_name(format)
        name = ox.NamedNode(graph_iri(self.base, graph)) if graph is not None else None
        quads = self._store.quads_for_pattern(None, None, None, name)
        return serialize_quads(quads, syntax, self._content, self._library)

    def agreement(self) -> tuple[Contingency, ...]:
        """Return how far the parts of the crosswalks agree with each other.

        Returns:
            The 2x2 table of each two parts, with Cohen's ``kappa`` and the ``overlap``.

        Raises:
            InputFaults: Queries, rules or ontology files of the folder are invalid.
        """
        sparql = query_text("contingency", {}, self.queries, self.base)
        return contingencies(self._backend.query(sparql))

    @cached_property
    def _store(self) -> ox.Store:
        return dataset(
            self._content, self._library, reasoner=self._reasoner, progress=self._progress
        )

    @cached_property
    def _backend(self) -> QueryBackend:
        return OxigraphBackend(self._store)
