"""The forms of JSON-LD are what a third-party processor makes of them."""

import json
from typing import Any

import pytest
from pyld import jsonld

from tests.server.resources.client import ResourceClient

NAMES = ["psel-2015/1a", "psel-2015", "crosswalk-2017/part-2/VVC.1--1a", "graph/psel-2015"]


def loaded(client: ResourceClient, name: str, form: str) -> Any:
    return json.loads(bytes(client.get(f"{name}.jsonld?profile={form}").body))


def in_order(nodes: Any) -> str:
    """Return JSON whose sets are in one order."""

    def order(value: Any) -> Any:
        if isinstance(value, list):
            return sorted(map(order, value), key=json.dumps)
        if isinstance(value, dict):
            return {key: order(value[key]) for key in sorted(value)}
        return value

    return json.dumps(order(nodes))


@pytest.mark.parametrize("name", NAMES)
def test_flattened(flagship_client: ResourceClient, name: str) -> None:
    compacted = json.loads(bytes(flagship_client.get(f"{name}.jsonld").body))
    assert in_order(loaded(flagship_client, name, "flattened")) == in_order(
        without_native(jsonld.flatten(compacted))
    )


@pytest.mark.parametrize("name", NAMES)
def test_expanded_stays_as_it_is(flagship_client: ResourceClient, name: str) -> None:
    form = loaded(flagship_client, name, "expanded")
    assert isinstance(form, list)
    assert in_order(jsonld.expand(form)) == in_order(form)


@pytest.mark.parametrize("name", NAMES)
def test_flattened_and_compacted(flagship_client: ResourceClient, name: str) -> None:
    form = loaded(flagship_client, name, "flattened-compacted")
    assert "@context" in form
    assert in_order(without_native(jsonld.flatten(form))) == in_order(
        loaded(flagship_client, name, "flattened")
    )


def without_native(value: Any) -> Any:
    """Return ``value`` with numbers and booleans as text: the same literals of RDF."""
    if isinstance(value, list):
        return [without_native(item) for item in value]
    if isinstance(value, dict):
        if isinstance(value.get("@value"), bool | int):
            type = "boolean" if isinstance(value["@value"], bool) else "integer"
            text = json.dumps(value["@value"])
            return {"@type": f"http://www.w3.org/2001/XMLSchema#{type}"} | value | {"@value": text}
        return {key: without_native(item) for key, item in value.items()}
    return value
