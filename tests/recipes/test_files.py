"""Files are served as they are, with the right media types and headers."""

import pytest

from tests.recipes.served import Server

TYPES = {
    "schule.html": "text/html; charset=utf-8",
    "schule/MA.ttl": "text/turtle; charset=utf-8",
    "schule/MA.jsonld": "application/ld+json",
    "schule/MA.rdf": "application/rdf+xml",
    "schule/MA.nt": "application/n-triples",
    "schule/V.ttl.1.nt": "application/n-triples",
    "dumps/kompetenzen.nq": "application/n-quads",
    "dumps/kompetenzen.trig": "application/trig",
    "dumps/kompetenzen.nt.gz": "application/gzip",
    "sssom/schule-beruf/alle.sssom.tsv": "text/tab-separated-values; charset=utf-8",
    "queries/ziele.rq": "application/sparql-query",
    "changes.atom": "application/atom+xml",
    "assets/engine.wasm": "application/wasm",
    "assets/site.js": "text/javascript; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "sitemap.xml": "application/xml",
    "robots.txt": "text/plain; charset=utf-8",
    ".well-known/void": "text/turtle; charset=utf-8",
    "ims/case/v1p1/CFItems/be2e6bcd-d4a4-4e4b-aabe-9ecbb98d08d0": "application/json",
    "ims/case/v1p1/CFDocuments": "application/json",
    "jskos/schule.jskos.ndjson": "application/x-ndjson",
    "clr/schule-beruf.clr-associations.json": "application/ld+json",
    "checksums.sha256": "text/plain; charset=utf-8",
    "spreadsheets/publication.xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}


@pytest.mark.parametrize("path", TYPES)
def test_media_type(server: Server, path: str) -> None:
    answer = server.get(path, "text/html")
    assert (answer.status, answer.headers["content-type"]) == (200, TYPES[path])
    assert "content-encoding" not in answer.headers


def test_a_collection_of_the_case_service_is_a_file(server: Server) -> None:
    assert server.get("ims/case/v1p1/CFDocuments").body == b'{"CFDocuments": []}'


def test_what_the_case_service_does_not_have_is_not_there(server: Server) -> None:
    assert server.get("ims/case/v1p1/CFItems/00000000-0000-4000-8000-000000000000").status == 404


@pytest.mark.parametrize("accept", [None, "text/html", "*/*", "image/png"])
def test_the_home_page_is_at_the_top(server: Server, accept: str | None) -> None:
    answer = server.get("", accept)
    assert (answer.status, answer.body) == (200, b"index.html")


@pytest.mark.parametrize("name", ["", "?x=y", "dataset/statistics", "data/publication.toml"])
def test_the_dataset_is_described_in_its_document(server: Server, name: str) -> None:
    answer = server.get(name, "text/turtle")
    assert (answer.status, answer.location) == (303, f"{server.path}dataset.ttl")


def test_a_page_that_is_no_resource_has_a_short_address_too(server: Server) -> None:
    answer = server.get("search", "text/turtle")
    assert (answer.status, answer.location) == (303, f"{server.path}search.html")


@pytest.mark.parametrize("path", ["nothing", "schule/nothing.ttl", "a/b/c/d", "schule-beruf"])
def test_what_is_not_there_gets_our_page(server: Server, path: str) -> None:
    answer = server.get(path, "text/turtle")
    assert (answer.status, answer.body) == (404, b"404.html")


@pytest.mark.parametrize("path", ["schule/MA", "schule/MA.html", "schule/MA.ttl", "nothing"])
def test_anyone_may_read_from_anywhere(server: Server, path: str) -> None:
    assert server.get(path).headers["access-control-allow-origin"] == "*"


def test_pages_run_only_what_is_ours(server: Server) -> None:
    policy = server.get("schule/MA.html").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy


def test_the_recipe_of_apache_is_not_served(server: Server) -> None:
    if server.name not in ("netlify", "cloudflare"):
        assert server.get(".htaccess").status in (403, 404)
