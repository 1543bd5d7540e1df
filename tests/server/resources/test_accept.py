"""The Accept header decides as it does on the static hosts; what nothing fits is a 406."""

import json

import pytest
from rdflib import Graph

from crosswalk_rdf.serialization.syntaxes import document_syntaxes
from tests.recipes.test_negotiation import ACCEPTED
from tests.server.resources.client import TOP, ResourceClient

NOTHING_FITS = ("unknown", "lookalike")
LD = 'application/ld+json;profile="{}"'
NS = "http://www.w3.org/ns/json-ld#"


@pytest.mark.parametrize("case", [case for case in ACCEPTED if case not in NOTHING_FITS])
def test_the_accept_header_decides(tiny_client: ResourceClient, case: str) -> None:
    accept, expected = ACCEPTED[case]
    answer = tiny_client.get("schule/MA", accept)
    assert (answer.status, answer.header("location")) == (303, f"{TOP}schule/MA.{expected}")
    assert "Accept" in answer.header("vary").split(", ")


@pytest.mark.parametrize("name", ["ontology", "shapes"])
def test_terms_and_shapes_are_documents_as_well(tiny_client: ResourceClient, name: str) -> None:
    counts = set()
    for syntax in document_syntaxes():
        accept, suffix = syntax.media_type, syntax.suffix
        answer = tiny_client.get(f"{name}/", accept)
        assert (answer.status, answer.header("location")) == (303, f"{TOP}{name}{suffix}")
        document = tiny_client.get(f"{name}{suffix}")
        graph = Graph().parse(bytes(document.body), format=accept, publicID=f"{TOP}{name}")
        counts.add(len(graph))
    assert len(counts) == 1
    assert counts.pop() > 100


@pytest.mark.parametrize("accept", [ACCEPTED[case][0] for case in NOTHING_FITS] + ["*/*;q=0"])
def test_what_nothing_fits_lists_what_there_is(tiny_client: ResourceClient, accept: str) -> None:
    answer = tiny_client.get("schule/MA", accept.replace(",application/rdf+xml-x", ""))
    assert (answer.status, answer.header("content-type")) == (406, "application/problem+json")
    for each in json.loads(bytes(answer.body))["alternatives"]:
        assert tiny_client.get(each["url"]).status == 200
        media_type = tiny_client.get(each["url"]).header("content-type")
        assert media_type.replace("; charset=utf-8", "") == each["mediaType"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("application/trig", "trig"),
        ("application/n-quads", "nq"),
        ("application/ld+json, application/trig", "trig"),
        ("application/ld+json, application/trig;q=0.9", "jsonld"),
        ("application/ld+json, application/n-quads", "jsonld"),
        (LD.format(f"{NS}expanded"), "jsonld?profile=expanded"),
        (LD.format(f"{NS}flattened"), "jsonld?profile=flattened"),
        (LD.format(f"{NS}flattened {NS}expanded"), "jsonld?profile=flattened"),
        (LD.format(f"{NS}flattened {NS}compacted"), "jsonld?profile=flattened-compacted"),
        (LD.format(f"{NS}compacted {NS}flattened"), "jsonld?profile=flattened-compacted"),
        (LD.format(f"{NS}compacted"), "jsonld"),
        (LD.format("http://example.org/unknown"), "jsonld"),
        (LD.format(f"http://example.org/unknown {NS}expanded"), "jsonld?profile=expanded"),
        (f"{LD.format(f'{NS}expanded')};q=0.4, text/turtle;q=0.5", "ttl"),
        (f"application/ld+json;q=0.4, {LD.format(f'{NS}expanded')}", "jsonld?profile=expanded"),
        (f"application/ld+json, {LD.format(f'{NS}expanded')};q=0.4", "jsonld"),
    ],
)
def test_more_syntaxes_and_forms_of_json_ld(
    tiny_client: ResourceClient, accept: str, expected: str
) -> None:
    assert tiny_client.get("schule/MA", accept).header("location") == f"{TOP}schule/MA.{expected}"


def test_the_media_type_may_stand_in_the_query(tiny_client: ResourceClient) -> None:
    answer = tiny_client.get("schule/MA?_mediatype=text/turtle", "text/html")
    assert answer.header("location") == f"{TOP}schule/MA.ttl"


@pytest.mark.parametrize("plus", ["+", "%2B"])
def test_a_plus_in_the_query_need_not_be_encoded(tiny_client: ResourceClient, plus: str) -> None:
    answer = tiny_client.get(f"schule/MA?_mediatype=application/ld{plus}json", "text/html")
    assert answer.header("location") == f"{TOP}schule/MA.jsonld"


def test_the_form_is_heeded_at_the_address_of_json_ld(tiny_client: ResourceClient) -> None:
    answer = tiny_client.get("schule/MA.jsonld", LD.format(f"{NS}expanded"))
    assert answer.header("content-type") == LD.format(f"{NS}expanded")
    assert answer.header("content-location") == f"{TOP}schule/MA.jsonld?profile=expanded"
    assert isinstance(json.loads(bytes(answer.body)), list)
    plain = tiny_client.get("schule/MA.jsonld", "application/ld+json")
    assert isinstance(json.loads(bytes(plain.body)), dict)
    assert "Accept" in plain.header("vary").split(", ")
    assert plain.header("etag") != answer.header("etag")


def test_the_top_is_the_home_page_and_leads_to_the_dataset(tiny_client: ResourceClient) -> None:
    page = tiny_client.get("", "text/html")
    assert (page.status, page.header("content-type")) == (200, "text/html; charset=utf-8")
    assert "Accept" in page.header("vary").split(", ")
    data = tiny_client.get("", "text/turtle")
    assert (data.status, data.header("location")) == (303, f"{TOP}dataset.ttl")
    assert tiny_client.get("", "image/png").status == 406


def test_void_is_turtle_and_negotiated(tiny_client: ResourceClient) -> None:
    assert tiny_client.get(".well-known/void").header("content-type").startswith("text/turtle")
    other = tiny_client.get(".well-known/void", "application/rdf+xml")
    assert (other.status, other.header("location")) == (303, f"{TOP}dataset.rdf")


def test_head_is_get_without_content(tiny_client: ResourceClient) -> None:
    for target in ("schule/MA", "schule/MA.ttl", "nothing", ""):
        get, head = tiny_client.get(target), tiny_client.get(target, method="HEAD")
        numbers = {"x-request-id": head.header("x-request-id")}
        expected = (get.status, {**get.headers, **numbers}, b"")
        assert (head.status, head.headers, head.body) == expected
