"""Paging, sorting, filtering, fields: against what is obvious and slow."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosswalk_rdf.server.content.pack import Packed
from crosswalk_rdf.server.service import Service
from tests.server.case.asking import TOP, VERSIONS, body, get

LINK = re.compile(r'<([^>]*)>; rel="([a-z]+)"(?:, |$)')
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


@pytest.fixture(scope="module")
def with_documents(tiny_service: Service) -> Callable[[list[Any]], Service]:
    """The service on made-up CFDocuments; what they lack does not matter to the collection."""

    def make(documents: list[Any]) -> Service:
        content = json.dumps({"CFDocuments": documents}).encode()
        index = Packed(memoryview(content), '"made"', 0)
        files = {f"{folder[1:]}CFDocuments/index.json": index for folder in VERSIONS.values()}
        build = replace(tiny_service.build, files=files)
        return replace(tiny_service, build=build, _kept={})

    return make


def documents_of(of: Service, path: str = "/ims/case/v1p1/CFDocuments", **asked: Any) -> list[Any]:
    """Return what is on a page; nothing where nothing is there."""
    response = get(of, path, **asked)
    assert response.status in (200, 404), bytes(response.body)  # type: ignore[arg-type]
    return body(response)["CFDocuments"] if response.status == 200 else []


def walked(of: Service, relation: str, start: str) -> list[Any]:
    """Follow the links called ``relation`` to the end; return the pages on the way."""
    pages = []
    url: str | None = start
    while url is not None and len(pages) < 100:
        assert url.startswith(TOP)
        parts = urlsplit(url)
        response = get(of, parts.path.removeprefix("/service"), query=parts.query)
        assert response.status == 200
        pages.append(body(response)["CFDocuments"])
        links = {name: url for url, name in LINK.findall(response.header("link"))}
        assert LINK.sub("", response.header("link")) == ""
        url = links.get(relation)
    return pages


@given(count=st.integers(1, 25), limit=st.integers(1, 30), version=st.sampled_from(list(VERSIONS)))
def test_next_leads_through_everything_once(
    with_documents: Callable[[list[Any]], Service], count: int, limit: int, version: str
) -> None:
    documents = [{"title": f"{number:03}"} for number in range(count)]
    of = with_documents(documents)
    start = f"{TOP}{VERSIONS[version][1:]}CFDocuments?limit={limit}&sort=title&orderBy=desc"
    pages = walked(of, "next", start)
    assert [each for page in pages for each in page] == documents[::-1]
    assert all(len(page) == limit for page in pages[:-1])


@given(count=st.integers(1, 25), limit=st.integers(1, 30), offset=st.integers(0, 24))
def test_prev_leads_back_through_everything_once(
    with_documents: Callable[[list[Any]], Service], count: int, limit: int, offset: int
) -> None:
    documents = [{"title": f"{number:03}"} for number in range(count)]
    offset = min(offset, count - 1)
    start = f"{TOP}ims/case/v1p1/CFDocuments?limit={limit}&offset={offset}"
    pages = walked(with_documents(documents), "prev", start)
    seen = [each for page in reversed(pages) for each in page]
    assert seen == documents[: offset + limit]


def test_links_and_count(with_documents: Callable[[list[Any]], Service]) -> None:
    of = with_documents([{"title": f"{number}é", "version": "1"} for number in range(23)])
    asked = {"limit": 10, "offset": 10, "filter": "version='1'", "fields": "title,version"}
    response = get(of, "/ims/case/v1p1/CFDocuments", **asked)
    assert response.header("x-total-count") == "23"
    links = {name: url for url, name in LINK.findall(response.header("link"))}
    assert set(links) == {"first", "last", "next", "prev"}
    rest = "filter=version%3D%271%27&fields=title%2Cversion"
    base = f"{TOP}ims/case/v1p1/CFDocuments?limit=10"
    assert links["next"] == links["last"] == f"{base}&offset=20&{rest}"
    assert links["first"] == links["prev"] == f"{base}&offset=0&{rest}"
    assert response.header("link").isascii()


def test_without_parameters_there_are_a_hundred(
    with_documents: Callable[[list[Any]], Service],
) -> None:
    of = with_documents([{"title": str(number)} for number in range(130)])
    assert len(documents_of(of)) == 100
    assert len(documents_of(of, offset=100)) == 30
    assert get(of, "/ims/case/v1p1/CFDocuments").header("x-total-count") == "130"


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
    found = text(document, field)
    if found is None:
        return predicate == "!="
    found, value = found.lower(), value.lower()
    if predicate == "~":
        several = value.split(",") if field == "subject" else [value]
        return value in found or any(part and part in found for part in several)
    if field in ("lastChangeDateTime", "statusStartDate"):
        first, second = (
            datetime.fromisoformat(each.upper().replace("Z", "+00:00")) for each in (found, value)
        )
        utc = [d if d.tzinfo else d.replace(tzinfo=UTC) for d in (first, second)]
        return PREDICATES[predicate](*utc)
    if field == "subject" and predicate in ("=", "!="):
        return PREDICATES[predicate](sorted(found.split(",")), sorted(value.split(",")))
    return PREDICATES[predicate](found, value)


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
    kept = [(each in one, each in other) for each in documents]
    join = all if logical == "AND" else any
    assert documents_of(of, filter=both) == [
        each for each, said in zip(documents, kept, strict=True) if join(said)
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
    found = [each["title"] for each in documents_of(of, sort="title")]
    assert found == ["eta", "ETC", "Étude", "étude", "zebra"]


def test_moments_are_sorted_as_moments(with_documents: Callable[[list[Any]], Service]) -> None:
    of = with_documents([{"lastChangeDateTime": moment} for moment in MOMENTS])
    found = [each["lastChangeDateTime"] for each in documents_of(of, sort="lastChangeDateTime")]
    assert found == [MOMENTS[1], MOMENTS[2], MOMENTS[0], MOMENTS[3]]


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


def test_only_the_fields_that_are_asked_for(flagship_service: Service) -> None:
    for path in VERSIONS.values():
        whole = documents_of(flagship_service, f"{path}CFDocuments")
        for fields in ("title", "identifier,subject", "CFPackageURI.uri, title", "uri,title,title"):
            names = {name.strip() for name in fields.split(",")}
            found = documents_of(flagship_service, f"{path}CFDocuments", fields=fields)
            expected = []
            for each in whole:
                kept = {key: value for key, value in each.items() if key in names}
                if "CFPackageURI.uri" in names:
                    kept["CFPackageURI"] = {"uri": each["CFPackageURI"]["uri"]}
                expected.append(kept)
            assert found == expected
    query = "fields=title&fields=uri"
    (first, *_) = body(get(flagship_service, "/ims/case/v1p1/CFDocuments", query=query))[
        "CFDocuments"
    ]
    assert set(first) == {"title", "uri"}


def test_with_an_unknown_field_everything_comes(flagship_service: Service) -> None:
    whole = documents_of(flagship_service)
    for fields in ("nothing", "title,nothing", "title.x", "caseversion"):
        assert documents_of(flagship_service, fields=fields) == whole
    old = "/ims/case/v1p0/CFDocuments"
    assert documents_of(flagship_service, old, fields="caseVersion") == documents_of(
        flagship_service, old
    )


def test_what_a_form_leaves_empty_is_not_asked_for(flagship_service: Service) -> None:
    query = "limit=100&offset=0&sort=&orderBy=asc&filter="
    response = get(flagship_service, "/ims/case/v1p1/CFDocuments", query=query)
    assert body(response)["CFDocuments"] == documents_of(flagship_service)


def test_other_parameters_are_passed_over(flagship_service: Service) -> None:
    whole = documents_of(flagship_service)
    assert documents_of(flagship_service, callback="x", Limit="1", access_token="") == whole
    identifier = whole[0]["identifier"]
    path = f"/ims/case/v1p1/CFDocuments/{identifier}"
    assert body(get(flagship_service, path, fields="", limit="0", strict="1")) == whole[0]


@given(filter=st.text(st.sampled_from("title='~<>!AND OR\n\x00é.,"), max_size=60))
def test_any_filter_is_answered_or_refused(flagship_service: Service, filter: str) -> None:
    response = get(flagship_service, "/ims/case/v1p1/CFDocuments", filter=filter)
    assert response.status in (200, 400, 404)
    assert body(response)


def test_a_long_filter_takes_no_time(flagship_service: Service) -> None:
    before = datetime.now(UTC)
    for hostile in ("title='" + "' AND title='" * 5000, "title='" + "' " * 20000 + "'"):
        for end in ("", "'", "x", "' "):
            get(flagship_service, "/ims/case/v1p1/CFDocuments", filter=hostile + end)
    assert (datetime.now(UTC) - before).total_seconds() < 5
