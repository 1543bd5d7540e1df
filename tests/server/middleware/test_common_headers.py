"""The headers of every response, and the answer to OPTIONS."""

import pytest
from starlette.responses import Response

from crosswalk_rdf.server.middleware.common_headers import options_response
from crosswalk_rdf.server.problems import Problem, problem_response
from crosswalk_rdf.site.security import HEADERS
from tests.server.middleware.responses import response, sent


@pytest.mark.parametrize("headers", [{}, {"if_none_match": '"abc"'}, {"range": "bytes=0-1"}])
def test_every_response_is_safe_and_open(headers: dict[str, str]) -> None:
    response_sent = sent(**headers)
    for name, value in HEADERS:
        assert response_sent.header(name.lower()) == value
    assert response_sent.header("cross-origin-resource-policy") == "cross-origin"
    for name in ("ETag", "Link", "Content-Range", "X-Total-Count", "X-Request-Id"):
        assert name in response_sent.header("access-control-expose-headers").split(", ")


def test_what_an_endpoint_says_itself_stays() -> None:
    response_sent = sent(response(content_security_policy="default-src 'none'"))
    assert response_sent.header("content-security-policy") == "default-src 'none'"


def test_head_has_the_headers_of_get() -> None:
    for headers in ({}, {"accept_encoding": "br"}, {"if_none_match": '"abc"'}):
        get, head = sent(**headers), sent(method="HEAD", **headers)
        assert (head.status, head.headers, head.body) == (get.status, get.headers, b"")


def test_a_preflight() -> None:
    preflight = options_response("https://example.org", "GET, HEAD, POST, OPTIONS")
    response_sent = sent(preflight, method="OPTIONS", origin="https://example.org")
    assert (response_sent.status, response_sent.body) == (204, b"")
    assert response_sent.header("allow") == "GET, HEAD, POST, OPTIONS"
    assert response_sent.header("access-control-allow-methods") == response_sent.header("allow")
    allowed = response_sent.header("access-control-allow-headers").lower().split(", ")
    assert {"accept", "accept-profile", "content-type", "if-none-match", "range", "*"} <= {*allowed}
    assert response_sent.header("access-control-allow-origin") == "*"
    assert response_sent.header("access-control-max-age") == "86400"
    assert not response_sent.header("content-length")


def test_without_an_origin_no_preflight_is_answered() -> None:
    response_sent = sent(options_response("", "GET, HEAD, OPTIONS"), method="OPTIONS")
    assert response_sent.header("allow") == "GET, HEAD, OPTIONS"
    assert not response_sent.header("access-control-allow-methods")


def test_a_problem_is_sent_like_everything_else() -> None:
    problem = problem_response(Problem(405, "no", headers={"allow": "GET, HEAD, OPTIONS"}))
    response_sent = sent(problem, accept_encoding="gzip")
    assert (response_sent.status, response_sent.header("allow")) == (405, "GET, HEAD, OPTIONS")
    assert response_sent.header("content-type") == "application/problem+json"
    assert response_sent.header("access-control-allow-origin") == "*"


def test_no_content_has_no_length() -> None:
    assert not sent(Response(status_code=204)).header("content-length")
