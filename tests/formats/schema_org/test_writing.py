"""schema.org: what is written says what the graph says, and names the same things."""

import json
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from crosswalk_rdf.formats.format import Action, Count, Unwritable
from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.formats.schema_org import publish, write
from crosswalk_rdf.graph.crosswalks import crosswalk_triples
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.model import Package, Publication, package_of
from crosswalk_rdf.site.templating.filters import alignment_object
from tests.formats.contexts import quads
from tests.formats.publications import odd, packages

SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
NOT_IN_THE_GRAPH = {
    *(
        f"{SCHEMA}{name}"
        for name in (
            "additionalType",
            "copyrightHolder",
            "copyrightNotice",
            "creator",
            "datePublished",
            "hasDefinedTerm",
            "identifier",
            "inLanguage",
            "isBasedOn",
            "publisher",
            "version",
        )
    )
}
"""Said in the graph in other words: dcterms, owl, rdf:type."""

Said = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def published(flagship: Publication) -> dict[str, bytes]:
    return dict(publish(package_of(flagship)))


def descriptions(graph: set[ox.Quad]) -> Said:
    return {(quad.subject.value, quad.predicate.value, str(quad.object)) for quad in graph}


def values(graph: set[ox.Quad], name: str) -> set[str]:
    return {q.object.value for q in graph if q.predicate.value == f"{SCHEMA}{name}"}


def test_the_format_is_registered() -> None:
    assert format_by_name("schema-org").publish is publish


def test_what_is_published(published: dict[str, bytes]) -> None:
    assert sorted(published) == [
        "schema-org/crosswalk-2017.jsonld",
        "schema-org/lcpe-2017.alignments.json",
        "schema-org/lcpe-2017.jsonld",
        "schema-org/psel-2015.alignments.json",
        "schema-org/psel-2015.jsonld",
    ]


@pytest.mark.parametrize("id", ["psel-2015", "lcpe-2017"])
def test_a_set_says_what_the_graph_says(
    id: str, flagship: Publication, published: dict[str, bytes]
) -> None:
    framework = next(f for f in flagship.frameworks if f.id == id)
    graph = {
        f"{s.n3()} {p.n3()} {o.n3()}" for s, p, o in framework_triples(framework, flagship.base)
    }
    agents = {str(a.iri) for a in framework.creators} | {str(framework.publisher.iri)}  # type: ignore[union-attr]
    dataset = {
        quad
        for quad in quads(published[f"schema-org/{id}.jsonld"])
        if quad.predicate.value not in NOT_IN_THE_GRAPH and quad.subject.value not in agents
    }
    assert len(dataset) > 4 * len(framework.statements)
    plain = "^^<http://www.w3.org/2001/XMLSchema#string>"
    lines = {f"{q.subject} {q.predicate} {q.object}".replace(plain, "") for q in dataset}
    number = "http://www.w3.org/2001/XMLSchema#integer"
    n3 = {line.replace(f"^^<{number}>", f"^^<{number}>") for line in lines}
    assert sorted(n3 - graph) == []


def test_the_set_holds_every_statement(flagship: Publication, published: dict[str, bytes]) -> None:
    for framework in flagship.frameworks:
        graph = quads(published[f"schema-org/{framework.id}.jsonld"])
        statements = {str(statement.iri) for statement in framework.statements}
        assert values(graph, "hasDefinedTerm") == statements
        assert values(graph, "inDefinedTermSet") == {str(framework.iri)}


def test_a_crosswalk_holds_every_alignment(
    flagship: Publication, published: dict[str, bytes]
) -> None:
    """From the passage about the source, by the record, to the target."""
    graph = quads(published["schema-org/crosswalk-2017.jsonld"])
    about = {q.subject: q.object.value for q in graph if q.predicate.value == f"{SCHEMA}about"}
    of = {
        q.object: about[q.subject]
        for q in graph
        if q.predicate.value == f"{SCHEMA}educationalAlignment"
    }
    target = {q.subject: q.object for q in graph if q.predicate.value == f"{SCHEMA}targetUrl"}
    aligned = {(record.value, of[record], end.value) for record, end in target.items()}
    assert all(isinstance(end, ox.NamedNode) for end in target.values())
    assert aligned == {
        (str(a.iri), str(a.subject), str(a.object))
        for crosswalk in flagship.crosswalks
        for part in crosswalk.parts
        for a in part.alignments
    }


def test_alignments_hang_on_works_alone(published: dict[str, bytes]) -> None:
    """schema.org: the domain of educationalAlignment is CreativeWork, not DefinedTerm."""
    graph = quads(published["schema-org/crosswalk-2017.jsonld"])
    kinds: dict[str, set[str]] = {}
    for quad in graph:
        if quad.predicate.value.endswith("#type"):
            kinds.setdefault(quad.subject.value, set()).add(quad.object.value)
    works = {q.subject.value for q in graph if q.predicate.value == f"{SCHEMA}educationalAlignment"}
    assert works
    assert all(kinds[work] == {f"{SCHEMA}CreativeWork"} for work in works)


def test_a_crosswalk_names_itself_and_its_parts_as_the_graph_does(
    flagship: Publication, published: dict[str, bytes]
) -> None:
    crosswalk = flagship.crosswalks[0]
    graph = {str(o) for _, p, o in crosswalk_triples(crosswalk, flagship.base) if "hasPart" in p}
    assert graph <= values(quads(published["schema-org/crosswalk-2017.jsonld"]), "hasPart")


def test_an_alignment_object_is_what_the_page_offers_to_copy(published: dict[str, bytes]) -> None:
    document = json.loads(published["schema-org/psel-2015.alignments.json"])
    object_ = document["@graph"][0]

    class View:
        notation = "1"
        label = "Mission, Vision, and Core Values"
        text = object_["targetDescription"]
        iri = "https://w3id.org/leadership-crosswalk/psel-2015/1"

        class framework:  # noqa: N801 - stands for an attribute
            title = "Professional Standards for Educational Leaders 2015"

    shown = json.loads(alignment_object(View))  # type: ignore[arg-type]
    assert shown.pop("@context") == "https://schema.org"
    assert {key: value for key, value in object_.items() if key != "@id"} == shown


def test_alignment_objects_expand_to_iris(
    flagship: Publication, published: dict[str, bytes]
) -> None:
    for framework in flagship.frameworks:
        graph = quads(published[f"schema-org/{framework.id}.alignments.json"])
        assert values(graph, "targetUrl") == {str(s.iri) for s in framework.statements}
        assert all(not isinstance(q.subject, ox.BlankNode) for q in graph)


def test_no_node_is_blank(published: dict[str, bytes]) -> None:
    for data in published.values():
        for quad in quads(data):
            assert not isinstance(quad.subject, ox.BlankNode)
            assert not isinstance(quad.object, ox.BlankNode)


def nulls(value: Any) -> bool:
    if isinstance(value, dict):
        return any(nulls(inner) for key, inner in value.items() if key != "@context")
    return value is None or (isinstance(value, list) and any(map(nulls, value)))


def test_an_odd_package_has_no_null() -> None:
    for path, data in publish(odd()):
        assert not nulls(json.loads(data)), path
        assert quads(data)


def test_the_report_says_what_is_left_out(flagship: Publication) -> None:
    report = write(package_of(flagship)).report
    assert report.counts["DefinedTerm"] == Count(262, 262)
    assert report.counts["AlignmentObject"] == Count(229, 229)
    reported = {remark.what for remark in report.remarks}
    assert {
        "statement.checksum (93)",
        "statement.lines (169)",
        "alignment.printed_text (229)",
        "errata (93)",
    } <= reported
    assert not any(what.startswith("statement.broader") for what in reported)
    assert {remark.action for remark in report.remarks} == {Action.NOT_CARRIED}


def test_an_empty_package_is_refused() -> None:
    with pytest.raises(Unwritable):
        write(Package())


@settings(max_examples=25)
@given(packages())
def test_any_package(package: Package) -> None:
    files = dict(publish(package))
    assert all(not nulls(json.loads(data)) for data in files.values())
    expected = {str(s.iri) for s in package.frameworks[0].statements}
    assert values(quads(files["schema-org/first.jsonld"]), "hasDefinedTerm") == expected
    crosswalk = quads(files["schema-org/walk.jsonld"])
    aligned = {str(a.object) for p in package.crosswalks[0].parts for a in p.alignments}
    assert values(crosswalk, "targetUrl") == aligned
