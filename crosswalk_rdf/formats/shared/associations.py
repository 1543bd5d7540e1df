"""The crosswalk of the associations that the document of a framework has with other statements."""

from rdflib import Literal

from crosswalk_rdf.model import Crosswalk, ExternalFramework, Framework, MappingSet, unnamed_iri


def associations_crosswalk(
    framework: Framework, external: tuple[ExternalFramework, ...], parts: tuple[MappingSet, ...]
) -> Crosswalk:
    """Return the crosswalk of ``parts`` that came within the document of ``framework``.

    It has the UUID of the framework, by which a writer knows that both are one document.
    """
    return Crosswalk(
        iri=unnamed_iri(framework.iri, "associations"),
        id=f"{framework.id}-associations",
        uuid=framework.uuid,
        title=Literal(f"Associations of {framework.title}", lang="en"),
        creators=framework.creators,
        publisher=framework.publisher,
        issued=framework.issued,
        rights=framework.rights,
        external=external,
        parts=parts,
        origin=framework.origin,
    )
