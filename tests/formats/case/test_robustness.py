"""Whatever is read: a sentence or a package, and what is written of it is valid."""

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.case import read, write_1_0, write_1_1
from tests.formats.case.case_objects import association, document, item, link, package, uuid
from tests.formats.case.schemas import faults, nulls, package_1_0, package_1_1
from tests.work import growth


def _ours(**rest: Any) -> dict[str, Any]:
    return {"extensions": {"crosswalk-rdf": rest}}


_AGENT = {"iri": "https://x.example.org/a", "name": "A State", "type": "Person"}
_WHOLE = package(
    [
        item(2, educationLevel=["01"], CFItemTypeURI=link("CFItemTypes", 60), CFItemType="T"),
        item(3, conceptKeywordsURI=link("CFConcepts", 61), statusEndDate="2020-01-01"),
        item(4, licenseURI=link("CFLicenses", 62), extensions={"a": 1}, language="en"),
    ],
    [
        association(12, "isChildOf", 2, link("CFDocuments", 1), sequenceNumber=1),
        association(13, "isChildOf", 3, 2, sequenceNumber=2),
        association(14, "exactMatchOf", 3, link("CFItems", 99), notes="N"),
        association(15, "isRelatedTo", 3, 4),
        association(
            17,
            "exactMatchOf",
            3,
            link("CFItems", 97),
            **_ours(
                lines=[1, 2],
                printedText="P",
                mappingJustification="https://x.example.org/j",
                slots=[
                    {"name": "ext_identifier", "property": "https://x.example.org/p", "values": []}
                ],
            ),
        ),
        association(
            16,
            "ext:broadMatch",
            4,
            {**link("CFItems", 98), "targetType": "CASE"},
            CFAssociationGroupingURI=link("CFAssociationGroupings", 63),
        ),
    ],
    document(
        language="en",
        licenseURI=link("CFLicenses", 62),
        subject=["S"],
        **_ours(
            creators=[_AGENT],
            issued="2017",
            id="walk",
            levels=[{"iri": "https://x.example.org/l", "depth": 1}],
            sources=[{"iri": "https://x.example.org/s", "id": "s", "title": {"@value": "S"}}],
            properties=[["https://x.example.org/p", {"@id": "https://x.example.org/o"}]],
        ),
    ),
    CFDefinitions={
        "CFItemTypes": [{**link("CFItemTypes", 60), "hierarchyCode": "1"}],
        "CFLicenses": [{**link("CFLicenses", 62), "licenseText": "L"}],
        "CFAssociationGroupings": [
            {
                **link("CFAssociationGroupings", 63),
                **_ours(id="p", subjectSource="https://x.example.org/s", subjectKinds=["urn:k"]),
            }
        ],
    },
    CFRubrics=[{"identifier": uuid(70), "CFRubricCriteria": [{"CFRubricCriterionLevels": [{}]}]}],
)
_leaves = (
    st.none()
    | st.booleans()
    | st.integers(-3, 10**20)
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(
        [
            uuid(2),
            uuid(1),
            "https://x.example.org/a b",
            "local:1",
            "\ud800",
            "2020-13-45",
            "//x[",
            "%",
        ]
    )
)
_values = st.recursive(
    _leaves,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=5,
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    places = [path] if path else []
    if isinstance(value, dict):
        for key, each in value.items():
            places += _places(each, (*path, key))
    if isinstance(value, list):
        for number, each in enumerate(value):
            places += _places(each, (*path, number))
    return places


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A package with a few values that are something else."""
    value = copy.deepcopy(_WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(_places(value)))
        owner = value
        for key in path[:-1]:
            owner = owner[key]
        if draw(st.booleans()) and isinstance(owner, dict):
            del owner[path[-1]]
        else:
            owner[path[-1]] = draw(_values)
    return json.dumps(value).encode()


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(broken())
def test_broken_packages(data: bytes) -> None:
    try:
        reading = read(data, "broken.json")
    except InputFaults as error:
        assert str(error).startswith("broken.json")
        return
    for count in reading.report.counts.values():
        assert count.carried <= count.total
    for write, validator in ((write_1_1, package_1_1()), (write_1_0, package_1_0())):
        documents = write(reading.package).documents if any(_of(reading.package)) else {}
        for text in documents.values():
            value = json.loads(text)
            assert not faults(validator, value)
            assert not nulls(value)


def _of(package: Any) -> tuple[Any, ...]:
    return (*package.frameworks, *package.crosswalks)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.json:1:1: not JSON"),
        (b'{"CFDocument": {', "x.json:1:17: not JSON"),
        (b"\xff\xfe\xfa", "x.json"),
        (b"[]", "x.json: no CFDocument"),
        (b'{"CFDocument": 7}', "x.json: no CFDocument"),
        (b'{"CFItems": []}', "x.json: no CFDocument"),
        (b'{"CFDocument": {"title": ' + b"[" * 100_000, "nested too deep"),
        (b'{"CFDocument": {"title": ' + b"9" * 5_000 + b"}}", "thousands of digits"),
    ],
)
def test_one_clear_message(data: bytes, message: str) -> None:
    with pytest.raises(InputFaults) as caught:
        read(data, "x.json")
    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


def test_deep_extras_are_left_out_and_told() -> None:
    value: Any = "deep"
    for _ in range(300):
        value = [value]
    result = read(json.dumps(package([item(2, deep=value)], [])).encode(), "x.json")
    assert any("nested too deep" in remark.why for remark in result.report.remarks)
    assert write_1_1(result.package).documents


def _large(size: int) -> bytes:
    items = [item(10 + n) for n in range(size)]
    tree = [
        association(
            10 + size + n,
            "isChildOf",
            10 + n,
            10 + (n - 1) // 7 if n else link("CFDocuments", 1),
            sequenceNumber=n,
        )
        for n in range(size)
    ]
    others = [
        association(10 + 2 * size + n, "exactMatchOf", 10 + n, link("CFItems", 90_000_000 + n))
        for n in range(size)
    ]
    return json.dumps(package(items, [*tree, *others])).encode()


def test_time_grows_with_size_alone() -> None:
    documents = {size: _large(size) for size in (1, 1_000, 2_000)}
    reading = read(documents[1_000], "x.json")
    assert reading.report.counts["CFAssociations"].carried == 2 * 1_000
    assert growth(lambda size: write_1_1(read(documents[size], "x.json").package), 1_000) < 2.2


def test_a_long_chain_is_no_deep_recursion() -> None:
    size = 5_000
    chain = [association(10 + size + n, "isChildOf", 11 + n, 10 + n) for n in range(size - 1)]
    data = json.dumps(package([item(10 + n) for n in range(size)], chain)).encode()
    result = read(data, "x.json")
    assert result.package.frameworks[0].statements[-1].broader
    assert write_1_1(result.package).documents
