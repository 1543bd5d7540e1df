"""Two versions of a publication to what changed between them, resource by resource."""

from crosswalk_rdf.comparison.changes import Category, Change, Edit, Version, changes
from crosswalk_rdf.comparison.resources import Resource
from crosswalk_rdf.comparison.tombstones import Tombstone

__all__ = ["Category", "Change", "Edit", "Resource", "Tombstone", "Version", "changes"]
