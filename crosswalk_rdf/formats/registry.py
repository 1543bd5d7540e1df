"""The foreign formats: each module of this folder that holds ``FORMATS``, found by its name."""

import importlib
import pkgutil
from functools import cache
from typing import Final

import crosswalk_rdf.formats as folder
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.format import Format

_NO_FORMATS: Final = ("format", "registry")
"""The modules of the folder that are about all formats."""


class UnknownFormat(CrosswalkError):
    """A name or a file that belongs to no format."""


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, by name."""
    found: list[Format] = []
    for module in pkgutil.iter_modules(folder.__path__):
        if module.name not in _NO_FORMATS:
            content = importlib.import_module(f"{folder.__name__}.{module.name}")
            found.extend(getattr(content, "FORMATS", ()))
    return tuple(sorted(found, key=lambda known: known.name))


def format_by_name(name: str) -> Format:
    """Return the format called ``name``; raise :class:`UnknownFormat` that lists the names."""
    known = {format.name: format for format in formats()}
    if name not in known:
        raise UnknownFormat(f"no format is called {name!r}: use one of {', '.join(known)}")
    return known[name]


def formats_by_suffix(file: str) -> tuple[Format, ...]:
    """Return the formats of the file name ``file``, those with the longest suffix first."""
    lower = file.lower()
    fitting = [
        (max(len(s) for s in format.suffixes if lower.endswith(s)), format)
        for format in formats()
        if lower.endswith(format.suffixes)
    ]
    return tuple(format for _, format in sorted(fitting, key=lambda pair: -pair[0]))


def recognised(data: bytes, file: str) -> Format:
    """Return the format of the document ``data``, by its content and its file name.

    Raises :class:`UnknownFormat` that says how to name the format where none fits.
    """
    readable = [format for format in formats() if format.read]
    by_suffix = [format for format in formats_by_suffix(file) if format.read]
    for format in (*by_suffix, *readable):
        if format.recognises and format.recognises(data):
            return format
    for format in by_suffix:
        if format.recognises is None:
            return format
    names = ", ".join(format.name for format in readable)
    raise UnknownFormat(f"{file}: what format it has is not clear: name one with --from: {names}")
