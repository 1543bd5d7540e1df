"""What a plain machine may lack: tests are skipped there for want of it, and fail in CI."""

import os
import shutil
import sysconfig
from pathlib import Path

import pytest

PLACES = (sysconfig.get_path("scripts"), None, "/usr/sbin")
"""Where programs are: this environment, PATH, and where Debian has its servers."""


def program(name: str, how: str) -> str:
    """Return the path of the program ``name``; skip the test, or fail in CI, where there is none.

    ``CROSSWALK_RDF_<NAME>`` may name it. ``how`` tells how to install it.
    """
    setting = os.environ.get(f"CROSSWALK_RDF_{name.upper()}")
    path = setting or next(filter(None, (shutil.which(name, path=p) for p in PLACES)), None)
    if path is None:
        _lacks(f"needs the program {name}: {how}")
    return str(path)


def library(folder: Path | None, name: str, how: str) -> Path:
    """Return the path ``name`` in ``folder``; skip the test, or fail in CI, where there is none."""
    if folder is None or not (folder / name).exists():
        _lacks(f"needs the library {name}: {how}")
    return Path(folder or "") / name


def _lacks(reason: str) -> None:
    if os.environ.get("CROSSWALK_RDF_REQUIRE_ALL"):
        pytest.fail(f"{reason}; CI demands it")
    pytest.skip(reason)
