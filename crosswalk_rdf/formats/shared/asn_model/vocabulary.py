"""The terms of ASN, CTDL-ASN, CTDL and SKOS by what they say to the model."""

from collections.abc import Mapping
from typing import Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Namespace, URIRef

from crosswalk_rdf.model.mapping_predicates import MAPPING_PREDICATES
from crosswalk_rdf.namespaces import ASN, CC, CEASN, CETERMS, SCHEMA, SSSOM

DC: Final = Namespace("http://purl.org/dc/elements/1.1/")
GEMQ: Final = Namespace("http://purl.org/gem/qualifiers/")
LOC_RELATORS: Final = (
    Namespace("http://www.loc.gov/loc.terms/relators/"),
    Namespace("http://id.loc.gov/vocabulary/relators/"),
)

FRAMEWORK_TYPES: Final = (
    CEASN.CompetencyFramework,
    ASN.StandardDocument,
    CETERMS.QualificationsFramework,
    SKOS.ConceptScheme,
    ASN.ProgressionModel,
)
"""Those of competencies before those of concepts: what is of both is of the first."""
COMPETENCY_FRAMEWORK_TYPES: Final = FRAMEWORK_TYPES[:3]
STATEMENT_TYPES: Final = (
    CEASN.Competency,
    ASN.Statement,
    SKOS.Concept,
    ASN.ProgressionLevel,
)
AGENT_TYPES: Final = tuple(
    CETERMS[name]
    for name in ("CredentialOrganization", "QACredentialOrganization", "Organization", "Agent")
)
PERSON_TYPES: Final = (CETERMS.CredentialPerson, SCHEMA.Person)
MAP_TYPES: Final = (
    CETERMS.AlignmentMap,
    CETERMS.AlignmentObject,
    SSSOM.MappingSet,
    RDF.Statement,
)

_DATE_COPYRIGHT: Final = URIRef(f"{DCTERMS}dateCopyright")
"""No term of Dublin Core, but what ASN has in place of ``dateCopyrighted``."""
_TWINS: Final = (
    "alignFrom",
    "alignTo",
    "broadAlignment",
    "comment",
    "complexityLevel",
    "comprisedOf",
    "conceptKeyword",
    "conceptTerm",
    "crossSubjectReference",
    "derivedFrom",
    "exactAlignment",
    "identifier",
    "listID",
    "localSubject",
    "majorAlignment",
    "minorAlignment",
    "narrowAlignment",
    "prerequisiteAlignment",
    "repositoryDate",
    "skillEmbodied",
    "weight",
)
CANONICAL: Final[Mapping[URIRef, URIRef]] = {
    **{ASN[name]: CEASN[name] for name in _TWINS},
    ASN.altStatementNotation: CEASN.altCodedNotation,
    ASN.publicationStatus: CEASN.publicationStatusType,
    ASN.statementLabel: CEASN.competencyCategory,
    ASN.statementNotation: CEASN.codedNotation,
    ASN.inProgressionModel: CEASN.isPartOf,
    _DATE_COPYRIGHT: CEASN.dateCopyrighted,
    DCTERMS.dateCopyrighted: CEASN.dateCopyrighted,
    DCTERMS.isPartOf: CEASN.isPartOf,
    GEMQ.hasChild: CEASN.hasChild,
    GEMQ.isChildOf: CEASN.isChildOf,
    SKOS.broader: CEASN.isChildOf,
    SKOS.hasTopConcept: CEASN.hasTopChild,
    SKOS.inScheme: CEASN.isPartOf,
    SKOS.narrower: CEASN.hasChild,
    SKOS.topConceptOf: CEASN.isTopChildOf,
}
"""What the CTDL-ASN schema declares to be the same, and what of SKOS makes the same hierarchy."""

NAMES: Final = (
    CEASN.name,
    DC.title,
    DCTERMS.title,
    CETERMS.name,
    SCHEMA.name,
    SKOS.prefLabel,
    RDFS.label,
)
DESCRIPTIONS: Final = (
    CEASN.description,
    DCTERMS.description,
    CETERMS.description,
    SCHEMA.description,
    SKOS.definition,
)
TEXTS: Final = (CEASN.competencyText, SKOS.definition, DCTERMS.description, DC.description)
LABELS: Final = (CEASN.competencyLabel, SKOS.prefLabel, *NAMES[:5], RDFS.label)
NOTATIONS: Final = (CEASN.codedNotation, SKOS.notation, CETERMS.codedNotation)
LANGUAGES: Final = (CEASN.inLanguage, DCTERMS.language, CETERMS.inLanguage, DC.language)
EDITIONS: Final = (CETERMS.versionCode, OWL.versionInfo, SCHEMA.version)
ISSUED: Final = (DCTERMS.issued, CEASN.dateCreated, DCTERMS.created)
SOURCES: Final = (CEASN.source, DCTERMS.source, CETERMS.source)
RIGHTS: Final = (DCTERMS.rights, CEASN.rights, DC.rights)
LICENSES: Final = (CEASN.license, DCTERMS.license, CC.license)
ATTRIBUTIONS: Final = (CC.attributionName,)

RENAMED: Final[Mapping[URIRef, URIRef]] = {
    CEASN.comment: SKOS.note,
    CEASN.dateModified: DCTERMS.modified,
    CEASN.license: DCTERMS.license,
    CEASN.conceptTerm: DCTERMS.subject,
    CEASN.localSubject: DCTERMS.subject,
    SCHEMA.alternateName: SKOS.altLabel,
    CETERMS.alternateName: SKOS.altLabel,
    SCHEMA.startDate: CEASN.dateValidFrom,
    SCHEMA.endDate: CEASN.dateValidUntil,
    RDFS.comment: SKOS.note,
}
"""Properties that the model's users look for under the name that is common to all formats."""

MATCHES: Final[Mapping[URIRef, URIRef]] = {
    CEASN.exactAlignment: SKOS.exactMatch,
    CEASN.broadAlignment: SKOS.broadMatch,
    CEASN.narrowAlignment: SKOS.narrowMatch,
    CEASN.majorAlignment: SKOS.closeMatch,
    CEASN.alignTo: SKOS.relatedMatch,
}
"""Alignment properties of which SKOS has an equal; docs/decisions/ctdl-asn-alignments.md."""
ALIGNMENT_TYPES: Final[Mapping[URIRef, str]] = {
    predicate.iri: f"alignment:{predicate.name[0].upper()}{predicate.name[1:]}"
    for predicate in MAPPING_PREDICATES
    if predicate.iri in SKOS
}
"""The concepts of ``ceterms:Alignment``, each of which names its property of SKOS."""
ALIGNING: Final[Mapping[URIRef, URIRef]] = {
    **MATCHES,
    **{predicate.iri: predicate.iri for predicate in MAPPING_PREDICATES},
    SKOS.mappingRelation: SKOS.mappingRelation,
    **{
        CEASN[name]: CEASN[name]
        for name in (
            "minorAlignment",
            "prerequisiteAlignment",
            "crossSubjectReference",
            "derivedFrom",
            "isVersionOf",
        )
    },
}
"""What relates a statement to one elsewhere, and the predicate of that alignment."""
