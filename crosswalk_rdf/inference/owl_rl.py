"""A store and OWL axioms to the store with what follows: the reference reasoner, owlrl.

owlrl works on rdflib's memory store and its time grows faster than its input, so it gets only the
relevant triples: the axioms, the triples whose predicate is a SKOS property, and the types that
are SKOS classes. An OWL 2 RL rule leads to a SKOS term only from triples whose predicate or
class is named in the axioms, and the axioms name SKOS terms (and ``rdfs:label``, as a conclusion).
"""

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

from crosswalk_rdf.inference import fixpoint
from crosswalk_rdf.inference.rules import Rule
from crosswalk_rdf.store.embedded import Triple, add
from crosswalk_rdf.store.terms import to_rdflib


def run(store: ox.Store, axioms: str, rules: Sequence[Rule], graph: URIRef) -> int:
    """Add to ``graph`` what owlrl and those ``rules`` that state no axiom's clause conclude.

    ``axioms`` is Turtle; each axiom's clause is the ``rdfs:seeAlso`` of its subject, and a rule
    with such a clause is left out. The result is what :func:`.fixpoint.run` gives with all rules,
    for SKOS terms and ``rdfs:label``. Returns the number of triples added; raises NoFixpoint.
    """
    schema = Graph().parse(data=axioms, format="turtle")
    clauses = {str(clause) for clause in schema.objects(None, RDFS.seeAlso)}
    remaining_rules = [rule for rule in rules if clauses.isdisjoint(rule.clauses)]
    closure: set[Triple] = set()
    count = 0
    while (current := set(_skos_triples(store))) != closure:
        new = _conclusions(schema, current)
        closure = current | {triple for triple in new if _is_skos(triple)}
        count += _add_new(store, graph, new)
        count += fixpoint.run(store, remaining_rules, graph)
    return count


def _skos_triples(store: ox.Store) -> Iterator[Triple]:
    """Yield the triples of all graphs with a SKOS property, or whose object is a SKOS class."""
    for quad in store:
        if quad.predicate.value.startswith((str(SKOS), str(RDF.type))):
            triple = to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)
            if _is_skos(triple):
                yield triple


def _is_skos(triple: Triple) -> bool:
    _, predicate, value = triple
    term = value if predicate == RDF.type else predicate
    return isinstance(term, URIRef) and term.startswith(str(SKOS))


def _conclusions(schema: Graph, triples: Iterable[Triple]) -> set[Triple]:
    """Return what owlrl infers about SKOS terms and labels, without generalized triples."""
    graph = Graph()
    for triple in (*schema, *triples):
        graph.add(triple)
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return {
        triple
        for triple in graph
        if not isinstance(triple[0], Literal) and (_is_skos(triple) or triple[1] == RDFS.label)
    }


def _add_new(store: ox.Store, graph: URIRef, triples: Iterable[Triple]) -> int:
    """Add to ``graph`` those of ``triples`` that no graph holds, and return how many."""
    existing = {quad.triple for quad in store}
    scratch = ox.Store()
    add(scratch, graph, triples)
    new = [quad for quad in scratch if quad.triple not in existing]
    store.bulk_extend(new)
    return len(new)
