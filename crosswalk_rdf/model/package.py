"""A package: what one foreign document holds, or what is handed to one."""

from dataclasses import dataclass

from crosswalk_rdf.model.common import Agent
from crosswalk_rdf.model.crosswalks import Crosswalk
from crosswalk_rdf.model.frameworks import Framework
from crosswalk_rdf.model.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Frameworks and the crosswalks that come with them (CASE ``CFPackage``, SKOS dataset)."""

    frameworks: tuple[Framework, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    base: str = ""
    """The base IRI of the publication that it is of, for the addresses of services; empty for what
    was read from a foreign document."""
    modified: str = ""
    """``YYYY-MM-DD``: when what it holds was last changed, where its values do not say."""
    creator: Agent | None = None
    """Who publishes it."""


def package_of(publication: Publication) -> Package:
    """Return all that ``publication`` holds as one package."""
    return Package(
        frameworks=publication.frameworks,
        crosswalks=publication.crosswalks,
        base=publication.base,
        modified=publication.modified,
        creator=publication.creator,
    )
