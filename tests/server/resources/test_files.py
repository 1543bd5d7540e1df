"""Files are served as they are; pages with all that they name; what is not there, with a way on."""

import json
import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from crosswalk_rdf.site.paths import href
from tests.recipes.test_files import TYPES
from tests.server.resources.client import TOP, ResourceClient

_NAMED = re.compile(rb'<(?:link|script|img|source)\b[^>]*?\b(?:href|src)="([^"#?]+)')
_ASSETS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "html": "text/html; charset=utf-8",
}


def test_every_file_is_served(any_client: ResourceClient) -> None:
    for name, file in any_client.service.build.files.items():
        answer = any_client.get(href(name, ""), "image/x-none")
        if name == ".htaccess" or name == ".nojekyll" or name.startswith("recipes/"):
            assert answer.status == 404, name
        elif name != ".well-known/void":
            assert answer.status == 200, name
            assert answer.body == file.content, name


@pytest.mark.parametrize("path", TYPES)
def test_media_types_are_those_of_the_recipes(tiny_client: ResourceClient, path: str) -> None:
    if path in tiny_client.service.build.files:
        assert tiny_client.get(path).header("content-type") == TYPES[path]


def test_pages_have_their_assets(any_client: ResourceClient) -> None:
    assets = set()
    for name, file in any_client.service.build.files.items():
        if not name.endswith(".html") or name == "404.html":
            continue
        for match in _NAMED.findall(file.content):
            target = normpath(join(dirname(name), match.decode().replace("&#39;", "'")))
            if not re.match("[a-z]+:", match.decode()):
                assets.add(target)
    assert len(assets) > 20
    for target in assets:
        answer = any_client.get(target, "*/*")
        assert answer.status == 200, target
        assert answer.header("content-type") == _ASSETS[unquote(target).rpartition(".")[2]], target


def test_a_collection_of_the_case_service(tiny_client: ResourceClient) -> None:
    for path in ("ims/case/v1p1/CFDocuments", "ims/case/v1p1/CFDocuments/"):
        answer = tiny_client.get(path)
        assert (answer.status, answer.header("content-type")) == (200, "application/json")
        assert json.loads(bytes(answer.body))["CFDocuments"]


def test_a_page_that_is_no_resource_has_a_short_address_too(tiny_client: ResourceClient) -> None:
    answer = tiny_client.get("search", "text/turtle")
    assert (answer.status, answer.header("location")) == (303, f"{TOP}search.html")


def test_a_browser_gets_our_page_of_what_is_not_there(flagship_client: ResourceClient) -> None:
    answer = flagship_client.get("psel-2015/none", "text/html,*/*;q=0.8")
    assert (answer.status, answer.header("content-type")) == (404, "text/html; charset=utf-8")
    for link in _NAMED.findall(bytes(answer.body)):
        if link.startswith(b"/"):
            assert flagship_client.get(link.decode()).status == 200
    assert b'href="/assets/site.css"' in bytes(answer.body)


@pytest.mark.parametrize("accept", [None, "*/*", "text/turtle", "application/json"])
def test_others_get_a_problem_with_what_is_near(
    flagship_client: ResourceClient, accept: str
) -> None:
    answer = flagship_client.get("psel-2015/none", accept)
    assert (answer.status, answer.header("content-type")) == (404, "application/problem+json")
    assert json.loads(bytes(answer.body))["nearest"] == f"{TOP}psel-2015"


def test_a_wrong_suffix_is_told_of_the_right_ones(flagship_client: ResourceClient) -> None:
    answer = flagship_client.get("psel-2015/1a.n3")
    there = [each["url"] for each in json.loads(bytes(answer.body))["alternatives"]]
    assert answer.status == 404
    assert f"{TOP}psel-2015/1a.ttl" in there


def test_a_notation_with_a_dot_is_no_suffix(flagship_client: ResourceClient) -> None:
    answer = flagship_client.get("lcpe-2017/VVC.1.a", "text/turtle")
    assert answer.header("location") == f"{TOP}lcpe-2017/VVC.1.a.ttl"


def test_a_query_is_left_aside(tiny_client: ResourceClient) -> None:
    answer = tiny_client.get("schule/MA?from=somewhere", "text/turtle")
    assert answer.header("location") == f"{TOP}schule/MA.ttl"
    assert tiny_client.get("schule/MA?profile=%ff").status == 400
