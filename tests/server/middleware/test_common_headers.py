"""The headers of every response, and the answer to OPTIONS."""

import pytest
from starlette.responses import Response

from crosswalk_rdf.server.middleware.common_headers import options_response
from crosswalk_rdf.server.problems import Problem, problem_response
from crosswalk_rdf.site.security import HEADERS
from tests.server.middleware.responses import response, sent


@pytest.mark.parametrize("headers", [{}, {"if_none_match": '"abc"'}, {"range": "bytes=0-1"}])
def test_every_response_is_safe_and_open(headers: dict[str, str]) -> None:
    found = sent(**headers)
    for name, value in HEADERS:
        assert found.header(name.lower()) == value
    assert found.header("cross-origin-resource-policy") == "cross-origin"
    for name in ("ETag", "Link", "Content-Range", "X-Total-Count", "X-Request-Id"):
        assert name in found.header("access-control-expose-headers").split(", ")


def test_what_an_endpoint_says_itself_stays() -> None:
    found = sent(response(content_security_policy="default-src 'none'"))
    assert found.header("content-security-policy") == "default-src 'none'"


def test_head_has_the_headers_of_get() -> None:
    for headers in ({}, {"accept_encoding": "br"}, {"if_none_match": '"abc"'}):
        get, head = sent(**headers), sent(method="HEAD", **headers)
        assert (head.status, head.headers, head.body) == (get.status, get.headers, b"")


def test_a_preflight() -> None:
    preflight = options_response("https://example.org", "GET, HEAD, POST, OPTIONS")
    found = sent(preflight, method="OPTIONS", origin="https://example.org")
    assert (found.status, found.body) == (204, b"")
    assert found.header("allow") == "GET, HEAD, POST, OPTIONS"
    assert found.header("access-control-allow-methods") == found.header("allow")
    allowed = found.header("access-control-allow-headers").lower().split(", ")
    assert {"accept", "accept-profile", "content-type", "if-none-match", "range", "*"} <= {*allowed}
    assert found.header("access-control-allow-origin") == "*"
    assert found.header("access-control-max-age") == "86400"
    assert not found.header("content-length")


def test_without_an_origin_no_preflight_is_answered() -> None:
    found = sent(options_response("", "GET, HEAD, OPTIONS"), method="OPTIONS")
    assert found.header("allow") == "GET, HEAD, OPTIONS"
    assert not found.header("access-control-allow-methods")


def test_a_problem_is_sent_like_everything_else() -> None:
    problem = problem_response(Problem(405, "no", headers={"allow": "GET, HEAD, OPTIONS"}))
    found = sent(problem, accept_encoding="gzip")
    assert (found.status, found.header("allow")) == (405, "GET, HEAD, OPTIONS")
    assert found.header("content-type") == "application/problem+json"
    assert found.header("access-control-allow-origin") == "*"


def test_no_content_has_no_length() -> None:
    assert not sent(Response(status_code=204)).header("content-length")
