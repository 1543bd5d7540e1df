"""A publication to files (path to bytes); the result is reproducible."""

from crosswalk_rdf.dataset.finished_dataset import FinishedDataset, NotConforming, validation_report
from crosswalk_rdf.dataset.naming import serialize_quads
from crosswalk_rdf.dataset.store import INFERRED, REASONERS, dataset
from crosswalk_rdf.publish.pipeline import Build, build

__all__ = [
    "INFERRED",
    "REASONERS",
    "Build",
    "FinishedDataset",
    "NotConforming",
    "build",
    "dataset",
    "serialize_quads",
    "validation_report",
]
