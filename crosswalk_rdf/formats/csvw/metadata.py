"""The description of a CSV file (W3C, *Metadata Vocabulary for Tabular Data*).

With it ``csv2rdf`` makes the triples that the publication itself has of its statements and
alignments: SKOS concepts, and SSSOM records with the direct triple beside each.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from rdflib import OWL, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.csvw.tables import (
    BOOLEAN,
    Column,
    alignment_columns,
    statement_columns,
)
from crosswalk_rdf.model import Crosswalk, Framework, Package

_CONTEXT: Final = "http://www.w3.org/ns/csvw"
_UNDETERMINED: Final = "und"
Object = dict[str, Any]


def table_description(table: Object, language: str = "") -> Object:
    """Return the description of one table, on its own."""
    return {"@context": _context(language), **table}


def group(tables: Sequence[Object]) -> Object:
    """Return the description of several tables that refer to each other."""
    return {"@context": _CONTEXT, "tables": list(tables)}


def _context(language: str) -> Any:  # noqa: ANN401 - a string or a list of JSON
    return [_CONTEXT, {"@language": language}] if language else _CONTEXT


def framework_table(framework: Framework, package: Package) -> Object:
    """Return the description of the table of a framework of ``package``.

    ``broader`` is not a foreign key: one needs a value in every row (§5.11), and the statements
    at the top have none.
    """
    texts = [t for s in framework.statements for t in (s.text, s.label) if t is not None]
    single = all((text.language or "") == framework.language for text in texts)
    language = framework.language if single else ""
    columns = [_column(column, language) for column in statement_columns(package.base)]
    columns.append(_virtual("concept", str(RDF.type), str(SKOS.Concept)))
    schema: Object = {"columns": columns, "primaryKey": "iri", "aboutUrl": "{+iri}"}
    return {
        "url": file_name(framework.id),
        **_annotations(framework),
        "dialect": _dialect(),
        "tableSchema": schema,
    }


def crosswalk_table(crosswalk: Crosswalk, package: Package) -> Object:
    """Return the description of the table of a crosswalk."""
    columns = [_column(column, "") for column in alignment_columns(package.base)]
    columns.append(_virtual("axiom", str(RDF.type), str(OWL.Axiom)))
    if not any(part.denials for part in crosswalk.parts):
        direct = _virtual("mapping", "{+predicate}", "{+object}")
        columns.append({**direct, "aboutUrl": "{+subject}"})
    return {
        "url": file_name(crosswalk.id),
        **_annotations(crosswalk),
        "dialect": _dialect(),
        "tableSchema": {"columns": columns, "primaryKey": "record", "aboutUrl": "{+record}"},
    }


def linked(table: Object, crosswalk: Crosswalk, frameworks: Iterable[Framework]) -> Object:
    """Return the ``table`` of ``crosswalk`` with keys into the table of each framework.

    A key holds for whole columns: there is one where all subjects (or objects) are of one table.
    """
    statements = {f.id: {s.iri for s in f.statements} for f in frameworks}
    alignments = [a for part in crosswalk.parts for a in part.alignments]
    keys = []
    for name in ("subject", "object"):
        ends = {getattr(alignment, name) for alignment in alignments}
        keys += [
            _key(name, file_name(id), "iri")
            for id, iris in statements.items()
            if ends and ends <= iris
        ]
    if not keys:
        return table
    return {**table, "tableSchema": {**table["tableSchema"], "foreignKeys": keys}}


def file_name(id: str) -> str:
    """Return the name of the file of a framework or crosswalk."""
    return f"{id}.csv"


def _column(column: Column, language: str) -> Object:
    description: Object = {"name": column.name, "titles": column.name, "datatype": column.datatype}
    if column.datatype == BOOLEAN:
        description["datatype"] = {"base": BOOLEAN, "format": "true|false"}
    if column.text:
        description["lang"] = language or _UNDETERMINED
    if column.name in ("iri", "record"):
        description["required"] = True
    if column.property:
        description["propertyUrl"] = column.property
    else:
        description["suppressOutput"] = True
    if column.reference:
        description["valueUrl"] = f"{{+{column.name}}}"
    return description


def _virtual(name: str, property: str, value: str) -> Object:
    return {"name": name, "virtual": True, "propertyUrl": property, "valueUrl": value}


def _key(column: str, resource: str, referenced: str) -> Object:
    reference = {"resource": resource, "columnReference": referenced}
    return {"columnReference": column, "reference": reference}


def _dialect() -> Object:
    return {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]}


def _annotations(thing: Framework | Crosswalk) -> Object:
    """Return the annotations of the table as a whole, with the prefixes that CSVW declares."""
    annotations: Object = {"dc:title": _text(thing.title)}
    if thing.description:
        annotations["dc:description"] = _text(thing.description)
    creators = [agent.name for agent in thing.creators]
    if creators:
        annotations["dc:creator"] = creators
    if thing.publisher:
        annotations["dc:publisher"] = thing.publisher.name
    if thing.issued:
        annotations["dc:issued"] = thing.issued
    if str(thing.rights):
        annotations["dc:rights"] = _text(thing.rights)
    if thing.license:
        annotations["dc:license"] = _link(thing.license)
    annotations["dc:isFormatOf"] = _link(thing.iri)
    return annotations


def _text(literal: Literal) -> Any:  # noqa: ANN401 - a string or an object of JSON
    if literal.language:
        return {"@value": str(literal), "@language": str(literal.language)}
    return str(literal)


def _link(iri: URIRef) -> Object:
    return {"@id": str(iri)}
