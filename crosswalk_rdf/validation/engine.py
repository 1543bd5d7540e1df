"""A store and shapes to a report: shapes that are queries by Oxigraph, the others by pyshacl."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox
from rdflib import URIRef

from crosswalk_rdf.model import ValidationPolicy
from crosswalk_rdf.namespaces import DEFAULT_BASE, graph_iri
from crosswalk_rdf.validation.evidence import Leg, evidence_of, legs_of
from crosswalk_rdf.validation.grading import Grading
from crosswalk_rdf.validation.places import Places
from crosswalk_rdf.validation.pyshacl_engine import pyshacl_results
from crosswalk_rdf.validation.report import ValidationReport, ValidationResult, report_of
from crosswalk_rdf.validation.rules import Catalog
from crosswalk_rdf.validation.set_based import results, set_based_shapes
from crosswalk_rdf.validation.shapes import Shapes, read_shapes


def validate(
    store: ox.Store,
    shapes: Mapping[str, str],
    *,
    base: str = DEFAULT_BASE,
    policy: ValidationPolicy = ValidationPolicy(),  # noqa: B008 - a frozen value
    imported: Iterable[str] = (),
    places: Places = Places(),  # noqa: B008 - a frozen value
) -> ValidationReport:
    """Validate the union of the graphs of ``store`` against ``shapes``, Turtle by file name.

    The store is left as it is. Give it the inferred graph too: the integrity conditions of SKOS
    are checked on the closure. ``policy`` and the ids of what was ``imported`` decide how grave a
    finding is, ``places`` says where it stands. Raises BrokenShapes where a shapes file cannot be
    used, and InputFaults where the policy names a rule that does not exist.
    """
    shapes_graph = read_shapes(shapes)
    grading = Grading(Catalog(shapes_graph), policy, frozenset(imported))
    grading.check()
    located = _located(store, shapes_graph, places, graph_iri(base, "inferred"))
    findings, ignored = grading.graded(located)
    return report_of(findings, len(shapes_graph.named_shapes), base, ignored)


def _located(
    store: ox.Store, shapes: Shapes, places: Places, inferred: URIRef
) -> Iterator[ValidationResult]:
    """Yield each result with its evidence and its row."""
    legs: dict[URIRef, tuple[Leg, ...]] = {}
    for result in _results(store, shapes):
        if result.shape not in legs:
            legs[result.shape] = legs_of(result.shape, shapes)
        terms = {"value": result.subject, **result.bindings}
        triples = evidence_of(legs[result.shape], terms, store, inferred)
        yield places.located(result, triples)


def _results(store: ox.Store, shapes: Shapes) -> Iterator[ValidationResult]:
    set_based = set_based_shapes(shapes)
    yield from pyshacl_results(store, shapes, set_based)
    for shape in sorted(set_based):
        yield from results(shape, shapes, store)
