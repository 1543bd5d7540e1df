"""Where the data of a publication stand and whose they are, for the validation report."""

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.model.origins import origins
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.validation import Places


def places(publication: Publication, store: ox.Store) -> Places:
    """Return the places of what ``publication``, whose graphs ``store`` holds, says."""
    return Places(
        origins=origins(publication),
        alignments={
            (alignment.subject, alignment.predicate, alignment.object): alignment.origin
            for crosswalk in publication.crosswalks
            for part in crosswalk.parts
            for alignment in part.claims
        },
        owners=dict(_owners(publication)),
        owners_of_node=_owners_of_node(publication, store),
    )


def _owners(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield each data file with the id of the framework or crosswalk that it belongs to."""
    for framework in publication.frameworks:
        yield framework.origin.file, framework.id
        yield from {(s.origin.file, framework.id) for s in framework.statements}
    for crosswalk in publication.crosswalks:
        yield crosswalk.origin.file, crosswalk.id
        yield from ((part.origin.file, crosswalk.id) for part in crosswalk.parts)
        yield from {(erratum.origin.file, crosswalk.id) for erratum in crosswalk.errata}
        yield from {(section.origin.file, crosswalk.id) for section in crosswalk.sections}


def _owners_of_node(publication: Publication, store: ox.Store) -> Callable[[str], set[str]]:
    """Return what finds the frameworks and crosswalks whose graphs mention a resource."""
    prefix = graph_iri(publication.base, "")
    ids = publication.import_sources.keys()

    def owners(iri: str) -> set[str]:
        node = ox.NamedNode(iri) if is_iri(iri) else None
        if node is None:
            return set()
        for pattern in ((node, None, None), (None, None, node)):
            names = {
                str(getattr(q.graph_name, "value", "")) for q in store.quads_for_pattern(*pattern)
            }
            owner_ids = {name.removeprefix(prefix).partition("/")[0] for name in names} & ids
            if owner_ids:
                return owner_ids
        return set()

    return owners
