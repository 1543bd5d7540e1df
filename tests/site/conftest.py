"""The built sites, and their pages read once."""

import pytest

from crosswalk_rdf import publish
from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.matrix import TabulatedCrosswalk
from tests.built import BuiltSite
from tests.conftest import TINY
from tests.site.documents import Document, documents


@pytest.fixture(scope="session", params=["flagship", "tiny", "later", "imported", "groups"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the built sites."""
    value: BuiltSite = request.getfixturevalue(f"{request.param}_site")
    return value


@pytest.fixture(scope="session")
def documents_by_site() -> dict[str, dict[str, Document]]:
    """What ``pages`` has read: pytest makes a fixture with parameters anew at each change."""
    return {}


@pytest.fixture(scope="session")
def pages(
    site: BuiltSite, documents_by_site: dict[str, dict[str, Document]]
) -> dict[str, Document]:
    if site.name not in documents_by_site:
        documents_by_site[site.name] = documents(site)
    return documents_by_site[site.name]


@pytest.fixture(scope="session")
def tiny_crosswalk() -> TabulatedCrosswalk:
    """The crosswalk of the German publication, as its pages see it."""
    publication = load_publication(TINY)
    library = load_library(publication.base, (TINY, publication.written_base))
    store = publish.dataset(publication, library)
    (crosswalk,) = assemble(publication, store, Addresses(publication.base)).crosswalks
    return crosswalk
