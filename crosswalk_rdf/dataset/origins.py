"""Where the data of a publication stand and whose they are, for the validation report."""

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from crosswalk_rdf.model import Origin, Publication
from crosswalk_rdf.model.lexical import is_iri
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
            found = {name.removeprefix(prefix).partition("/")[0] for name in names} & ids
            if found:
                return found
        return set()

    return owners


def origins(publication: Publication) -> dict[str, Origin]:
    """Return the origin of each resource of ``publication`` that a data file describes, by IRI."""
    origin_of: dict[str, Origin] = {}
    for framework in publication.frameworks:
        origin_of[str(graph_iri(publication.base, framework.id))] = framework.origin
        origin_of[str(framework.iri)] = framework.origin
        origin_of |= {str(level.iri): framework.origin for level in framework.levels}
        origin_of |= {str(r.iri): r.origin for r in framework.resources}
        origin_of |= {str(c.iri): c.origin for c in framework.collections}
        origin_of |= {str(s.iri): s.origin for s in framework.statements}
    for crosswalk in publication.crosswalks:
        origin_of[str(crosswalk.iri)] = crosswalk.origin
        origin_of |= {
            str(graph_iri(publication.base, f"{crosswalk.id}/{part.id}")): part.origin
            for part in crosswalk.parts
        }
        origin_of |= {str(part.iri): part.origin for part in crosswalk.parts}
        origin_of |= {str(a.iri): a.origin for part in crosswalk.parts for a in part.alignments}
        origin_of |= {str(erratum.iri): erratum.origin for erratum in crosswalk.errata}
        origin_of |= {str(section.iri): section.origin for section in crosswalk.sections}
    return origin_of
