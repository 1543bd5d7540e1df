"""What a pull request to perma-id/w3id.org would hold leads to the site, wherever that is."""

from collections.abc import Iterator

import pytest

from crosswalk_rdf.site.well_known.recipes import PLACEHOLDER
from tests.recipes import servers
from tests.recipes.conftest import open_folder
from tests.recipes.served import Server, publication, recipes
from tests.recipes.test_negotiation import ACCEPTED

BASE = "https://w3id.org/kompetenzen/"
HOSTED = "https://www.example.com/k/"


@pytest.fixture(scope="module")
def w3id(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.w3id(open_folder(tmp_path_factory, "w3id"), publication(HOSTED, BASE)) as server:
        yield server


@pytest.mark.parametrize("case", ACCEPTED)
def test_the_accept_header_decides(w3id: Server, case: str) -> None:
    accept, expected = ACCEPTED[case]
    answer = w3id.get("schule/MA", accept)
    assert answer.status == 303
    assert answer.headers["location"] == f"{HOSTED}schule/MA.{expected}"
    assert "accept" in answer.headers["vary"].lower()


@pytest.mark.parametrize(
    ("asked", "status", "leads_to"),
    [
        ("", 303, "dataset.ttl"),
        ("schule", 303, "schule.ttl"),
        ("schule/", 303, "schule.ttl"),
        ("schule/MA%201", 303, "schule/MA%201.ttl"),
        ("schule/%C3%84.1.c", 303, "schule/%C3%84.1.c.ttl"),
        ("schule/100%25", 303, "schule/100%25.ttl"),
        ("schule/a%3Fb", 303, "schule/a%253Fb.ttl"),
        ("schule/1.ttl", 303, "schule/1.ttl.ttl"),
        ("schule/1A", 303, "schule/1A.ttl"),
        ("term?id=5", 303, "term%253Fid=5.ttl"),
        ("term?from=somewhere", 303, "term.ttl"),
        ("data/publication.toml", 303, "dataset.ttl"),
        ("schule/MA?x=1", 303, "schule/MA.ttl"),
        ("schule/MA.ttl", 302, "schule/MA.ttl"),
        ("schule/MA.html", 302, "schule/MA.html"),
        ("dumps/kompetenzen.nt.gz", 302, "dumps/kompetenzen.nt.gz"),
        ("sssom/schule-beruf/alle.sssom.tsv", 302, "sssom/schule-beruf/alle.sssom.tsv"),
        (".well-known/void", 302, ".well-known/void"),
        ("ontology", 303, "ontology.ttl"),
    ],
)
def test_a_name_leads_to_the_site(w3id: Server, asked: str, status: int, leads_to: str) -> None:
    answer = w3id.get(asked, "text/turtle")
    assert (answer.status, answer.headers["location"]) == (status, HOSTED + leads_to)


def test_the_top_leads_to_the_home_page(w3id: Server) -> None:
    answer = w3id.get("", "text/html")
    assert (answer.status, answer.headers["location"]) == (302, HOSTED)


def test_without_the_url_of_the_site_it_says_what_to_do() -> None:
    text = recipes(publication(base=BASE))["recipes/w3id/.htaccess"].decode()
    assert "# TO DO BEFORE YOU SEND THIS" in text
    assert PLACEHOLDER in text
    assert "TO DO" not in recipes(publication(HOSTED, BASE))["recipes/w3id/.htaccess"].decode()


def test_only_a_base_below_w3id_has_it() -> None:
    assert not [name for name in recipes(publication(HOSTED)) if "w3id" in name]


def test_the_readme_names_the_maintainers() -> None:
    text = recipes(publication(HOSTED, BASE))["recipes/w3id/README.md"].decode()
    assert BASE in text
    assert HOSTED in text
    assert "Erika Mustermann, @put-your-GitHub-name-here" in text
