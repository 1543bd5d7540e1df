"""The files by which a project presents itself are valid, and agree with each other."""

import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest
import yaml

from crosswalk_rdf import __version__

SCRIPTS = Path(sysconfig.get_path("scripts"))
ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml") if path.stem != "config")
SCHEMAS = {
    "vendor.citation-file-format": [ROOT / "CITATION.cff"],
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
    "vendor.github-issue-forms": FORMS,
    "vendor.github-workflows": sorted(GITHUB.glob("workflows/*.yml")),
}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_conform_to_their_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    check = [SCRIPTS / "check-jsonschema", "--builtin-schema", schema, *SCHEMAS[schema]]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_citation_agrees_with_the_package() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == __version__
    assert citation["title"] == project["name"]
    assert citation["license"] == project["license"]
    assert set(citation["keywords"]) == set(project["keywords"])


def test_the_date_of_the_citation_is_that_of_the_release() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## \[{re.escape(__version__)}\] - (\S+)"
    release = re.search(heading, changelog, re.MULTILINE)
    assert str(citation.get("date-released")) == (release[1] if release else "None")


@pytest.mark.parametrize("workflow", SCHEMAS["vendor.github-workflows"], ids=lambda p: p.stem)
def test_workflows_may_only_read_and_pin_their_actions(workflow: Path) -> None:
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert content["permissions"] == {"contents": "read"}
    steps = [step for job in content["jobs"].values() for step in job["steps"]]
    actions = [step["uses"] for step in steps if "uses" in step]
    assert [action for action in actions if not re.fullmatch(r"[\w/-]+@v\d+", action)] == []
    assert any(step.get("run") == ".ci/run" for step in steps)


def test_commit_hooks_call_what_make_installs() -> None:
    subprocess.run([SCRIPTS / "pre-commit", "validate-config"], cwd=ROOT, check=True)
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    programs = [hook["entry"].split()[0] for repo in config["repos"] for hook in repo["hooks"]]
    present = {*(f".venv/bin/{path.name}" for path in SCRIPTS.iterdir()), ".ci/committed"}
    assert [program for program in programs if program not in present] == []


def test_the_code_of_conduct_names_its_origin() -> None:
    text = (ROOT / "CODE_OF_CONDUCT.md").read_text(encoding="utf-8")
    assert "Contributor Covenant" in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
