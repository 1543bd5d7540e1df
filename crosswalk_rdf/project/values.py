"""Checked values of data files: an invalid value is recorded as a fault and replaced."""

import re

from rdflib import URIRef

from crosswalk_rdf.model.lexical import (
    NO_LANGUAGE,
    is_language_tag,
    is_uuid,
    path_segment,
    uuid_version,
)
from crosswalk_rdf.project.data_folder import Folder, Row


def uuid_fault(text: str, *, own: bool) -> str:
    """Return what is wrong with the UUID ``text``, "" for nothing (RFC 9562).

    Our ``own`` are of version 4, as a CTID requires; imported ones may be of any version.
    """
    if own and uuid_version(text) != 4:
        return f"'uuid' is no UUID of version 4 in lower case: {text!r}"
    return "" if is_uuid(text) else f"'uuid' is no UUID in lower case: {text!r}"


def agent_iri(base: str, name: str) -> URIRef:
    """Return the IRI below ``base`` of a person or organization, made of its name."""
    parts = re.findall(r"\w+", name.casefold())
    return URIRef(f"{base}agent/{path_segment('-'.join(parts))}")


def lines(folder: Folder, row: Row) -> tuple[int, int] | None:
    """Return the first and last source line of a row; None where it gives none."""
    numbers = []
    for column in ("first_line", "last_line"):
        text = row[column]
        if text and not re.fullmatch(r"[1-9]\d*", text):
            place = row.columns.get(column, 0)
            folder.fault(row.file, row.line, place, f"'{column}' is no line number: {text!r}")
        elif text:
            numbers.append(int(text))
    if len(numbers) == 2 and numbers[0] > numbers[1]:
        folder.fault(
            row.file, row.line, row.columns["first_line"], "the last line is before the first"
        )
    return (numbers[0], numbers[-1]) if numbers else None


def boolean(folder: Folder, row: Row, column: str) -> bool:
    """Return ``true`` or ``false``."""
    if row[column] not in ("true", "false"):
        message = f"'{column}' must be true or false, not {row[column]!r}"
        folder.fault(row.file, row.line, row.columns.get(column, 0), message)
    return row[column] == "true"


def language(folder: Folder, row: Row, default: str, *, lenient: bool = False) -> str:
    """Return the language tag of a row, or ``default`` where it names none.

    "" stands for ``NO_LANGUAGE``: the row is in none. If ``lenient``, a tag may be malformed.
    """
    tag = row["language"]
    if tag == NO_LANGUAGE:
        return ""
    if tag and not lenient and not is_language_tag(tag):
        message = f"'language' is no language tag: {tag!r}; write one such as 'en'"
        folder.fault(row.file, row.line, row.columns["language"], message)
        return default
    return tag or default


def row_uuid(folder: Folder, row: Row, *, own: bool) -> str:
    """Return the UUID of a row, which names something of our ``own`` or imported."""
    if fault := uuid_fault(row["uuid"], own=own):
        message = f"{fault}; mint one, for example with 'uuidgen --random'"
        folder.fault(row.file, row.line, row.columns.get("uuid", 0), message)
    return row["uuid"]
