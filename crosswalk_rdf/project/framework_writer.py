"""A framework to the plain files of a publication's folder: path to bytes.

The inverse of :mod:`crosswalk_rdf.project.frameworks`: what is written here is read back as the
same values.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.tsv.multi_valued import join_values
from crosswalk_rdf.model import Framework, Level, Statement
from crosswalk_rdf.model.lexical import NO_LANGUAGE, NONE, path_segment
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.collection_writer import collections_csv, resources_csv
from crosswalk_rdf.project.collections import FILE as COLLECTIONS
from crosswalk_rdf.project.file_values import (
    agent,
    csv_text,
    languages,
    lines,
    properties,
    toml_text,
)
from crosswalk_rdf.project.frameworks import FOLDER
from crosswalk_rdf.project.import_sources import KEY, import_source_items
from crosswalk_rdf.project.properties import by_heading, cell, headings
from crosswalk_rdf.project.resources import FILE as RESOURCES
from crosswalk_rdf.project.statements import (
    COLUMNS,
    COLUMNS_AT_THE_END,
    COLUMNS_OF_DEPRECATION,
    COLUMNS_OF_IMPORTS,
)


def framework_files(framework: Framework, base: str) -> dict[str, bytes]:
    """Return ``framework.toml``, ``statements.csv`` and further tables of ``framework``.

    ``collections.csv`` and ``resources.csv`` are only there where it has some.
    """
    folder = f"{FOLDER}/{framework.id}"
    notations = {s.iri: s.notation for s in framework.statements}
    rows = [_statement(s, framework, notations, base) for s in framework.statements]
    files = {
        f"{folder}/framework.toml": toml_text(_framework(framework, base)),
        f"{folder}/statements.csv": csv_text(_columns(framework, rows), rows),
    }
    if framework.collections:
        files[f"{folder}/{COLLECTIONS}"] = collections_csv(framework)
    if framework.resources:
        files[f"{folder}/{RESOURCES}"] = resources_csv(framework)
    return files


def _framework(framework: Framework, base: str) -> dict[str, Any]:
    publisher, holder = framework.publisher, framework.rights_holder
    return {
        "iri": None if framework.iri == URIRef(base + framework.id) else str(framework.iri),
        "title": str(framework.title),
        "description": framework.description and str(framework.description),
        "uuid": framework.uuid,
        "issued": framework.issued,
        "edition": framework.edition,
        "language": framework.language or NO_LANGUAGE,
        "rights": str(framework.rights) or None,
        "license": framework.license and str(framework.license),
        "attribution": framework.attribution or None,
        "sources": [str(source) for source in framework.sources],
        "notation_note": framework.notation_note and str(framework.notation_note),
        "verbatim": framework.verbatim or None,
        "polyhierarchical": framework.polyhierarchical or None,
        "as_stated": framework.is_as_stated or None,
        "languages": languages(_texts(framework), framework.language),
        "properties": properties(framework.properties),
        KEY: import_source_items(framework.imported),
        "creators": [agent(creator, base) for creator in framework.creators],
        "publisher": publisher and agent(publisher, base),
        "rights_holder": holder and agent(holder, base),
        "levels": [_level(level, framework.language, base) for level in framework.levels],
    }


def _texts(framework: Framework) -> dict[str, Literal | None]:
    return {
        "title": framework.title,
        "description": framework.description,
        "rights": framework.rights,
        "notation_note": framework.notation_note,
    }


def _columns(framework: Framework, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the columns of the statements; the rarer ones only where one needs them."""
    used = {column for row in rows for column, value in row.items() if value != ""}
    deprecation = COLUMNS_OF_DEPRECATION if used.intersection(COLUMNS_OF_DEPRECATION) else ()
    imports = (column for column in COLUMNS_OF_IMPORTS if column in used)
    further = headings(statement.properties for statement in framework.statements)
    return (*COLUMNS, *COLUMNS_AT_THE_END, *deprecation, *imports, *further)


def _level(level: Level, language: str, base: str) -> dict[str, Any]:
    is_product_kind = level.kind == ontology_namespace(base)[level.kind_name]
    items = {
        "kind": level.kind_name if is_product_kind else str(level.kind),
        "name": level.id,
        "label": str(level.label),
        "languages": languages({"label": level.label}, language),
        "notation": level.notation_pattern,
        "broader": list(level.broader),
        "top": level.depth == 1 and bool(level.broader),
        "roll_up": level.roll_up,
    }
    return {key: value for key, value in items.items() if value}


def _statement(
    statement: Statement, framework: Framework, notations: Mapping[URIRef, str], base: str
) -> dict[str, Any]:
    kinds = {level.kind: level.name for level in framework.levels}
    replacement = statement.replaced_by
    parents = (statement.broader, *statement.also_broader)
    default_iri = f"{framework.iri}/{path_segment(statement.notation)}"
    return {
        "notation": statement.notation,
        "kind": kinds[statement.kind],
        "broader": join_values(notations[parent] for parent in parents if parent),
        "label": statement.label or "",
        "text": str(statement.text),
        "printed_in": (statement.printed_in or "").removeprefix(base),
        **lines(statement.lines),
        "uuid": statement.uuid,
        "sha256": statement.checksum or "",
        "deprecated": "true" if statement.deprecated else "",
        "replaced_by": notations.get(replacement, replacement) if replacement else "",
        "iri": "" if str(statement.iri) == default_iri else str(statement.iri),
        "coined_notation": "true" if statement.coined_notation else "",
        "coined_label": "true" if statement.coined_label else "",
        "language": _language(statement, framework),
        "in_schemes": _schemes(statement.in_schemes),
        "top_concept_of": _schemes(statement.top_concept_of),
        **{name: cell(group) for name, group in by_heading(statement.properties).items()},
    }


def _language(statement: Statement, framework: Framework) -> str:
    """Return the language of a statement where it is not that of its framework."""
    language = str(statement.text.language or "")
    same = language.lower() == framework.language.lower()
    return "" if same else language or NO_LANGUAGE


def _schemes(schemes: tuple[URIRef, ...] | None) -> str:
    return "" if schemes is None else join_values(schemes) or NONE
