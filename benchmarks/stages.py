"""A publication's folder to the CPU seconds of each stage alone, in this process, as JSON."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import cpu_seconds, peak_megabytes
from crosswalk_rdf.dataset.finished_dataset import finish_dataset, validation_report
from crosswalk_rdf.dataset.store import add_asserted, add_description, add_inferred
from crosswalk_rdf.formats.sssom.write import publish
from crosswalk_rdf.model import Publication, package_of
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish.documents import dump_tasks, resource_tasks
from crosswalk_rdf.store.embedded import new_store

STAGES = ("load", "graph", "inference", "description", "validation", "serialization")


def measure(folder: Path, *, serialization: bool = True) -> dict[str, float]:
    """Return the CPU seconds of each stage, the peak memory in MB after it, and some sizes.

    What is serialized is counted and dropped, so that the memory is that of the work.
    """
    figures: dict[str, float] = {}
    loaded: list[Publication] = []
    written: list[int] = []

    def stage(name: str, work: Callable[[], object]) -> None:
        figures[name] = cpu_seconds(work)
        figures[f"{name} MB"] = peak_megabytes()

    def serialize() -> None:
        tasks = [*dump_tasks(store, publication, library), *resource_tasks(dataset)]
        written.extend(len(data) for task in tasks for _, data in task())
        written.extend(len(data) for _, data in publish(package_of(publication)))

    stage("load", lambda: loaded.append(load_publication(folder)))
    publication, store = loaded[0], new_store()
    library = load_library(publication.base, (folder, publication.written_base))
    stage("graph", lambda: add_asserted(store, publication, library))
    stage("inference", lambda: add_inferred(store, publication, library, "rules"))
    stage("description", lambda: add_description(store, publication, "rules"))
    stage("validation", lambda: validation_report(store, publication, library))
    if serialization:
        dataset = finish_dataset(publication, library, store, reasoner="rules")
        stage("serialization", serialize)
    return {**figures, "triples": len(store), "files": len(written), "bytes": sum(written)}


if __name__ == "__main__":
    short = sys.argv[2:] == ["--without-serialization"]
    json.dump(measure(Path(sys.argv[1]), serialization=not short), sys.stdout)
