"""A comparison as a whole, and the same as triples (Activity Streams 2.0, PROV-O).

``{base}changes`` is a collection of activities: one for each resource that was added, changed,
deprecated or removed. The tombstones of all versions stand beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from rdflib import DCTERMS, OWL, PROV, RDF, XSD, Literal, URIRef

from crosswalk_rdf.comparison.changes import Category, Change, Changes, Version
from crosswalk_rdf.comparison.tombstones import Tombstone, tombstone_triples, version_triples
from crosswalk_rdf.graph.terms import Triple, boolean, number
from crosswalk_rdf.namespaces import AS

_ACTIVITIES: Final = {
    Category.ADDED: AS.Create,
    Category.CHANGED: AS.Update,
    Category.DEPRECATED: AS.Update,
    Category.REMOVED: AS.Delete,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A version beside the one before it."""

    base: str
    title: Literal
    now: Version
    before: Version | None
    """None where there was none to compare with."""
    changes: Changes
    tombstones: tuple[Tombstone, ...]


def timestamp(date: str) -> str:
    """Return the first moment of a date (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``), by RFC 3339."""
    return f"{date}{'-01-01'[len(date) - 4 :] if len(date) < 10 else ''}T00:00:00Z"


def comparison_triples(comparison: Comparison) -> Iterator[Triple]:
    """Yield the triples of the changes and of all tombstones."""
    iri = URIRef(f"{comparison.base}changes")
    release = release_iri(comparison.base, comparison.now)
    yield iri, RDF.type, AS.Collection
    yield iri, DCTERMS.title, comparison.title
    yield iri, AS.totalItems, number(len(comparison.changes.changes))
    yield iri, PROV.wasGeneratedBy, release
    yield from version_triples(comparison.now, release)
    if comparison.before and comparison.before.number != comparison.now.number:
        earlier = release_iri(comparison.base, comparison.before)
        yield release, PROV.wasInformedBy, earlier
        yield from version_triples(comparison.before, earlier)
    for change in comparison.changes.changes:
        yield iri, AS.items, activity_iri(comparison, change)
        yield from _activity_triples(comparison, change)
    for tombstone in comparison.tombstones:
        yield from tombstone_triples(tombstone, release_iri(comparison.base, tombstone.removed))


def release_iri(base: str, version: Version) -> URIRef:
    """Return the IRI of the activity that made ``version``."""
    return URIRef(f"{base}changes#{quote(version.number, safe='')}")


def activity_iri(comparison: Comparison, change: Change) -> URIRef:
    """Return the IRI of what happened to one resource in one version."""
    name = change.resource.iri.removeprefix(comparison.base)
    return URIRef(f"{release_iri(comparison.base, comparison.now)}/{name}")


def _activity_triples(comparison: Comparison, change: Change) -> Iterator[Triple]:
    iri, object = activity_iri(comparison, change), URIRef(change.resource.iri)
    yield iri, RDF.type, _ACTIVITIES[change.category]
    yield iri, AS.object, object
    moment = timestamp(comparison.now.modified)
    yield iri, AS.published, Literal(moment, datatype=XSD.dateTime, normalize=False)
    if change.category == Category.DEPRECATED:
        yield object, OWL.deprecated, boolean(True)


_MAX_LISTED: Final = 10


def remarks(comparison: Comparison) -> Iterator[str]:
    """Yield what an editor should know of a new version."""
    if comparison.before is None:
        return
    removed = [change.resource.iri for change in comparison.changes.of(Category.REMOVED)]
    if removed:
        plural = len(removed) > 1
        remaining = len(removed) - _MAX_LISTED
        names = ", ".join(removed[:_MAX_LISTED]) + (
            f" and {remaining:,} more" if remaining > 0 else ""
        )
        yield (
            f"{len(removed):,} {'IRIs' if plural else 'IRI'} of the previous version "
            f"{'are' if plural else 'is'} gone: {names}; "
            f"deprecate {'them' if plural else 'it'} instead"
        )
    if comparison.changes.changes and comparison.before.number == comparison.now.number:
        yield (
            f"the data differ from the previous version, and both are version "
            f"{comparison.now.number}: raise 'version' in data/publication.toml"
        )
