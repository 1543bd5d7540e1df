"""What is wrong in the flagship's record of what is printed is found without the extraction."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.graph import Triple, asserted_graphs
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.printed_words import printed_word_faults
from crosswalk_rdf.store.terms import to_oxigraph
from crosswalk_rdf.validation import validate
from tests.validation.mutations import Mutation, mutations

MUTATIONS = list(mutations())
SURVIVORS = {
    *("flip judgement of wording-1012", "flip judgement of punctuation-1092"),
    *("flip judgement of misprint-1182", "extend statement-unlisted-2381"),
}
"""Nothing in the data says whether it was clear what was meant; and a title may be quoted with the
lines of the text that it is the title of."""
FILES = ("alignment", "erratum", "prefixes", "printed", "record", "section", "source", "statement")

Quads = frozenset[ox.Quad]
Find = Callable[[Publication], list[str]]


def quads(publication: Publication) -> Quads:
    return frozenset(
        ox.Quad(*_terms(triple), ox.NamedNode(graph_iri(publication.base, name)))
        for name, triples in asserted_graphs(publication)
        for triple in triples
    )


def _terms(triple: Triple) -> Iterable[object]:
    return map(to_oxigraph, triple)


@pytest.fixture(scope="module")
def find(flagship: Publication, flagship_store: ox.Store, repository: Path) -> Find:
    """What ``validate`` finds in a mutated flagship: its words, then the shapes on its graphs."""
    (crosswalk,) = flagship.crosswalks
    assert crosswalk.source
    text = (repository / crosswalk.source.file).read_text(encoding="utf-8")
    shapes = {f"{n}.ttl": (repository / f"shapes/{n}.ttl").read_text("utf-8") for n in FILES}
    store, before = ox.Store(), quads(flagship)
    store.extend(flagship_store)

    def findings(mutated: Publication) -> list[str]:
        faults = printed_word_faults(mutated.crosswalks[0], mutated.frameworks, text)
        if words := [str(fault) for fault in faults]:
            return words
        after = quads(mutated)
        _exchange(store, before - after, after - before)
        try:
            return [str(r.message) for r in validate(store, shapes).results]
        finally:
            _exchange(store, after - before, before - after)

    return findings


def _exchange(store: ox.Store, gone: Quads, new: Quads) -> None:
    for quad in gone:
        store.remove(quad)
    store.extend(new)


def test_there_is_nothing_to_find(find: Find, flagship: Publication) -> None:
    assert find(flagship) == []


def test_there_are_enough() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) >= 74
    assert len(SURVIVORS) / len(MUTATIONS) <= 4 / 74


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation, find: Find, flagship: Publication) -> None:
    mutated = mutation.apply(flagship)
    assert mutated != flagship
    assert bool(find(mutated)) == (mutation.name not in SURVIVORS)


def test_a_fault_says_where(find: Find, flagship: Publication) -> None:
    mutation = next(m for m in MUTATIONS if m.name == "misquote wording-1012")
    (fault,) = find(mutation.apply(flagship))
    assert fault.startswith("data/crosswalks/crosswalk-2017/errata.csv:")
    assert "lines 1012-1016 of the source do not print" in fault
