"""The foreign formats: each package of this folder that defines ``FORMATS``."""

import importlib
import pkgutil
from functools import cache
from operator import attrgetter
from typing import Final

import crosswalk_rdf.formats as folder
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.format import Format

_SHARED: Final = "shared"
"""The package of the folder that is not a format: what several of them use."""


class UnknownFormat(CrosswalkError):
    """A name or a file that belongs to no format."""


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, by name."""
    registered: list[Format] = []
    for module in pkgutil.iter_modules(folder.__path__):
        if module.ispkg and module.name != _SHARED:
            package = importlib.import_module(f"{folder.__name__}.{module.name}")
            registered.extend(package.FORMATS)
    return tuple(sorted(registered, key=attrgetter("name")))


def format_by_name(name: str) -> Format:
    """Return the format called ``name``; raise :class:`UnknownFormat` that lists the names."""
    by_name = {format.name: format for format in formats()}
    if name not in by_name:
        raise UnknownFormat(f"no format is called {name!r}: use one of {', '.join(by_name)}")
    return by_name[name]


def formats_by_suffix(file: str) -> tuple[Format, ...]:
    """Return the formats of the file name ``file``, those with the longest suffix first."""
    lower = file.lower()
    fitting = [
        (max(len(s) for s in format.suffixes if lower.endswith(s)), format)
        for format in formats()
        if lower.endswith(format.suffixes)
    ]
    return tuple(format for _, format in sorted(fitting, key=lambda pair: -pair[0]))


def recognized(data: bytes, file: str) -> Format:
    """Return the format of the document ``data``, by its content and its file name.

    Raises :class:`UnknownFormat` that says how to name the format where none fits.
    """
    readable = [format for format in formats() if format.read]
    by_suffix = [format for format in formats_by_suffix(file) if format.read]
    for format in (*by_suffix, *readable):
        if format.recognizes and format.recognizes(data):
            return format
    for format in by_suffix:
        if format.recognizes is None:
            return format
    names = ", ".join(format.name for format in readable)
    raise UnknownFormat(f"{file}: what format it has is not clear: name one with --from: {names}")
