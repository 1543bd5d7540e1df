"""The columns of a table that hold further properties of what its rows describe."""

from collections.abc import Mapping, Sequence

from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.project.data_folder import Folder, Row
from crosswalk_rdf.project.properties import Heading, is_heading


def property_columns(
    folder: Folder, table: Sequence[Row], *, lenient: bool = False
) -> dict[str, Heading]:
    """Return the columns of ``table`` that name a property; every fault is noted in ``folder``.

    If ``lenient``, their language tags need not be well-formed.
    """
    columns: dict[str, Heading] = {}
    for row in table[:1]:
        for column in filter(is_heading, row.cells):
            columns[column] = Heading(column, lenient=lenient)
            if columns[column].fault:
                folder.fault(row.file, 1, 0, columns[column].fault)
    return dict(sorted(columns.items()))


def row_properties(
    folder: Folder, row: Row, columns: Mapping[str, Heading]
) -> tuple[PropertyValue, ...]:
    """Return the values of ``columns`` in ``row``, column by column."""
    properties: list[PropertyValue] = []
    for column, heading in columns.items():
        values, faults = heading.values(row.cells[column])
        properties.extend(values)
        for fault in faults:
            folder.fault(row.file, row.line, row.columns[column], fault)
    return tuple(properties)
