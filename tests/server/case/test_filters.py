"""Filters and order, against what is obvious and slow."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosswalk_rdf.server.endpoints.case.properties import is_list
from crosswalk_rdf.server.service import Service
from tests.server.case.client import body, documents_of, get

WORDS = st.text(st.sampled_from("abAB1 ,'é"), max_size=4)
DATES = ["2024-01-01", "2024-02-29", "2023-12-31"]
MOMENTS = [
    "2024-01-01T00:00:00+00:00",
    "2024-01-01T01:00:00+02:00",
    "2023-12-31T23:30:00Z",
    "2024-03-01T00:00:00.5+00:00",
]
DOCUMENTS = st.lists(
    st.fixed_dictionaries(
        {"title": WORDS, "lastChangeDateTime": st.sampled_from(MOMENTS)},
        optional={
            "version": WORDS,
            "subject": st.lists(st.sampled_from(["art", "Art", "maths", "b"]), max_size=3),
            "statusStartDate": st.sampled_from(DATES),
            "licenseURI": st.fixed_dictionaries({"title": WORDS, "uri": WORDS}),
        },
    ),
    max_size=12,
)
PREDICATES: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
}


def text(document: Any, field: str) -> str | None:
    """Return the obvious text of a property."""
    for part in field.split("."):
        if not isinstance(document, dict) or part not in document:
            return None
        document = document[part]
    if isinstance(document, list):
        return ",".join(document) if document else None
    return str(document)


def obvious(document: Any, field: str, predicate: str, value: str) -> bool:
    """Return what a filter should say, in ASCII, word by word of the binding."""
    value_text = text(document, field)
    if value_text is None:
        return predicate == "!="
    value_text, value = value_text.lower(), value.lower()
    if predicate == "~":
        several = value.split(",") if field == "subject" else [value]
        return value in value_text or any(part and part in value_text for part in several)
    if field in ("lastChangeDateTime", "statusStartDate"):
        first, second = (
            datetime.fromisoformat(each.upper().replace("Z", "+00:00"))
            for each in (value_text, value)
        )
        utc = [d if d.tzinfo else d.replace(tzinfo=UTC) for d in (first, second)]
        return PREDICATES[predicate](*utc)
    if field == "subject" and predicate in ("=", "!="):
        return PREDICATES[predicate](sorted(value_text.split(",")), sorted(value.split(",")))
    return PREDICATES[predicate](value_text, value)


PLAIN = st.text(st.sampled_from("abAB1 ,'"), max_size=3).filter(lambda text: text.isascii())
TESTS = st.one_of(
    st.tuples(st.sampled_from(["title", "version", "licenseURI.title"]), PLAIN),
    st.tuples(st.just("subject"), st.sampled_from(["art", "ART,b", "b,art", "x,MA", "", "a"])),
    st.tuples(st.just("lastChangeDateTime"), st.sampled_from(MOMENTS + DATES)),
    st.tuples(st.just("statusStartDate"), st.sampled_from(DATES)),
)
PREDICATE = st.sampled_from([*PREDICATES, "~"])


@given(documents=DOCUMENTS, test=TESTS, predicate=PREDICATE)
def test_a_filter_is_the_obvious_one(
    with_documents: Callable[[list[Any]], Service], documents: Any, test: Any, predicate: str
) -> None:
    documents = [d for d in documents if json.dumps(d, ensure_ascii=False).isascii()]
    field, value = test
    expected = [d for d in documents if obvious(d, field, predicate, value)]
    of = with_documents(documents)
    assert documents_of(of, filter=f"{field}{predicate}'{value}'") == expected


@given(documents=DOCUMENTS, first=TESTS, second=TESTS, logical=st.sampled_from(["AND", "OR"]))
def test_two_tests_are_joined(
    with_documents: Callable[[list[Any]], Service],
    documents: Any,
    first: Any,
    second: Any,
    logical: str,
) -> None:
    of = with_documents(documents)
    one, other = (documents_of(of, filter=f"{field}~'{value}'") for field, value in (first, second))
    both = f"{first[0]}~'{first[1]}' {logical} {second[0]}~'{second[1]}'"
    truths = [(each in one, each in other) for each in documents]
    join = all if logical == "AND" else any
    assert documents_of(of, filter=both) == [
        each for each, truth in zip(documents, truths, strict=True) if join(truth)
    ]


@pytest.mark.parametrize(
    ("filter", "titles"),
    [
        ("title='o'BRIEN'", ["O'Brien"]),
        ("title~'É'", ["École"]),
        ("title='E\u0301COLE'", ["École"]),
        ("title~'ß'", ["Straße"]),
        ("title='STRASSE'", ["Straße"]),
        ("title>'f'", ["O'Brien", "Straße"]),
        ("title<'f'", ["École"]),
        ("subject='s3,s1,s2'", ["École"]),
        ("subject='s1'", []),
        ("subject='s1,s2'", []),
        ("subject~'s1'", ["École"]),
        ("subject~'s1,s2'", ["École"]),
        ("subject~'s9,s3'", ["École"]),
        ("subject!='s1'", ["École", "O'Brien", "Straße"]),
        ("subjectURI.title='Arts'", ["O'Brien"]),
        ("subjectURI.title~'mus,art'", ["O'Brien"]),
        ("CFPackageURI.uri~'/2'", ["O'Brien"]),
        ("CFPackageURI~'/2'", ["O'Brien"]),
        ("extensions.crosswalk-rdf.depth='3'", ["Straße"]),
        ("extensions.nothing='3'", []),
        ("title = 'École' OR title = 'Straße' ", ["École", "Straße"]),
        ("lastChangeDateTime>'2016=12=12T00:00:00Z'", ["O'Brien"]),
    ],
)
def test_filters_of_note(
    with_documents: Callable[[list[Any]], Service], filter: str, titles: list[str]
) -> None:
    documents = [
        {"title": "École", "subject": ["s1", "s2", "s3"]},
        {
            "title": "O'Brien",
            "subjectURI": [{"title": "Arts"}],
            "CFPackageURI": {"uri": "https://example.org/2"},
            "lastChangeDateTime": "2024-01-01T00:00:00Z",
        },
        {"title": "Straße", "extensions": {"crosswalk-rdf": {"depth": 3}}},
    ]
    of = with_documents(documents)
    assert [each["title"] for each in documents_of(of, filter=filter)] == titles


@given(
    documents=DOCUMENTS,
    field=st.sampled_from(["title", "version", "subject", "licenseURI.title", "statusStartDate"]),
    descending=st.booleans(),
)
def test_sorting_is_the_obvious_one(
    with_documents: Callable[[list[Any]], Service], documents: Any, field: str, descending: bool
) -> None:
    documents = [d for d in documents if json.dumps(d, ensure_ascii=False).isascii()]
    there = [d for d in documents if text(d, field) is not None]
    expected = sorted(there, key=lambda d: str(text(d, field)).lower(), reverse=descending)
    expected += [d for d in documents if text(d, field) is None]
    of = with_documents(documents)
    order = "desc" if descending else "asc"
    assert documents_of(of, sort=field, orderBy=order) == expected


def test_letters_come_before_accents_and_case(
    with_documents: Callable[[list[Any]], Service],
) -> None:
    of = with_documents([{"title": title} for title in ("zebra", "Étude", "eta", "ETC", "étude")])
    titles = [each["title"] for each in documents_of(of, sort="title")]
    assert titles == ["eta", "ETC", "Étude", "étude", "zebra"]


def test_moments_are_sorted_as_moments(with_documents: Callable[[list[Any]], Service]) -> None:
    of = with_documents([{"lastChangeDateTime": moment} for moment in MOMENTS])
    titles = [each["lastChangeDateTime"] for each in documents_of(of, sort="lastChangeDateTime")]
    assert titles == [MOMENTS[1], MOMENTS[2], MOMENTS[0], MOMENTS[3]]


@given(asked=st.text(max_size=8))
@example("")
@example("nothing")
@example("title.")
@example("extensions..x")
@example(".")
def test_an_unknown_sort_changes_nothing(
    with_documents: Callable[[list[Any]], Service], asked: str
) -> None:
    documents = [{"title": "b"}, {"title": "a"}]
    assert documents_of(with_documents(documents), sort=asked) == documents


@given(filter=st.text(st.sampled_from("title='~<>!AND OR\n\x00é.,"), max_size=60))
def test_any_filter_is_answered_or_refused(flagship_service: Service, filter: str) -> None:
    response = get(flagship_service, "/ims/case/v1p1/CFDocuments", filter=filter)
    assert response.status in (200, 400, 404)
    assert body(response)


@pytest.mark.timeout(120)
def test_a_long_filter_is_read_in_linear_time(flagship_service: Service) -> None:
    for hostile in ("title='" + "' AND title='" * 5000, "title='" + "' " * 20000 + "'"):
        for end in ("", "'", "x", "' "):
            get(flagship_service, "/ims/case/v1p1/CFDocuments", filter=hostile + end)


@pytest.mark.timeout(60)
def test_a_long_name_is_read_in_linear_time() -> None:
    assert not is_list("extensions" + ".a" * 400_000, "1.1")
