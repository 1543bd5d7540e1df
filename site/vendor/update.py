"""Third-party scripts and fonts, from the npm registry to the folders that ``vendor.toml`` names.

Usage::

    python site/vendor/update.py            fetch, bundle, copy, write the checksums
    python site/vendor/update.py --check    compare files and checksums, without the network

What is fetched, at which version and under which license, is pinned in ``vendor.toml``. To move to
another version, write it there, take the line's ``integrity`` out, and run this. The same pins give
the same bytes.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
REPOSITORY: Final = HERE.parent.parent
PINS: Final = HERE / "vendor.toml"
HEADER: Final = """\
# Third-party scripts and fonts of the site: which, at which version, under which licence.
# Written by site/vendor/update.py, which fills in `integrity` and `files`; the rest is by hand.
"""
_LICENCE: Final = re.compile(r"(licen[sc]e|copying|ofl)([.-].*)?", re.IGNORECASE)
_FACE: Final = re.compile(r"/\* (\S+) \*/\s*(@font-face \{.*?\})", re.DOTALL)

Library = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Do what the command line asks for; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    pins = tomllib.loads(PINS.read_text(encoding="utf-8"))
    if arguments:
        problems = list(differences(pins["library"]))
        print("\n".join(problems) or "site/vendor: as vendor.toml says")  # noqa: T201
        return 1 if problems else 0
    update(pins)
    return 0


def differences(libraries: Iterable[Library], repository: Path = REPOSITORY) -> Iterator[str]:
    """Yield a sentence for each file that is missing, changed, or not listed."""
    for library in libraries:
        folder = repository / library["folder"]
        found = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
        listed = library["files"]
        for name in sorted(found.keys() | listed.keys()):
            place = f"{library['folder']}/{name}"
            if name not in found:
                yield f"{place}: the file is missing; run site/vendor/update.py"
            elif name not in listed:
                yield f"{place}: vendor.toml does not list it; delete it"
            elif _sha256(found[name]) != listed[name]:
                yield f"{place}: it is not what vendor.toml says; run site/vendor/update.py"


def update(pins: dict[str, Any]) -> None:
    """Fetch every library and write its files, then the pins with their checksums."""
    with tempfile.TemporaryDirectory() as temporary:
        modules = _install(pins, Path(temporary))
        for library in pins["library"]:
            files = dict(_made(library, modules))
            _replace(REPOSITORY / library["folder"], files)
            library["files"] = {
                name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())
            }
    PINS.write_text(rendered(pins), encoding="utf-8")


def _install(pins: dict[str, Any], folder: Path) -> Path:
    """Install every pinned package into ``folder``; return the folder of the modules."""
    packages = [library["packages"] for library in pins["library"]] + [pins["tools"]]
    wanted = {name: pin for group in packages for name, pin in group.items()}
    versions = {name: pin["version"] for name, pin in wanted.items()}
    manifest = {"private": True, "dependencies": versions, "overrides": versions}
    (folder / "package.json").write_text(json.dumps(manifest), encoding="utf-8")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(["npm", "install", *options], cwd=folder, check=True)  # noqa: S603, S607
    lock = json.loads((folder / "node_modules/.package-lock.json").read_text(encoding="utf-8"))
    _check_installed(lock["packages"], wanted)
    return folder / "node_modules"


def _check_installed(installed: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Compare what npm brought with the pins; fill in the checksums of new ones."""
    for place, package in installed.items():
        name = place.removeprefix("node_modules/")
        if name.startswith("@esbuild/"):
            continue
        if name not in wanted:
            raise SystemExit(f"{name} {package['version']} is needed too: pin it in vendor.toml")
        known = wanted[name].setdefault("integrity", package["integrity"])
        if (known, wanted[name]["version"]) != (package["integrity"], package["version"]):
            raise SystemExit(f"{name}: the registry's package is not the one that was pinned")


def _made(library: Library, modules: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of ``library``, and the licenses of all its packages as one text.

    Where a package comes without one, ``terms`` names the file of this repository that has it.
    """
    for name, source in library.get("copy", {}).items():
        yield name, (modules / source).read_bytes()
    for name, entry in library.get("bundle", {}).items():
        yield name, _bundled(HERE / entry, library["global"], modules)
    if "fonts" in library:
        yield from _fonts(library["fonts"], library["subsets"], modules)
    if "terms" in library:
        yield "LICENSE.txt", (REPOSITORY / library["terms"]).read_bytes()
    else:
        yield "LICENSE.txt", _licenses(library["packages"], modules).encode()


def _bundled(entry: Path, name: str, modules: Path) -> bytes:
    """Return the script ``entry`` and all that it imports as one classic script."""
    options = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8"]
    options += ["--legal-comments=none", f"--global-name={name}", "--log-level=error"]
    options += ["--define:import.meta.url=''"]
    copy = modules.parent / entry.name
    copy.write_bytes(entry.read_bytes())
    command = [modules / ".bin/esbuild", copy.name, *options]
    return subprocess.run(command, cwd=modules.parent, check=True, capture_output=True).stdout  # noqa: S603


def _fonts(sheets: list[str], subsets: list[str], modules: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the font files of ``subsets`` and one style sheet for them."""
    faces = []
    for sheet in sheets:
        text = (modules / sheet).read_text(encoding="utf-8")
        for label, face in _FACE.findall(text):
            if not label.endswith(tuple(f"-{subset}-{kind}" for subset in subsets for kind in
                                        ("wght-normal", "wght-italic"))):  # fmt: skip
                continue
            source = re.search(r"url\(\./files/([^)]+\.woff2)\)", face)
            if source is None:
                raise SystemExit(f"{sheet}: {label} has no woff2 file")
            yield source[1], ((modules / sheet).parent / "files" / source[1]).read_bytes()
            faces.append(face.replace("./files/", ""))
    yield "fonts.css", ("\n\n".join(faces) + "\n").encode()


def _licenses(packages: Iterable[str], modules: Path) -> str:
    return "\n\n".join(_license(modules / name, name) for name in sorted(packages)) + "\n"


def _license(folder: Path, name: str) -> str:
    texts = sorted(path for path in folder.iterdir() if _LICENCE.fullmatch(path.name))
    if not texts:
        raise SystemExit(f"{name}: the package holds no text of its license")
    text = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in texts)
    return f"{name}\n{'=' * len(name)}\n\n{text.replace(chr(13), '')}"


def _replace(folder: Path, files: dict[str, bytes]) -> None:
    for path in _files(folder):
        path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rendered(pins: dict[str, Any]) -> str:
    """Return ``pins`` as TOML: plain values first, then one table for each mapping."""
    blocks = [HEADER, "\n".join(["[tools]", *_entries(pins["tools"])]) + "\n"]
    for library in pins["library"]:
        plain = {key: value for key, value in library.items() if not isinstance(value, dict)}
        blocks.append("\n".join(["[[library]]", *_entries(plain)]) + "\n")
        for key, value in library.items():
            if isinstance(value, dict):
                blocks.append("\n".join([f"[library.{key}]", *_entries(value)]) + "\n")
    return "\n".join(blocks)


def _entries(table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        name = key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key)
        if isinstance(value, dict):
            inner = ", ".join(_entries(value))
            yield f"{name} = {{ {inner} }}"
        else:
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
