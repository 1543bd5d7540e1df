"""Render values as HTML for notebooks, from templates."""

import re
from collections.abc import Sized
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"

MOST_ROWS: Final = 20
"""How many rows of a table are shown."""

_LONGEST: Final = 60


def excerpt(text: str) -> str:
    """Return ``text`` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def count_phrase(values: Sized, name: str) -> str:
    """Return how many ``values`` there are, each called ``name``: ``93 statements``."""
    return f"{len(values):,} {name}{'' if len(values) == 1 else 's'}"


def words(name: str) -> str:
    """Return a local name as words: ``relatedMatch`` to ``related match``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower()


def to_html(template: str, **values: object) -> str:
    """Return the template ``<template>.html`` filled with ``values``, each of them escaped."""
    return _environment().get_template(f"{template}.html").render(**values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only a notebook needs it

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
