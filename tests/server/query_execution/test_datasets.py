"""The dataset of a question: SPARQL 1.1 Query §13 and Protocol §2.1.4, each triple once."""

from itertools import combinations

import pytest

from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import QueryResult, Refused
from tests.server.query_execution.conftest import GRAPHS
from tests.server.query_execution.support import EX, Data, run, select, values

EVERYTHING = "SELECT ?g ?s ?p ?o {dataset} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
SUBSETS = [s for n in range(len(GRAPHS) + 1) for s in combinations(GRAPHS, n)]


def iris(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(EX + name for name in names)


def expected(default: tuple[str, ...], named: tuple[str, ...]) -> list[tuple[str | None, ...]]:
    merged = {triple for name in default for triple in GRAPHS[name]}
    rows: list[tuple[str | None, ...]] = [(None, EX + s, EX + p, o) for s, p, o in merged]
    rows += [(EX + g, EX + s, EX + p, o) for g in named for s, p, o in GRAPHS[g]]
    return sorted(rows, key=str)


def test_without_a_dataset_the_default_graph_is_the_merge_of_all(overlapping: Data) -> None:
    reply = run(overlapping, lambda pool: pool.execute(select(EVERYTHING.format(dataset=""))))
    assert sorted(values(reply), key=str) == expected(tuple(GRAPHS), tuple(GRAPHS))


def test_every_dataset_of_the_protocol(overlapping: Data) -> None:
    text = EVERYTHING.format(dataset=f"FROM <{EX}d> FROM NAMED <{EX}d>")
    cases = [(d, n) for d in SUBSETS for n in (*SUBSETS[:3], SUBSETS[-1]) if d or n]

    async def use(pool: WorkerPool) -> list[QueryResult]:
        return [
            await pool.execute(select(text, default_graphs=iris(d), named_graphs=iris(n)))
            for d, n in cases
        ]

    for (default, named), reply in zip(cases, run(overlapping, use), strict=True):
        assert sorted(values(reply), key=str) == expected(default, named), (default, named)


def test_every_dataset_of_the_text(overlapping: Data) -> None:
    cases = [(d, n) for d in SUBSETS for n in (*SUBSETS[:3], SUBSETS[-1]) if d or n]

    def text(default: tuple[str, ...], named: tuple[str, ...]) -> str:
        clauses = [f"FROM<{EX}{name}>" for name in default]
        clauses += [f"from named ex:{name} # FROM <{EX}d>\n" for name in named]
        return f"PREFIX ex: <{EX}>\n" + EVERYTHING.format(dataset=" ".join(clauses))

    async def use(pool: WorkerPool) -> list[QueryResult]:
        return [await pool.execute(select(text(d, n))) for d, n in cases]

    for (default, named), reply in zip(cases, run(overlapping, use), strict=True):
        assert sorted(values(reply), key=str) == expected(default, named), (default, named)


def test_a_dataset_leaves_nothing_behind(overlapping: Data) -> None:
    async def use(pool: WorkerPool) -> QueryResult:
        for _ in range(4):
            await pool.execute(select("ASK {}", default_graphs=iris(("a", "b"))))
        return await pool.execute(select("SELECT DISTINCT ?g { GRAPH ?g {} } ORDER BY ?g"))

    assert values(run(overlapping, use)) == [(EX + name,) for name in "abcd"]


def test_unknown_and_repeated_graphs(overlapping: Data) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    async def use(pool: WorkerPool) -> list[QueryResult]:
        return [
            await pool.execute(select(count, default_graphs=(EX + "none",))),
            await pool.execute(select(count, default_graphs=(EX + "a", EX + "a", EX + "none"))),
            await pool.execute(select(count, named_graphs=(EX + "a",))),
        ]

    assert [values(reply) for reply in run(overlapping, use)] == [[("0",)], [("3",)], [("0",)]]


@pytest.mark.parametrize("name", ["", "relative", "a b", "http://[", "<a:b>"])
def test_what_is_no_iri_names_no_graph(overlapping: Data, name: str) -> None:
    with pytest.raises(Refused):
        run(overlapping, lambda pool: pool.execute(select("ASK {}", default_graphs=(name,))))
