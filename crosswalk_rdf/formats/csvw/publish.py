"""A publication to CSV files, each with its description beside it, and one of all together."""

from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.csvw.metadata import (
    Object,
    crosswalk_table,
    file_name,
    framework_table,
    group,
    linked,
    table_description,
)
from crosswalk_rdf.formats.csvw.write import csv_files
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.model import Package
from crosswalk_rdf.model.published_file import PublishedFile

FOLDER: Final = "csv/"
DESCRIPTION: Final = "csv-metadata.json"
"""Where a processor looks for a description of a folder, and of a file after its name and ``-``
(*Model for Tabular Data and Metadata*, §5.3)."""


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield each file and its description, then that of the whole folder."""
    iris = package.iris
    for id, data in csv_files(package).items():
        about = (iris[id],) if id in iris else ()
        yield PublishedFile(FOLDER + file_name(id), data, about)
    tables: list[Object] = []
    for framework in package.frameworks:
        table = framework_table(framework, package)
        tables.append(table)
        content = write_json(table_description(table, framework.language))
        yield PublishedFile(_path(framework.id), content)
    for crosswalk in package.crosswalks:
        table = crosswalk_table(crosswalk, package)
        tables.append(linked(table, crosswalk, package.frameworks))
        yield PublishedFile(_path(crosswalk.id), write_json(table_description(table)))
    if tables:
        yield PublishedFile(FOLDER + DESCRIPTION, write_json(group(tables)))


def _path(id: str) -> str:
    return f"{FOLDER}{file_name(id)}-metadata.json"
