"""The built sites, and their pages read once."""

import pytest

from crosswalk_rdf import publish
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.matrix import TabulatedCrosswalk
from tests.built import BuiltSite
from tests.conftest import TINY
from tests.site.documents import Document, documents


@pytest.fixture(scope="session", params=["flagship", "tiny", "later", "imported"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the built sites."""
    found: BuiltSite = request.getfixturevalue(f"{request.param}_site")
    return found


@pytest.fixture(scope="session")
def pages(site: BuiltSite) -> dict[str, Document]:
    return documents(site)


@pytest.fixture(scope="session")
def tiny_crosswalk() -> TabulatedCrosswalk:
    """The crosswalk of the German publication, as its pages see it."""
    publication = load_publication(TINY)
    library = load_library(publication.base, (TINY, publication.written_base))
    (found,) = assemble(publication, publish.dataset(publication, library)).crosswalks
    return found
