"""A publication: frameworks, crosswalks, and the files that they were read from."""

from dataclasses import dataclass, field

from rdflib import Literal

from crosswalk_rdf.model.crosswalks import Crosswalk
from crosswalk_rdf.model.frameworks import Framework
from crosswalk_rdf.model.metadata import Agent, ImportSource
from crosswalk_rdf.model.validation_policy import ValidationPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file that a build read: where a graph came from (``prov:Entity``)."""

    path: str
    checksum: str
    """SHA-256, hexadecimal."""
    graph: str
    """Name of the graph that was made from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the static site says of itself; no part of the graph."""

    name: str | None = None
    """A short name for the head of each page; the title where there is none."""
    url: str | None = None
    """Where the site is served, if not under the base IRI itself."""
    repository: str | None = None
    """A web page where problems can be reported."""
    versions: str | None = None
    """URL of an earlier version, with ``{version}`` in the place of its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything that one build publishes."""

    base: str
    written_base: str = field(compare=False)
    """The base IRI under which the folder's own ontology, rules, shapes and queries are written."""
    id: str
    title: Literal
    description: Literal
    creator: Agent
    issued: str
    modified: str
    version: str
    language: str
    rights: Literal
    frameworks: tuple[Framework, ...]
    crosswalks: tuple[Crosswalk, ...]
    site: Site = field(default=Site(), compare=False)
    formats: tuple[str, ...] | None = field(default=None, compare=False)
    """Names of the foreign formats that it is published in; None for all that there are."""
    files: tuple[DataFile, ...] = field(default=(), compare=False)
    validation: ValidationPolicy = field(default=ValidationPolicy(), compare=False)

    @property
    def import_sources(self) -> dict[str, ImportSource | None]:
        """What each framework and crosswalk was imported from, by its id; None for own data."""
        frameworks = {each.id: each.imported for each in self.frameworks}
        return frameworks | {each.id: each.imported for each in self.crosswalks}
