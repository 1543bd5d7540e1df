"""A store and shapes to a report, with pyshacl over the native Oxigraph store.

Two things make pyshacl linear in the size of the data (SHACL-SPARQL §5): shapes whose constraints
are set-based, one query over all the data, and a data graph that knows without counting that it is
not empty.
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Any, Final

import pyoxigraph as ox
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
from pyshacl.errors import ValidationFailure as PyshaclFailure
from pyshacl.graph_abstraction import OxigraphDataGraph
from pyshacl.validator import Validator
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.term import IdentifiedNode, Node

from crosswalk_rdf.namespaces import DEFAULT_BASE, SH
from crosswalk_rdf.store.terms import to_oxigraph, to_rdflib
from crosswalk_rdf.validation.report import ValidationReport, ValidationResult, report_of
from crosswalk_rdf.validation.shapes import Shapes, read_shapes, refusals

_REFUSALS: Final = (
    ConstraintLoadError,
    ShapeLoadError,
    ReportableRuntimeError,
    PyshaclFailure,
    re.error,
)
"""What pyshacl raises for shapes that it cannot use."""

_Subject = IdentifiedNode | Literal


class _DataGraph(OxigraphDataGraph):
    """The store as pyshacl sees it, all graphs together.

    pyshacl asks for the truth value of the graph at each result, for which the class above counts
    the triples of the whole store; and where data have a literal in place of an IRI, it asks for
    the properties of the literal, for which the class above raises.
    """

    def __bool__(self) -> bool:
        return True

    def objects(  # type: ignore[override]
        self,
        subject: _Subject | Sequence[_Subject] | None,
        predicate: IdentifiedNode | None,
        unique: bool = False,
    ) -> Generator[_Subject, None, None]:
        """Yield the values of ``predicate``: none where a literal is asked for its properties."""
        if not isinstance(subject, Literal):
            yield from super().objects(subject, predicate, unique)


def validate(
    store: ox.Store, shapes: Mapping[str, str], *, base: str = DEFAULT_BASE
) -> ValidationReport:
    """Validate the union of the graphs of ``store`` against ``shapes``, Turtle by file name.

    The store is left as it is. Give it the inferred graph too: the integrity conditions of SKOS
    are checked on the closure. Raises BrokenShapes where a shapes file cannot be used.
    """
    shapes_graph = read_shapes(shapes)
    try:
        results = _run(store, shapes_graph.graph)
    except _REFUSALS as error:
        raise refusals(shapes_graph, _unusable_shapes(shapes_graph), _reason(error)) from error
    return report_of(list(_results(results, shapes_graph)), len(shapes_graph.named_shapes), base)


def _run(store: ox.Store, shapes: Graph, only: URIRef | None = None) -> Graph:
    options = {"use_shapes": [only]} if only is not None else {}
    validator: Any = Validator(_DataGraph(store), shacl_graph=shapes, options=options)
    report: Graph = validator.run()[1]
    return report


def _unusable_shapes(shapes: Shapes) -> Iterator[URIRef]:
    """Yield the shapes that pyshacl refuses even alone, and with nothing to validate."""
    for shape in sorted(shapes.named_shapes):
        try:
            _run(ox.Store(), shapes.graph, shape)
        except _REFUSALS:
            yield shape


def _reason(error: BaseException) -> str:
    return " ".join(str(getattr(error, "message", error)).split()).rstrip(".")


def _results(results: Graph, shapes: Shapes) -> Iterator[ValidationResult]:
    for node in results.objects(None, SH.result):
        shape = shapes.owner(_required_value(results, node, SH.sourceShape))
        path = results.value(node, SH.resultPath)
        yield ValidationResult(
            shape=shape or URIRef(SH.Shape),
            severity=_iri(_required_value(results, node, SH.resultSeverity)),
            focus=_plain(_required_value(results, node, SH.focusNode)),
            value=None if (value := results.value(node, SH.value)) is None else _plain(value),
            path=path if isinstance(path, URIRef) else None,
            message=" ".join(sorted(str(text) for text in results.objects(node, SH.resultMessage))),
            component=_iri(_required_value(results, node, SH.sourceConstraintComponent)),
            see_also=tuple(sorted(_iri(link) for link in _links(shapes, shape))),
        )


def _links(shapes: Shapes, shape: URIRef | None) -> Iterator[Node]:
    return shapes.graph.objects(shape, RDFS.seeAlso) if shape is not None else iter(())


def _required_value(graph: Graph, node: Node, predicate: URIRef) -> Node:
    value = graph.value(node, predicate)
    if value is None:
        raise AssertionError(f"pyshacl's report lacks {predicate}")
    return value


def _plain(node: Node) -> Node:
    """Return ``node`` in the one form that terms have here: pyshacl's strings have a datatype."""
    return to_rdflib(to_oxigraph(node))


def _iri(node: Node) -> URIRef:
    return URIRef(str(node))
