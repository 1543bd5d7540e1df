"""Every page is valid HTML, and every style sheet valid CSS, for the Nu Html Checker."""

import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.built import BuiltSite
from tests.machine import program

Messages = dict[Path, list[str]]
"""What the checker says, by the folder of the site."""

NOT_KNOWN_YET = ("Property “line-clamp” doesn't", "Property “field-sizing” doesn't")
"""Messages about what is in the standards, and newer than the checker."""

NO_ORIGIN = "Resource violates Content Security Policy (meta tag): external "
"""Files on disk have no origin, so for the checker nothing is ``'self'``; browsers take them."""
INLINE = "Inline script violates Content Security Policy (meta tag)"
DATA_BLOCK = re.compile(r'<script [^>]*type="application/(ld\+)?json"')
"""No script (HTML §4.12.1: a data block), but the checker takes it for one."""

JAVA = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A deep stack, and none of the threads and optimizations that pay off in longer runs only."""


def messages(folders: Sequence[Path], suffix: str, *options: str) -> Messages:
    """Return what the checker says of files in ``folders``: each error and warning once a folder.

    One process for all of them: until Java has compiled the checker, it takes ten times as long.
    """
    files = [file for folder in folders for file in sorted(folder.rglob(f"*{suffix}"))]
    java = program("java", "apt-get install default-jre-headless")
    jar = program("vnu", "npm install vnu-jar, and name its vnu.jar in CROSSWALK_RDF_VNU")
    command = [java, *JAVA, "-jar", jar, "--format", "json", "--exit-zero-always", *options]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    by_folder: dict[Path, dict[str, str]] = {folder: {} for folder in folders}
    for message in json.loads(run.stderr)["messages"]:
        text = message["message"]
        if not any(pattern in text for pattern in (*NOT_KNOWN_YET, NO_ORIGIN)) and not (
            INLINE in text and DATA_BLOCK.search(message["extract"])
        ):
            by_folder[_folder(message, by_folder)].setdefault(text, _told(message))
    return {folder: list(told.values()) for folder, told in by_folder.items()}


def _folder(message: dict[str, Any], folders: Iterable[Path]) -> Path:
    url = message["url"].replace("file:", "file://", 1)
    (folder,) = (each for each in folders if url.startswith(f"{each.as_uri()}/"))
    return folder


def _told(message: dict[str, Any]) -> str:
    kind = message.get("subType", message["type"])
    place = f"{message['url'].rpartition('/dist/')[2]}:{message.get('lastLine', 0)}"
    return f"{place}: {kind}: {message['message']} {message.get('extract', '')!r}"


@pytest.fixture(scope="module")
def of_pages(
    flagship_site: BuiltSite,
    tiny_site: BuiltSite,
    later_site: BuiltSite,
    imported_site: BuiltSite,
    groups_site: BuiltSite,
) -> Messages:
    sites = [flagship_site, tiny_site, later_site, imported_site, groups_site]
    return messages([site.folder for site in sites], ".html")


def test_pages(site: BuiltSite, of_pages: Messages) -> None:
    assert not of_pages[site.folder], "\n".join(of_pages[site.folder])


def test_styles(flagship_site: BuiltSite) -> None:
    faults = messages([flagship_site.folder], ".css", "--css")[flagship_site.folder]
    assert not faults, "\n".join(faults)
