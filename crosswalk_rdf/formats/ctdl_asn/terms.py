"""The published contexts and schema of CTDL and CTDL-ASN, as far as readers and writers need them.

https://credreg.net/ctdlasn/schema/context/json, https://credreg.net/ctdl/schema/context/json and
https://credreg.net/ctdlasn/schema/encoding/json; tests hold these tables against the copies.
"""

from typing import Final

from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from crosswalk_rdf.namespaces import ASN, CEASN, CETERMS, SCHEMA, VANN

CTDL_ASN_CONTEXT: Final = "https://credreg.net/ctdlasn/schema/context/json"
CTDL_CONTEXT: Final = "https://credreg.net/ctdl/schema/context/json"

PREFIXES: Final[dict[str, str]] = {
    "adms": "http://www.w3.org/ns/adms#",
    "asn": str(ASN),
    "asnPublicationStatus": "http://purl.org/asn/scheme/ASNPublicationStatus/",
    "asnscheme": "http://purl.org/asn/scheme/",
    "case": "https://purl.imsglobal.org/spec/case/",
    "ceasn": str(CEASN),
    "ceterms": str(CETERMS),
    "dc": "http://purl.org/dc/elements/1.1/",
    "dct": str(DCTERMS),
    "evalCat": "https://purl.org/ctdlasn/vocabs/evalCat/",
    "gem": "http://purl.org/gem/elements/",
    "gemq": "http://purl.org/gem/qualifiers/",
    "loc": "http://www.loc.gov/loc.terms/",
    "locr": "http://www.loc.gov/loc.terms/relators/",
    "meta": "http://credreg.net/meta/terms/",
    "publicationStatus": "http://purl.org/ctdlasn/vocabs/publicationStatus/",
    "qdata": "https://credreg.net/qdata/terms/",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "vann": str(VANN),
    "xsd": str(XSD),
}
"""The prefixes that both contexts have, or that of CTDL-ASN alone."""
_CTDL_VOCABULARIES: Final = (
    "actionStat agentSector alignment assessMethod audience audLevel claimType "
    "collectionCategory costType creditUnit deliveryType financialAid inputType learnMethod "
    "lifeCycle logic lrOutcome orgType residency score serviceType statementCat support"
)
CTDL_PREFIXES: Final[dict[str, str]] = {
    "align": "https://purl.org/ctdl/vocabs/alignment/",
    "foaf": str(FOAF),
    "lrmi": "http://purl.org/dcx/lrmi-terms/",
    "obi": "https://w3id.org/openbadges#",
    "owl": str(OWL),
    **{name: f"https://purl.org/ctdl/vocabs/{name}/" for name in _CTDL_VOCABULARIES.split(" ")},
}
"""Prefixes that only the context of CTDL has, and one that producers use without it."""


def terms(namespace: Namespace | type[DefinedNamespace], names: str) -> frozenset[URIRef]:
    """Return the terms of ``namespace`` that ``names`` lists, with spaces between."""
    return frozenset(namespace[name] for name in names.split(" "))


IRI_TERMS: Final = (
    terms(ASN, "hasProgressionLevel hasProgressionModel inProgressionModel")
    | terms(
        CEASN,
        "abilityEmbodied alignFrom alignTo broadAlignment complexityLevel comprisedOf conceptTerm "
        "creator crossSubjectReference derivedFrom educationLevelType exactAlignment hasChild "
        "hasCriterionLevel hasRubricCriterion hasTopChild identifier inProgressionModel "
        "inferredCompetency isChildOf isPartOf isTopChildOf isVersionOf knowledgeEmbodied license "
        "majorAlignment minorAlignment narrowAlignment prerequisiteAlignment "
        "publicationStatusType publisher rightsHolder skillEmbodied source sourceDocumentation "
        "substantiatingCompetencyFramework substantiatingCredential substantiatingJob "
        "substantiatingOccupation substantiatingOrganization substantiatingResource "
        "substantiatingTask substantiatingWorkRole taskEmbodied",
    )
    | terms(
        CETERMS,
        "alignmentType approvedBy classification compares conceptTerm developmentProcess "
        "environmentalHazardType facetedDescription hasFacetScheme hasGlossary hasPart "
        "hasStatement hasSubFrameworkScheme hasTask hasWorkforceDemand identifier industryType "
        "instructionalProgramType isMemberOf isPartOf isSimilarTo latestVersion "
        "lifeCycleStatusType maintenanceProcess nextVersion objectOfAction occupationType ownedBy "
        "performanceLevelType physicalCapabilityType precededBy precedes previousVersion "
        "providesTransferValueFor receivesTransferValueFrom recognizedBy recognizedForIndustry "
        "reviewProcess sameAs sensoryCapabilityType source sourceNode subject subjectWebpage "
        "supersededBy supersedes targetCompetencyOf targetNode versionIdentifier",
    )
    | terms(
        SKOS,
        "broadMatch broader closeMatch exactMatch hasTopConcept inScheme mappingRelation "
        "narrowMatch narrower related relatedMatch topConceptOf",
    )
    | terms(RDF, "subject predicate object")
    | terms(SCHEMA, "about subjectOf")
    | terms(DCTERMS, "isPartOf isReplacedBy hasPart")
)
"""Terms whose values are IRIs (``"@type": "@id"``)."""
LANGUAGE_TERMS: Final = (
    terms(
        CEASN,
        "comment competencyCategory competencyLabel competencyText conceptKeyword definition "
        "description localSubject name publisherName rights tableOfContents",
    )
    | terms(
        CETERMS,
        "alternateName description keyword name processStandardsDescription "
        "sourceNodeDescription sourceNodeName targetNodeDescription targetNodeName",
    )
    | terms(SKOS, "altLabel changeNote definition hiddenLabel note prefLabel")
)
"""Terms whose values are texts by language (``"@container": "@language"``)."""
DATE_TERMS: Final = (
    terms(CEASN, "dateCreated dateModified dateValidFrom dateValidUntil repositoryDate")
    | terms(CETERMS, "alignmentDate dateEffective expirationDate")
    | terms(DCTERMS, "created issued modified valid")
    | terms(SCHEMA, "startDate endDate")
)
"""Terms whose values are dates."""
NUMBER_TERMS: Final = terms(CEASN, "weight") | terms(CETERMS, "weight")

_OF_BOTH: Final = terms(
    CEASN,
    "alignFrom alignTo author codedNotation conceptKeyword conceptTerm creator dateCreated "
    "dateModified derivedFrom educationLevelType identifier license localSubject "
    "publicationStatusType sourceDocumentation",
) | terms(
    CETERMS,
    "developmentProcess industryType instructionalProgramType latestVersion maintenanceProcess "
    "nextVersion objectOfAction occupationType previousVersion recognizedForIndustry "
    "reviewProcess versionCode versionIdentifier",
)
FRAMEWORK_TERMS: Final = (
    _OF_BOTH
    | terms(
        CEASN,
        "dateCopyrighted dateValidFrom dateValidUntil hasTopChild publisher publisherName "
        "repositoryDate rightsHolder source tableOfContents",
    )
    | terms(CETERMS, "hasGlossary isSimilarTo")
    | terms(ASN, "hasProgressionModel")
)
"""Further terms of which the schema says that a framework may have them."""
COMPETENCY_TERMS: Final = (
    _OF_BOTH
    | terms(
        CEASN,
        "abilityEmbodied altCodedNotation broadAlignment comment competencyCategory "
        "complexityLevel comprisedOf crossSubjectReference exactAlignment hasChild "
        "hasCriterionLevel hasRubricCriterion inferredCompetency isChildOf isPartOf isTopChildOf "
        "isVersionOf knowledgeEmbodied listID majorAlignment minorAlignment narrowAlignment "
        "prerequisiteAlignment shouldIndex skillEmbodied substantiatingCompetencyFramework "
        "substantiatingCredential substantiatingJob substantiatingOccupation "
        "substantiatingOrganization substantiatingResource substantiatingTask "
        "substantiatingWorkRole taskEmbodied weight",
    )
    | terms(
        CETERMS,
        "classification environmentalHazardType hasTask hasWorkforceDemand isMemberOf "
        "performanceLevelType physicalCapabilityType providesTransferValueFor "
        "receivesTransferValueFrom sensoryCapabilityType targetCompetencyOf",
    )
    | terms(ASN, "hasProgressionLevel")
)
"""Likewise of a competency."""
MAP_TERMS: Final = terms(
    CEASN,
    "author creator dateCopyrighted dateCreated dateModified dateValidFrom dateValidUntil "
    "derivedFrom license publicationStatusType publisher publisherName sourceDocumentation",
) | terms(
    CETERMS,
    "alternateName approvedBy classification codedNotation compares dateEffective "
    "developmentProcess expirationDate identifier keyword latestVersion lifeCycleStatusType "
    "maintenanceProcess nextVersion objectOfAction ownedBy previousVersion processStandards "
    "recognizedBy reviewProcess sameAs source subject subjectWebpage supersededBy supersedes "
    "versionCode versionIdentifier",
)
"""Likewise of an alignment map."""
OBJECT_TERMS: Final = terms(
    CETERMS,
    "alignmentDate sourceNodeDescription targetNodeDescription weight",
)
"""Likewise of an alignment object."""
LISTED_TEXTS: Final = terms(CEASN, "competencyCategory conceptKeyword localSubject publisherName")
"""Texts of which the Registry's schema asks for a list."""
SINGLE_TERMS: Final = terms(
    CEASN,
    "codedNotation dateCopyrighted dateCreated dateModified dateValidFrom dateValidUntil "
    "isVersionOf license listID repositoryDate shouldIndex weight",
) | terms(CETERMS, "alignmentDate dateEffective expirationDate versionCode weight")
"""Terms of which the Registry's schema asks for one value and no list."""
EMBEDDED_TERMS: Final = terms(CEASN, "complexityLevel")
"""Terms of which the Registry's schema wants whole nodes, and the context IRIs."""
DATATYPES: Final = {
    CEASN.dateCreated: XSD.date,
    CEASN.dateModified: XSD.dateTime,
    CEASN.dateValidFrom: XSD.dateTime,
    CEASN.dateValidUntil: XSD.dateTime,
    CEASN.repositoryDate: XSD.date,
    CETERMS.alignmentDate: XSD.date,
    CETERMS.dateEffective: XSD.date,
    CETERMS.expirationDate: XSD.date,
}
"""The datatype that the context gives to the values of a term that has dates."""
DECLARED: Final = (
    (CEASN, CETERMS),
    terms(ASN, "hasProgressionLevel hasProgressionModel")
    | terms(
        SKOS,
        "altLabel broadMatch broader changeNote closeMatch definition exactMatch hasTopConcept "
        "hiddenLabel inScheme narrowMatch narrower notation note prefLabel related topConceptOf",
    ),
)
"""Namespaces and terms of which the schema says where they may stand, and so where not."""
