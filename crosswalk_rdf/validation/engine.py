"""A store and shapes to a report: shapes that are queries by Oxigraph, the others by pyshacl."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final

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
from crosswalk_rdf.validation.set_based import results as set_based_results
from crosswalk_rdf.validation.set_based import set_based_shapes
from crosswalk_rdf.validation.shapes import Shapes, read_shapes

_THREADS: Final = 4
_SMALL: Final = 50_000
"""Quads of a store whose queries take less time than threads would."""


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
    results = _results(store, shapes_graph, set_based_shapes(shapes_graph))
    located = _located(results, store, shapes_graph, places, graph_iri(base, "inferred"))
    findings, ignored = grading.graded(located)
    return report_of(findings, len(shapes_graph.named_shapes), base, ignored)


def violations(
    store: ox.Store,
    shapes: Mapping[str, str],
    *,
    base: str = DEFAULT_BASE,
    policy: ValidationPolicy = ValidationPolicy(),  # noqa: B008 - a frozen value
    imported: Iterable[str] = (),
    places: Places = Places(),  # noqa: B008 - a frozen value
) -> list[ValidationResult]:
    """Return the results of :func:`validate` that stop a build, and no others.

    Set-based shapes that cannot stop one under ``policy`` are not evaluated, and no report is
    written. Takes and raises what :func:`validate` does.
    """
    shapes_graph = read_shapes(shapes)
    grading = Grading(Catalog(shapes_graph), policy, frozenset(imported))
    grading.check()
    stopping = frozenset(filter(grading.can_stop_a_build, set_based_shapes(shapes_graph)))
    results = _results(store, shapes_graph, stopping)
    located = _located(results, store, shapes_graph, places, graph_iri(base, "inferred"))
    return [result for result in grading.graded(located)[0] if result.is_violation]


def _located(
    results: Iterable[ValidationResult],
    store: ox.Store,
    shapes: Shapes,
    places: Places,
    inferred: URIRef,
) -> Iterator[ValidationResult]:
    """Yield each result with its evidence and its row."""
    legs: dict[URIRef, tuple[Leg, ...]] = {}
    for result in results:
        if result.shape not in legs:
            legs[result.shape] = legs_of(result.shape, shapes)
        terms = {"value": result.subject, **result.bindings}
        triples = evidence_of(legs[result.shape], terms, store, inferred)
        yield places.located(result, triples)


def _results(
    store: ox.Store, shapes: Shapes, queries: frozenset[URIRef]
) -> Iterator[ValidationResult]:
    """Yield the results of ``queries``, which are set-based shapes, and of all other shapes.

    Threads ask the queries of a large store: Oxigraph answers several at the same time.
    """
    yield from pyshacl_results(store, shapes, set_based_shapes(shapes))
    threads = _THREADS if len(store) > _SMALL else 1
    with ThreadPoolExecutor(threads) as executor:
        answers = executor.map(lambda shape: list(set_based_results(shape, shapes, store)),
                               sorted(queries))  # fmt: skip
        for results in answers:
            yield from results
