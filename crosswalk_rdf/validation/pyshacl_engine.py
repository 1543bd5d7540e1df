"""A store and shapes to results, with pyshacl over the native Oxigraph store.

A data graph that knows without counting that it is not empty makes pyshacl linear in the size of
the data.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from typing import Any, Final

import pyoxigraph as ox
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
from pyshacl.errors import ValidationFailure as PyshaclFailure
from pyshacl.graph_abstraction import OxigraphDataGraph
from pyshacl.validator import Validator
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.term import IdentifiedNode, Node

from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.store.terms import to_oxigraph, to_rdflib
from crosswalk_rdf.validation.report import ValidationResult
from crosswalk_rdf.validation.set_based import without_targets
from crosswalk_rdf.validation.shapes import Shapes, refusals

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


def pyshacl_results(
    store: ox.Store, shapes: Shapes, others: frozenset[URIRef] = frozenset()
) -> Iterator[ValidationResult]:
    """Yield what ``shapes`` find in the union of the graphs of ``store``, ``others`` left out.

    Raises BrokenShapes where a shape cannot be used.
    """
    try:
        results = _run(store, without_targets(shapes.graph, others))
    except _REFUSALS as error:
        raise refusals(shapes, _unusable_shapes(shapes), _reason(error)) from error
    return _results(results, shapes)


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
