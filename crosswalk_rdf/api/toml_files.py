"""TOML files that are written again: what people wrote into them stays where nothing changed."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

_IMPORTED: Final = re.compile(rb"^\[imported\]\n(?:(?!\[).*\n?)*", re.MULTILINE)
_WHEN: Final = frozenset({"date", "software"})
"""What alone differs when the same file is imported on another day."""


def with_comments(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return ``files``, with TOML as it is in ``folder`` where that says the same.

    Of a file that differs in its table ``[imported]`` alone, only that table is replaced.
    """
    return {
        name: _merged(folder / name, data) if name.endswith(".toml") else data
        for name, data in files.items()
    }


def _merged(path: Path, data: bytes) -> bytes:
    if not path.is_file():
        return data
    former = path.read_bytes()
    try:
        before = tomllib.loads(former.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return data
    content = tomllib.loads(data.decode())
    if _without_time(before) == _without_time(content):
        return former
    table = _IMPORTED.search(data)
    if table is None:
        return data
    merged = _IMPORTED.sub(lambda _: table[0], former, count=1)
    return merged if tomllib.loads(merged.decode("utf-8-sig")) == content else data


def _without_time(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``content`` without the day of an import."""
    imported = content.get("imported", {})
    undated = {key: value for key, value in imported.items() if key not in _WHEN}
    return {**content, "imported": undated}
