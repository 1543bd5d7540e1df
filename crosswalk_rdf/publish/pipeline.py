"""The build pipeline: a publication and the library to the published files."""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.dataset.distributions import dump_path, is_compressed
from crosswalk_rdf.dataset.finished_dataset import FinishedDataset, Progress, finish_dataset, silent
from crosswalk_rdf.dataset.naming import own_prefixes
from crosswalk_rdf.dataset.store import dataset as dataset_store
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.build_index import Index, index_lines
from crosswalk_rdf.model.manifest import FILE, Manifest
from crosswalk_rdf.model.published_file import Task
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.project.previous_version import Previous
from crosswalk_rdf.publish.documents import (
    dump_tasks,
    library_files,
    query_files,
    resource_tasks,
    version_files,
)
from crosswalk_rdf.publish.format_exports import export_tasks
from crosswalk_rdf.publish.output import Output
from crosswalk_rdf.publish.parallel import default_processes, parallel
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.files import site_stages


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: its files by path, their index, and the dataset that they show."""

    files: MutableMapping[str, bytes]
    dataset: FinishedDataset
    index: Index
    """What each file is, by path."""

    @property
    def store(self) -> ox.Store:
        """The graphs of the dataset."""
        return self.dataset.store

    @property
    def comparison(self) -> Comparison:
        """What differs from the version before."""
        return self.dataset.comparison


def build(
    publication: Publication,
    library: Library,
    *,
    reasoner: str = "rules",
    previous: Previous | None = None,
    files: MutableMapping[str, bytes] | None = None,
    processes: int | None = None,
    progress: Progress = silent,
) -> Build:
    """Write every file of the publication to ``files``, a new mapping unless one is given.

    What changed since the version ``previous`` is among them.

    ``progress`` is called with the name of each stage as it begins. Up to ``processes``, the number
    of processors unless given, write the files of a large publication. Raises
    :class:`~crosswalk_rdf.dataset.finished_dataset.NotConforming` when a shape is violated;
    nothing is published then.
    """
    output = Output({} if files is None else files)
    count = _processes(publication, processes)
    with parallel(export_tasks(publication), output, processes=count) as finish_exports:
        store = dataset_store(publication, library, reasoner=reasoner, progress=progress)
        dataset = finish_dataset(
            publication, library, store, reasoner=reasoner, previous=previous, progress=progress
        )
        output.update(query_files(dataset))
        progress("serialization")
        finish_exports()
    output.update(version_files(dataset))
    output.update(library_files(dataset))
    tasks = [*dump_tasks(store, publication, library), *resource_tasks(dataset)]
    _write(tasks, output, count)
    progress("site")
    for stage in site_stages(dataset, output.index):
        _write(stage, output, count)
    output.write(FILE, index_lines(_manifest(publication, output), output.index.values()))
    ordered_files = output.files if files is not None else dict(sorted(output.files.items()))
    return Build(ordered_files, dataset, output.index)


def _processes(publication: Publication, most: int | None) -> int:
    """Return how many processes write the files: for a small publication one is faster."""
    if not is_compressed(publication):
        return 1
    return default_processes() if most is None else most


def _write(tasks: Sequence[Task], output: Output, processes: int) -> None:
    with parallel(tasks, output, processes=processes) as finish:
        finish()


def _manifest(publication: Publication, output: Output) -> Manifest:
    """Return the manifest of the build, once all other files are written."""
    return Manifest(
        base=publication.base,
        id=publication.id,
        title=str(publication.title),
        language=publication.language,
        version=publication.version,
        modified=publication.modified,
        url=publication.site.url,
        creator=publication.creator.name,
        dump=dump_path(publication, by_name("n-quads")),
        files=len(output.index),
        bytes=sum(entry.size for entry in output.index.values()),
        prefixes=own_prefixes(publication),
    )
