"""Every server gives the same answer to the same Accept header."""

from urllib.parse import unquote_to_bytes

import pytest

from crosswalk_rdf.model.document_paths import normal_name
from tests.recipes.served import NAMES, Server, addresses_of, publication

BROWSER = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,"
    "*/*;q=0.8,application/signed-exchange;v=b3;q=0.7"
)
RDFLIB = (
    "application/n-triples;q=0.9, text/turtle;q=0.95, application/rdf+xml;q=0.8, "
    "application/ld+json;q=0.7, */*;q=0.1"
)
JENA = (
    "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,"
    "*/*;q=0.3"
)

LONGEST_OF_APACHE = 255
"""It refuses a path with a segment of more bytes, before it reads any rule."""

ACCEPTED = {
    "no-header": (None, "html"),
    "empty": ("", "html"),
    "curl": ("*/*", "html"),
    "browser": (BROWSER, "html"),
    "html": ("text/html", "html"),
    "xhtml": ("application/xhtml+xml", "html"),
    "turtle": ("text/turtle", "ttl"),
    "json-ld": ("application/ld+json", "jsonld"),
    "json": ("application/json", "jsonld"),
    "rdf-xml": ("application/rdf+xml", "rdf"),
    "n-triples": ("application/n-triples", "nt"),
    "plain-text": ("text/plain", "nt"),
    "notation-3": ("text/n3", "ttl"),
    "former-turtle": ("application/x-turtle", "ttl"),
    "upper-case": ("TEXT/TURTLE;Q=1.0", "ttl"),
    "charset": ("text/turtle; charset=utf-8", "ttl"),
    "version": ("text/turtle;version=1.1", "ttl"),
    "version-weighed": ("text/turtle;version=1.2;q=0.2, application/rdf+xml;q=0.3", "rdf"),
    "dialect": ("application/n-triples;version=1.2-basic", "nt"),
    "profile": ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "jsonld"),
    "parameter-then-q": ("text/turtle;charset=utf-8;q=0.2,application/rdf+xml;q=0.3", "rdf"),
    "spaces": ("text/turtle ; q=0.2 , application/n-triples ; q=0.3", "nt"),
    "order-is-nothing": ("text/html;q=0.1,text/turtle;q=0.2", "ttl"),
    "first-decimal": (
        "text/turtle;q=0.3,application/ld+json;q=0.9,application/rdf+xml;q=0.5",
        "jsonld",
    ),
    "second-decimal": ("text/turtle;q=0.94,application/rdf+xml;q=0.95", "rdf"),
    "third-decimal": ("text/turtle;q=0.123,application/rdf+xml;q=0.124,text/html;q=0.122", "rdf"),
    "lengths": (
        "text/turtle;q=0.5,application/rdf+xml;q=0.49,application/n-triples;q=0.500",
        "ttl",
    ),
    "one-beats-less": ("text/turtle;q=0.999,application/n-triples;q=1", "nt"),
    "one-with-zeros": ("text/turtle;q=0.9,application/n-triples;q=1.000", "nt"),
    "zero-is-never": ("text/html;q=0,*/*", "ttl"),
    "zero-with-zeros": ("text/html;q=0.000,text/turtle;q=0.001", "ttl"),
    "type-beats-any": ("*/*,text/html;q=0.5,text/turtle;q=0.4", "jsonld"),
    "text-any": ("text/*", "html"),
    "application-any": ("application/*", "jsonld"),
    "major-weighed": ("text/*;q=0.3,application/*;q=0.4", "jsonld"),
    "exact-below-major": ("application/*;q=0.9,application/ld+json;q=0.1,text/html;q=0.5", "rdf"),
    "any-weighed": ("text/html;q=0.2,*/*;q=0.3", "ttl"),
    "rdflib": (RDFLIB, "ttl"),
    "rdflib-n3": ("text/n3, */*;q=0.1", "ttl"),
    "rdflib-turtle": ("text/turtle, application/x-turtle, */*;q=0.1", "ttl"),
    "rdflib-nt": ("text/plain, */*;q=0.1", "nt"),
    "rdflib-json-ld": ("application/ld+json, application/json;q=0.9, */*;q=0.1", "jsonld"),
    "rdflib-xml": ("application/rdf+xml, */*;q=0.1", "rdf"),
    "jena": (JENA, "ttl"),
    "equal-is-the-page": ("text/turtle,text/html", "html"),
    "equal-is-turtle": ("application/rdf+xml,text/turtle", "ttl"),
    "unknown": ("image/png", "html"),
    "lookalike": ("text/turtle-star,application/rdf+xml-x", "html"),
}


def test_the_accept_header_decides(server: Server) -> None:
    answers = {case: server.get("schule/MA", accept) for case, (accept, _) in ACCEPTED.items()}
    assert {case: (answer.status, answer.location) for case, answer in answers.items()} == {
        case: (303, f"{server.path}schule/MA.{expected}")
        for case, (_, expected) in ACCEPTED.items()
    }
    assert {
        case for case, answer in answers.items() if "accept" not in answer.headers["vary"].lower()
    } == set()


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
def test_each_name_leads_to_its_document(server: Server, accept: str) -> None:
    own = addresses_of(publication()).own
    suffix = {"text/html": "html", "text/turtle": "ttl"}[accept]
    expected = (303, 200, f"{accept}; charset=utf-8")
    documents = {name: (*expected, f"{own[name]}.{suffix}") for name in NAMES}
    refused = {name: (403,) for name in NAMES if is_refused(server, name)}
    assert {name: met(server, name, accept) for name in NAMES} == documents | refused


def is_refused(server: Server, name: str) -> bool:
    return server.name == "apache" and len(unquote_to_bytes(name)) > LONGEST_OF_APACHE


def met(server: Server, name: str, accept: str) -> tuple[int | str, ...]:
    """Return the statuses on the way to a document, its media type, and what it holds: its path."""
    answer = server.get(normal_name(name), accept)
    if answer.status != 303:
        return (answer.status,)
    document = server.get(answer.location.removeprefix(server.path))
    return (303, document.status, document.headers["content-type"], document.body.decode())


def test_a_slash_at_the_end_makes_no_difference(server: Server) -> None:
    for name in ("schule", "schule/MA"):
        answer = server.get(f"{name}/", "text/turtle")
        assert (answer.status, answer.location) == (303, f"{server.path}{name}.ttl")


def test_a_query_is_left_aside(server: Server) -> None:
    answer = server.get("schule/MA?from=somewhere", "text/turtle")
    assert (answer.status, answer.location) == (303, f"{server.path}schule/MA.ttl")


def test_the_answer_names_the_other_documents(server: Server) -> None:
    links = server.get("schule/MA").headers["link"]
    for suffix, type in (("html", "text/html"), ("nt", "application/n-triples")):
        assert f'<{server.path}schule/MA.{suffix}>; rel="alternate"; type="{type}"' in links


def test_head_is_answered_like_get(server: Server) -> None:
    answer = server.get("schule/MA", "text/turtle", method="HEAD")
    assert (answer.status, answer.location) == (303, f"{server.path}schule/MA.ttl")


def test_a_path_never_leads_to_another_host(server: Server) -> None:
    for path in ("/schule/MA", "/example.org/schule/MA"):
        answer = server.get(path)
        assert not answer.headers.get("location", "").startswith("//")
