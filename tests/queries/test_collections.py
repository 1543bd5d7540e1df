"""Collections and their members, worked out by hand for ``groups``, on two engines."""

import re

import pytest

from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.publish import dataset
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.store.answers import Solutions
from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from tests.conftest import GROUPS


class Library:
    def __init__(self, publication: Publication, backend: type[object]) -> None:
        self.base = publication.base
        library = load_library(self.base, (GROUPS, publication.written_base))
        self.queries = parse_queries(library.queries, self.base)
        store = dataset(publication, library)
        self.engine: QueryBackend = (
            OxigraphBackend(store)
            if backend is OxigraphBackend
            else RdflibBackend(dataset_of(store))
        )

    def rows(self, name: str, *columns: str, **values: str) -> list[tuple[str, ...]]:
        answer = self.engine.query(bind(self.queries[name], values, self.base))
        assert isinstance(answer, Solutions)
        places = [answer.variables.index(column) for column in columns]
        return [
            tuple("" if row[p] is None else re.split("[/#]", str(row[p]))[-1] for p in places)
            for row in answer.rows
        ]


@pytest.fixture(scope="module", params=[OxigraphBackend, RdflibBackend])
def library(request: pytest.FixtureRequest, groups: Publication) -> Library:
    return Library(groups, request.param)


def test_collections(library: Library) -> None:
    columns = ("collection", "ordered", "notation", "label", "members")
    assert library.rows("collections", *columns) == [
        ("wood", "false", "", "Bois", "2"),
        ("first", "false", "", "What comes first", "2"),
        ("by-hand", "false", "H", "Work by hand", "3"),
        ("empty", "false", "", "", "0"),
        ("steps", "true", "", "Steps of a job", "4"),
    ]


def test_labels_in_another_language(library: Library) -> None:
    rows = library.rows("collections", "collection", "label", lang="DE")
    assert rows == [
        ("wood", "Holz"),
        ("first", "What comes first"),
        ("by-hand", "Handarbeit"),
        ("empty", ""),
        ("steps", "Steps of a job"),
    ]


@pytest.mark.parametrize(
    ("collection", "members"),
    [
        (
            "tools/collection/steps",
            [
                ("1", "T2", "T2", "Planes wood"),
                ("2", "T1", "T1", "Saws wood"),
                ("3", "T3", "T3", "Joins wood"),
                ("4", "S1", "S1", "Plans a job"),
            ],
        ),
        (
            "tools/collection/by-hand",
            [
                ("", "T1", "T1", "Saws wood"),
                ("", "T3", "T3", "Joins wood"),
                ("", "steps", "", "Steps of a job"),
            ],
        ),
        (
            "https://example.com/groups/wood",
            [("", "1", "", ""), ("", "S2", "S2", "Chooses wood")],
        ),
        ("tools/collection/empty", []),
    ],
)
def test_members(library: Library, collection: str, members: list[tuple[str, ...]]) -> None:
    columns = ("position", "member", "notation", "label")
    rows = library.rows("members-of-collection", *columns, collection=collection)
    assert rows == members


def test_search_finds_every_label_of_a_collection(library: Library) -> None:
    assert library.rows("search", "found", "text", word="HAND") == [
        ("by-hand", "Handarbeit"),
        ("by-hand", "Work by hand"),
    ]
    assert library.rows("search", "text", word="manual") == [("Manual work",)]
