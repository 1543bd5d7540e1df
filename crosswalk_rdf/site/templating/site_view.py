"""The whole site as its templates see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.paths import href
from crosswalk_rdf.site.views.changes import ChangesView
from crosswalk_rdf.site.views.citation import bibtex, citation
from crosswalk_rdf.site.views.crosswalks import CrosswalkView
from crosswalk_rdf.site.views.downloads import DownloadsView
from crosswalk_rdf.site.views.entailment import EntailedMatch
from crosswalk_rdf.site.views.fragments import Fragment
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView
from crosswalk_rdf.site.views.notes import NoteView
from crosswalk_rdf.site.views.ontology import OntologyView
from crosswalk_rdf.site.views.report import ReportView
from crosswalk_rdf.site.views.rules import RulesView
from crosswalk_rdf.site.views.shapes import ShapesView


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of a menu."""

    label: str
    path: str
    kind: str

    @property
    def href(self) -> str:
        """Its path as it stands in a URL."""
        return href(self.path, "")


@dataclass(frozen=True, slots=True)
class Document:
    """An RDF document of a resource."""

    name: str
    """The name of its syntax: ``Turtle``."""
    media_type: str
    suffix: str


@dataclass(slots=True, kw_only=True)
class SiteView:
    """Everything that pages are made of."""

    publication: Publication
    version: str
    """The version of crosswalk-rdf."""
    frameworks: Sequence[FrameworkView]
    crosswalks: Sequence[CrosswalkView]
    by_iri: Mapping[str, StatementView]
    notes: Mapping[str, NoteView]
    """Labels, notes and other resources that statements point at, by IRI."""
    entailed: Mapping[str, Sequence[EntailedMatch]]
    documents: Sequence[Document]
    """The RDF documents that each resource has."""
    words: Mapping[str, Markup]
    """The publication's own words, from Markdown: ``home``, ``about`` …"""
    ontology: OntologyView
    shapes: ShapesView
    rules: RulesView
    report: ReportView
    downloads: DownloadsView
    changes: ChangesView
    json_ld: Callable[[Any], Markup]
    """Gives the triples of a statement, collection or framework as JSON-LD, safe in a page."""
    fragments: Mapping[str, Sequence[Fragment]] = field(default_factory=dict)
    """What a document describes beside its own resource, by its path."""
    pictures: Sequence[str] = ()
    collections: Mapping[str, Iterable[Any]] = field(default_factory=dict)
    """What a kind of page may have a page for each of, by name."""
    menus: dict[str, list[MenuItem]] = field(default_factory=lambda: {"main": [], "data": []})
    browser_dataset: str = ""
    """Path of the dump that the SPARQL page loads."""

    @property
    def citation(self) -> str:
        """How to cite the publication."""
        return citation(self.publication)

    @property
    def bibtex(self) -> str:
        """The same for BibTeX."""
        return bibtex(self.publication)

    @property
    def name(self) -> str:
        """What the site calls itself."""
        return self.publication.site.name or str(self.publication.title)

    @property
    def base(self) -> str:
        """The base IRI."""
        return self.publication.base

    @property
    def language(self) -> str:
        """The language of the publication's own words."""
        return self.publication.language

    def namesake(self, framework: FrameworkView) -> bool:
        """Return whether another framework has the same title: its id tells them apart then."""
        return sum(str(each.title) == str(framework.title) for each in self.frameworks) > 1

    def statement(self, iri: str) -> StatementView | None:
        """Return the statement with ``iri``, where it is published or aligned here."""
        return self.by_iri.get(str(iri))

    def framework(self, iri: str) -> FrameworkView | None:
        """Return the framework with ``iri``, where it is published here."""
        return next((each for each in self.frameworks if each.iri == str(iri)), None)

    def note(self, iri: str) -> NoteView | None:
        """Return the label, note or other resource with ``iri``, where a framework describes it."""
        return self.notes.get(str(iri))

    def replacement(self, statement: StatementView) -> StatementView | None:
        """Return the statement that replaces a deprecated one, where it is published here."""
        return self.by_iri.get(str(statement.statement.replaced_by))

    def matches(self, statement: StatementView) -> Sequence[EntailedMatch]:
        """Return what ``statement`` matches by SKOS entailment alone: no record names the pair."""
        return self.entailed.get(statement.iri, ())

    def word(self, name: str) -> Markup | None:
        """Return the publication's own words called ``name``."""
        return self.words.get(name)
