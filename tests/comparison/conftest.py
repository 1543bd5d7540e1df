"""Versions of the tiny publication, each changed from the one before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Literal

from crosswalk_rdf import publish
from crosswalk_rdf.model import Publication, Statement
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication

TINY = Path(__file__).parent.parent / "publications/tiny"

Edited = Callable[[Statement], Statement | None]
Built = Callable[..., ox.Store]


@pytest.fixture(scope="session")
def tiny() -> Publication:
    return load_publication(TINY)


@pytest.fixture(scope="session")
def built(tiny: Publication) -> Built:
    """Give the store of ``tiny`` with statements edited, by notation; None leaves one out."""
    library = load_library(tiny.base, (TINY, tiny.written_base))

    def store(version: str = "1.0.0", modified: str = "2025-06-01", **edits: Edited) -> ox.Store:
        by_notation = {name.replace("_", " "): edit for name, edit in edits.items()}

        def edited(statement: Statement) -> Statement | None:
            edit = by_notation.get(statement.notation)
            return edit(statement) if edit else statement

        frameworks = tuple(
            replace(f, statements=tuple(s for s in map(edited, f.statements) if s is not None))
            for f in tiny.frameworks
        )
        changed = replace(tiny, frameworks=frameworks, version=version, modified=modified)
        return publish.dataset(changed, library)

    return store


def gone(statement: Statement) -> None:
    """Leave a statement out."""


def deprecated(statement: Statement) -> Statement:
    """Deprecate a statement."""
    return replace(statement, deprecated=True)


def reworded(text: str) -> Edited:
    """Give a statement another text."""

    def edit(statement: Statement) -> Statement:
        return replace(statement, text=Literal(text, lang="de"))

    return edit
