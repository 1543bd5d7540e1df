"""A publication's folder, opened: its graph, queries, validation, the build."""

from collections.abc import Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from crosswalk_rdf import model
from crosswalk_rdf.api.build_result import BuildResult, write_build
from crosswalk_rdf.api.contents import Contents
from crosswalk_rdf.api.package_import import ImportResult, import_file
from crosswalk_rdf.api.query_result import QueryResult
from crosswalk_rdf.api.query_text import query_text, run_query
from crosswalk_rdf.dataset.finished_dataset import Progress, validation_report
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
from crosswalk_rdf.validation import ValidationReport


class Publication(Contents):
    """A publication: frameworks, the crosswalks between them, and what follows from them.

    :func:`open` gives one. ``publication["psel-2015"]`` is a framework and
    ``publication["psel-2015"]["1a"]`` one of its statements. What takes time (inference, before
    the first query) is done once, when it is first needed.
    """

    def __init__(
        self,
        folder: Path,
        content: model.Publication,
        library: Library,
        *,
        reasoner: str,
        progress: Progress,
    ) -> None:
        self._folder = folder
        super().__init__(content)
        self._library = library
        self._reasoner = reasoner
        self._progress = progress

    @property
    def folder(self) -> Path:
        """The folder that it was read from."""
        return self._folder

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

    def validate(self) -> ValidationReport:
        """Validate the publication, inferred graph included, against every SHACL shape.

        Returns:
            The report; ``print`` it, or look at ``report.conforms`` and ``report.results``.

        Raises:
            BrokenShapes: Shapes of the folder cannot be used.
            InputFaults: Rules or ontology files of the folder are invalid.
        """
        store = self._store
        self._progress("validation")
        return validation_report(store, self._content, self._library)

    def build(
        self,
        out: str | PathLike[str] | None = None,
        *,
        previous: str | PathLike[str] | None = None,
        jobs: int | None = None,
    ) -> BuildResult:
        """Write everything that is published: dumps, pages, documents in all formats.

        Args:
            out: The folder to write, ``dist`` in the publication's folder if left out. It is
                replaced as a whole on success, and left unchanged otherwise.
            previous: An earlier version, to record what changed since: a folder that a build wrote,
                or a dump.
            jobs: The most processes that write the files of a large publication; the number of
                processors, up to 4, if left out. The files are the same with any number.

        Returns:
            What was written.

        Raises:
            NotConforming: A shape is violated; nothing is written.
            NotABuild: ``out`` has content that was not written by a build.
            UnreadablePrevious: The earlier version cannot be read.
            InputFaults: Files of the folder are invalid.
            OSError: A file cannot be written.
        """
        target = Path(out) if out is not None else self.folder / "dist"
        earlier = Path(previous) if previous is not None else None
        return write_build(
            target,
            self._content,
            self._library,
            previous=earlier,
            reasoner=self._reasoner,
            processes=jobs,
            progress=self._progress,
        )

    def import_file(
        self,
        source: str | PathLike[str],
        id: str = "",
        *,
        format: str | None = None,
        replace: bool = False,
        language: str = "",
        metadata: str | PathLike[str] | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> ImportResult:
        """Put the frameworks and crosswalks of a file into the folder, as data files of its own.

        IRIs and UUIDs are kept. Open the folder again to have what was imported.

        Args:
            source: A file in any format that can be read.
            id: The id of what is new: the name of its folder.
            format: The name of the file's format; recognized by its content if left out.
            replace: Whether what the publication has of it already, by IRI, is replaced.
            language: The language of texts that name none.
            metadata: A file with the metadata of ``source``, for a format that has such files
                (SSSOM); the one beside it that is named like it if left out.
            prefixes: IRIs by prefix, for CURIEs whose prefix ``source`` does not declare (SSSOM).

        Returns:
            What was added, the files that were written and removed, and what was filled in.

        Raises:
            UnknownFormat: The format is not clear, does not exist, or cannot be read.
            IdNeeded: Something is new, and there is no ``id``.
            BadId: ``id`` cannot be an id.
            AlreadyThere: The publication has something of that id.
            NothingToImport: The file holds neither a framework nor an alignment.
            InputFaults: The file cannot be read, or the publication could not be built with it.
            OSError: A file cannot be read or written.
        """
        return import_file(
            self.folder,
            self._content,
            Path(source),
            id,
            format=format,
            replace=replace,
            language=language,
            metadata=Path(metadata) if metadata else None,
            prefixes=prefixes,
        )

    @cached_property
    def _store(self) -> ox.Store:
        return dataset(
            self._content, self._library, reasoner=self._reasoner, progress=self._progress
        )

    @cached_property
    def _backend(self) -> QueryBackend:
        return OxigraphBackend(self._store)
