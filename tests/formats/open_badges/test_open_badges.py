"""Open Badges 3.0: alignments that can be pasted, and samples that use them."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from crosswalk_rdf.formats.format import Count, Unwritable
from crosswalk_rdf.formats.open_badges import FORMATS, publish, write
from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.model import Package, Publication, package_of
from crosswalk_rdf.site.templating.filters import open_badge
from tests.formats.contexts import quads
from tests.formats.credential_schemas import empties, faults
from tests.formats.publications import odd, packages
from tests.formats.synthetic import large
from tests.work import growth

TARGET_URL = ox.NamedNode("https://schema.org/targetUrl")


@pytest.fixture(scope="module")
def published(flagship: Publication) -> dict[str, bytes]:
    return dict(publish(package_of(flagship)))


def alignments(data: bytes) -> list[dict[str, Any]]:
    graph = json.loads(data)["@graph"]
    assert isinstance(graph, list)
    return graph


def test_the_format_is_registered() -> None:
    assert format_by_name("open-badges") == FORMATS[0]


def test_each_statement_has_a_file(flagship: Publication, published: dict[str, bytes]) -> None:
    for framework in flagship.frameworks:
        for statement in framework.statements:
            name = str(statement.iri).removeprefix(flagship.base)
            value = json.loads(published[f"open-badges/{name}.json"])
            assert value["targetUrl"] == str(statement.iri)
            assert faults(value, "Alignment") == []


def test_files_and_collections_hold_the_same(published: dict[str, bytes]) -> None:
    collection = alignments(published["open-badges/psel-2015.alignments.json"])
    assert len(collection) == 93
    file = json.loads(published["open-badges/psel-2015/1a.json"])
    assert {key: value for key, value in file.items() if key != "@context"} in collection


def test_a_file_agrees_with_what_the_page_offers_to_copy(published: dict[str, bytes]) -> None:
    """The page shows the object without context and id."""

    class View:
        notation = "1"
        label = "Mission, Vision, and Core Values"
        iri = "https://w3id.org/leadership-crosswalk/psel-2015/1"

        class framework:  # noqa: N801 - stands for an attribute
            title = "Professional Standards for Educational Leaders 2015"

    file = json.loads(published["open-badges/psel-2015/1.json"])
    View.text = file["targetDescription"]  # type: ignore[attr-defined]
    shown = json.loads(open_badge(View))  # type: ignore[arg-type]
    assert {key: file[key] for key in shown} == shown
    assert set(file) - set(shown) <= {"@context", "id"}


def test_documents_expand_to_triples_that_name_the_statements(published: dict[str, bytes]) -> None:
    for path in (
        "open-badges/psel-2015/1a.json",
        "open-badges/psel-2015.alignments.json",
        "open-badges/sample-achievement.json",
        "open-badges/sample-credential.json",
    ):
        targets = {q.object.value for q in quads(published[path]) if q.predicate == TARGET_URL}
        assert targets
        assert all(iri.startswith("https://w3id.org/leadership-crosswalk/") for iri in targets)
    assert "https://w3id.org/leadership-crosswalk/psel-2015/1a" in {
        q.object.value for q in quads(published["open-badges/psel-2015/1a.json"])
    }


def test_every_property_of_a_file_survives_expansion(published: dict[str, bytes]) -> None:
    """A key that the context does not know would be dropped in silence."""
    value = json.loads(published["open-badges/psel-2015/1a.json"])
    triples = quads(published["open-badges/psel-2015/1a.json"])
    assert len(triples) == len(set(value) - {"@context", "id"})


def test_samples_are_valid(flagship: Publication, published: dict[str, bytes]) -> None:
    achievement = json.loads(published["open-badges/sample-achievement.json"])
    assert faults(achievement, "Achievement") == []
    assert empties(achievement) == []
    assert 2 <= len(achievement["alignment"]) <= 5
    statements = {str(s.iri) for f in flagship.frameworks for s in f.statements}
    assert {each["targetUrl"] for each in achievement["alignment"]} <= statements
    assert achievement["creator"]["name"] == flagship.creator.name
    credential = json.loads(published["open-badges/sample-credential.json"])
    assert faults(credential, "AchievementCredential") == []
    assert "proof" not in credential, "a sample is not signed"


def test_the_requirements_fit_what_others_issue(repository: Path) -> None:
    """The test's own schema must not ask for more than real achievements have."""
    sample = repository / "tests/samples/credentials/clr20-complex.json"
    record = json.loads(sample.read_text("utf-8"))
    achievements = [
        credential["credentialSubject"]["achievement"]
        for credential in record["credentialSubject"]["verifiableCredential"]
    ]
    assert achievements
    for achievement in achievements:
        achievement["type"] = [achievement["type"]]  # a string alone is allowed too
        achievement.pop("creator", None)
        achievement.pop("alignment", None)
        assert faults(achievement, "Achievement") == []


def test_a_fault_is_found() -> None:
    assert faults({"type": ["Alignment"], "targetName": "x"}, "Alignment")
    assert faults({"id": "urn:x:1", "type": ["Achievement"], "name": "x"}, "Achievement")


@settings(max_examples=40)
@given(packages())
def test_any_package(package: Package) -> None:
    files = list(publish(package))
    assert len({path.casefold() for path, _ in files}) == len(files)
    for path, data in files:
        assert ".." not in path.split("/")
        value = json.loads(data)
        if "@graph" in value:
            for alignment in value["@graph"]:
                assert faults(alignment, "Alignment") == []
        elif "targetUrl" in value:
            assert faults(value, "Alignment") == []
    assert dict(publish(package)) == dict(files)


def test_an_odd_package_is_published_safely() -> None:
    files = dict(publish(odd()))
    assert len(files) == 6 + 3
    for path, data in files.items():
        assert all(part not in ("..", "") and len(part) <= 255 for part in path.split("/")), path
        value = json.loads(data)
        value.get("@graph")
        name = "Alignment" if "targetUrl" in value else None
        if name:
            assert faults(value, name) == []
            assert empties(value) == []
    assert faults(json.loads(files["open-badges/sample-achievement.json"]), "Achievement") == []
    assert "open-badges/odd/1.json" in files
    assert "open-badges/odd/%C3%84%2F%C3%B6.json" in files


def test_the_report_says_what_is_left_out(flagship: Publication) -> None:
    report = write(package_of(flagship)).report
    assert report.counts["statements"] == Count(262, 262)
    assert report.counts["alignments"] == Count(229, 0)
    remarks_made = {remark.what for remark in report.remarks}
    assert {
        "framework.rights (1)",
        "statement.broader (83)",
        "statement.broader (165)",
        "alignments (229)",
    } <= remarks_made
    assert not any(
        what.startswith(("statement.notation (", "statement.label (")) for what in remarks_made
    )


def test_a_package_without_frameworks_is_refused() -> None:
    with pytest.raises(Unwritable):
        write(Package())


def test_time_grows_with_the_number_of_statements() -> None:
    packages_of = {size: large(size) for size in (1, 2_000, 4_000)}
    assert sum(1 for _ in publish(packages_of[2_000])) == 2_000 + 3
    assert growth(lambda size: list(publish(packages_of[size])), 2_000) < 2.2
