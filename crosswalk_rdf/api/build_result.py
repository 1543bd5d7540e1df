"""A build, written to its folder."""

from dataclasses import dataclass
from pathlib import Path

from crosswalk_rdf import publish
from crosswalk_rdf.api.atomic_files import atomic_folder
from crosswalk_rdf.comparison.report import remarks
from crosswalk_rdf.dataset.finished_dataset import Progress
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.manifest import FILE as INDEX
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.project.previous_version import load_previous
from crosswalk_rdf.publish.windows_names import windows_remarks


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build wrote."""

    folder: Path
    files: int
    """The number of files."""
    bytes: int
    """Their total size in bytes."""
    triples: int
    """The number of triples in its graphs."""
    remarks: tuple[str, ...]
    """Notes for editors: on changes since the previous version, and on names of files."""


def write_build(
    folder: Path,
    content: Publication,
    library: Library,
    *,
    previous: Path | None,
    reasoner: str,
    processes: int | None,
    progress: Progress,
) -> BuildResult:
    """Write the build of ``content`` to ``folder``, replacing an earlier build.

    Raises NotConforming, NotABuild, UnreadablePrevious, InputFaults and OSError; the folder is
    unchanged in that case.
    """
    earlier = load_previous(previous) if previous else None
    with atomic_folder(folder) as files:
        build = publish.build(
            content,
            library,
            reasoner=reasoner,
            previous=earlier,
            files=files,
            processes=processes,
            progress=progress,
        )
        size = sum(entry.size for entry in build.index.values())
        size += (files.folder / INDEX).stat().st_size
        count = len(build.index) + 1
    notes = (*remarks(build.comparison), *windows_remarks(build.index, content))
    return BuildResult(folder, count, size, len(build.store), notes)
