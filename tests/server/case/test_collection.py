"""Pages and fields of the collection."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.server.service import Service
from tests.server.case.client import TOP, VERSIONS, body, documents_of, get

LINK = re.compile(r'<([^>]*)>; rel="([a-z]+)"(?:, |$)')


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
    visited = [each for page in reversed(pages) for each in page]
    assert visited == documents[: offset + limit]


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


def test_a_link_that_no_client_reads_is_left_out(
    with_documents: Callable[[list[Any]], Service],
) -> None:
    of = with_documents([{"title": "a"}, {"title": "b"}])
    for length, has_link in ((1000, True), (9000, False)):
        response = get(of, "/ims/case/v1p1/CFDocuments", filter=f"title!='{'x' * length}'")
        assert response.status == 200
        assert bool(response.header("link")) == has_link


def test_without_parameters_there_are_a_hundred(
    with_documents: Callable[[list[Any]], Service],
) -> None:
    of = with_documents([{"title": str(number)} for number in range(130)])
    assert len(documents_of(of)) == 100
    assert len(documents_of(of, offset=100)) == 30
    assert get(of, "/ims/case/v1p1/CFDocuments").header("x-total-count") == "130"


def test_only_the_fields_that_are_asked_for(flagship_service: Service) -> None:
    for path in VERSIONS.values():
        whole = documents_of(flagship_service, f"{path}CFDocuments")
        for fields in ("title", "identifier,subject", "CFPackageURI.uri, title", "uri,title,title"):
            names = {name.strip() for name in fields.split(",")}
            selected = documents_of(flagship_service, f"{path}CFDocuments", fields=fields)
            expected = []
            for each in whole:
                fields_of_name = {key: value for key, value in each.items() if key in names}
                if "CFPackageURI.uri" in names:
                    fields_of_name["CFPackageURI"] = {"uri": each["CFPackageURI"]["uri"]}
                expected.append(fields_of_name)
            assert selected == expected
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
