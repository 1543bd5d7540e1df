"""The files by which the service is put on a machine are what their readers take."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from crosswalk_rdf.cli import main
from tests.conftest import REPOSITORY
from tests.machine import program

SCRIPTS = Path(sys.executable).parent
UNIT = REPOSITORY / "docs/deployment/crosswalk-rdf.service"


def test_the_dockerfile_is_clean() -> None:
    command = [SCRIPTS / "hadolint", "--failure-threshold", "style", "Dockerfile"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("", 0)


def test_compose_conforms_to_its_schema() -> None:
    check = [SCRIPTS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*check, "compose.yaml"], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """It looks for the program as well: here something else stands in for it."""
    verify = program("systemd-analyze", "apt-get install systemd")
    unit = tmp_path / UNIT.name
    text = UNIT.read_text()
    unit.write_text(text.replace("/opt/crosswalk-rdf/bin/crosswalk-rdf", "/bin/true"))
    done = subprocess.run([verify, "verify", "--man=no", unit], capture_output=True, text=True)
    assert (done.stderr, done.returncode) == ("", 0)


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    lines = (REPOSITORY / "Dockerfile").read_text().splitlines()
    ignored = (REPOSITORY / ".dockerignore").read_text().splitlines()
    own = [shlex.split(line)[1:-1] for line in lines if re.match(r"COPY (?!--from)", line)]
    sources = [source for names in own for source in names]
    assert len(sources) > 5
    assert [source for source in sources if not (REPOSITORY / source).exists()] == []
    assert [source for source in sources if f"!{source}" not in ignored] == []


def test_the_commands_know_their_options(tmp_path: Path) -> None:
    """Image and unit give ``serve`` options that it has: it fails for want of a build alone."""
    dockerfile = (REPOSITORY / "Dockerfile").read_text()
    in_image = re.findall(r'"([^"]*)"', dockerfile.rpartition("CMD [")[2])
    started = re.search(r"^ExecStart=\S+ (.*)$", UNIT.read_text(), re.MULTILINE)
    assert started
    for arguments in (in_image, shlex.split(started[1])):
        assert arguments[0] == "serve"
        at = arguments.index("--dist") + 1
        changed = [*arguments[:at], str(tmp_path / "none"), *arguments[at + 1 :], "--port", "0"]
        result = CliRunner().invoke(main, changed)
        assert result.exit_code == 2
        assert "crosswalk-rdf build" in result.output


def test_no_file_names_a_place_of_this_machine() -> None:
    for path in ("Dockerfile", "compose.yaml", ".dockerignore", str(UNIT)):
        assert os.fspath(REPOSITORY) not in (REPOSITORY / path).read_text()
