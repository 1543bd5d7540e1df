"""The query library as tests take it: each query, its answer, and the answer as a file."""

from pathlib import Path

from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_query
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.store.answers import Answer, Triples
from crosswalk_rdf.store.backend import QueryBackend

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
FILES = sorted((HERE.parent.parent / "queries").glob("*.rq"))
NAMES = [file.stem for file in FILES]


def load(name: str) -> Query:
    """Return the query ``name`` of the library."""
    file = HERE.parent.parent / f"queries/{name}.rq"
    return parse_query(name, file.read_text(encoding="utf-8"))


def ask(engine: QueryBackend, name: str, **values: str) -> Answer:
    """Return the answer of ``engine`` to the query ``name``."""
    return engine.query(bind(load(name), values))


def suffix(answer: Answer) -> str:
    """Return the suffix of the file, and the name of the format, that holds ``answer``."""
    return "ttl" if isinstance(answer, Triples) else "json"


def as_file(answer: Answer) -> str:
    """Return what the file of the expected answer says."""
    return render(answer, suffix(answer))
