"""The store of a publication: what the data say, what follows, and the description of both."""

from collections.abc import Callable, Iterator, Mapping

import pyoxigraph as ox
from rdflib import Literal, URIRef

from crosswalk_rdf import graph
from crosswalk_rdf.dataset.distributions import dumps, graph_dumps
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.graph import dataset as description
from crosswalk_rdf.graph.crosswalks import crosswalk_triples
from crosswalk_rdf.graph.provenance import provenance_triples
from crosswalk_rdf.graph.statistics import Statistics, extended, statistics
from crosswalk_rdf.inference import fixpoint, owl_rl
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.library import Library, library_rules
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.store.embedded import add, graphs, new_store, repeats

INFERRED = "inferred"
ONTOLOGY = "ontology"
DATASET = "dataset"
REASONERS = ("rules", "owlrl")


class UnknownReasoner(CrosswalkError):
    """A reasoner that is not one of :data:`REASONERS`."""


def dataset(
    publication: Publication,
    library: Library,
    *,
    reasoner: str = "rules",
    progress: Callable[[str], None] = lambda _: None,
) -> ox.Store:
    """Return the store of the publication: asserted, inferred and described."""
    target = new_store()
    progress("graph")
    add_asserted(target, publication, library)
    progress("inference")
    add_inferred(target, publication, library, reasoner)
    progress("description")
    add_description(target, publication, reasoner)
    return target


def add_asserted(target: ox.Store, publication: Publication, library: Library) -> None:
    """Add the graphs of what the data files say, and the ontology."""
    base = publication.base
    for name, triples in graph.asserted_graphs(publication):
        add(target, graph_iri(base, name), triples)
    ontology = ox.NamedNode(graph_iri(base, ONTOLOGY))
    turtle = by_name("turtle")
    for file, text in library.ontology.items():
        quads = parse(text.encode(), turtle, base=base, file=file)
        target.extend(ox.Quad(q.subject, q.predicate, q.object, ontology) for q in quads)


def add_inferred(target: ox.Store, publication: Publication, library: Library, by: str) -> None:
    """Add the graph of what follows from the rest, as one of the reasoners (``by``) infers it."""
    check_reasoner(by)
    rules = library_rules(library)
    name = graph_iri(publication.base, INFERRED)
    if by == "owlrl":
        owl_rl.run(target, library.axioms, rules, name)
    else:
        fixpoint.run(target, rules, name)


def check_reasoner(name: str) -> None:
    """Raise :class:`UnknownReasoner` unless there is a reasoner called ``name``."""
    if name not in REASONERS:
        raise UnknownReasoner(f"no reasoner is called {name!r}: use one of {', '.join(REASONERS)}")


def add_description(target: ox.Store, publication: Publication, reasoner: str) -> None:
    """Add the graph that describes all others (DCAT, VoID, PROV-O), and itself.

    It counts itself among what is published, so it is made anew until the counts hold.
    """
    iri = graph_iri(publication.base, DATASET)
    known = statistics(target, repeats(target))
    counts = _statistics(target, publication)
    described: frozenset[graph.Triple] = frozenset()
    while True:
        own = new_store()
        add(own, iri, described)
        counts[DATASET] = statistics(own)
        total = extended(known, target, own)
        triples = frozenset(_description(publication, reasoner, counts, total))
        if triples == described:
            break
        described = triples
    add(target, iri, described)


def _statistics(target: ox.Store, publication: Publication) -> dict[str, Statistics]:
    """Return the counts of each named graph."""
    prefix = graph_iri(publication.base, "")
    return {
        iri.removeprefix(prefix): statistics(
            target.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        )
        for iri in graphs(target)
    }


def _description(
    publication: Publication,
    reasoner: str,
    counts: Mapping[str, Statistics],
    total: Statistics,
) -> Iterator[graph.Triple]:
    yield from description.dataset_triples(publication, total, dumps(publication))
    yield from _graph_triples(publication, counts)
    yield from _crosswalk_triples(publication)
    yield from provenance_triples(publication, [n for n in counts if n != DATASET], reasoner)


def _crosswalk_triples(publication: Publication) -> Iterator[graph.Triple]:
    for crosswalk in publication.crosswalks:
        yield from crosswalk_triples(crosswalk, publication.base)
        yield from description.source_triples(crosswalk, publication.base)
        for part in crosswalk.parts:
            yield from description.linkset_triples(part, publication)


def _graph_triples(
    publication: Publication, counts: Mapping[str, Statistics]
) -> Iterator[graph.Triple]:
    topics = _topics(publication)
    for name, counted in counts.items():
        title, topic, rights = topics.get(name, _own(name, publication))
        described = description.GraphDescription(
            name=name,
            title=title,
            topic=topic,
            rights=rights,
            statistics=counted,
            dumps=graph_dumps(publication, name),
        )
        yield from description.graph_triples(described, publication)


def _topics(publication: Publication) -> Mapping[str, tuple[Literal, URIRef, Literal]]:
    """Return the title, the topic and the rights of each graph that was made from data files."""
    topics = {f.id: (f.title, f.iri, f.rights) for f in publication.frameworks}
    for crosswalk in publication.crosswalks:
        for part in crosswalk.parts:
            topics[f"{crosswalk.id}/{part.id}"] = (part.title, part.iri, part.rights)
        for name in ("errata", "sections"):
            title = Literal(f"{crosswalk.title}: {name}", lang=crosswalk.title.language)
            topics[f"{crosswalk.id}/{name}"] = (title, crosswalk.iri, crosswalk.rights)
    return topics


def _own(name: str, publication: Publication) -> tuple[Literal, URIRef, Literal]:
    """Return the same of a graph that the product made."""
    title = Literal(f"{publication.title}: {name}", lang=publication.language)
    topic = URIRef(publication.base + (ONTOLOGY if name == ONTOLOGY else DATASET))
    return title, topic, publication.rights
