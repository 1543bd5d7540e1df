"""The row of a data file that each resource was read from."""

from crosswalk_rdf.model.metadata import Origin
from crosswalk_rdf.model.publication import Publication
from crosswalk_rdf.namespaces import graph_iri


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
