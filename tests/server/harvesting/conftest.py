"""Publications, and each of them a little later: one statement changed, one gone, one new."""

import re
import string
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from rdflib import Literal, URIRef

from crosswalk_rdf import publish
from crosswalk_rdf.model import Framework, Publication, Statement
from crosswalk_rdf.project.library import load_library
from tests.built import BuiltSite, written
from tests.conftest import REPOSITORY, TINY, without
from tests.server.harvesting.http import Host

SITES = ("tiny", "flagship", "imported", "later")


@pytest.fixture(scope="session")
def updated(
    tmp_path_factory: pytest.TempPathFactory, tiny_site: BuiltSite
) -> Callable[[BuiltSite], Path]:
    """The folder of what comes after a site: same version, same date, no word of the one before.

    After the one with tombstones comes the one without: what was gone is there again.
    """
    by_name: dict[str, Path] = {"later": tiny_site.folder}

    def make(site: BuiltSite) -> Path:
        if site.name not in by_name:
            publication = changed(site.publication)
            folders = {"flagship": REPOSITORY}
            project = folders.get(site.name, TINY)
            library = load_library(publication.base, (project, publication.written_base))
            folder = tmp_path_factory.mktemp(site.name) / "dist"
            build = publish.build(publication, library)
            by_name[site.name] = written(site.name, publication, build, folder).folder
        return by_name[site.name]

    return make


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> BuiltSite:
    value = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(value, BuiltSite)
    return value


@pytest.fixture
def host(site: BuiltSite) -> Host:
    return Host(site.folder, datetime.now(UTC) + timedelta(minutes=1))


@pytest.fixture
def later(host: Host, site: BuiltSite, updated: Callable[[BuiltSite], Path]) -> Callable[[], None]:
    """Let the service load the next build."""

    def publish_it() -> None:
        host.fetched.clear()
        host.sizes.clear()
        host.publish(updated(site), host.now + timedelta(hours=1))

    return publish_it


def changed(publication: Publication) -> Publication:
    """Return ``publication`` with a statement less, one more, and another text of one."""
    framework = publication.frameworks[0]
    parents = {s.broader for s in framework.statements}
    leaves = [s for s in framework.statements if s.iri not in parents]
    gone, leaf = leaves[-1], leaves[0]
    smaller = without(publication, str(gone.iri))
    language = leaf.text.language
    text = Literal("Other words", lang=language)
    reworded = replace(leaf, text=text, label=leaf.preferred_label, checksum=None)
    notation = free_notation(gone, framework)
    iri = URIRef(gone.iri.removesuffix(gone.notation) + notation)
    new = replace(
        gone,
        iri=iri,
        notation=notation,
        checksum=None,
        uuid=str(UUID(int=7, version=4)),
        text=Literal("New words", lang=language),
    )
    statements = [reworded if s.iri == leaf.iri else s for s in smaller.frameworks[0].statements]
    first = replace(smaller.frameworks[0], statements=(*statements, new))
    return replace(
        smaller, version=publication.version, frameworks=(first, *smaller.frameworks[1:])
    )


def free_notation(statement: Statement, framework: Framework) -> str:
    """Return a notation that fits the level of ``statement``, and that no other has."""
    notations = {s.notation for s in framework.statements}
    patterns = [
        level.notation_pattern for level in framework.levels if level.kind == statement.kind
    ]
    ends = string.digits + string.ascii_letters
    candidates = [
        f"{stem}{end}" for stem in (statement.notation[:-1], statement.notation) for end in ends
    ]
    return next(
        notation
        for notation in candidates
        if notation not in notations and all(re.fullmatch(p, notation) for p in patterns if p)
    )
