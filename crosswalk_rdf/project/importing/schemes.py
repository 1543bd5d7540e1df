"""The ends of foreign alignments to the statements of the publication that they name."""

from collections.abc import Sequence

from rdflib import URIRef

from crosswalk_rdf.model import Alignment, Framework, MappingSet
from crosswalk_rdf.model.lexical import uuid_at_end


class Schemes:
    """The frameworks of the publication, with the owner and the label of each statement."""

    def __init__(self, frameworks: Sequence[Framework]) -> None:
        self.iris = {framework.iri for framework in frameworks}
        self.owners = {s.iri: f.iri for f in frameworks for s in f.statements}
        self._by_uuid = {s.uuid: s.iri for f in frameworks for s in f.statements if s.uuid}
        self.labels = {s.iri: str(s.preferred_label) for f in frameworks for s in f.statements}

    def end(self, iri: URIRef) -> URIRef:
        """Return the statement that ``iri`` names: by its IRI, or by the UUID at the end of it.

        So systems name a statement that they have a copy of (CASE, ``identifier``).
        """
        return iri if iri in self.owners else self._by_uuid.get(uuid_at_end(iri), iri)

    def sources(self, alignment: Alignment, part: MappingSet) -> tuple[URIRef, URIRef]:
        """Return the frameworks of both ends: those that publish them, else those of ``part``."""
        return (
            self.owners.get(alignment.subject, part.subject_source),
            self.owners.get(alignment.object, part.object_source),
        )
