"""What real servers emit, one oddity at a time."""

import json
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.case import FORMATS, read, write_1_0, write_1_1
from crosswalk_rdf.formats.format import Count
from crosswalk_rdf.model import Alignment, Framework, Statement
from crosswalk_rdf.namespaces import CASE, CEASN
from tests.formats.case.case_objects import (
    SERVER,
    association,
    document,
    item,
    link,
    package,
    reading,
    remarks_of,
    uuid,
)
from tests.formats.case.schemas import faults, nulls, package_1_0, package_1_1


def framework(value: Any) -> Framework:
    (one,) = reading(value).package.frameworks
    return one


def first(value: Any) -> Statement:
    return framework(value).statements[0]


def alignments(value: Any) -> list[Alignment]:
    read_package = reading(value).package
    return [a for c in read_package.crosswalks for p in c.parts for a in p.alignments]


def rewritten(value: Any) -> dict[str, Any]:
    """Return the only document of what is read and written again; it is valid in both versions."""
    read_package = reading(value).package
    for text in write_1_0(read_package).documents.values():
        assert not faults(package_1_0(), json.loads(text))
    (again,) = (json.loads(text) for text in write_1_1(read_package).documents.values())
    assert not faults(package_1_1(), again)
    assert not nulls(again)
    return again  # type: ignore[no-any-return]


ONE = package([item(2)], [])


@pytest.mark.parametrize(
    "value",
    [
        ONE,
        [ONE],
        {"CFPackage": ONE},
        {"CFPackages": [ONE]},
        {"data": {"CFPackage": ONE}},
        {"@context": "https://example.org/", "type": "CFPackage", **ONE},
        {"CFDocument": {"CFDocument": document()}, "CFItems": [item(2)]},
        {"CFDocument": {"CFDocument": document(), "CFItems": [item(2)]}},
        {**ONE, "CFItems": [{"CFItem": item(2)}]},
        {**ONE, "CFItems": {uuid(2): item(2)}},
        {**ONE, "CFItems": [item(2), None, "nonsense", 7]},
        {**ONE, "CFItems": item(2)},
        {"CFDocument": document(), "cfItems": [item(2)], "CFAssociations": None},
    ],
)
def test_wrappers(value: Any) -> None:
    result = framework(value)
    assert str(result.title) == "Document 1"
    assert [str(s.text) for s in result.statements] == ["Statement 2"]


def test_several_packages_in_one_list() -> None:
    other = package([item(12)], [], document(11))
    first = package([item(2)], [association(3, "exactMatchOf", 2, 12)])
    result = reading([first, other]).package
    assert [f.uuid for f in result.frameworks] == [uuid(1), uuid(11)]
    (part,) = result.crosswalks[0].parts
    assert (part.subject_source, part.object_source) == tuple(f.iri for f in result.frameworks)
    assert part.alignments[0].predicate == SKOS.exactMatch
    assert result.crosswalks[0].external == ()


def test_the_same_document_twice_is_told() -> None:
    result = reading([ONE, ONE])
    assert len(result.package.frameworks) == 1
    assert result.report.counts["CFDocuments"] == Count(2, 1)
    assert "another document before it has the same uri" in remarks_of(result)


def test_nulls_are_left_out_and_told() -> None:
    value = package([item(2, notes=None, educationLevel=None)], [], document(description=None))
    result = reading(value)
    assert "notes null" in remarks_of(result)
    assert "description" not in rewritten(value)["CFDocument"]


def test_wrong_types() -> None:
    value = package(
        [
            item(
                2,
                educationalLevel="06",
                conceptKeywords="one",
                humanCodingScheme=12,
                fullStatement=["a", "b"],
                statusStartDate="2020-01-02T00:00:00Z",
            )
        ],
        [association(3, "isChildOf", 2, link("CFDocuments", 1), sequenceNumber="4")],
    )
    again = rewritten(value)
    item_object = again["CFItems"][0]
    assert item_object["educationLevel"] == ["06"]
    assert item_object["conceptKeywords"] == ["one"]
    assert item_object["humanCodingScheme"] == "12"
    assert item_object["fullStatement"] == "a; b"
    assert item_object["statusStartDate"] == "2020-01-02"
    assert again["CFAssociations"][0]["sequenceNumber"] == 4
    assert "a list is asked for" in remarks_of(reading(value))


def test_what_cannot_be_read_as_its_type_is_an_extension() -> None:
    value = package([item(2, statusStartDate="soon", CFItemTypeURI=7)], [])
    item_object = rewritten(value)["CFItems"][0]
    assert item_object["extensions"] == {"statusStartDate": "soon", "CFItemTypeURI": 7}


def test_extra_properties_come_back_as_extensions() -> None:
    value = package([item(2, color="red", extensions={"a": [1, {"b": None}]})], [], document(x=1))
    again = rewritten(value)
    assert again["CFItems"][0]["extensions"]["color"] == "red"
    assert again["CFDocument"]["extensions"] == {"x": 1}
    statement = first(value)
    (extension,) = (p for p in statement.properties if p.property == CASE.extensions)
    assert isinstance(extension.value, Literal)
    assert extension.value.datatype == RDF.JSON
    assert "not carried" in "\n".join(map(str, write_1_0(reading(value).package).report.remarks))


def test_uuids() -> None:
    value = package(
        [
            item(2, identifier=uuid(2).upper()),
            item(3, identifier="urn:uuid:" + uuid(3)),
            item(4, identifier="no-uuid"),
            {"fullStatement": "nameless"},
            {"fullStatement": "half", "uri": f"{SERVER}/CFItems/{uuid(6)}"},
            {"fullStatement": "other half", "identifier": uuid(7)},
            {"fullStatement": "seven", "identifier": "018f4c7e-0000-7000-8000-000000000000"},
        ],
        [],
    )
    statements = framework(value).statements
    assert [s.uuid for s in statements] == [
        uuid(2),
        uuid(3),
        "",
        "",
        uuid(6),
        uuid(7),
        "018f4c7e-0000-7000-8000-000000000000",
    ]
    assert statements[5].iri == URIRef(f"urn:uuid:{uuid(7)}")
    assert statements[3].iri.startswith("urn:uuid:")
    assert (DCTERMS.identifier, Literal("no-uuid")) in [
        (p.property, p.value) for p in statements[2].properties
    ]
    again = rewritten(value)
    assert [i["identifier"] for i in again["CFItems"]][4:] == [s.uuid for s in statements[4:]]


def test_links_by_identifier_text_and_spelling() -> None:
    """The ends of associations as strings, by identifier alone, and under another address."""
    value = package(
        [item(n) for n in range(2, 8)],
        [
            association(12, "isChildOf", f"{SERVER}/CFItems/{uuid(3)}", uuid(2)),
            association(13, "isChildOf", {"identifier": uuid(4)}, {"identifier": uuid(2).upper()}),
            association(14, "isChildOf", {**link("CFItems", 5), "uri": "local:5"}, 2),
            {
                "identifier": uuid(15),
                "associationType": "Is Child Of",
                "originNodeIdentifier": uuid(6),
                "destinationNodeIdentifier": uuid(2),
            },
            {"associationType": "isParentOf", **_ends(2, 7)},
        ],
    )
    statements = framework(value).statements
    assert {s.broader for s in statements[1:]} == {statements[0].iri}
    assert [s.position for s in statements[1:]] == [1, 2, 3, 4, 5]
    assert len(rewritten(value)["CFAssociations"]) == 5


def _ends(origin: int, destination: int) -> dict[str, Any]:
    ends = {"originNodeURI": origin, "destinationNodeURI": destination}
    return {key: link("CFItems", number) for key, number in ends.items()}


def test_ends_that_are_no_web_addresses_are_kept() -> None:
    uris = [
        "local:abc",
        "data:text/x-ref-unresolved;base64,TS5TSFQuMQ==",
        "data:text/x-ref-unresolved,CCSS.1",
        "https://example.org/a task?x=<1>",
        "https://example.org/uri/https://example.com/b",
    ]
    value = package(
        [item(2)],
        [
            association(20 + n, "exemplar", 2, {"title": "t", "identifier": "x", "uri": uri})
            for n, uri in enumerate(uris)
        ],
    )
    mappings = alignments(value)
    assert [str(a.object) for a in mappings] == [
        *uris[:3],
        "https://example.org/a%20task?x=%3C1%3E",
        uris[4],
    ]
    assert {a.predicate for a in mappings} == {CASE.exemplar}
    written = rewritten(value)["CFAssociations"]
    assert {a["destinationNodeURI"]["identifier"] for a in written} == {"x"}
    assert "targetType" not in written[0]["destinationNodeURI"]


def test_associations_to_nothing_are_told() -> None:
    value = package(
        [item(2)],
        [association(3, "isRelatedTo", 2, None), association(4, "isRelatedTo", {}, 2)],
    )
    result = reading(value)
    assert result.report.counts["CFAssociations"] == Count(2, 0)
    assert "destinationNodeURI names nothing" in remarks_of(result)
    assert "originNodeURI names nothing" in remarks_of(result)


def test_duplicate_associations_are_kept() -> None:
    one = association(3, "isRelatedTo", 2, {"identifier": uuid(99), "uri": "urn:x:1", "title": "x"})
    child = association(4, "isChildOf", 2, link("CFDocuments", 1))
    inner = association(5, "precedes", 2, 2)
    value = package([item(2)], [one, one, child, child, inner, inner])
    again = rewritten(value)["CFAssociations"]
    identifiers = sorted(each["identifier"] for each in again)
    assert identifiers == sorted([uuid(3), uuid(3), uuid(4), uuid(4), uuid(5), uuid(5)])
    assert len({a.iri for a in alignments(value)}) == 2


def test_roots_stay_with_and_without_their_association() -> None:
    child = association(4, "isChildOf", 3, link("CFDocuments", 1), sequenceNumber=9)
    again = rewritten(package([item(2), item(3)], [child]))
    assert [(a["identifier"], a["sequenceNumber"]) for a in again["CFAssociations"]] == [
        (uuid(4), 9)
    ]


def test_a_cycle_is_cut_and_told() -> None:
    value = package(
        [item(2), item(3), item(4)],
        [
            association(12, "isChildOf", 2, 3),
            association(13, "isChildOf", 3, 4),
            association(14, "isChildOf", 4, 2),
            association(15, "isChildOf", 4, 4),
        ],
    )
    result = reading(value)
    counts = result.report.counts["CFAssociations"]
    assert counts.total == 4
    assert counts.carried == 2
    assert "cycle" in remarks_of(result)
    rewritten(value)


def test_an_identifier_used_twice_is_told() -> None:
    other = {**item(3), "identifier": uuid(2)}
    result = reading(package([item(2), other, item(2, fullStatement="Again")], []))
    assert [s.uuid for s in result.package.frameworks[0].statements] == [uuid(2), ""]
    assert result.report.counts["CFItems"] == Count(3, 2)
    assert "something before it has the same" in remarks_of(result)
    assert "another item before it has the same uri" in remarks_of(result)


def test_sequence_numbers_order_the_children() -> None:
    value = package(
        [item(n) for n in (2, 3, 4, 5)],
        [
            association(13, "isChildOf", 3, 2, sequenceNumber=30),
            association(14, "isChildOf", 4, 2, sequenceNumber=10),
            association(15, "isChildOf", 5, 2),
        ],
    )
    positions = {s.uuid: s.position for s in framework(value).statements[1:]}
    assert positions == {uuid(3): 2, uuid(4): 1, uuid(5): 3}
    again = {a["identifier"]: a.get("sequenceNumber") for a in rewritten(value)["CFAssociations"]}
    assert again == {uuid(13): 30, uuid(14): 10, uuid(15): None}


def test_further_parents_and_groupings_of_a_tree() -> None:
    grouping = {
        "identifier": uuid(50),
        "uri": f"{SERVER}/CFAssociationGroupings/{uuid(50)}",
        "title": "Another tree",
        "lastChangeDateTime": "2020-01-01T00:00:00Z",
    }
    to = {key: grouping[key] for key in ("title", "identifier", "uri")}
    value = package(
        [item(2), item(3), item(4)],
        [
            association(12, "isChildOf", 4, 3, CFAssociationGroupingURI=to),
            association(13, "isChildOf", 4, 2),
        ],
        CFDefinitions={"CFAssociationGroupings": [grouping]},
    )
    statement = framework(value).statements[2]
    assert (statement.broader, statement.also_broader) == (
        URIRef(f"{SERVER}/CFItems/{uuid(2)}"),
        (URIRef(f"{SERVER}/CFItems/{uuid(3)}"),),
    )
    again = rewritten(value)
    assert again["CFDefinitions"]["CFAssociationGroupings"] == [grouping]
    (grouped,) = (a for a in again["CFAssociations"] if a["identifier"] == uuid(12))
    assert grouped["CFAssociationGroupingURI"] == to


def test_groupings_become_parts() -> None:
    grouping = {
        **link("CFAssociationGroupings", 50, "Review 2024"),
        "lastChangeDateTime": "2020-01-01T00:00:00Z",
    }
    to = link("CFAssociationGroupings", 50, "Review 2024")
    outside = {"title": "x", "identifier": uuid(70), "uri": "https://other.example.org/70"}
    value = package(
        [item(2)],
        [
            association(12, "isRelatedTo", 2, outside, CFAssociationGroupingURI=to),
            association(13, "exactMatchOf", outside, 2, CFAssociationGroupingURI=to),
            association(14, "isRelatedTo", 2, outside, notes="Seen", sequenceNumber=3),
        ],
        CFDefinitions={"CFAssociationGroupings": [grouping]},
    )
    (crosswalk,) = reading(value).package.crosswalks
    assert crosswalk.uuid == uuid(1)
    assert [(p.id, str(p.title), len(p.alignments)) for p in crosswalk.parts] == [
        ("review-2024", "Review 2024", 1),
        ("review-2024-2", "Review 2024", 1),
        ("associations", "Associations", 1),
    ]
    assert crosswalk.parts[2].alignments[0].comment == "Seen"
    again = rewritten(value)
    assert again["CFDefinitions"]["CFAssociationGroupings"] == [grouping]
    assert [a.get("CFAssociationGroupingURI") for a in again["CFAssociations"]] == [to, to, None]
    assert again["CFAssociations"][2]["sequenceNumber"] == 3
    assert again["CFAssociations"][2]["notes"] == "Seen"


def test_a_document_of_associations_alone_is_a_crosswalk() -> None:
    value = {
        "CFDocument": document(language="en"),
        "CFAssociations": [association(12, "ext:closeMatch", 2, 3, notes="Why")],
    }
    result = reading(value).package
    assert result.frameworks == ()
    (crosswalk,) = result.crosswalks
    (part,) = crosswalk.parts
    assert part.subject_source != part.object_source
    assert {e.iri for e in crosswalk.external} == {part.subject_source, part.object_source}
    assert part.alignments[0].predicate == SKOS.closeMatch
    again = rewritten(value)
    assert again["CFAssociations"] == value["CFAssociations"]
    assert "CFItems" not in again


@pytest.mark.parametrize(
    ("type", "predicate", "in_1_0"),
    [
        ("exactMatchOf", SKOS.exactMatch, "exactMatchOf"),
        ("isRelatedTo", SKOS.relatedMatch, "isRelatedTo"),
        ("ext:broadMatch", SKOS.broadMatch, "isRelatedTo"),
        ("ext:narrowMatch", SKOS.narrowMatch, "isRelatedTo"),
        ("ext:closeMatch", SKOS.closeMatch, "isRelatedTo"),
        ("ext:relatedMatch", SKOS.relatedMatch, "isRelatedTo"),
        ("isTranslationOf", CASE.isTranslationOf, "isRelatedTo"),
        ("isChildOf", CASE.isChildOf, "isChildOf"),
        ("isPartOf", CASE.isPartOf, "isPartOf"),
        ("hasSkillLevel", CASE.hasSkillLevel, "hasSkillLevel"),
        ("ext:isDerivedFrom", CASE["ext:isDerivedFrom"], "isRelatedTo"),
    ],
)
def test_types_and_directions(type: str, predicate: URIRef, in_1_0: str) -> None:
    """The origin is the subject: what is ``broadMatch`` is the destination, as in SKOS."""
    to = {"title": "x", "identifier": uuid(70), "uri": "https://other.example.org/70"}
    value = package([item(2)], [association(12, type, 2, to)])
    (mappings,) = alignments(value)
    assert (mappings.subject, mappings.predicate, mappings.object) == (
        URIRef(f"{SERVER}/CFItems/{uuid(2)}"),
        predicate,
        URIRef("https://other.example.org/70"),
    )
    (again,) = rewritten(value)["CFAssociations"]
    assert again["associationType"] == type
    writing = write_1_0(reading(value).package)
    (old,) = (json.loads(text) for text in writing.documents.values())
    assert old["CFAssociations"][0]["associationType"] == in_1_0
    told = any(type in remark.what for remark in writing.report.remarks)
    assert told == (type != in_1_0)


@pytest.mark.parametrize("type", ["exactMatchOf", "precedes", "isPeerOf", "ext:broadMatch"])
def test_inside_a_framework_nothing_is_a_mapping(type: str) -> None:
    value = package([item(2), item(3)], [association(12, type, 2, 3, notes="n")])
    result = reading(value).package
    assert result.crosswalks == ()
    assert (CASE[type], result.frameworks[0].statements[1].iri) in [
        (p.property, p.value) for p in result.frameworks[0].statements[0].properties
    ]
    (again,) = rewritten(value)["CFAssociations"]
    assert (again["associationType"], again["notes"]) == (type, "n")


def test_related_above_or_below_is_no_skos_related() -> None:
    value = package(
        [item(2), item(3), item(4)],
        [
            association(11, "isChildOf", 3, 2),
            association(12, "isRelatedTo", 3, 2),
            association(13, "isRelatedTo", 3, 4),
        ],
    )
    statements = [p.property for p in framework(value).statements[1].properties[:2]]
    assert statements == [CASE.isRelatedTo, SKOS.related]
    assert len(rewritten(value)["CFAssociations"]) == 3


def test_what_is_replaced_is_deprecated() -> None:
    new = {"title": "x", "identifier": uuid(70), "uri": "https://other.example.org/70"}
    value = package(
        [
            item(2),
            item(3),
            item(4, statusEndDate="2020-01-01"),
            item(5, statusEndDate="2999-01-01"),
        ],
        [association(12, "replacedBy", 2, 3), association(13, "replacedBy", 3, new)],
    )
    statements = framework(value).statements
    assert [s.deprecated for s in statements] == [True, True, True, False]
    assert [s.replaced_by for s in statements[:2]] == [statements[1].iri, URIRef(new["uri"])]
    again = rewritten(value)
    assert [a["associationType"] for a in again["CFAssociations"]] == ["replacedBy"] * 2
    assert again["CFItems"][2]["statusEndDate"] == "2020-01-01"


def test_types_with_and_without_definition() -> None:
    defined = {
        **link("CFItemTypes", 60, "Standard"),
        "hierarchyCode": "1",
        "lastChangeDateTime": "2020-01-01T00:00:00Z",
        "typeCode": None,
    }
    value = package(
        [
            item(2, CFItemType="Standard", CFItemTypeURI=link("CFItemTypes", 60, "Standard")),
            item(3, CFItemType="Strand", CFItemTypeURI=link("CFItemTypes", 61, "Strand")),
            item(4, CFItemType="Cluster"),
            item(5),
        ],
        [],
        CFDefinitions={"CFItemTypes": [defined]},
    )
    result = framework(value)
    assert [str(level.label) for level in result.levels][:3] == ["Standard", "Strand", "Cluster"]
    assert result.statements[0].kind == URIRef(f"{SERVER}/CFItemTypes/{uuid(60)}")
    assert result.statements[3].kind == CEASN.Competency
    again = rewritten(value)
    for before, after in zip(value["CFItems"], again["CFItems"], strict=True):
        assert after == before
    (type,) = again["CFDefinitions"]["CFItemTypes"]
    assert type["identifier"] == uuid(60)
    assert type["description"] == ""


def test_rubrics_concepts_subjects_and_licences_come_back() -> None:
    when = {"lastChangeDateTime": "2020-01-01T00:00:00Z"}
    level = {
        "identifier": uuid(83),
        "uri": "https://x.example.org/83",
        "quality": "Good",
        "score": 1,
        "position": 1,
        **when,
    }
    criterion = {
        "identifier": uuid(82),
        "uri": "https://x.example.org/82",
        "CFItemURI": link("CFItems", 2),
        "weight": 0.5,
        "CFRubricCriterionLevels": [level],
        **when,
    }
    rubric = {
        "identifier": uuid(81),
        "uri": "https://x.example.org/81",
        "title": "R",
        "CFRubricCriteria": [criterion],
        **when,
    }
    concept = {**link("CFConcepts", 84), "hierarchyCode": "1", "keywords": "a|b", **when}
    subject = {**link("CFSubjects", 85, "Math"), "hierarchyCode": "1", **when}
    license = {
        **link("CFLicenses", 86, "CC BY"),
        "licenseText": "https://cc.example.org/by",
        **when,
    }
    definitions = {"CFConcepts": [concept], "CFSubjects": [subject], "CFLicenses": [license]}
    value = package(
        [
            item(
                2,
                conceptKeywordsURI=link("CFConcepts", 84),
                licenseURI=link("CFLicenses", 86, "CC BY"),
            )
        ],
        [],
        document(
            subject=["Math"],
            subjectURI=[link("CFSubjects", 85, "Math")],
            licenseURI=link("CFLicenses", 86, "CC BY"),
            adoptionStatus="Adopted",
            frameworkType="CourseCodes",
            officialSourceURL="https://x.example.org/",
            publisher="P",
            version="2",
            notes="N",
        ),
        CFDefinitions=definitions,
        CFRubrics=[rubric],
        extensions={"whole": 1},
    )
    result = framework(value)
    assert str(result.license) == license["uri"]
    assert str(result.rights) == license["licenseText"]
    again = rewritten(value)
    assert again["CFDocument"] == {**value["CFDocument"], "caseVersion": "1.1"}
    assert again["CFItems"] == value["CFItems"]
    assert again["CFDefinitions"] == definitions
    assert again["CFRubrics"] == [rubric]
    assert again["extensions"] == {"whole": 1}


def test_languages() -> None:
    value = package(
        [item(2), item(3, language="es"), item(4, language="en_US"), item(5, language="??")],
        [],
        document(language="en"),
    )
    assert [s.text.language for s in framework(value).statements] == ["en", "es", "en-US", "en"]
    again = rewritten(value)["CFItems"]
    assert [each.get("language") for each in again] == [None, "es", "en_US", "??"]


def test_markdown_latex_and_line_ends_stay() -> None:
    text = "A _table_:\r\n\r\n| a | b |\r\n$x = {-b \\pm \\sqrt{b^2}}$ \U0001d451"
    assert rewritten(package([item(2, fullStatement=text)], []))["CFItems"][0]["fullStatement"] == (
        text
    )


def test_the_json_ld_binding_of_1_0() -> None:
    value = {
        "@context": "https://purl.imsglobal.org/spec/case/v1p0/context/imscasev1p0_context_v1p0.jsonld",
        "type": "CFPackage",
        "CFDocument": {"id": f"{SERVER}/CFDocuments/{uuid(1)}", "type": "CFDocument", "title": "D"},
        "CFItems": [
            {
                "id": f"{SERVER}/CFItems/{uuid(2)}",
                "identifier": uuid(2),
                "type": "CFItem",
                "fullStatement": "Parent",
            },
            {
                "id": f"{SERVER}/CFItems/{uuid(3)}",
                "identifier": uuid(3),
                "fullStatement": "Child",
                "associationSet": [
                    {"associationType": "isChildOf", "identifier": uuid(9), "targetId": uuid(2)}
                ],
            },
        ],
    }
    parent, child = framework(value).statements
    assert child.broader == parent.iri
    assert parent.iri == URIRef(f"{SERVER}/CFItems/{uuid(2)}")
    rewritten(value)


def test_the_documents_own_associations_come_back() -> None:
    to = {"title": "Old", "identifier": uuid(70), "uri": "https://other.example.org/70"}
    value = package(
        [item(2)], [association(12, "replacedBy", link("CFDocuments", 1), to, notes="New edition")]
    )
    result = reading(value)
    assert result.report.counts["CFAssociations"] == Count(1, 1)
    (again,) = rewritten(value)["CFAssociations"]
    assert (again["identifier"], again["notes"]) == (uuid(12), "New edition")


def test_formats_are_told_by_content() -> None:
    new, old = (format.recognizes for format in FORMATS)
    assert new
    assert old
    for text, expected in (
        (b'{"CFDocument": {"caseVersion": "1.1"}}', (True, False)),
        (b'\xef\xbb\xbf [{"CFPackage": {"CFDocument" : {}}}]', (True, True)),
        ('{"CFDocument": {}}'.encode("utf-16"), (True, True)),
        (b'{"type": "CFDocument"}', (False, False)),
        (b"<CFDocument/>", (False, False)),
        (b"", (False, False)),
    ):
        assert (new(text), old(text)) == expected
    assert read(b'\xef\xbb\xbf{"CFDocument": {"title": "T"}}', "x").package.frameworks
