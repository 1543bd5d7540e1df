"""Graphs to the SPARQL that asks for them or changes them; IRIs are escaped here.

Queries are ``.rq`` files beside this module, updates are ``.ru`` files; an update of several
graphs combines several of these (SPARQL 1.1 Update §3.1, §3.2).
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from crosswalk_rdf.sparql_text.parameters import with_terms
from crosswalk_rdf.store.terms import InvalidTerm


def checksum(graph: str) -> str:
    """Return the query for the number of triples in ``graph`` and their sums."""
    return _fill("checksum.rq", graph=iri(graph))


def graphs(prefix: str) -> str:
    """Return the query for the graphs whose IRI begins with ``prefix``."""
    return _fill("graphs.rq", prefix=str(ox.Literal(prefix)))


def predicates(graph: str) -> str:
    """Return the query for the predicates of ``graph``, and how many triples have each."""
    return _fill("predicates.rq", graph=iri(graph))


def triples(graph: str, predicate: str) -> str:
    """Return the query for the triples of ``graph`` that have ``predicate``."""
    return _fill("triples.rq", graph=iri(graph), predicate=iri(predicate))


def insert_data(graph: str, lines: Iterable[str]) -> str:
    """Return the update that adds triples, lines of N-Triples, to ``graph`` (§3.1.1)."""
    return _fill("insert-data.ru", graph=iri(graph), lines="".join(lines))


def drop(graph: str) -> str:
    """Return the update that removes ``graph``, if it is there (§3.2.2)."""
    return _fill("drop.ru", graph=iri(graph))


def switch(
    new: Iterable[tuple[str, str]], replaced: Iterable[tuple[str, str]], lock: str, push: str
) -> str:
    """Return one update that puts staged graphs in place (§3.1.3); pairs of staged and graph.

    What is new is added to all graphs before anything is taken from any: where a store does not
    carry out a request as a whole and stops in the middle, no graph lacks a triple that was there
    before it has all that are to be there. Nothing changes unless ``lock`` is that of ``push``.
    """
    replaced = list(replaced)
    steps = [_step("fill", *pair, lock, push) for pair in new]
    steps += [_step("add", *pair, lock, push) for pair in replaced]
    steps += [_step("take", *pair, lock, push) for pair in replaced]
    return " ;\n".join(steps)


def lock_claims(lock: str) -> str:
    """Return the query for the claims in the graph ``lock``."""
    return _fill("lock-read.rq", lock=iri(lock))


def lock_claim(lock: str, push: str, **texts: str) -> str:
    """Return the update that adds a claim of ``push``, with what it says of itself."""
    literals = {name: str(ox.Literal(text)) for name, text in texts.items()}
    return _fill("lock-claim.ru", lock=iri(lock), push=iri(push), **literals)


def lock_sign(lock: str, push: str, sign: str) -> str:
    """Return the update that replaces the sign of life of ``push``."""
    return _fill("lock-sign.ru", lock=iri(lock), push=iri(push), sign=str(ox.Literal(sign)))


def lock_release(lock: str, push: str) -> str:
    """Return the update that removes the claim of ``push``."""
    return _fill("lock-release.ru", lock=iri(lock), push=iri(push))


def iri(text: str) -> str:
    """Return ``text`` as an IRI of SPARQL; raise InvalidTerm where it is none."""
    try:
        return str(ox.NamedNode(text))
    except ValueError as error:
        raise InvalidTerm(f"{text!r} cannot name a graph: {error}; correct the data") from error


def _step(name: str, staged: str, graph: str, lock: str, push: str) -> str:
    terms = {"staged": staged, "graph": graph, "lock": lock, "push": push}
    return _fill(f"{name}.ru", **{parameter: iri(term) for parameter, term in terms.items()})


def _fill(name: str, **terms: str) -> str:
    """Return a text with ``terms`` in place of its parameters."""
    return with_terms(_text(name), terms).strip()


@cache
def _text(name: str) -> str:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
