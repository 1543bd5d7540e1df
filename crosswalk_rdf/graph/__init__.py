"""Model to RDF: one pure function a kind of value; the caller owns the graphs."""

from collections.abc import Iterable, Iterator

from crosswalk_rdf.graph.crosswalks import part_triples
from crosswalk_rdf.graph.errata_and_sections import erratum_triples, section_triples
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.graph.terms import Triple
from crosswalk_rdf.model import Crosswalk, Publication

__all__ = ["Triple", "asserted_graphs"]


def asserted_graphs(publication: Publication) -> Iterator[tuple[str, Iterable[Triple]]]:
    """Yield the name and the triples of each graph of what the data files say."""
    base = publication.base
    for framework in publication.frameworks:
        yield framework.id, framework_triples(framework, base)
    for crosswalk in publication.crosswalks:
        for part in crosswalk.parts:
            yield f"{crosswalk.id}/{part.id}", part_triples(part, crosswalk, base)
        if crosswalk.errata:
            yield f"{crosswalk.id}/errata", _errata(crosswalk, publication)
        if crosswalk.sections:
            yield f"{crosswalk.id}/sections", _sections(crosswalk, publication)


def _errata(crosswalk: Crosswalk, publication: Publication) -> Iterator[Triple]:
    for erratum in crosswalk.errata:
        yield from erratum_triples(erratum, crosswalk, publication.base, publication.language)


def _sections(crosswalk: Crosswalk, publication: Publication) -> Iterator[Triple]:
    for section in crosswalk.sections:
        yield from section_triples(section, crosswalk, publication.base, publication.language)
