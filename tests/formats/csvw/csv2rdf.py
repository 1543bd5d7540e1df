"""As much of *Generating RDF from Tabular Data on the Web* (minimal mode) as our files need."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rdflib import XSD, Literal, URIRef

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def triples(table: Mapping[str, Any], data: bytes) -> Iterator[Triple]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    schema = table["tableSchema"]
    columns = [column for column in schema["columns"] if not column.get("virtual")]
    assert rows[0] == [column["titles"] for column in columns]
    for row in rows[1:]:
        values = dict(zip(rows[0], row, strict=True))
        for column in schema["columns"]:
            yield from _cell(column, values, schema["aboutUrl"])


def _cell(column: Mapping[str, Any], row: Mapping[str, str], about: str) -> Iterator[Triple]:
    value = row.get(column["name"], "")
    if column.get("suppressOutput") or not (value or column.get("virtual")):
        return
    subject = URIRef(_filled(column.get("aboutUrl", about), row))
    property = URIRef(_filled(column["propertyUrl"], row))
    if "valueUrl" in column:
        yield subject, property, URIRef(_filled(column["valueUrl"], row))
    else:
        yield subject, property, _literal(value, column)


def _literal(value: str, column: Mapping[str, Any]) -> Literal:
    datatype = column["datatype"]
    base = datatype if isinstance(datatype, str) else datatype["base"]
    if base == "string":
        return Literal(value, lang=column.get("lang"))
    return Literal(value, datatype=XSD[base])


def _filled(template: str, row: Mapping[str, str]) -> str:
    return re.sub(r"\{\+(\w+)\}", lambda match: row[match[1]], template)
