"""The Link header names the IRI, the documents, the profiles and the license, if there is one."""

import re

import pytest

from tests.server.resources.client import TOP, ResourceClient

_LINK = re.compile(r'<([^>]*)>; rel="([^"]*)"((?:; \w+="(?:[^"\\]|\\.)*")*)')
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def links(header: str) -> list[tuple[str, str, str]]:
    matches = _LINK.findall(header)
    assert ", ".join(f'<{t}>; rel="{r}"{a}' for t, r, a in matches) == header
    return matches


def targets(header: str, relation: str) -> list[str]:
    return [target for target, match, _ in links(header) if relation in match.split()]


def test_of_a_resource(flagship_client: ResourceClient) -> None:
    header = flagship_client.get("psel-2015/1a", "text/turtle").header("link")
    assert targets(header, "canonical") == [f"{flagship_client.base}psel-2015/1a"]
    assert targets(header, "describedby") == [f"{TOP}psel-2015/1a.ttl"]
    assert targets(header, "collection") == [f"{flagship_client.base}psel-2015"]
    assert f'<{TOP}psel-2015/1a.nq>; rel="alternate"; type="application/n-quads"' in header
    for target in targets(header, "alternate"):
        assert flagship_client.get(target).status == 200


def test_of_a_document(flagship_client: ResourceClient) -> None:
    for suffix in (".html", ".ttl", ".trig"):
        header = flagship_client.get(f"psel-2015/1a{suffix}").header("link")
        assert targets(header, "describes") == [f"{flagship_client.base}psel-2015/1a"]
        assert targets(header, "canonical") == [f"{flagship_client.base}psel-2015/1a{suffix}"]
        assert f"{TOP}psel-2015/1a{suffix}" not in targets(header, "alternate")
        assert f"{TOP}psel-2015/1a.jsonld" in targets(header, "alternate")


@pytest.mark.parametrize(
    "name",
    ["1a.jsonld", "1a.json", "1a.jsonld?profile=schema", "1a.json?profile=case"],
)
def test_a_json_document_has_no_alternates(flagship_client: ResourceClient, name: str) -> None:
    header = flagship_client.get(f"psel-2015/{name}").header("link")
    assert "canonical" in header
    assert not targets(header, "alternate")


def test_the_canonical_address_is_that_of_the_page(any_client: ResourceClient) -> None:
    for name, file in any_client.service.build.files.items():
        if name.endswith(".html") and f"{name[:-5]}.nt" in any_client.service.build.files:
            match = re.search(rb'<link rel="canonical" href="([^"]*)"', file.content)
            header = any_client.get(_path(name)).header("link")
            assert match
            assert targets(header, "canonical") == [match[1].decode().replace("&#39;", "'")]


def _path(name: str) -> str:
    return name.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def test_no_license_is_made_up(flagship_client: ResourceClient) -> None:
    for name in ("psel-2015/1a", "psel-2015", "crosswalk-2017/part-2/VVC.1--1a"):
        assert targets(flagship_client.get(name).header("link"), "license") == []


@pytest.mark.parametrize("name", ["schule", "schule/MA", "schule/MA.ttl"])
def test_a_license_is_that_of_the_framework(tiny_client: ResourceClient, name: str) -> None:
    assert targets(tiny_client.get(name).header("link"), "license") == [CC0]


def test_an_iri_of_others_is_the_canonical_one(imported_client: ResourceClient) -> None:
    names = [
        name[:-4]
        for name in imported_client.service.build.files
        if re.match("standards/[^/]+[.]ttl$", name)
    ]
    assert names
    for name in names:
        header = imported_client.get(_path(name), "text/turtle").header("link")
        (canonical,) = targets(header, "canonical")
        assert not canonical.startswith(imported_client.base)
        assert f"<{canonical}>" in bytes(imported_client.get(f"{_path(name)}.nt").body).decode()


def test_what_is_of_others_has_its_profiles(imported_client: ResourceClient) -> None:
    name = next(
        name[:-4]
        for name, file in imported_client.service.build.files.items()
        if re.match("standards/[^/]+[.]ttl$", name) and b"skos:Concept" in bytes(file.content)
    )
    for profile in ("case", "jskos", "ob", "schema", "skos"):
        assert imported_client.followed(f"{_path(name)}?profile={profile}").status == 200
