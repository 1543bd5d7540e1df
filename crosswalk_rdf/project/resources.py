"""``resources.csv`` to the resources of a framework."""

from collections.abc import Sequence
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import Origin, Resource
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.project.data_folder import Folder, Row, first_lines, rows
from crosswalk_rdf.project.properties import is_heading
from crosswalk_rdf.project.property_columns import property_columns, row_properties

FILE: Final = "resources.csv"


def load_resources(folder: Folder, file: str, *, lenient: bool = False) -> tuple[Resource, ...]:
    """Return the resources in ``file``, none without it; every fault is noted in ``folder``.

    If ``lenient``, language tags need not be well-formed.
    """
    if not folder.has(file):
        return ()
    table = rows(folder, file, ("iri",), (), further=is_heading)
    columns = property_columns(folder, table, lenient=lenient)
    _check_iris(folder, table)
    return tuple(
        Resource(
            iri=URIRef(row["iri"]),
            properties=row_properties(folder, row, columns),
            origin=Origin(row.file, row.line),
        )
        for row in table
    )


def _check_iris(folder: Folder, table: Sequence[Row]) -> None:
    first = first_lines(table, "iri")
    for row in table:
        iri, column = row["iri"], row.columns["iri"]
        if not is_iri(iri):
            message = f"'iri' is no IRI: {iri!r}; write one such as https://example.org/note"
            folder.fault(row.file, row.line, column, message)
        elif first[iri] != row.line:
            message = f"{iri} is described twice: put it all in line {first[iri]}"
            folder.fault(row.file, row.line, column, message)
