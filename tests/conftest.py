"""What many tests stand on: the repository, the flagship, its store."""

import gc
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from hypothesis import settings

from crosswalk_rdf import publish
from crosswalk_rdf.cli import main
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library, load_library
from crosswalk_rdf.project.previous_version import load_previous
from crosswalk_rdf.project.publication import load_publication
from tests.built import BuiltSite, shared, written
from tests.scheduling import (
    SLOW_PLACES,
    is_below,
    longest_first,
    make_few_examples,
    mark_slow,
    worker_group,
)

settings.register_profile("crosswalk-rdf", deadline=None)  # a slow machine is not a fault
settings.load_profile("crosswalk-rdf")

REPOSITORY = Path(__file__).resolve().parent.parent
TINY = REPOSITORY / "tests/publications/tiny"
DENIALS = REPOSITORY / "tests/publications/denials"
GROUPS = REPOSITORY / "tests/publications/groups"
SAMPLES = REPOSITORY / "tests/samples"
FOREIGN = {
    "case/opensalt-what-standards-could-be.cfpackage.json": "standards",
    "case/opensalt-markdown.cfpackage.json": "markdown",
    "skos/kim-schulfaecher.ttl": "faecher",
    "skos/coar-resource-types.ttl": "resource-types",
}
"""What the publication of others holds: samples by file, and the id that each gets."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--endpoint", metavar="URL", help="ask the flagship's queries of this SPARQL endpoint, too"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Distribute tests over workers, where there are any, by the groups of tests/scheduling.py."""
    if getattr(config.option, "numprocesses", None) and config.option.dist == "no":
        config.option.dist = "loadscope"
        config.option.loadscopereorder = False


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Return what keeps the tests of a group in one worker.

    The marker ``xdist_group`` does nothing with pytest 9.2: pytest-xdist 3.8 changes a node id that
    pytest no longer reads.
    """
    from xdist.scheduler import LoadScopeScheduling

    class LoadGroupScheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return worker_group(nodeid)

    return LoadGroupScheduling(config, log)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where slow tests are left out, do not import files in which every test is slow."""
    file = collection_path.relative_to(REPOSITORY).as_posix()
    return True if config.option.markexpr == "not slow" and is_below(file, SLOW_PLACES) else None


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let the garbage collector pass over the tests: all of them live until the end."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is slow; without that, make few examples; in a worker, sort by groups."""
    mark_slow(items)
    if config.option.markexpr == "not slow":
        make_few_examples(items)
    if hasattr(config, "workerinput"):
        longest_first(items)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def flagship() -> Publication:
    return load_publication(REPOSITORY)


@pytest.fixture(scope="session")
def library(flagship: Publication) -> Library:
    return load_library(flagship.base, (REPOSITORY, flagship.written_base))


@pytest.fixture(scope="session")
def flagship_store(flagship: Publication, library: Library) -> ox.Store:
    """The flagship as it is published: asserted, inferred, described. Read it only."""
    return publish.dataset(flagship, library)


@pytest.fixture(scope="session")
def flagship_site(
    flagship: Publication, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> BuiltSite:
    """The whole of what is published of the flagship, in memory and on disk. Read it only."""

    def make(folder: Path) -> BuiltSite:
        return written("flagship", flagship, publish.build(flagship, library), folder / "dist")

    return shared("flagship", tmp_path_factory, make)


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same of a German publication with odd notations."""
    return small_site("tiny", load_publication(TINY), TINY, tmp_path_factory)


def small_site(
    name: str, publication: Publication, project: Path, factory: pytest.TempPathFactory
) -> BuiltSite:
    """Return the whole of what is published of the publication in the folder ``project``."""

    def make(folder: Path) -> BuiltSite:
        library = load_library(publication.base, (project, publication.written_base))
        return written(name, publication, publish.build(publication, library), folder / "dist")

    return shared(name, factory, make)


@pytest.fixture(scope="session")
def denials() -> Publication:
    """A publication whose parts also say what does not match, with a statement below two."""
    return load_publication(DENIALS)


@pytest.fixture(scope="session")
def groups() -> Publication:
    """A publication with collections, and with labels and notes that are resources."""
    return load_publication(GROUPS)


@pytest.fixture(scope="session")
def denials_site(denials: Publication, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The whole of what is published of that. Read it only."""
    return small_site("denials", denials, DENIALS, tmp_path_factory)


@pytest.fixture(scope="session")
def groups_site(groups: Publication, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The whole of what is published of that. Read it only."""
    return small_site("groups", groups, GROUPS, tmp_path_factory)


@pytest.fixture(scope="session")
def later_site(tiny_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The next version of that, without one statement: it has changes, and tombstones."""
    base = tiny_site.publication.base
    publication = without(tiny_site.publication, f"{base}beruf/02")

    def make(folder: Path) -> BuiltSite:
        library = load_library(base, (TINY, tiny_site.publication.written_base))
        previous = load_previous(tiny_site.folder)
        build = publish.build(publication, library, previous=previous)
        return written("later", publication, build, folder / "dist")

    return shared("later", tmp_path_factory, make)


@pytest.fixture(scope="session")
def imported_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same of a publication into which third-party frameworks were imported, as they are."""

    def make(folder: Path) -> BuiltSite:
        shutil.copytree(TINY, folder, dirs_exist_ok=True)
        for name, id in FOREIGN.items():
            arguments = ["import", str(SAMPLES / name), "--as", id, "--project", str(folder)]
            result = CliRunner().invoke(main, arguments)
            assert result.exit_code == 0, result.output
        publication = load_publication(folder)
        library = load_library(publication.base, (folder, publication.written_base))
        build = publish.build(publication, library)
        return written("imported", publication, build, folder / "dist")

    return shared("imported", tmp_path_factory, make)


def without(publication: Publication, gone: str) -> Publication:
    """Return the next version of ``publication``, without a statement and what is said of it."""
    frameworks = tuple(
        replace(f, statements=tuple(s for s in f.statements if str(s.iri) != gone))
        for f in publication.frameworks
    )
    crosswalks = tuple(
        replace(
            c,
            parts=tuple(
                replace(
                    p,
                    alignments=tuple(
                        a for a in p.alignments if gone not in (str(a.subject), str(a.object))
                    ),
                )
                for p in c.parts
            ),
            errata=tuple(e for e in c.errata if gone not in map(str, e.concerns)),
        )
        for c in publication.crosswalks
    )
    return replace(publication, version="2.0.0", frameworks=frameworks, crosswalks=crosswalks)
