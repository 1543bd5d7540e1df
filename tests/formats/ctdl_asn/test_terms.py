"""The tables of terms against the published contexts and the published schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from rdflib import RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.json_ld import key_of
from crosswalk_rdf.formats.ctdl_asn.properties import Describer
from crosswalk_rdf.formats.ctdl_asn.terms import (
    COMPETENCY_TERMS,
    CTDL_PREFIXES,
    DATATYPES,
    DECLARED,
    FRAMEWORK_TERMS,
    IRI_TERMS,
    LANGUAGE_TERMS,
    PREFIXES,
)
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import CEASN, CETERMS

_OFFICIAL = Path(__file__).resolve().parents[2] / "official"
_NOT_IN_THE_CONTEXT = {
    *(RDF[name] for name in ("subject", "predicate", "object")),
    SKOS.mappingRelation,
    CEASN.definition,  # no term at all, but a published model has it
    CETERMS.conceptTerm,  # likewise
}


def _context(name: str) -> dict[str, Any]:
    text = (_OFFICIAL / f"contexts/{name}-context.json").read_text("utf-8")
    context_object = json.loads(text)["@context"]
    assert isinstance(context_object, dict)
    return context_object


def _declared(name: str) -> frozenset[str]:
    nodes = json.loads((_OFFICIAL / "ctdl/ctdlasn-schema.jsonld").read_text("utf-8"))["@graph"]
    return frozenset(node["@id"] for node in nodes if name in node.get("schema:domainIncludes", []))


@pytest.mark.parametrize("name", ["ctdlasn", "ctdl"])
def test_both_contexts_coerce_as_the_tables_say(name: str) -> None:
    context = _context(name)
    for terms, key, value in (
        (IRI_TERMS, "@type", "@id"),
        (LANGUAGE_TERMS, "@container", "@language"),
    ):
        for term in terms - _NOT_IN_THE_CONTEXT:
            definition = context.get(key_of(term))
            assert definition is None or definition == {key: value}, term
    for term, datatype in DATATYPES.items():
        assert context[key_of(term)] == {"@type": f"xsd:{datatype.rsplit('#')[-1]}"}


def test_ceasn_terms_are_all_in_the_tables() -> None:
    for key, definition in _context("ctdlasn").items():
        if key.startswith("ceasn:") and isinstance(definition, dict):
            term = URIRef(CEASN[key.removeprefix("ceasn:")])
            domains = _declared("ceasn:Competency") | _declared("ceasn:CompetencyFramework")
            if key in domains and definition.get("@type") == "@id" and "approximate" not in key:
                assert term in IRI_TERMS, key
            if key in domains and "@container" in definition:
                assert term in LANGUAGE_TERMS, key


def test_prefixes_are_those_of_the_contexts() -> None:
    terms = {**_context("ctdl"), **_context("ctdlasn")}
    for prefix, space in {**CTDL_PREFIXES, **PREFIXES}.items():
        assert prefix == "align" or terms[prefix] == space


@pytest.mark.parametrize(
    ("name", "terms"),
    [("ceasn:CompetencyFramework", FRAMEWORK_TERMS), ("ceasn:Competency", COMPETENCY_TERMS)],
)
def test_what_is_allowed_is_what_the_schema_declares(name: str, terms: frozenset[URIRef]) -> None:
    allowed = {key_of(term) for term in terms if term in CEASN}
    declared = {key for key in _declared(name) if key.startswith("ceasn:")}
    in_fields = {
        "ceasn:name", "ceasn:description", "ceasn:inLanguage", "ceasn:rights",
        "ceasn:competencyLabel", "ceasn:competencyText",
        "ceasn:approximateDateCreated", "ceasn:approximateDateModified",
    }  # fmt: skip
    assert allowed <= declared
    assert declared - allowed <= in_fields


def test_what_the_schema_knows_of_other_vocabularies_is_declared() -> None:
    nodes = json.loads((_OFFICIAL / "ctdl/ctdlasn-schema.jsonld").read_text("utf-8"))["@graph"]
    terms = {n["@id"] for n in nodes if n["@type"] == "rdf:Property"}
    others = {key for key in terms if not key.startswith(("ceasn:", "ceterms:"))}
    assert {key_of(term) for term in DECLARED[1]} == others


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [("Competency", COMPETENCY_TERMS), ("CompetencyFramework", FRAMEWORK_TERMS)],
)
@pytest.mark.parametrize(
    "value",
    [
        URIRef("https://x.example.org/1"),
        Literal("2014", datatype=XSD.gYear),
        Literal("2014-01-02", datatype=XSD.date),
        Literal("Some text", lang="en"),
        Literal("Some text"),
    ],
)
def test_what_is_written_under_any_term_is_valid(
    kind: str, allowed: frozenset[URIRef], value: URIRef | Literal
) -> None:
    name = "competency" if kind == "Competency" else "competency_framework"
    text = (_OFFICIAL / f"ctdl/registry-{name}.schema.json").read_text("utf-8")
    validator = Draft4Validator(json.loads(text))
    for term in sorted(allowed):
        members = Describer(allowed, Report()).describe("x", [PropertyValue(term, value)])
        node = {"@type": f"ceasn:{kind}", "@id": "https://x.example.org/c", **members}
        faults = [e.message for e in validator.iter_errors(node) if e.path]
        assert not faults, (term, members)
