"""The published context is understood, and what the writer does not understand is refused."""

import json

import pytest

from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.serialization.context import Context, ContextError, parse_context

from .conftest import NAMES


def test_prefixes_are_those_of_every_other_syntax(context: Context) -> None:
    assert PREFIXES.items() <= context.prefixes.items()
    assert context.prefixes["xw"] == NAMES["xw"]


def test_terms_are_expanded(context: Context) -> None:
    line = context.forward[f"{NAMES['xw']}sourceLine"]
    assert (line.name, line.type) == ("sourceLine", f"{NAMES['xsd']}integer")
    assert context.inverse[f"{NAMES['owl']}annotatedSource"].name == "mappingsFrom"
    assert context.forward[f"{NAMES['skos']}prefLabel"].language_map


def test_each_term_has_an_iri_of_its_own(context: Context) -> None:
    assert len(context.forward) + len(context.inverse) == len(context.terms)


@pytest.mark.parametrize(
    ("definitions", "message"),
    [
        ({"a": {"@id": "skos:x", "@container": "@list"}}, "'a'.*@container"),
        ({"a": {"@id": "skos:x", "@language": "en"}}, "'a'.*use @container"),
        ({"a": {"@id": "x"}}, "'a': 'x' is no IRI"),
        ({"a": {"@type": "@id"}}, "'a'.*either"),
        ({"a": {"@id": "u:x", "@type": "@id", "@container": "@language"}}, "'a'.*language map"),
        ({"a:b": "u:x"}, "'a:b'.*without ':'"),
        ({"http": "u:x"}, "'http'"),
        ({"a": 1}, "'a'"),
    ],
)
def test_refused(definitions: object, message: str) -> None:
    with pytest.raises(ContextError, match=message):
        parse_context(json.dumps({"@context": definitions}))


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "no JSON"), ("[]", "an object"), ('{"@context": "u:x"}', "an object")],
)
def test_not_a_context(text: str, message: str) -> None:
    with pytest.raises(ContextError, match=message):
        parse_context(text)
