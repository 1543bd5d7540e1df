"""The service on each of the publications that tests have."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner

from crosswalk_rdf import publish
from crosswalk_rdf.cli import main
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.server.content.files import generated_file
from crosswalk_rdf.server.service import Service
from tests.built import BuiltSite, written
from tests.conftest import TINY
from tests.server.case.client import VERSIONS, service
from tests.server.case.complete import complete_package


@pytest.fixture(scope="session")
def flagship_service(flagship_site: BuiltSite) -> Service:
    return service(flagship_site)


@pytest.fixture(scope="session")
def tiny_service(tiny_site: BuiltSite) -> Service:
    return service(tiny_site)


@pytest.fixture(scope="session")
def imported_service(imported_site: BuiltSite) -> Service:
    return service(imported_site)


@pytest.fixture(scope="session", params=["flagship", "tiny", "imported", "complete"])
def any_service(request: pytest.FixtureRequest) -> Service:
    value: Service = request.getfixturevalue(f"{request.param}_service")
    return value


@pytest.fixture(scope="session")
def complete_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A publication with a resource of every kind."""
    project = tmp_path_factory.mktemp("complete")
    shutil.copytree(TINY, project, dirs_exist_ok=True)
    file = tmp_path_factory.mktemp("package") / "complete.case.json"
    file.write_bytes(complete_package())
    arguments = ["import", str(file), "--as", "complete", "--project", str(project)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    publication = load_publication(project)
    library = load_library(publication.base, (project, publication.written_base))
    built = publish.build(publication, library)
    return written("complete", publication, built, project / "dist")


@pytest.fixture(scope="session")
def complete_service(complete_site: BuiltSite) -> Service:
    return service(complete_site)


@pytest.fixture(scope="session")
def with_documents(tiny_service: Service) -> Callable[[list[Any]], Service]:
    """The service on made-up CFDocuments; what they lack does not matter to the collection."""

    def make(documents: list[Any]) -> Service:
        content = json.dumps({"CFDocuments": documents}).encode()
        index = generated_file(content, 0)
        files = {f"{folder[1:]}CFDocuments/index.json": index for folder in VERSIONS.values()}
        build = replace(tiny_service.build, files=files)
        return replace(tiny_service, build=build, _cache={})

    return make
