"""A publication to CSV files, each with its description beside it, and one of all together."""

from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.csvw.metadata import (
    Object,
    crosswalk_table,
    described,
    file_name,
    framework_table,
    group,
    linked,
)
from crosswalk_rdf.formats.csvw.write import csv_files
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.model import Package

FOLDER: Final = "csv/"
DESCRIPTION: Final = "csv-metadata.json"
"""Where a processor looks for a description of a folder, and of a file after its name and ``-``
(*Model for Tabular Data and Metadata*, §5.3)."""


def publish(package: Package) -> Iterator[tuple[str, bytes]]:
    """Yield each file and its description, then that of the whole folder."""
    for id, data in csv_files(package).items():
        yield FOLDER + file_name(id), data
    tables: list[Object] = []
    for framework in package.frameworks:
        table = framework_table(framework)
        tables.append(table)
        yield _path(framework.id), write_json(described(table, framework.language))
    for crosswalk in package.crosswalks:
        table = crosswalk_table(crosswalk, package)
        tables.append(linked(table, crosswalk, package.frameworks))
        yield _path(crosswalk.id), write_json(described(table))
    if tables:
        yield FOLDER + DESCRIPTION, write_json(group(tables))


def _path(id: str) -> str:
    return f"{FOLDER}{file_name(id)}-metadata.json"
