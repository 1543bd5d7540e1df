"""Which row of which data file each resource came from, for the readable report."""

from crosswalk_rdf.model import Origin, Publication


def origins(publication: Publication) -> dict[str, Origin]:
    """Return the origin of each resource of ``publication`` that a data file describes, by IRI."""
    found: dict[str, Origin] = {}
    for framework in publication.frameworks:
        found[str(framework.iri)] = framework.origin
        found |= {str(level.iri): framework.origin for level in framework.levels}
        found |= {str(s.iri): s.origin for s in framework.statements}
    for crosswalk in publication.crosswalks:
        found[str(crosswalk.iri)] = crosswalk.origin
        found |= {str(part.iri): part.origin for part in crosswalk.parts}
        found |= {str(a.iri): a.origin for part in crosswalk.parts for a in part.alignments}
        found |= {str(erratum.iri): erratum.origin for erratum in crosswalk.errata}
        found |= {str(section.iri): section.origin for section in crosswalk.sections}
    return found
