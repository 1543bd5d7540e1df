"""Installed from a wheel, the tool works in any folder, away from the repository."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def installed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of a fresh environment that holds the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*pip, *build, str(repository)], check=True)
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    wheel = str(next(folder.glob("*.whl")))
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", wheel], check=True)
    packages = next(environment.glob("lib/python*/site-packages"))
    # The dependencies of this environment, but not its editable install: a path file that is only
    # named in another is not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return environment / "bin" / "crosswalk-rdf"


def test_init_and_build_away_from_the_repository(installed: Path, tmp_path: Path) -> None:
    python = installed.with_name("python")
    where = "import crosswalk_rdf; print(crosswalk_rdf.__file__)"
    found = subprocess.run(
        [python, "-c", where], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(found.stdout).is_relative_to(installed.parent.parent)
    texts = installed.parent.parent.glob("lib/*/site-packages/crosswalk_rdf/server/endpoints/*/*.*")
    assert {"description.rq", "page.html"} <= {path.name for path in texts}
    subprocess.run([installed, "init", "mine"], cwd=tmp_path, check=True)
    subprocess.run([installed, "build", "--project", "mine"], cwd=tmp_path, check=True)
    assert (tmp_path / "mine/dist/teacher-standards/1a.jsonld").is_file()
    report = (tmp_path / "mine/dist/validation/report.txt").read_text()
    assert report.splitlines()[-1].endswith("0 violations")


def test_a_folder_adds_its_own_beside_ours(installed: Path, tmp_path: Path) -> None:
    subprocess.run([installed, "init", "mine"], cwd=tmp_path, check=True)
    query = tmp_path / "mine/queries/own.rq"
    query.parent.mkdir()
    query.write_text("#+ summary: One\nSELECT (1 AS ?one) WHERE {}\n")
    listed = subprocess.run(
        [installed, "query", "--list", "--project", "mine"],
        cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    names = {line.split()[0] for line in listed.stdout.splitlines()}
    assert {"own", "aligned"} <= names
