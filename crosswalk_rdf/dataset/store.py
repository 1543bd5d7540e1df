"""The store of a publication: asserted graphs, inferred graph, and the dataset description."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import Literal, URIRef

from crosswalk_rdf import graph
from crosswalk_rdf.dataset.distributions import dumps, graph_dumps
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.graph import dataset as description
from crosswalk_rdf.graph.crosswalks import crosswalk_triples
from crosswalk_rdf.graph.provenance import provenance_triples
from crosswalk_rdf.graph.statistics import (
    Statistics,
    extend_statistics,
    merged_statistics,
    statistics,
    statistics_by_graph,
)
from crosswalk_rdf.inference import fixpoint, owl_rl
from crosswalk_rdf.inference.rules import read_rules
from crosswalk_rdf.model import Framework, MappingSet, Publication
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.store.embedded import add, new_store, repeats

INFERRED = "inferred"
ONTOLOGY = "ontology"
DATASET = "dataset"
REASONERS = ("rules", "owlrl")
_DESCRIPTIONS = {
    "framework": "The statements of the framework “{}”.",
    "part": "The alignments of “{}”.",
    "errata": "What the source of “{}” prints wrong, and what was meant.",
    "sections": "The prose of the source of “{}”.",
    INFERRED: "What follows from the statements and alignments of “{}” and is stated in none.",
    ONTOLOGY: "The terms that “{}” uses and no other vocabulary has.",
    DATASET: "The description of “{}”: its graphs, their files, and where they come from.",
}
"""What a graph holds, where its data say nothing of it; for the title of what it is about."""


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
    store = new_store()
    progress("graph")
    add_asserted(store, publication, library)
    progress("inference")
    add_inferred(store, publication, library, reasoner)
    progress("description")
    add_description(store, publication, reasoner)
    return store


def add_asserted(store: ox.Store, publication: Publication, library: Library) -> None:
    """Add the graphs of what the data files say, and the ontology."""
    base = publication.base
    for name, triples in graph.asserted_graphs(publication):
        add(store, graph_iri(base, name), triples)
    ontology = ox.NamedNode(graph_iri(base, ONTOLOGY))
    turtle = by_name("turtle")
    for file, text in library.ontology.items():
        quads = parse(text.encode(), turtle, base=base, file=file)
        store.extend(ox.Quad(q.subject, q.predicate, q.object, ontology) for q in quads)


def add_inferred(
    store: ox.Store, publication: Publication, library: Library, reasoner: str
) -> None:
    """Add the inferred graph, computed by ``reasoner``; raise :class:`UnknownReasoner`."""
    check_reasoner(reasoner)
    rules = read_rules(library.rules)
    name = graph_iri(publication.base, INFERRED)
    if reasoner == "owlrl":
        owl_rl.run(store, library.axioms, rules, name)
    else:
        fixpoint.run(store, rules, name)


def check_reasoner(name: str) -> None:
    """Raise :class:`UnknownReasoner` unless there is a reasoner called ``name``."""
    if name not in REASONERS:
        raise UnknownReasoner(f"no reasoner is called {name!r}: use one of {', '.join(REASONERS)}")


def add_description(store: ox.Store, publication: Publication, reasoner: str) -> None:
    """Add the graph that describes all others (DCAT, VoID, PROV-O), and itself.

    It counts itself among the published graphs, so it is recomputed until the counts are stable.
    """
    iri = graph_iri(publication.base, DATASET)
    prefix = graph_iri(publication.base, "")
    graph_statistics = statistics_by_graph(store)
    initial = merged_statistics(store, graph_statistics.values(), repeats(store))
    counts = {
        name.removeprefix(prefix): graph_statistics[name] for name in sorted(graph_statistics)
    }
    triples_before: frozenset[graph.Triple] = frozenset()
    while True:
        description_store = new_store()
        add(description_store, iri, triples_before)
        counts[DATASET] = statistics(description_store)
        total = extend_statistics(initial, store, description_store)
        new_triples = frozenset(_description(publication, reasoner, counts, total))
        if new_triples == triples_before:
            break
        triples_before = new_triples
    add(store, iri, triples_before)


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
    for name, graph_statistics in counts.items():
        topic = topics.get(name) or _generated_graph_topic(name, publication)
        graph_description = description.GraphDescription(
            name=name,
            title=topic.title,
            description=topic.description,
            language=topic.title.language or "",
            topic=topic.iri,
            rights=topic.rights,
            license=topic.license,
            statistics=graph_statistics,
            dumps=graph_dumps(publication, name),
        )
        yield from description.graph_triples(graph_description, publication)


class _Topic(NamedTuple):
    """What a graph is about, in words too, and under which rights."""

    title: Literal
    description: Literal
    iri: URIRef
    rights: Literal
    license: URIRef | None = None


def _topics(publication: Publication) -> Mapping[str, _Topic]:
    """Return the topic of each graph that was made from data files."""
    topics = {
        f.id: _Topic(f.title, _described(f, "framework"), f.iri, f.rights, f.license)
        for f in publication.frameworks
    }
    for crosswalk in publication.crosswalks:
        for part in crosswalk.parts:
            topic = _Topic(
                part.title, _described(part, "part"), part.iri, part.rights, part.license
            )
            topics[f"{crosswalk.id}/{part.id}"] = topic
        for name in ("errata", "sections"):
            title = Literal(f"{crosswalk.title}: {name}", lang=crosswalk.title.language)
            description = _generated_description(name, crosswalk.title)
            topic = _Topic(title, description, crosswalk.iri, crosswalk.rights, crosswalk.license)
            topics[f"{crosswalk.id}/{name}"] = topic
    return topics


def _described(resource: Framework | MappingSet, name: str) -> Literal:
    return resource.description or _generated_description(name, resource.title)


def _generated_description(name: str, title: Literal) -> Literal:
    return Literal(_DESCRIPTIONS[name].format(title), lang="en")


def _generated_graph_topic(name: str, publication: Publication) -> _Topic:
    """Return the topic of a graph that the product made."""
    title = Literal(f"{publication.title}: {name}", lang=publication.language)
    topic = URIRef(publication.base + (ONTOLOGY if name == ONTOLOGY else DATASET))
    description = _generated_description(name, publication.title)
    return _Topic(title, description, topic, publication.rights)
