"""Views of collections: their members as links, and what they are members of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rdflib import SKOS, Literal

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Collection
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView
from crosswalk_rdf.site.views.further import Further, further_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a collection: a statement, a collection, or an IRI of another publication."""

    iri: str
    statement: StatementView | None = None
    collection: CollectionView | None = None


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class CollectionView:
    """A collection in its framework."""

    collection: Collection
    framework: FrameworkView
    path: str
    """Path of its documents below the top of the site, without suffix."""
    members: list[Member] = field(default_factory=list)
    """In their order, if it is an ordered one."""
    collections: list[CollectionView] = field(default_factory=list)
    """Those that it is a member of."""

    @property
    def iri(self) -> str:
        """Its IRI."""
        return str(self.collection.iri)

    @property
    def label(self) -> Literal:
        """What names it to people."""
        return self.collection.preferred_label

    @property
    def notation(self) -> str:
        """Its notation; empty if it has none."""
        return self.collection.notation

    @property
    def ordered(self) -> bool:
        """Whether the order of its members means something."""
        return self.collection.ordered

    @property
    def further(self) -> Further:
        """What else is said of it, by the local name of the property; not its label again."""
        shown = (SKOS.prefLabel, self.label)
        return further_values(
            p for p in self.collection.properties if (p.property, p.value) != shown
        )


def collection_views(
    frameworks: Iterable[FrameworkView],
    statements: Mapping[str, StatementView],
    addresses: Addresses,
) -> dict[str, CollectionView]:
    """Return the collections of ``frameworks`` by IRI.

    Adds them to each framework, and to each member the collections that it is in.
    """
    views: dict[str, CollectionView] = {}
    for framework in frameworks:
        for view in _of_framework(framework, addresses):
            framework.collections.append(view)
            views[view.iri] = view
    for view in views.values():
        _add_members(view, statements, views)
    return views


def _of_framework(framework: FrameworkView, addresses: Addresses) -> Iterator[CollectionView]:
    for collection in framework.framework.collections:
        path = addresses.path(str(collection.iri))
        yield CollectionView(collection=collection, framework=framework, path=path)


def _add_members(
    view: CollectionView,
    statements: Mapping[str, StatementView],
    collections: Mapping[str, CollectionView],
) -> None:
    for iri in map(str, view.collection.members):
        member = Member(iri=iri, statement=statements.get(iri), collection=collections.get(iri))
        view.members.append(member)
        place = member.statement or member.collection
        if place is not None and view not in place.collections:
            place.collections.append(view)
