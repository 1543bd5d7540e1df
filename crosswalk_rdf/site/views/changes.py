"""Changes between two versions for display: by category, old text beside new."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote

from rdflib import Literal, URIRef

from crosswalk_rdf.comparison import Category, Change, Edit, Resource, Tombstone, Version
from crosswalk_rdf.comparison.changes import Value
from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import local_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A resource that is mentioned: how it is called and where its page is."""

    iri: str
    name: str
    """The local name, readable: ``crosswalk-2017/part-2/VVC.1.a--1b``."""
    notation: str
    label: Literal | None
    text: Literal | None
    kind: str
    """The local name of its class; empty where that is not known."""
    path: str
    """Where its documents are, without suffix."""
    has_page: bool

    @property
    def title(self) -> str:
        """What names it on one line."""
        parts = [self.notation, str(self.label or "")]
        return " ".join(part for part in parts if part) or self.name


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value: a text, or a resource."""

    text: Literal | str
    resource: ResourceView | None = None


@dataclass(frozen=True, slots=True)
class EditView:
    """What went and what came of one property, or alike of several."""

    properties: tuple[str, ...]
    before: tuple[ValueView, ...]
    after: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What happened to one resource."""

    category: Category
    resource: ResourceView
    edits: tuple[EditView, ...]


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """A resource that is no longer published."""

    resource: ResourceView
    last: str
    removed: Version
    replacement: ResourceView | None
    previous: str
    """URL of the version that had it last; empty where that is not known."""

    @property
    def path(self) -> str:
        """Where its documents are, without suffix."""
        return self.resource.path


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """Everything that differs from the version before."""

    now: Version
    before: Version | None
    groups: tuple[tuple[str, tuple[ChangeView, ...]], ...]
    """The categories that occur, each with its changes."""
    tombstones: tuple[TombstoneView, ...]

    @property
    def total(self) -> int:
        """The number of resources that differ."""
        return sum(len(changes) for _, changes in self.groups)


@dataclass(frozen=True, slots=True)
class _Names:
    """How resources are called, and which have a page."""

    addresses: Addresses
    pages: Set[str]
    resources: Mapping[str, Resource]
    prefixes: Mapping[str, str]

    def resource(self, resource: Resource) -> ResourceView:
        base, path = self.addresses.base, self.addresses.path(resource.iri)
        local = resource.iri.removeprefix(base)
        kinds = sorted(resource.kinds, key=lambda kind: not kind.startswith(base))
        return ResourceView(
            iri=resource.iri,
            name=unquote(local),
            notation=resource.notation,
            label=resource.label,
            text=resource.text,
            kind=local_name(kinds[0]) if kinds else "",
            path=path,
            has_page=self.addresses.page(resource.iri, self.pages) is not None,
        )

    def value(self, value: Value) -> ValueView:
        if isinstance(value, URIRef):
            resources = self.resources.get(str(value))
            return ValueView(self.curie(value), self.resource(resources) if resources else None)
        return ValueView(value)

    def curie(self, iri: URIRef) -> str:
        """Return the shortest readable form of an IRI."""
        matches = [(n, p) for p, n in self.prefixes.items() if iri.startswith(n) and iri != n]
        if not matches:
            return str(iri)
        namespace, prefix = max(matches, key=lambda pair: len(pair[0]))
        return f"{prefix}:{unquote(iri.removeprefix(namespace))}"

    def edits(self, edits: Iterable[Edit]) -> tuple[EditView, ...]:
        alike: dict[tuple[tuple[Value, ...], tuple[Value, ...]], list[str]] = {}
        for edit in edits:
            properties = alike.setdefault((edit.before, edit.after), [])
            properties.append(self.curie(edit.property))
        return tuple(
            EditView(tuple(names), tuple(map(self.value, before)), tuple(map(self.value, after)))
            for (before, after), names in alike.items()
        )


def changes_view(
    comparison: Comparison,
    *,
    addresses: Addresses,
    pages: Set[str],
    prefixes: Mapping[str, str],
    versions: str | None,
) -> ChangesView:
    """Return what the page of changes shows.

    ``pages`` are the paths of the site's pages; ``versions`` is the URL of an earlier version, with
    ``{version}`` in the place of its number.
    """
    tombstone_pages = {f"{addresses.path(stone.iri)}.html" for stone in comparison.tombstones}
    names = _Names(addresses, pages | tombstone_pages, comparison.changes.names, prefixes)

    def view(change: Change) -> ChangeView:
        return ChangeView(
            change.category, names.resource(change.resource), names.edits(change.edits)
        )

    groups = ((c.value, tuple(map(view, comparison.changes.of(c)))) for c in Category)
    return ChangesView(
        now=comparison.now,
        before=comparison.before,
        groups=tuple((name, views) for name, views in groups if views),
        tombstones=tuple(
            _tombstone(tombstone, names, versions) for tombstone in comparison.tombstones
        ),
    )


def _tombstone(tombstone: Tombstone, names: _Names, versions: str | None) -> TombstoneView:
    replacement = tombstone.resource.replaced_by
    successor = names.resources.get(str(replacement)) or Resource(iri=str(replacement))
    return TombstoneView(
        resource=names.resource(tombstone.resource),
        last=tombstone.last,
        removed=tombstone.removed,
        replacement=names.resource(successor) if replacement else None,
        previous=(versions or "").replace("{version}", tombstone.last) if tombstone.last else "",
    )
