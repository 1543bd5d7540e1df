"""Columns whose headers say too little: what their cells look like settles what they are."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from crosswalk_rdf.formats.generic_table.headers import FIELDS
from crosswalk_rdf.formats.shared.tabular import Row, Table, simplified
from crosswalk_rdf.model.lexical import is_iri, uuid_of

_CODE: Final = re.compile(r"[^\s]{1,20}(\s[^\s]{1,8})?")
_DIGIT: Final = re.compile(r"\d")


def with_inferred_columns(table: Table) -> Table:
    """Return ``table`` with the fields that its cells suggest.

    Levels that are words are kinds. Where no column has notations, those of a column such as
    *Standard* beside *Description* are, if they look like codes, and else the ids; if they do not,
    they are labels.
    """
    if "depth" in table.columns and "CFItemType" not in table.columns:
        depths = [row.get("depth") for row in table.rows if row.get("depth")]
        if not all(text.isascii() and text.isdigit() for text in depths):
            table = _renamed(table, "depth", "CFItemType")
    if "humanCodingScheme" not in table.columns:
        table = _with_notations(table)
    return _with_labels(table) if "abbreviatedStatement" not in table.columns else table


def _with_labels(table: Table) -> Table:
    """Return ``table`` with the labels of a column such as *Standard* beside *Description*."""
    for header in table.others:
        texts = [row.others[header] for row in table.rows if header in row.others]
        whole = sum(len(row.get("fullStatement")) for row in table.rows)
        is_text = FIELDS.get(simplified(header)) == "fullStatement"
        if is_text and len(texts) == len(table.rows) and sum(map(len, texts)) < whole:
            return _with_column_as(table, header, "abbreviatedStatement")
    return table


def _with_notations(table: Table) -> Table:
    for header in table.others:
        if FIELDS.get(simplified(header)) in (
            "fullStatement",
            "identifier",
            "abbreviatedStatement",
        ):
            texts = [row.others[header] for row in table.rows if header in row.others]
            if _are_codes(texts):
                return _with_column_as(table, header, "humanCodingScheme")
    label = "abbreviatedStatement"
    if label in table.columns and "fullStatement" in table.columns:
        texts = [row.get(label) for row in table.rows if row.get(label)]
        if _are_codes(texts):
            return _renamed(table, label, "humanCodingScheme")
    if "identifier" in table.columns:
        texts = [row.get("identifier") for row in table.rows]
        if not any(uuid_of(text) or is_iri(text) for text in texts):
            return _renamed(table, "identifier", "humanCodingScheme")
    return table


def _are_codes(texts: list[str]) -> bool:
    """Return whether ``texts`` look like notations: short, different, and mostly with a digit."""
    digits = sum(bool(_DIGIT.search(text)) for text in texts)
    return (
        bool(texts)
        and all(_CODE.fullmatch(text) for text in texts)
        and len(set(texts)) == len(texts)
        and digits * 2 > len(texts)
    )


def _renamed(table: Table, old: str, new: str) -> Table:
    columns = {(new if name == old else name): column for name, column in table.columns.items()}
    return _with_rows(
        replace(table, columns=columns),
        lambda row: {(new if name == old else name): text for name, text in row.cells.items()},
    )


def _with_column_as(table: Table, header: str, field: str) -> Table:
    """Return ``table`` with the column of no field under ``header`` as that of ``field``."""
    columns = {**table.columns, field: table.others[header]}
    others = {name: column for name, column in table.others.items() if name != header}
    return _with_rows(
        replace(table, columns=columns, others=others),
        lambda row: {**row.cells, field: row.others.get(header, "")},
    )


def _with_rows(table: Table, cells: Callable[[Row], dict[str, str]]) -> Table:
    new = replace(table, rows=[])
    for row in table.rows:
        nonempty = {name: text for name, text in cells(row).items() if text}
        others = {name: text for name, text in row.others.items() if name in new.others}
        new.rows.append(Row(new, row.number, nonempty, others))
    return new
