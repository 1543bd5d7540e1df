"""Installed from a wheel, the tool works in any folder, away from the repository."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
EXTRACTION = "data/extraction"


def built_wheel(source: Path, folder: Path) -> Path:
    """Return the wheel of the package in ``source``, built into ``folder``."""
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*PIP, *build, str(source)], check=True)
    return next(folder.glob("*.whl"))


def install(wheel: Path, python: Path) -> None:
    """Install ``wheel`` in the environment of ``python``."""
    arguments = ["--python", str(python), "install", "--no-deps", str(wheel)]
    subprocess.run([*PIP, *arguments], check=True)


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of the product."""
    return built_wheel(repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of a fresh environment that holds the wheel."""
    environment = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(environment, with_pip=False)
    install(wheel, environment / "bin" / "python")
    packages = next(environment.glob("lib/python*/site-packages"))
    # The dependencies of this environment, but not its editable install: a path file that is only
    # named in another is not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return environment / "bin" / "crosswalk-rdf"


def test_the_wheel_holds_the_product_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folders = {name.partition("/")[0] for name in archive.namelist()}
        extraction = [name for name in archive.namelist() if "extract" in name]
    assert {name for name in folders if not name.endswith(".dist-info")} == {"crosswalk_rdf"}
    assert extraction == []


def test_the_plug_in_adds_its_command_to_the_wheel(
    repository: Path, installed: Path, tmp_path: Path
) -> None:
    missing = subprocess.run([installed, "extract"], capture_output=True, text=True)
    assert missing.returncode == 2
    install(built_wheel(repository / EXTRACTION, tmp_path), installed.with_name("python"))
    check = [installed, "extract", "--check", "--project", repository]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "10 data files, 0 changed\n"), done.stderr


def test_init_and_build_away_from_the_repository(installed: Path, tmp_path: Path) -> None:
    python = installed.with_name("python")
    where = "import crosswalk_rdf; print(crosswalk_rdf.__file__)"
    process = subprocess.run(
        [python, "-c", where], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(process.stdout).is_relative_to(installed.parent.parent)
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
