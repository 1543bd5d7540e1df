"""The classes of CASE 1.0 and 1.1 as data: their properties, what each holds, what is required.

From the information model of CASE 1.1 (§4 and §5); what 1.0 does not have is named apart. A kind
of value is a word (``text``), the name of a class for an object, or that in a tuple for a list.
"""

from dataclasses import dataclass
from typing import Final

Kind = str | tuple[str]

TEXT: Final = "text"
UUID: Final = "uuid"
IRI: Final = "iri"
DATE: Final = "date"
DATE_TIME: Final = "dateTime"
INTEGER: Final = "integer"
NUMBER: Final = "number"
OBJECT: Final = "object"
LINK: Final = "LinkURI"
NODE: Final = "LinkGenURI"
TEXTS: Final = (TEXT,)
LINKS: Final = (LINK,)


@dataclass(frozen=True, slots=True)
class CaseClass:
    """One class: its properties in the order in which they are written."""

    properties: dict[str, Kind]
    required: tuple[str, ...] = ()
    since_1_1: tuple[str, ...] = ()
    """Properties that CASE 1.0 does not have."""


_NAMED: Final[dict[str, Kind]] = {"identifier": UUID, "uri": IRI}
_CHANGED: Final[dict[str, Kind]] = {"lastChangeDateTime": DATE_TIME, "extensions": OBJECT}
_ALWAYS: Final = ("identifier", "uri", "lastChangeDateTime")


def _class(required: tuple[str, ...], since: tuple[str, ...] = (), **properties: Kind) -> CaseClass:
    """Return a class of things that have an identifier."""
    return CaseClass(
        {**_NAMED, **properties, **_CHANGED}, (*_ALWAYS, *required), (*since, "extensions")
    )


_STATUS: Final[dict[str, Kind]] = {
    "statusStartDate": DATE,
    "statusEndDate": DATE,
    "licenseURI": LINK,
    "notes": TEXT,
}

CLASSES: Final[dict[str, CaseClass]] = {
    "CFPackage": CaseClass(
        {
            "CFDocument": "CFDocument",
            "CFItems": ("CFItem",),
            "CFAssociations": ("CFAssociation",),
            "CFDefinitions": "CFDefinition",
            "CFRubrics": ("CFRubric",),
            "extensions": OBJECT,
        },
        ("CFDocument",),
        ("extensions",),
    ),
    "CFDocument": _class(
        ("creator", "title"),
        ("frameworkType", "caseVersion"),
        frameworkType=TEXT,
        caseVersion=TEXT,
        creator=TEXT,
        title=TEXT,
        officialSourceURL=IRI,
        publisher=TEXT,
        description=TEXT,
        subject=TEXTS,
        subjectURI=LINKS,
        language=TEXT,
        version=TEXT,
        adoptionStatus=TEXT,
        **_STATUS,
    ),
    "CFItem": _class(
        ("fullStatement",),
        ("subject", "subjectURI"),
        fullStatement=TEXT,
        alternativeLabel=TEXT,
        CFItemType=TEXT,
        humanCodingScheme=TEXT,
        listEnumeration=TEXT,
        abbreviatedStatement=TEXT,
        conceptKeywords=TEXTS,
        conceptKeywordsURI=LINK,
        subject=TEXTS,
        subjectURI=LINKS,
        language=TEXT,
        educationLevel=TEXTS,
        CFItemTypeURI=LINK,
        **_STATUS,
    ),
    "CFAssociation": _class(
        ("associationType", "originNodeURI", "destinationNodeURI"),
        ("notes",),
        associationType=TEXT,
        sequenceNumber=INTEGER,
        originNodeURI=NODE,
        destinationNodeURI=NODE,
        CFAssociationGroupingURI=LINK,
        notes=TEXT,
    ),
    "CFDefinition": CaseClass(
        {
            "CFConcepts": ("CFConcept",),
            "CFSubjects": ("CFSubject",),
            "CFLicenses": ("CFLicense",),
            "CFItemTypes": ("CFItemType",),
            "CFAssociationGroupings": ("CFAssociationGrouping",),
            "extensions": OBJECT,
        },
        (),
        ("extensions",),
    ),
    "CFConcept": _class(
        ("title", "hierarchyCode"), title=TEXT, keywords=TEXT, hierarchyCode=TEXT, description=TEXT
    ),
    "CFSubject": _class(
        ("title", "hierarchyCode"), title=TEXT, hierarchyCode=TEXT, description=TEXT
    ),
    "CFLicense": _class(("title", "licenseText"), title=TEXT, description=TEXT, licenseText=TEXT),
    "CFItemType": _class(
        ("title", "description", "hierarchyCode"),
        title=TEXT,
        description=TEXT,
        hierarchyCode=TEXT,
        typeCode=TEXT,
    ),
    "CFAssociationGrouping": _class(("title",), title=TEXT, description=TEXT),
    "CFRubric": _class((), title=TEXT, description=TEXT, CFRubricCriteria=("CFRubricCriterion",)),
    "CFRubricCriterion": _class(
        (),
        category=TEXT,
        description=TEXT,
        CFItemURI=LINK,
        weight=NUMBER,
        position=INTEGER,
        rubricId=UUID,
        CFRubricCriterionLevels=("CFRubricCriterionLevel",),
    ),
    "CFRubricCriterionLevel": _class(
        (),
        description=TEXT,
        quality=TEXT,
        score=NUMBER,
        feedback=TEXT,
        position=INTEGER,
        rubricCriterionId=UUID,
    ),
    LINK: CaseClass(
        {"title": TEXT, "identifier": UUID, "uri": IRI}, ("title", "identifier", "uri")
    ),
    NODE: CaseClass(
        {"title": TEXT, "identifier": TEXT, "uri": IRI, "targetType": TEXT},
        ("title", "identifier", "uri"),
        ("targetType",),
    ),
}
"""Every class by its name; ``CFPckgItem`` and the like are the same within a package."""

DEFINITIONS: Final = tuple(CLASSES["CFDefinition"].properties)[:-1]
"""The lists of a ``CFDefinition``."""

ASSOCIATION_TYPES: Final = (
    "isChildOf",
    "isPeerOf",
    "isPartOf",
    "exactMatchOf",
    "precedes",
    "isRelatedTo",
    "replacedBy",
    "exemplar",
    "hasSkillLevel",
    "isTranslationOf",
)
"""CASE 1.1, ``CFAssociationTypeEnum``; 1.0 has all but the last."""
