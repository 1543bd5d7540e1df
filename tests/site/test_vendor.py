"""What others wrote is what ``vendor.toml`` says, with its license, and loads nothing."""

import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.built import REPOSITORY

FOLDER = REPOSITORY / "site" / "vendor"
PINS: dict[str, Any] = tomllib.loads((FOLDER / "vendor.toml").read_text(encoding="utf-8"))
LIBRARIES: list[dict[str, Any]] = PINS["library"]


@pytest.fixture(scope="module")
def update() -> dict[str, Any]:
    """The names of the script, which is not a module of a package."""
    return runpy.run_path(str(FOLDER / "update.py"))


def test_files_are_those_that_are_listed(update: dict[str, Any]) -> None:
    assert list(update["differences"](LIBRARIES)) == []


def test_no_folder_is_unlisted() -> None:
    by_name = {f"site/vendor/{path.name}" for path in FOLDER.iterdir() if path.is_dir()}
    assert by_name - {"site/vendor/__pycache__"} <= {library["folder"] for library in LIBRARIES}


def test_a_change_is_noticed(update: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/changed.js").write_text("1")
    (tmp_path / "lib/more.js").write_text("2")
    library = {"folder": "lib", "files": {"changed.js": "0" * 64, "gone.js": "0" * 64}}
    assert list(update["differences"]([library], tmp_path)) == [
        "lib/changed.js: it is not what vendor.toml says; run site/vendor/update.py",
        "lib/gone.js: the file is missing; run site/vendor/update.py",
        "lib/more.js: vendor.toml does not list it; delete it",
    ]


def test_pins_are_written_as_they_were_read(update: dict[str, Any]) -> None:
    assert update["rendered"](PINS) == (FOLDER / "vendor.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["folder"])
def test_every_package_is_pinned(library: dict[str, Any]) -> None:
    for package in library["packages"].values():
        assert package["version"].replace(".", "").isdigit()
        assert package["integrity"].startswith("sha512-")
    assert {"name", "licence", "homepage", "use"} <= library.keys()
    assert (REPOSITORY / library["folder"] / "LICENSE.txt").stat().st_size > 500


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["folder"])
def test_nothing_is_loaded_from_elsewhere(library: dict[str, Any]) -> None:
    for file in (REPOSITORY / library["folder"]).glob("*.*s"):
        text = file.read_text(encoding="utf-8")
        assert "sourceMappingURL" not in text
        assert "url(http" not in text.replace(" ", "")


def test_fonts_are_swapped_in_and_local() -> None:
    sheet = (FOLDER / "fonts/fonts.css").read_text(encoding="utf-8")
    assert sheet.count("@font-face") == sheet.count("font-display: swap") == 6
    for family in ("Source Serif 4 Variable", "Source Sans 3 Variable"):
        assert f"font-family: '{family}'" in sheet
