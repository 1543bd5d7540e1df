"""A publication to a finished dataset: everything that is computed before files are written."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

import pyoxigraph as ox

from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.dataset.addresses import Addresses, addresses
from crosswalk_rdf.dataset.default_answers import default_answers
from crosswalk_rdf.dataset.descriptions import ontology_names, resource_names
from crosswalk_rdf.dataset.origins import places
from crosswalk_rdf.dataset.versions import compare_versions
from crosswalk_rdf.errors import DoesNotConform
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.project.previous_version import Previous
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.store.answers import Answer
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.validation import (
    ValidationReport,
    ValidationResult,
    render,
    validate,
    violations,
)

Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Ignore the begin of ``stage``: report no progress."""


class NotConforming(DoesNotConform):
    """A publication that violates a shape; holds the ``report``."""

    def __init__(self, report: ValidationReport) -> None:
        self.report = report
        super().__init__(report.text)


@dataclass(frozen=True, kw_only=True)
class FinishedDataset:
    """A publication whose graphs are inferred, described and validated."""

    publication: Publication
    library: Library
    store: ox.Store
    """The asserted graphs, what was inferred from them, and the description of both."""
    reasoner: str
    report: ValidationReport
    queries: Mapping[str, Query]
    answers: Mapping[str, Answer]
    """The answers for the defaults, by the name of the query."""
    comparison: Comparison
    """What differs from an earlier version."""
    resources: Mapping[str, tuple[str, ...]]
    """The local name of each resource that has documents of its own, and the fragments in them."""
    addresses: Addresses

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The IRI of each resource with documents, by the path of the page beside them."""
        base = self.publication.base
        return {f"{self.addresses.own[name]}.html": base + name for name in self.resources}

    @property
    def page_paths(self) -> Set[str]:
        """The paths of the pages of resources."""
        return self.pages.keys()


def validation_report(
    store: ox.Store, publication: Publication, library: Library
) -> ValidationReport:
    """Return the SHACL report on the store, with its text."""
    report = validate(
        store,
        library.shapes,
        base=publication.base,
        policy=publication.validation,
        imported=_imported(publication),
        places=places(publication, store),
    )
    return replace(report, text=render(report))


def violations_in(
    store: ox.Store, publication: Publication, library: Library
) -> list[ValidationResult]:
    """Return what stops a build of the store: the violations of its SHACL report."""
    return violations(
        store,
        library.shapes,
        base=publication.base,
        policy=publication.validation,
        imported=_imported(publication),
        places=places(publication, store),
    )


def _imported(publication: Publication) -> list[str]:
    """Return the ids of the frameworks and crosswalks that were imported."""
    sources = publication.import_sources
    return [id for id, source in sources.items() if source is not None]


def finish_dataset(
    publication: Publication,
    library: Library,
    store: ox.Store,
    *,
    reasoner: str,
    previous: Previous | None = None,
    progress: Progress = silent,
) -> FinishedDataset:
    """Return the dataset in ``store`` validated, compared with ``previous``, and queried.

    ``store`` is what :func:`crosswalk_rdf.dataset.store.dataset` returns. Raises
    :class:`NotConforming` where a shape is violated.
    """
    progress("validation")
    report = validation_report(store, publication, library)
    if not report.conforms:
        raise NotConforming(report)
    comparison = compare_versions(publication, store, previous)
    progress("queries")
    base = publication.base
    queries, resources = parse_queries(library.queries, base), resource_names(store, base)
    removed = (tombstone.iri.removeprefix(base) for tombstone in comparison.tombstones)
    return FinishedDataset(
        publication=publication,
        library=library,
        store=store,
        reasoner=reasoner,
        report=report,
        queries=queries,
        answers=default_answers(OxigraphBackend(store), queries, base),
        comparison=comparison,
        resources=resources,
        addresses=addresses(publication, (*resources, *removed), ontology_names(store, base)),
    )
