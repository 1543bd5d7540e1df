"""What is known of the printed documents beside their text: titles, people, rights, levels.

Titles, creators and years stand in the source (lines 1 to 9, 1039); the rights were read in the
publications themselves, see ``data/RIGHTS.md``.
"""

from rdflib import Literal, URIRef

from crosswalk_rdf.model import Agent, Level, SourceDocument
from crosswalk_rdf.namespaces import ontology_namespace

PSEL_TITLE = "Professional Standards for Educational Leaders"
LCPE_TITLE = "Leadership Competencies for Learner-Centered, Personalized Education"
CCSSO = "Council of Chief State School Officers"
NPBEA = "National Policy Board for Educational Administration"
JFF = "Jobs for the Future"

NAMES = (PSEL_TITLE, LCPE_TITLE, "Leadership Competencies", CCSSO, NPBEA, JFF)
"""Names that the prose of the source mentions."""

CROSSWALK_TITLE = f"Crosswalk of the {PSEL_TITLE} to the {LCPE_TITLE}"
PSEL_RIGHTS = (
    "© 2015 National Policy Board for Educational Administration. Published as CC BY-NC-ND; the "
    "version of the licence is not stated. The text stands verbatim and must not be changed."
)
LCPE_RIGHTS = (
    "Jobs for the Future and the Council of Chief State School Officers, 2017. Published as CC BY; "
    "the version of the licence is not stated."
)
CROSSWALK_RIGHTS = (
    "Alignments printed by the Council of Chief State School Officers, October 2017; the document "
    "states no licence. What is quoted of the two frameworks stays under their own rights."
)
LCPE_NOTATIONS = (
    "The source prints no codes for the Leadership Competencies. The notations were coined by "
    "this publication and not by the publisher: the initials of the domain's name, then the "
    "printed number, letter and Roman number."
)
SOURCES = {
    "psel-2015": "http://www.ccsso.org/resource-library/professional-standards-educational-leaders",
    "lcpe-2017": "http://www.ccsso.org/resource-library/"
    "leadership-competencies-learner-centered-personalized-education-0",
}
PART_TITLES = {
    "part-1": "Alignment between PSEL Standards and the Leadership Competencies",
    "part-2": "Alignment between the Leadership Competencies and the PSEL Standards and Elements",
    "part-3": "Summary: the PSEL standards of each Leadership Competency",
}
UNSPECIFIED_LICENSE = URIRef("https://w3id.org/sssom/license/unspecified")
"""What SSSOM tools write where a mapping set states no license."""

_LEVELS = {
    "psel-2015": (
        ("Standard", "[1-9][0-9]*", (), True),
        ("Element", "[1-9][0-9]*[a-z]", ("Standard",), False),
    ),
    "lcpe-2017": (
        ("Domain", "[A-Z]+", (), False),
        ("Competency", r"[A-Z]+\.[1-9][0-9]*", ("Domain",), True),
        ("Indicator", r"[A-Z]+\.[1-9][0-9]*\.[a-z]", ("Competency",), False),
        ("SubIndicator", r"[A-Z]+\.[1-9][0-9]*\.[a-z]\.[ivx]+", ("Indicator",), False),
    ),
}


def agent(base: str, name: str) -> Agent:
    """Return the organization called ``name``."""
    return Agent(iri=URIRef(f"{base}agent/{'-'.join(name.lower().split())}"), name=name)


def levels(base: str, framework: str) -> tuple[Level, ...]:
    """Return the levels of one of the two frameworks."""
    return tuple(
        Level(
            iri=URIRef(f"{base}{framework}/level/{name.lower()}"),
            kind=ontology_namespace(base)[name],
            label=Literal("Sub-indicator" if name == "SubIndicator" else name, lang="en"),
            depth=depth,
            notation_pattern=f"^{pattern}$",
            broader=broader,
            roll_up=roll_up,
        )
        for depth, (name, pattern, broader, roll_up) in enumerate(_LEVELS[framework], start=1)
    )


def source_document(base: str, file: str, checksum: str, line_count: int) -> SourceDocument:
    """Return the description of the text that the crosswalk was read from."""
    return SourceDocument(
        iri=URIRef(f"{base}crosswalk-2017/source"),
        title=Literal(CROSSWALK_TITLE, lang="en"),
        file=file,
        checksum=checksum,
        line_count=line_count,
    )
