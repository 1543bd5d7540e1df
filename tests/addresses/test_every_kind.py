"""Every IRI below the base is answered in every form, by the service and by a static host."""

from collections import Counter
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.model import Statement
from crosswalk_rdf.model.document_paths import folded, normal_name
from tests.addresses.answers import Get, Response, faults, iris
from tests.addresses.publications import BASE, Scheme, built
from tests.built import BuiltSite
from tests.recipes.served import Server
from tests.server.resources.client import TOP, client
from tests.site import links
from tests.site.documents import documents

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def service_get(site: BuiltSite) -> Get:
    """Return what asks the service."""
    asked = client(site.folder)

    def get(name: str, accept: str) -> Response:
        answer = asked.get(f"/{name}", accept)
        location = answer.header("location").removeprefix(TOP)
        return Response(answer.status, answer.header("content-type"), location, answer.body)

    return get


def server_get(server: Server) -> Get:
    """Return what asks a static host."""

    def get(name: str, accept: str) -> Response:
        answer = server.get(name, accept)
        location = answer.location.removeprefix(server.path)
        return Response(answer.status, answer.headers["content-type"], location, answer.body)

    return get


def statements(site: BuiltSite) -> list[Statement]:
    return [s for framework in site.publication.frameworks for s in framework.statements]


def test_the_service_answers(odd_site: BuiltSite) -> None:
    assert len(iris(odd_site)) > 100
    assert list(faults(odd_site, service_get(odd_site))) == []


@pytest.mark.slow
def test_a_static_host_answers(odd_site: BuiltSite, odd_server: Server) -> None:
    assert list(faults(odd_site, server_get(odd_server))) == []


@pytest.mark.slow
def test_both_lead_to_the_same_document(odd_site: BuiltSite, odd_server: Server) -> None:
    of_service, of_server = service_get(odd_site), server_get(odd_server)
    for iri in iris(odd_site):
        name = normal_name(iri.removeprefix(BASE).partition("#")[0])
        for accept in ("text/turtle", "text/html", "*/*"):
            expected = of_service(name, accept).location
            if expected:
                assert unquote(of_server(name, accept).location) == unquote(expected), name


def test_each_statement_has_a_page_of_its_own(odd_site: BuiltSite) -> None:
    addresses = odd_site.build.dataset.addresses
    pages = [f"{addresses.path(str(s.iri))}.html" for s in statements(odd_site)]
    assert len(set(pages)) == len(pages)
    for statement, page in zip(statements(odd_site), pages, strict=True):
        assert str(statement.text) in odd_site.files[page].decode()
        assert odd_site.build.index[page].about[0] == str(statement.iri)


def test_no_two_files_are_one_on_some_file_system(odd_site: BuiltSite) -> None:
    files = list(odd_site.files)
    assert [path for path, count in Counter(map(folded, files)).items() if count > 1] == []
    assert max(len(name.encode()) for path in files for name in path.split("/")) < 255


def test_a_page_of_several_fragments_has_a_place_for_each(odd_site: BuiltSite) -> None:
    pages = documents(odd_site)
    for iri in iris(odd_site):
        local, mark, fragment = iri.removeprefix(BASE).partition("#")
        if mark and fragment and local != "ontology":
            page = odd_site.build.dataset.addresses.path(BASE + local)
            assert fragment in pages[f"{page}.html"].ids, iri


def test_links_lead_to_documents(odd_site: BuiltSite) -> None:
    pages = documents(odd_site)
    ids = {path: page.ids for path, page in pages.items()}
    checked = links.Site(BASE, frozenset(odd_site.files), ids)
    faults = [fault for page in pages.values() for fault in links.page_faults(checked, page)]
    assert not faults, "\n".join(faults[:40])


def test_the_sitemap_names_each_page_by_a_uri(odd_site: BuiltSite, odd_server: Server) -> None:
    root = ET.fromstring(odd_site.files["sitemap.xml"])
    locations = [str(each.text) for each in root.iter(f"{SITEMAP}loc")]
    assert len(locations) > 150
    for location in locations:
        assert location.isascii()
        assert " " not in location
        assert odd_server.get(location.removeprefix(BASE), "text/html").status == 200, location


@pytest.mark.parametrize(
    ("notation", "iri", "reason"),
    [
        (".", "", "a segment '.' or '..'"),
        ("..", "", "a segment '.' or '..'"),
        ("n", "a/../b", "a segment '.' or '..'"),
        ("n", "a/%2E%2e/b", "a segment '.' or '..'"),
        ("n", "/b", "two slashes"),
        ("n", "a%00", "U+0000"),
        ("n", "sparql", "an address of the service"),
        ("n", "queries/x", "an address of the service"),
        ("n", "ims/case/v1p1/x", "an address of the service"),
        ("n", "openapi.json", "an address of the service"),
        ("n", "term?", "an empty query"),
        ("n", "dataset", "its own description"),
        ("n", "catalog", "its own description"),
        ("n", "ontology", "its own description"),
        ("n", "f/%61", "the same address as http://www.example.com/k/f/a"),
        ("n", "f/%61#x", "the same address as http://www.example.com/k/f/a"),
    ],
)
def test_an_iri_that_nobody_can_ask_for_is_a_fault_of_its_row(
    notation: str, iri: str, reason: str, tmp_path: Path
) -> None:
    rows = [("a", ""), (notation, BASE + iri if iri else "")]
    with pytest.raises(InputFaults) as caught:
        built(tmp_path / "project", [Scheme("f", statements=rows)])
    [fault] = caught.value.faults
    assert (fault.file, fault.line) == ("data/frameworks/f/statements.csv", 3)
    assert reason in fault.message
