"""Publications of statements with any notation and IRI, on disk and built."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from crosswalk_rdf import publish
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from tests.built import BuiltSite, written

BASE = "http://www.example.com/k/"

PUBLICATION = f"""\
base = "{BASE}"
id = "odd"
title = "Odd addresses"
description = "Statements with any notation and any IRI."
language = "en"
version = "1"
issued = "2026-01-01"
modified = "2026-01-01"
rights = "None"
[creator]
name = "Nobody"
"""
FRAMEWORK = """\
title = "Framework {id}"
uuid = "{uuid}"
{iri}
issued = "2026"
edition = "1"
language = "en"
rights = "None"
creators = [{{ name = "Nobody" }}]
[publisher]
name = "Nobody"
[[levels]]
kind = "Standard"
notation = '^[\\s\\S]+$'
top = true
broader = ["Standard"]
"""
COLUMNS = ("notation", "kind", "broader", "text", "uuid", "iri")


@dataclass(frozen=True)
class Scheme:
    """A framework: its id, its IRI, and the notations and IRIs of its statements."""

    id: str
    iri: str = ""
    """The default where it is empty."""
    statements: Sequence[tuple[str, str]] = ()
    """Notations, and IRIs that are empty for the default."""
    broader: Mapping[str, str] = field(default_factory=dict)
    """The notation of the parent of each statement that has one."""


def write_project(folder: Path, schemes: Sequence[Scheme]) -> None:
    """Write the data files of a publication of ``schemes``."""
    (folder / "data").mkdir(parents=True)
    (folder / "data/publication.toml").write_text(PUBLICATION)
    for number, scheme in enumerate(schemes, start=1):
        data = folder / "data/frameworks" / scheme.id
        data.mkdir(parents=True)
        iri = f'iri = "{scheme.iri}"' if scheme.iri else ""
        text = FRAMEWORK.format(id=scheme.id, uuid=_uuid(number, 0), iri=iri)
        (data / "framework.toml").write_text(text)
        with (data / "statements.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for line, (notation, own) in enumerate(scheme.statements, start=1):
                text = f"Statement {line} of {scheme.id}"
                writer.writerow(
                    (
                        notation,
                        "Standard",
                        scheme.broader.get(notation, ""),
                        text,
                        _uuid(number, line),
                        own,
                    )
                )


def _uuid(scheme: int, line: int) -> UUID:
    return UUID(int=scheme << 32 | line | 4 << 76 | 8 << 60)


def built(folder: Path, schemes: Sequence[Scheme]) -> BuiltSite:
    """Return a publication of ``schemes``, built; raise InputFaults."""
    write_project(folder, schemes)
    publication = load_publication(folder)
    library = load_library(publication.base, (folder, publication.written_base))
    return written("odd", publication, publish.build(publication, library), folder / "dist")
