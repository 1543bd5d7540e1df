"""The headers of every response, and the answer to OPTIONS."""

import pytest

from crosswalk_rdf.server.messages import Response
from crosswalk_rdf.server.middleware import CompressedBodies, finished, options, refused
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.site.well_known.security import HEADERS
from tests.server.middleware.responses import request, response, sent


@pytest.mark.parametrize("headers", [{}, {"if_none_match": '"abc"'}, {"range": "bytes=0-1"}])
def test_every_response_is_safe_and_open(headers: dict[str, str]) -> None:
    found = sent(**headers)
    for name, value in HEADERS:
        assert found.header(name.lower()) == value
    assert found.header("cross-origin-resource-policy") == "cross-origin"
    for name in ("ETag", "Link", "Content-Range", "X-Total-Count", "X-Request-Id"):
        assert name in found.header("access-control-expose-headers").split(", ")
    names = [name for name, _ in found.headers]
    assert len(names) == len(set(names))


def test_what_an_endpoint_says_itself_stays() -> None:
    found = sent(response(content_security_policy="default-src 'none'"))
    assert found.header("content-security-policy") == "default-src 'none'"


def test_head_has_the_headers_of_get() -> None:
    for headers in ({}, {"accept_encoding": "br"}, {"if_none_match": '"abc"'}):
        get, head = sent(**headers), sent(method="HEAD", **headers)
        assert (head.status, head.headers, head.body) == (get.status, get.headers, b"")


def test_a_preflight() -> None:
    allowed_twice = options(request("OPTIONS"), ("GET", "HEAD", "OPTIONS"))
    assert allowed_twice.header("allow") == "GET, HEAD, OPTIONS"
    asked = request("OPTIONS", origin="https://example.org", access_control_request_method="POST")
    found = finished(asked, options(asked, ("GET", "POST")), CompressedBodies(0))
    assert (found.status, found.body) == (204, b"")
    assert found.header("allow") == "GET, HEAD, POST, OPTIONS"
    assert found.header("access-control-allow-methods") == found.header("allow")
    allowed = found.header("access-control-allow-headers").lower().split(", ")
    assert {"accept", "accept-profile", "content-type", "if-none-match", "range", "*"} <= {*allowed}
    assert found.header("access-control-allow-origin") == "*"
    assert found.header("access-control-max-age") == "86400"
    assert not found.header("content-length")


def test_a_problem_is_finished_like_everything_else() -> None:
    asked = request("GET", accept_encoding="gzip")
    problem = Problem(405, "no", headers=(("allow", "GET, HEAD, OPTIONS"),))
    found = finished(asked, refused(asked, problem), CompressedBodies(0))
    assert (found.status, found.header("allow")) == (405, "GET, HEAD, OPTIONS")
    assert found.header("content-type") == "application/problem+json"
    assert found.header("access-control-allow-origin") == "*"


@pytest.mark.parametrize(
    "headers", [{}, {"if_none_match": '"abc"'}, {"if_match": '"x"'}, {"range": "bytes=99999-"}]
)
def test_every_response_has_its_number(headers: dict[str, str]) -> None:
    found = sent(response(x_request_id="r-1"), **headers)
    assert [value for name, value in found.headers if name == "x-request-id"] == ["r-1"]


def test_no_content_has_no_length() -> None:
    found = finished(request(), Response(status=204), CompressedBodies(0))
    assert not found.header("content-length")
