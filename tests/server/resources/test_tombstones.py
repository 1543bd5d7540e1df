"""What was removed is gone, and says when."""

import pytest

from tests.server.resources.client import TOP, ResourceClient

TYPES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")


@pytest.mark.parametrize("type", TYPES)
def test_a_removed_iri_is_gone_and_described(later_client: ResourceClient, type: str) -> None:
    answer = later_client.get("beruf/02", type)
    assert answer.status == 410
    assert answer.header("content-type").partition(";")[0] == type
    assert b"Tombstone" in bytes(answer.body)
    document = later_client.get(answer.header("content-location"))
    assert (document.status, bytes(document.body)) == (200, bytes(answer.body))
    assert answer.header("content-location").startswith(f"{TOP}beruf/02.")


@pytest.mark.parametrize("accept", ["text/html", "image/png", "*/*"])
def test_who_accepts_something_else_is_told_too(later_client: ResourceClient, accept: str) -> None:
    assert later_client.get("beruf/02", accept).status == 410


def test_what_is_still_there_is_not_gone(later_client: ResourceClient) -> None:
    assert later_client.get("beruf/01", "text/turtle").status == 303


def test_it_was_there_before(tiny_client: ResourceClient) -> None:
    assert tiny_client.get("beruf/02", "text/turtle").status == 303
