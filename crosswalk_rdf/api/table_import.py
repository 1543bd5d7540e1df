"""Spreadsheets for an import: read with the frameworks of a publication and its mapping file."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from crosswalk_rdf.api.documents import readable_format
from crosswalk_rdf.formats.generic_table import (
    TABLE,
    TableOptions,
    TableReading,
    interpret,
    options_from_toml,
    options_to_toml,
)
from crosswalk_rdf.formats.generic_table.known_sheets import files_beside
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.importing import ImportedPackage

MAPPING: Final = "mapping.toml"
_FOLDERS: Final = ("data/frameworks", "data/crosswalks")


def table_reading(
    folder: Path,
    publication: Publication,
    source: Path,
    id: str,
    *,
    format: str | None,
    options: TableOptions,
    replace: bool,
) -> TableReading | None:
    """Return how the spreadsheet ``source`` is read; None for a file in another format.

    ``options`` come before those in the mapping file of ``id``, which counts where it replaces
    what was imported before. Raises UnknownFormat, InputFaults, OSError.
    """
    if source.is_dir():
        return None
    data = source.read_bytes()
    name = format or (TABLE.name if options != TableOptions() else None)
    if readable_format(data, source, name) is not TABLE:
        return None
    if replace:
        options = _with_mapping(folder, id, options)
    others = [f for f in publication.frameworks if f.id != id and not f.id.startswith(f"{id}-")]
    beside = (source.parent / name for name in files_beside(source.name))
    return interpret(
        data,
        str(source),
        options,
        others if id else publication.frameworks,
        {path.name: path.read_bytes() for path in beside if path.is_file()},
    )


def former_id(publication: Publication, file: str) -> str:
    """Return the id of what was imported from ``file``, the shortest; nothing for none."""
    sources = publication.import_sources.items()
    ids = [id for id, source in sources if source and source.file == file]
    return min(ids, key=len, default="")


def _with_mapping(folder: Path, id: str, options: TableOptions) -> TableOptions:
    """Return ``options`` with those that were written when ``id`` was imported."""
    paths = [folder / each / id / MAPPING for each in _FOLDERS]
    further = (sorted((folder / each).glob(f"{id}-*/{MAPPING}")) for each in _FOLDERS)
    path = next((p for p in (*paths, *(p for ps in further for p in ps)) if p.is_file()), None)
    if path is None or not id:
        return options
    written = options_from_toml(path.read_bytes(), str(path.relative_to(folder)))
    return replace(
        written,
        together=options.together or written.together,
        degrees={**written.degrees, **options.degrees},
        sheets=(*options.sheets, *written.sheets),
        only=options.only or written.only,
    )


def mapping_files(options: TableOptions, id: str, imported: ImportedPackage) -> dict[str, bytes]:
    """Return the mapping file of what was ``imported`` under ``id``, beside its data."""
    names = [f"{_FOLDERS[0]}/{framework.id}" for framework in imported.frameworks]
    names = names or [f"{_FOLDERS[1]}/{crosswalk.id}" for crosswalk in imported.crosswalks]
    return {f"{name}/{MAPPING}": options_to_toml(options, id) for name in names}
