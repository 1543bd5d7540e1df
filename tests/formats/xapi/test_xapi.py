"""xAPI Profiles 1.0: what its structure specification says an author MUST do."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from rdflib import SKOS, Literal

from crosswalk_rdf.formats.format import Action, Count, Unwritable
from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.formats.xapi import publish, write
from crosswalk_rdf.model import Package, PropertyValue, Publication, package_of
from tests.formats.contexts import quads
from tests.formats.credential_schemas import empties
from tests.formats.publications import odd, packages
from tests.formats.synthetic import large
from tests.work import growth

PROFILE = {
    "id",
    "@context",
    "type",
    "conformsTo",
    "prefLabel",
    "definition",
    "versions",
    "author",
}
"""6.0: what a profile must have."""
DEFINITION = {"@context", "type", "name", "description", "moreInfo", "extensions"}
"""xAPI 1.0.3, 2.4.4.1: what an activity definition that is not an interaction may have."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def faults(profile: dict[str, Any]) -> Iterator[str]:
    """Yield each requirement of the specification that ``profile`` breaks."""
    yield from (f"4.0: nothing is null or empty: {place}" for place in empties(profile))
    if missing := PROFILE - set(profile):
        yield f"6.0: required: {missing}"
    if unknown := set(profile) - PROFILE - {"seeAlso", "concepts"}:
        yield f"4.0: properties of others are compact or absolute IRIs: {unknown}"
    if profile["@context"] != "https://w3id.org/xapi/profiles/context":
        yield "6.0: the context"
    if profile["type"] != "Profile":
        yield "6.0: the type"
    if profile["conformsTo"] != "https://w3id.org/xapi/profiles#1.0":
        yield "6.0: the version of the specification"
    yield from language_map_faults(profile["prefLabel"])
    yield from language_map_faults(profile["definition"])
    yield from version_faults(profile)
    if set(profile["author"]) - {"url"} != {"type", "name"}:
        yield "6.2: type and name of the author"
    if profile["author"]["type"] not in ("Organization", "Person"):
        yield "6.2: the type of the author"
    ids = [concept["id"] for concept in profile.get("concepts", [])]
    if len(ids) != len(set(ids)):
        yield "7.0: a concept stands once"
    versions = {version["id"] for version in profile["versions"]}
    for concept in profile.get("concepts", []):
        yield from activity_faults(concept, versions)


def version_faults(profile: dict[str, Any]) -> Iterator[str]:
    ids = [version["id"] for version in profile["versions"]]
    if len({*ids, profile["id"]}) != len(ids) + 1:
        yield "6.1: ids of versions are unique, and none is that of the profile"
    for version in profile["versions"]:
        if not TIMESTAMP.fullmatch(version["generatedAtTime"]):
            yield f"6.1: {version['generatedAtTime']} is no timestamp"


def activity_faults(concept: dict[str, Any], versions: set[str]) -> Iterator[str]:
    if set(concept) - {"deprecated"} != {"id", "type", "inScheme", "activityDefinition"}:
        yield f"7.4: properties of an Activity: {set(concept)}"
    if concept["type"] != "Activity" or concept["inScheme"] not in versions:
        yield "7.4: type and version of an Activity"
    if concept.get("deprecated") not in (None, True, False):
        yield "7.4: deprecated is a boolean"
    definition = concept["activityDefinition"]
    if not set(definition) <= DEFINITION:
        yield f"7.4: a legal activity definition: {set(definition)}"
    if definition["@context"] != "https://w3id.org/xapi/profiles/activity-context":
        yield "7.4: the context of the definition"
    yield from language_map_faults(definition["name"])
    yield from language_map_faults(definition["description"])
    for iri in (concept["id"], definition["type"], *definition.get("extensions", {})):
        if not IRI.fullmatch(iri):
            yield f"7.4: {iri} is no IRI"


def language_map_faults(value: dict[str, str]) -> Iterator[str]:
    for language, text in value.items():
        if not LANGUAGE.fullmatch(language) or not text:
            yield f"xAPI 4.2: language map: {language}: {text!r}"


@pytest.fixture(scope="module")
def published(flagship: Publication) -> dict[str, bytes]:
    return dict(publish(package_of(flagship)))


def test_the_format_is_registered() -> None:
    assert format_by_name("xapi").publish is publish


def test_the_profiles_follow_the_specification(published: dict[str, bytes]) -> None:
    assert sorted(published) == [
        "xapi/lcpe-2017.xapi-profile.jsonld",
        "xapi/psel-2015.xapi-profile.jsonld",
    ]
    for data in published.values():
        assert list(faults(json.loads(data))) == []


def test_a_fault_is_found(published: dict[str, bytes]) -> None:
    profile = json.loads(published["xapi/psel-2015.xapi-profile.jsonld"])
    profile["concepts"][0]["exactMatch"] = []
    profile["versions"][0]["id"] = profile["id"]
    assert len(list(faults(profile))) >= 3


def test_each_statement_is_an_activity_in_order(
    flagship: Publication, published: dict[str, bytes]
) -> None:
    for framework in flagship.frameworks:
        profile = json.loads(published[f"xapi/{framework.id}.xapi-profile.jsonld"])
        assert [concept["id"] for concept in profile["concepts"]] == [
            str(statement.iri) for statement in framework.statements
        ]


def test_it_expands_to_triples_that_name_the_statements(
    flagship: Publication, published: dict[str, bytes]
) -> None:
    data = published["xapi/psel-2015.xapi-profile.jsonld"]
    triples = {
        (quad.subject.value, quad.predicate.value.rsplit("#")[-1], quad.object.value)
        for quad in quads(data)
    }
    iri = f"{flagship.base}psel-2015/1a"
    version = f"{flagship.base}psel-2015#xapi-profile-{flagship.modified}"
    assert (iri, "inScheme", version) in triples
    assert (iri, "type", "https://w3id.org/xapi/ontology#Activity") in triples
    assert {o for _, p, o in triples if p == "notation"} >= {"1", "1a", "10j"}


def test_every_property_survives_expansion(published: dict[str, bytes]) -> None:
    """4.0: all properties expand to absolute IRIs; others would be dropped in silence."""
    profile = json.loads(published["xapi/psel-2015.xapi-profile.jsonld"])
    number = len(profile["concepts"])
    counted = [quad.predicate.value.rsplit("#")[-1] for quad in quads(json.dumps(profile).encode())]
    for name in ("concepts", "activityDefinition", "moreInfo", "extensions", "notation"):
        assert counted.count(name) == number, name


def test_the_report_says_what_is_left_out(flagship: Publication) -> None:
    report = write(package_of(flagship)).report
    assert report.counts["statements"] == Count(262, 262)
    assert report.counts["alignments"] == Count(229, 0)
    remarks_made = {remark.what for remark in report.remarks}
    assert {
        "statement.broader (83)",
        "alignments (229)",
        "framework.rights (1)",
        "statement.uuid (93)",
    } <= remarks_made


def test_further_languages_and_deprecation_are_carried(flagship: Publication) -> None:
    (framework, *_) = flagship.frameworks
    german = PropertyValue(SKOS.prefLabel, Literal("Vision", lang="de"))
    hidden = PropertyValue(SKOS.hiddenLabel, Literal("vsion", lang="en"))
    statement = replace(framework.statements[0], deprecated=True, properties=(german, hidden))
    package = Package(frameworks=(replace(framework, statements=(statement,)),))
    writing = write(package)
    profile = json.loads(writing.documents[framework.id])
    assert list(faults(profile)) == []
    assert profile["concepts"][0]["deprecated"] is True
    assert profile["concepts"][0]["activityDefinition"]["name"] == {
        "en": "Vision, Values, and Culture",
        "de": "Vision",
    }
    assert f"statement.properties {SKOS.hiddenLabel} (1)" in {
        remark.what for remark in writing.report.remarks
    }
    assert f"statement.properties {SKOS.prefLabel} (1)" not in {
        remark.what for remark in writing.report.remarks
    }


def test_what_an_odd_framework_lacks_is_filled_and_reported() -> None:
    writing = write(odd())
    profile = json.loads(writing.documents["odd"])
    assert list(faults(profile)) == []
    repaired = {r.what for r in writing.report.remarks if r.action == Action.REPAIRED}
    assert repaired == {"no date", "no author"}
    assert profile["concepts"][1]["activityDefinition"]["name"] == {
        "und": "https://example.org/s#1"
    }


def test_a_package_without_frameworks_is_refused() -> None:
    with pytest.raises(Unwritable):
        write(Package())


@settings(max_examples=40)
@given(packages())
def test_any_package(package: Package) -> None:
    for _, data in publish(package):
        assert list(faults(json.loads(data))) == []
    assert list(write(package).documents.values()) == [data for _, data in publish(package)]


def test_time_grows_with_the_number_of_statements() -> None:
    packages_of = {size: large(size) for size in (1, 2_000, 4_000)}
    assert sum(1 for _ in publish(packages_of[2_000])) == 1
    assert growth(lambda size: list(publish(packages_of[size])), 2_000) < 2.2
