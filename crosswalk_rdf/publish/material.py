"""What the pages of a site are made from: everything that the build has by then."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.site.paths import document_path
from crosswalk_rdf.store.answers import Answer
from crosswalk_rdf.validation import Report


@dataclass(frozen=True, kw_only=True)
class Material:
    """A finished publication, before its site."""

    publication: Publication
    library: Library
    store: ox.Store
    reasoner: str
    report: Report
    queries: Mapping[str, Query]
    answers: Mapping[str, Answer]
    """The answers for the defaults, by the name of the query."""
    comparison: Comparison
    """What differs from an earlier version."""
    resources: tuple[str, ...]
    """The local name of each resource that has documents of its own."""
    files: Mapping[str, bytes]
    """The files of the build, by path, but the documents of resources and the site's own."""

    @cached_property
    def page_paths(self) -> frozenset[str]:
        """The path of the page of each resource: it has one wherever it has documents."""
        return frozenset(f"{document_path(name)}.html" for name in self.resources)
