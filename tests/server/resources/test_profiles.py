"""A resource is described in the words of the standard that is asked for."""

import json
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, RDF, SKOS

from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.site.paths import href
from tests.server.resources.client import TOP, ResourceClient

STATEMENT, FRAMEWORK = "psel-2015/1a", "psel-2015"
ALIGNMENT = "crosswalk-2017/part-2/VVC.1--1a"
IRIS = {
    "skos": "http://www.w3.org/2004/02/skos/core",
    "schema": "https://schema.org/",
    "case": "https://purl.imsglobal.org/spec/case/v1p1",
    "ob": "https://purl.imsglobal.org/spec/ob/v3p0",
    "jskos": "https://gbv.github.io/jskos/",
}


def described(client: ResourceClient, name: str, profile: str) -> Any:
    answer = client.followed(f"{name}?profile={profile}")
    assert answer.status == 200
    return json.loads(bytes(answer.body))


def test_a_statement(flagship_client: ResourceClient) -> None:
    base = flagship_client.base
    iri, uuid = base + STATEMENT, "be2e6bcd-d4a4-4e4b-aabe-9ecbb98d08d0"
    case = described(flagship_client, STATEMENT, "case")
    assert (case["uri"], case["identifier"], case["humanCodingScheme"]) == (iri, uuid, "1a")
    badge = described(flagship_client, STATEMENT, "ob")
    assert (badge["targetUrl"], badge["type"]) == (iri, ["Alignment"])
    concept = described(flagship_client, STATEMENT, "jskos")
    assert (concept["uri"], concept["notation"]) == (iri, ["1a"])
    term = described(flagship_client, STATEMENT, "schema")
    assert (term["@id"], term["@type"], term["termCode"]) == (iri, "DefinedTerm", "1a")
    assert term["@context"]["@vocab"] == "https://schema.org/"


def test_a_framework(flagship_client: ResourceClient) -> None:
    iri = flagship_client.base + FRAMEWORK
    assert described(flagship_client, FRAMEWORK, "case")["CFPackageURI"]
    assert described(flagship_client, FRAMEWORK, "jskos")["uri"] == iri
    terms = described(flagship_client, FRAMEWORK, "schema")
    assert (terms["@id"], terms["@type"]) == (iri, "DefinedTermSet")
    assert len(described(flagship_client, FRAMEWORK, "ob")["@graph"]) == 93


def test_an_alignment(flagship_client: ResourceClient) -> None:
    iri = flagship_client.base + ALIGNMENT
    assert described(flagship_client, ALIGNMENT, "case")["associationType"] == "isRelatedTo"
    assert described(flagship_client, ALIGNMENT, "jskos")["uri"] == iri
    assert flagship_client.get(f"{ALIGNMENT}?profile=ob").status == 406


def test_a_part_of_a_crosswalk(flagship_client: ResourceClient) -> None:
    part = "crosswalk-2017/part-2"
    assert described(flagship_client, part, "jskos")["uri"] == flagship_client.base + part
    assert described(flagship_client, part, "case")["uri"] == flagship_client.base + part


@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
@pytest.mark.parametrize("name", [STATEMENT, FRAMEWORK, ALIGNMENT])
def test_skos_and_nothing_else(flagship_client: ResourceClient, name: str, syntax: Any) -> None:
    answer = flagship_client.followed(f"{name}?profile=skos", syntax.media_type)
    assert answer.header("content-type").partition(";")[0] == syntax.media_type
    triples = {q.triple for q in ox.parse(bytes(answer.body), syntax.parser)}
    assert triples
    for triple in triples:
        words = {triple.predicate.value}
        if triple.predicate.value == str(RDF.type):
            words = {triple.object.value}
        assert all(word.startswith((str(SKOS), str(DCTERMS))) for word in words)
    plain = flagship_client.get(f"{name}.nt?profile=skos")
    assert triples == {q.triple for q in ox.parse(bytes(plain.body), ox.RdfFormat.N_TRIPLES)}


def test_a_record_is_there_as_its_mapping(flagship_client: ResourceClient) -> None:
    base = flagship_client.base
    line = f"<{base}lcpe-2017/VVC.1> <{SKOS.relatedMatch}> <{base}{STATEMENT}> .\n"
    for name in (STATEMENT, ALIGNMENT, "lcpe-2017/VVC.1"):
        answer = flagship_client.get(f"{name}.nt?profile=skos")
        assert line.encode() in bytes(answer.body)


@pytest.mark.parametrize("token", IRIS)
def test_a_profile_has_a_token_an_iri_and_a_header(
    flagship_client: ResourceClient, token: str
) -> None:
    by_token = flagship_client.get(f"{STATEMENT}?profile={token}").header("location")
    assert by_token.endswith(f"?profile={token}")
    for iri in (IRIS[token], IRIS[token] + "/", IRIS[token].replace("https:", "http:")):
        for name in ("profile", "_profile"):
            quoted = iri.replace("/", "%2F").replace(":", "%3A")
            response = flagship_client.get(f"{STATEMENT}?{name}={quoted}")
            assert response.header("location") == by_token
        header = {"accept-profile": f"<http://example.org/unknown>, <{iri}>;q=0.5"}
        response = flagship_client.get(STATEMENT, headers=header)
        assert response.header("location") == by_token
        assert "Accept-Profile" in response.header("vary").split(", ")
    document = flagship_client.get(by_token)
    assert document.header("content-profile") == f"<{IRIS[token]}>"
    assert f'<{IRIS[token]}>; rel="profile"' in document.header("link")


def test_weights_of_profiles(flagship_client: ResourceClient) -> None:
    header = {"accept-profile": f"<{IRIS['case']}>;q=0.4, <{IRIS['jskos']}>;q=0.6"}
    location = flagship_client.get(STATEMENT, headers=header).header("location")
    assert location == f"{TOP}{STATEMENT}.jsonld?profile=jskos"
    location = flagship_client.get(STATEMENT, "text/turtle", headers=header)
    assert location.status == 406
    header = {"accept-profile": f"<{IRIS['case']}>, <{IRIS['skos']}>;q=0.1"}
    location = flagship_client.get(STATEMENT, "text/turtle", headers=header)
    assert location.header("location") == f"{TOP}{STATEMENT}.ttl?profile=skos"


@pytest.mark.parametrize("target", [f"{STATEMENT}?profile=x", f"{STATEMENT}.ttl?profile=case"])
def test_what_there_is_not_lists_the_profiles(flagship_client: ResourceClient, target: str) -> None:
    answer = flagship_client.get(target)
    assert answer.status == 406
    there = {each["token"] for each in json.loads(bytes(answer.body))["alternatives"]}
    assert {"full", *IRIS} <= there


@pytest.mark.parametrize("name", ["profile=alt", "_profile=alternates", "profile=alt&x="])
def test_the_list_of_what_there_is(flagship_client: ResourceClient, name: str) -> None:
    answer = flagship_client.get(f"{STATEMENT}?{name}")
    listing = json.loads(bytes(answer.body))
    assert listing["resource"] == flagship_client.base + STATEMENT
    for each in listing["representations"]:
        assert flagship_client.get(each["url"]).status == 200


def test_every_statement_has_every_profile(any_client: ResourceClient) -> None:
    files = any_client.service.build.files
    kinds = [
        name[:-4]
        for name in files
        if name.endswith(".ttl")
        and name.partition("/")[0] in ("psel-2015", "lcpe-2017", "schule", "beruf")
        and "/" in name
        and "/level/" not in name
    ]
    assert len(kinds) > 5
    for name in kinds:
        for profile in IRIS:
            answer = any_client.followed(f"{href(name, '')}?profile={profile}")
            assert answer.status == 200, (name, profile)


def test_what_the_build_leaves_out_is_not_offered(flagship_client: ResourceClient) -> None:
    agent = "agent/crosswalk-rdf"
    listing = json.loads(bytes(flagship_client.get(f"{agent}?profile=alt").body))
    tokens = {each["token"] for each in listing["representations"]}
    assert not tokens & {"case", "ob", "jskos", "schema"}


@pytest.mark.parametrize("suffix", ["ttl", "jsonld", "json", "html"])
def test_an_empty_profile_asks_for_none(flagship_client: ResourceClient, suffix: str) -> None:
    plain = flagship_client.get(f"psel-2015/1a.{suffix}")
    answer = flagship_client.get(f"psel-2015/1a.{suffix}?profile=")
    assert (answer.status, answer.body) == (200, plain.body)
