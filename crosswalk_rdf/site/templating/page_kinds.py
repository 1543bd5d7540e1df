"""The files of the folder ``site/``: kinds of page, and assets."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from crosswalk_rdf.errors import Fault, InputFaults

_ASSET_SUFFIXES = (
    ".css",
    ".js",
    ".wasm",
    ".woff2",
    ".svg",
    ".png",
    ".jpg",
    ".webp",
    ".ico",
    ".txt",
)
"""Suffixes of assets that are published as they are; the rest of a folder is about them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One kind of page: ``site/pages/<name>/``."""

    name: str
    each: str | None = None
    """The collection that has a page for each of its members; None for a single page."""
    path: str
    title: str
    description: str
    menu: str = "none"
    order: int = 100
    label: str = ""
    """Its word in the menu."""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    search: bool = True
    absolute: bool = False
    """Its links begin at the top of the host: it is served at any address."""


MENUS = ("main", "crosswalk", "data", "none")
_KEYS = {
    "each": str,
    "path": str,
    "title": str,
    "description": str,
    "menu": str,
    "order": int,
    "label": str,
    "scripts": list,
    "search": bool,
    "absolute": bool,
}


def page_kinds(files: Mapping[str, bytes]) -> tuple[PageKind, ...]:
    """Return the kinds of page, in the order of the menus; raise :class:`InputFaults`."""
    faults: list[Fault] = []
    kinds = []
    for file in sorted(files):
        parts = PurePosixPath(file).parts
        if len(parts) == 4 and parts[:2] == ("site", "pages") and parts[3] == "page.toml":
            table = _table(file, files[file], faults)
            if table is not None:
                kinds.append(_kind(parts[2], table, files))
    if faults:
        raise InputFaults(faults)
    return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name)))


def _table(file: str, content: bytes, faults: list[Fault]) -> dict[str, Any] | None:
    fault_count = len(faults)
    try:
        table = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.append(Fault(file, 0, 0, f"is no TOML: {error}"))
        return None
    for key, value in table.items():
        if key not in _KEYS:
            faults.append(Fault(file, 0, 0, f"{key!r} is no key: use {', '.join(_KEYS)}"))
        elif not isinstance(value, _KEYS[key]):
            faults.append(Fault(file, 0, 0, f"{key!r} must be a {_KEYS[key].__name__}"))
    absent = [key for key in ("path", "title", "description") if key not in table]
    faults.extend(Fault(file, 0, 0, f"{key!r} is missing: add it") for key in absent)
    if table.get("menu", "none") not in MENUS:
        faults.append(Fault(file, 0, 0, f"'menu' must be one of {', '.join(MENUS)}"))
    return table if len(faults) == fault_count else None


def _kind(name: str, table: dict[str, Any], files: Mapping[str, bytes]) -> PageKind:
    stem = f"site/pages/{name}/page"
    scripts = (*table.pop("scripts", ()), *_existing_asset(f"{stem}.js", f"pages/{name}.js", files))
    styles = _existing_asset(f"{stem}.css", f"pages/{name}.css", files)
    return PageKind(name=name, scripts=scripts, styles=styles, **table)


def _existing_asset(file: str, asset: str, files: Mapping[str, bytes]) -> tuple[str, ...]:
    return (asset,) if file in files else ()


def assets(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what is published as it is, by its path below the top of the site."""
    files_by_path = {}
    for file, content in files.items():
        path = PurePosixPath(file)
        if path.parts[1] == "assets":
            files_by_path["/".join(path.parts[1:])] = content
        elif path.parts[1] == "vendor" and _is_asset(path):
            files_by_path["/".join(("assets", *path.parts[1:]))] = content
        elif path.parts[1] == "pages" and path.name in ("page.css", "page.js"):
            files_by_path[f"assets/pages/{path.parts[2]}{path.suffix}"] = content
    return files_by_path


def _is_asset(path: PurePosixPath) -> bool:
    license = path.name.upper().startswith(("LICENSE", "LICENCE", "OFL"))
    return len(path.parts) > 3 and (license or path.suffix in _ASSET_SUFFIXES)
