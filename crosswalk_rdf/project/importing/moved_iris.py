"""Errata and sections of a foreign crosswalk, moved with what they are about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rdflib import URIRef

from crosswalk_rdf.model import Crosswalk, Erratum, MappingSet, Section


class MovedIris:
    """What has another IRI in the publication than in the document that it came in."""

    def __init__(self, crosswalk: Crosswalk, iri: URIRef, parts: Iterable[MappingSet]) -> None:
        self._moved = {crosswalk.iri: iri}
        came = {part.id: part.iri for part in crosswalk.parts}
        for part in parts:
            if part.id in came:
                self._moved[came[part.id]] = part.iri
        for kind, remarks in (("erratum", crosswalk.errata), ("section", crosswalk.sections)):
            for remark in remarks:
                self._moved[remark.iri] = URIRef(f"{iri}/{kind}/{remark.iri.rpartition('/')[2]}")

    def iri(self, iri: URIRef) -> URIRef:
        """Return the IRI that ``iri`` has now."""
        return self._moved.get(iri, iri)

    def errata(self, errata: Iterable[Erratum]) -> Iterator[Erratum]:
        """Yield the errata with what they name moved."""
        for erratum in errata:
            yield replace(
                erratum,
                iri=self.iri(erratum.iri),
                part=self.iri(erratum.part),
                concerns=tuple(map(self.iri, erratum.concerns)),
            )

    def sections(self, sections: Iterable[Section]) -> Iterator[Section]:
        """Yield the sections with what they name moved."""
        for section in sections:
            yield replace(
                section,
                iri=self.iri(section.iri),
                part=self.iri(section.part),
                about=tuple(map(self.iri, section.about)),
            )
