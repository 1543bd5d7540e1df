"""What changed since an earlier version."""

import pyoxigraph as ox
from rdflib import DCTERMS, Literal

from crosswalk_rdf.comparison.changes import Changes, Version, changes
from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.comparison.resources import state
from crosswalk_rdf.comparison.tombstones import Tombstone, read_tombstones, tombstones
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import DCAT
from crosswalk_rdf.project.previous_version import Previous


class ForeignPrevious(CrosswalkError):
    """An earlier version that has nothing below the base IRI of the new one."""


def compare_versions(
    publication: Publication, store: ox.Store, previous: Previous | None
) -> Comparison:
    """Return what differs in ``store`` from ``previous``; raise :class:`ForeignPrevious`."""
    now = Version(publication.version, publication.modified)
    before: Version | None = None
    differences, new_tombstones = Changes((), {}), tuple[Tombstone, ...]()
    if previous is not None:
        before = _version(previous, publication.base)
        differences = changes(previous.quads, store, publication.base)
        subjects = state(store, publication.base).subjects
        earlier_tombstones = read_tombstones(previous.tombstones)
        new_tombstones = tombstones(earlier_tombstones, differences, subjects, (before, now))
    return Comparison(
        base=publication.base,
        title=Literal(f"Changes: {publication.title}", lang="en"),
        now=now,
        before=before,
        changes=differences,
        tombstones=new_tombstones,
    )


def _version(previous: Previous, base: str) -> Version:
    if not state(previous.quads, base).subjects:
        raise ForeignPrevious(
            f"{previous.name} holds nothing below {base}: name an earlier version of this "
            "publication, with the same base IRI"
        )
    dataset = ox.NamedNode(f"{base}dataset")
    number, modified = (
        next((q.object for q in previous.quads.quads_for_pattern(dataset, property, None)), None)
        for property in map(ox.NamedNode, (str(DCAT.version), str(DCTERMS.modified)))
    )
    return Version(_text(number), _text(modified))


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else ""
