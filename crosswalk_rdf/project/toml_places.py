"""The line numbers of the keys of a TOML file, which tomllib does not report."""

import re
from collections.abc import Mapping

KeyPath = tuple[str | int, ...]
"""Keys and indices from the top of the file: ``("levels", 1, "notation")``."""

_KEY = r"[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'"
_HEADER = re.compile(rf"\s*(?P<open>\[\[?)\s*(?P<name>(?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*\]")
_ASSIGNMENT = re.compile(rf"\s*(?P<name>{_KEY})\s*=")


def key_places(text: str) -> dict[KeyPath, int]:
    """Return the line of each key and table header of ``text``, which is valid TOML.

    Keys within inline tables and arrays have no place of their own: the one above them counts. A
    line of a multi-line text that looks like a key may be taken for one.
    """
    places: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _table(header["name"], header["open"] == "[[", counts)
            places.setdefault(table, number)
        elif key := _ASSIGNMENT.match(line):
            places.setdefault((*table, _bare(key["name"])), number)
    return places


def place_of(places: Mapping[KeyPath, int], path: KeyPath) -> int:
    """Return the line of ``path``, or of the nearest key above it; 0 for none."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, 0)


def _table(name: str, is_array: bool, counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    keys = [_bare(key) for key in re.findall(_KEY, name)]
    for key in keys[:-1]:
        path = _last((*path, key), counts)
    path = (*path, keys[-1])
    if is_array:
        counts[path] = counts.get(path, 0) + 1
    return _last(path, counts)


def _last(path: KeyPath, counts: dict[KeyPath, int]) -> KeyPath:
    """Return ``path``, within the last entry of the array if it is one."""
    return (*path, counts[path] - 1) if path in counts else path


def _bare(key: str) -> str:
    return key.strip("\"'")
