"""Each query of the library gives the expected answer on the flagship, on every engine.

``python -m tests.queries.update_expected`` writes the answers anew.
"""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.namespaces import DEFAULT_BASE, rebased
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_query
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from tests.queries.conftest import ENGINES, Engines
from tests.queries.library import EXPECTED, NAMES, as_file, ask, load, suffix

NOTHING_OF_THE_KIND = {"collections", "denials", "deprecated", "members-of-collection"}
"""What the flagship has none of; other tests ask these of data that have some."""

pytestmark = pytest.mark.parametrize("name", NAMES)


@pytest.mark.parametrize("engine", ENGINES)
def test_expected_answer(name: str, engine: str, flagship_engines: Engines) -> None:
    answer = ask(getattr(flagship_engines, engine), name)
    expected = EXPECTED / f"{name}.{suffix(answer)}"
    assert as_file(answer) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", ENGINES)
def test_miniature_is_the_same_on_every_engine(name: str, engine: str, miniature: Engines) -> None:
    assert ask(getattr(miniature, engine), name) == ask(miniature.embedded, name)


@pytest.mark.slow
def test_nothing_to_answer_from_is_the_same_on_rdflib(name: str) -> None:
    store = ox.Store()
    answer = ask(RdflibBackend(dataset_of(store)), name)
    assert answer == ask(OxigraphBackend(store), name)


def test_default_answers_something_on_the_flagship(name: str, flagship_engines: Engines) -> None:
    answer = ask(flagship_engines.embedded, name)
    match answer:
        case Solutions():
            assert bool(answer.rows) == (name not in NOTHING_OF_THE_KIND)
        case Triples():
            assert answer.triples
        case Boolean():
            assert answer.value


def test_rows_are_not_repeated(name: str, flagship_engines: Engines) -> None:
    answer = ask(flagship_engines.embedded, name)
    if isinstance(answer, Solutions):
        assert len(set(answer.rows)) == len(answer.rows)


def test_file_answers_for_the_defaults_as_it_stands(name: str, flagship_engines: Engines) -> None:
    plain = flagship_engines.embedded.query(load(name).text)
    assert plain == ask(flagship_engines.embedded, name)


def test_header_says_enough(name: str) -> None:
    query = load(name)
    assert query.description
    assert query.tags
    assert query.summary[-1] not in ".;"


def test_every_select_is_ordered(name: str) -> None:
    query = load(name)
    assert query.form != "SELECT" or "ORDER BY" in query.text


def test_no_blank_node_is_made(name: str, flagship_engines: Engines) -> None:
    answer = ask(flagship_engines.embedded, name)
    if isinstance(answer, Triples):
        assert "_:" not in render(answer, "table")


def test_other_base(name: str, miniature_store: ox.Store) -> None:
    base = "https://example.org/other/"
    quads = ox.serialize(miniature_store, format=ox.RdfFormat.N_QUADS) or b""
    moved = ox.Store()
    moved.load(quads.decode().replace(DEFAULT_BASE, base).encode(), format=ox.RdfFormat.N_QUADS)
    query = parse_query(name, rebased(load(name).text, base), base)
    answer = OxigraphBackend(moved).query(bind(query, {}, base))
    here = ask(OxigraphBackend(miniature_store), name)
    assert _lines(answer) == sorted(rebased(line, base) for line in _lines(here))


def _lines(answer: Answer) -> list[str]:
    """Return the answer as lines; another base sorts otherwise among external IRIs."""
    if isinstance(answer, Triples):
        return sorted(" ".join(term.n3() for term in triple) for triple in answer.triples)
    return sorted(as_file(answer).splitlines())
