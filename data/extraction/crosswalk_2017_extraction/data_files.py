"""The printed source in a publication's folder to the data files of that folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from crosswalk_2017_extraction import Extraction, extract
from crosswalk_2017_extraction.editorial import editorial_table
from crosswalk_rdf.errors import CrosswalkError, InputFaults
from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.project.crosswalk_writer import crosswalk_files
from crosswalk_rdf.project.crosswalks import FOLDER as CROSSWALKS
from crosswalk_rdf.project.data_folder import Folder, rows
from crosswalk_rdf.project.framework_writer import framework_files
from crosswalk_rdf.project.frameworks import FOLDER as FRAMEWORKS

READER = "ccsso-2017"
_CROSSWALK = "crosswalk-2017"
_SOURCE = f"{CROSSWALKS}/{_CROSSWALK}/source/crosswalk-2017.txt"


class NoSource(CrosswalkError):
    """A folder that does not hold the printed source."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the printed source of a folder holds, under the folder's base IRI."""

    extraction: Extraction
    base: str


def extract_folder(path: Path, mint: Callable[[], str]) -> Extracted:
    """Return what the source in the folder ``path`` holds.

    UUIDs are those of the data files there; ``mint`` gives one for each statement without.
    Raises :class:`NoSource` and the errors of :func:`crosswalk_2017_extraction.extract`.
    """
    folder = Folder(path)
    if not folder.has(_SOURCE):
        raise NoSource(f"{path} has no {_SOURCE}: only that document can be extracted")
    stored = _stored_uuids(folder)
    base = str(folder.toml("data/publication.toml").content.get("base", DEFAULT_BASE))
    text = folder.text(_SOURCE)
    if folder.faults:
        raise InputFaults(folder.faults)
    extraction = extract(
        text,
        base=base,
        file=_SOURCE,
        curated=editorial_table(),
        uuids=lambda framework, notation: stored.get((framework, notation)) or mint(),
    )
    return Extracted(extraction, base)


def extracted_files(extracted: Extracted) -> dict[str, bytes]:
    """Return the data files of what was extracted, by path within the folder."""
    extraction, base = extracted.extraction, extracted.base
    files: dict[str, bytes] = {}
    for framework in extraction.frameworks:
        files |= framework_files(framework, base)
    return files | crosswalk_files(extraction.crosswalk, base, extraction.frameworks, READER)


def _stored_uuids(folder: Folder) -> dict[tuple[str, str], str]:
    """Return the UUID of each statement, and of each whole under the notation ``""``."""
    uuids: dict[tuple[str, str], str] = {}
    for id in folder.folders(FRAMEWORKS):
        toml, csv = (f"{FRAMEWORKS}/{id}/{name}" for name in ("framework.toml", "statements.csv"))
        if folder.has(toml):
            uuids[id, ""] = str(folder.toml(toml).content.get("uuid", ""))
        if folder.has(csv):
            table = rows(folder, csv, ("notation", "uuid"), _OTHERS)
            uuids |= {(id, row["notation"]): row["uuid"] for row in table}
    toml = f"{CROSSWALKS}/{_CROSSWALK}/crosswalk.toml"
    if folder.has(toml):
        uuids[_CROSSWALK, ""] = str(folder.toml(toml).content.get("uuid", ""))
    return uuids


_OTHERS = (
    *("kind", "broader", "label", "text", "printed_in", "first_line", "last_line"),
    *("sha256", "iri"),
)
