"""Spreadsheets of well-known frameworks, recognized by their headers: roles of columns as data."""

import fnmatch
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from crosswalk_rdf.formats.generic_table import presets
from crosswalk_rdf.formats.generic_table.options import SheetOptions
from crosswalk_rdf.formats.generic_table.roles import Role, parsed_role


@dataclass(frozen=True, slots=True)
class Preset:
    """How the sheets of one framework are read."""

    title: str
    headers: tuple[str, ...]
    """The headers by which a sheet is recognized, all of them."""
    columns: Mapping[str, Role]
    others: Role
    """The role of every other column."""
    beside: Mapping[str, tuple[str, ...]]
    """The files that stand beside one: patterns of names, with one ``*`` each."""


@cache
def known_sheets() -> tuple[Preset, ...]:
    """Return every preset, by file name."""
    paths = (path for path in files(presets).iterdir() if path.name.endswith(".toml"))
    return tuple(
        _preset(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(paths, key=lambda path: path.name)
    )


def _preset(content: Mapping[str, object]) -> Preset:
    columns, beside = (dict(content.get(key, {})) for key in ("columns", "beside"))  # type: ignore[call-overload]
    return Preset(
        title=str(content["title"]),
        headers=tuple(map(str, content["headers"])),  # type: ignore[call-overload]
        columns={name: parsed_role(role) for name, role in columns.items()},
        others=parsed_role(str(content["others"])),
        beside={name: tuple(patterns) for name, patterns in beside.items()},
    )


def with_preset(options: SheetOptions, headers: Sequence[str]) -> SheetOptions:
    """Return ``options`` as the preset of a sheet says, where the user says nothing of columns."""
    if options.columns:
        return options
    for preset in known_sheets():
        if set(preset.headers) <= set(headers):
            roles = {name: preset.columns.get(name, preset.others) for name in headers if name}
            return replace(options, columns=roles)
    return options


def files_beside(name: str) -> tuple[str, ...]:
    """Return the names of files that belong to the file ``name``, if they stand beside it."""
    for preset in known_sheets():
        for pattern, others in preset.beside.items():
            match = re.fullmatch(fnmatch.translate(pattern).replace(".*", "(.*)", 1), name)
            if match:
                return tuple(other.replace("*", match[1]) for other in others)
    return ()
