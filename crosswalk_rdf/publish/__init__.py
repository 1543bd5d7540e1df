"""A publication to files: path to bytes, of which nothing depends on clock, disk or chance."""

from crosswalk_rdf.publish.dataset import INFERRED, REASONERS
from crosswalk_rdf.publish.documents import serialized
from crosswalk_rdf.publish.pipeline import Build, NotConforming, build, dataset, validated

__all__ = [
    "INFERRED",
    "REASONERS",
    "Build",
    "NotConforming",
    "build",
    "dataset",
    "serialized",
    "validated",
]
