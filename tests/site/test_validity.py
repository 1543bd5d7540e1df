"""Every page is valid HTML, and every style sheet valid CSS, for the Nu Html Checker."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.built import BuiltSite
from tests.machine import program

NOT_KNOWN_YET = ("Property “line-clamp” doesn't", "Property “field-sizing” doesn't")
"""Messages about what is in the standards, and newer than the checker."""

JAVA = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A deep stack, and none of the threads and optimizations that pay off in longer runs only."""


def messages(files: list[Path], *options: str) -> list[str]:
    """Return what the checker says of ``files``: errors and warnings, each once with a place."""
    java = program("java", "apt-get install default-jre-headless")
    jar = program("vnu", "npm install vnu-jar, and name its vnu.jar in CROSSWALK_RDF_VNU")
    command = [java, *JAVA, "-jar", jar, "--format", "json", "--exit-zero-always", *options]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    messages_by_file: dict[str, str] = {}
    for message in json.loads(run.stderr)["messages"]:
        text = message["message"]
        if not any(pattern in text for pattern in NOT_KNOWN_YET):
            messages_by_file.setdefault(text, _told(message))
    return list(messages_by_file.values())


def _told(message: dict[str, Any]) -> str:
    kind = message.get("subType", message["type"])
    place = f"{message['url'].rpartition('/dist/')[2]}:{message.get('lastLine', 0)}"
    return f"{place}: {kind}: {message['message']} {message.get('extract', '')!r}"


def test_pages(site: BuiltSite) -> None:
    faults = messages(sorted(site.folder.rglob("*.html")))
    assert not faults, "\n".join(faults)


def test_styles(flagship_site: BuiltSite) -> None:
    faults = messages(sorted(flagship_site.folder.rglob("*.css")), "--css")
    assert not faults, "\n".join(faults)
