"""The page says what the OpenAPI document says, and works without a script."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from crosswalk_rdf.server.service import Service
from tests.server.embedded import ask
from tests.site.documents import document
from tests.site.test_validity import messages

FORM = re.compile(r'<form action="([\w/-]+)" method="get">(.*?)</form>', re.DOTALL)


@pytest.fixture(scope="module")
def html(service: Service) -> bytes:
    response = ask(service, "/openapi.html")
    assert response.header("content-type") == "text/html; charset=utf-8"
    return bytes(response.body)


@pytest.mark.slow
def test_it_is_valid_html(html: bytes, tmp_path: Path) -> None:
    page = tmp_path / "openapi.html"
    page.write_bytes(html)
    assert messages([tmp_path], ".html") == {tmp_path: []}


def test_it_keeps_to_the_policy_and_needs_no_script(html: bytes) -> None:
    page = document("openapi.html", html)
    assert page.forbidden == []
    assert b"<script" not in html


def test_its_links_lead_somewhere(html: bytes, service: Service) -> None:
    page = document("openapi.html", html)
    assert page.links
    for link in page.links:
        parts = urlsplit(link.url)
        assert not parts.scheme, link
        if not parts.path:
            assert parts.fragment in page.ids
        elif parts.path not in service.build.files and link.element != "form":
            assert ask(service, f"/{link.url}").status in (200, 303), link.url


def test_every_query_has_a_form_with_its_parameters(html: bytes, service: Service) -> None:
    forms = {action.removeprefix("queries/"): form for action, form in FORM.findall(html.decode())}
    del forms["sparql"]
    queries = json.loads(bytes(ask(service, "/queries").body))["queries"]
    assert {query["name"] for query in queries} <= set(forms)
    for query in queries:
        names = re.findall(r' name="(\w+)"', forms[query["name"]])
        assert names == [*(p["name"] for p in query["parameters"]), "format"]


def test_a_form_as_it_stands_is_answered(html: bytes, service: Service) -> None:
    """Sent as it is, with every field, each form gives the answer for the defaults."""
    for action, form in FORM.findall(html.decode()):
        fields = re.findall(r'<input id="[^"]*" name="(\w+)" type="text" value="([^"]*)"', form)
        fields += re.findall(r'name="(\w+)"[^>]*>\n<option>([^<]*)<', form)
        fields += re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>\n([^<]*)<', form)
        query = urlencode([(name, unescape(value)) for name, value in fields])
        assert ask(service, f"/{action}?{query}").status == 200, (action, fields)
    assert b'name="format"' in html


def test_limits_are_those_of_the_settings(html: bytes, service: Service) -> None:
    limits = service.settings.limits
    assert f"{limits.query_rows:,}" in html.decode()
    assert f"{limits.query_seconds:g} s" in html.decode()
