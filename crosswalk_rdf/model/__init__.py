"""The domain model: frameworks of statements, crosswalks of alignments, and errata of the source.

Values are immutable. Anything that the publication identifies by IRI has that IRI as a field;
``Origin`` records the row of the data file that a value was read from, and is not compared.
"""

from crosswalk_rdf.model.alignments import NO_TERM_FOUND, NOT, Alignment, Slot, without_modifier
from crosswalk_rdf.model.collections import Collection, Resource
from crosswalk_rdf.model.crosswalks import (
    UNSPECIFIED_LICENSE,
    Crosswalk,
    Erratum,
    ExternalFramework,
    MappingSet,
    Section,
    SourceDocument,
)
from crosswalk_rdf.model.frameworks import Framework, Level, Statement
from crosswalk_rdf.model.identifiers import (
    agent_iri,
    derived_uuid,
    fragment_iri,
    literal_iri,
    unnamed_iri,
    uuid_of_iri,
)
from crosswalk_rdf.model.lexical import is_uuid
from crosswalk_rdf.model.metadata import (
    AGENT_TYPES,
    NO_TEXT,
    Agent,
    ImportSource,
    Origin,
    PropertyValue,
    local_name,
)
from crosswalk_rdf.model.package import Package, package_of
from crosswalk_rdf.model.pair_table import PairTable, pair_table
from crosswalk_rdf.model.publication import DataFile, Publication, Site
from crosswalk_rdf.model.roll_up import RollUp, claimed_pairs
from crosswalk_rdf.model.source_text import SourceText
from crosswalk_rdf.model.validation_policy import (
    AcceptedFinding,
    RuleSetting,
    Severity,
    ValidationPolicy,
)

__all__ = [
    "AGENT_TYPES",
    "NOT",
    "NO_TERM_FOUND",
    "NO_TEXT",
    "UNSPECIFIED_LICENSE",
    "AcceptedFinding",
    "Agent",
    "Alignment",
    "Collection",
    "Crosswalk",
    "DataFile",
    "Erratum",
    "ExternalFramework",
    "Framework",
    "ImportSource",
    "Level",
    "MappingSet",
    "Origin",
    "Package",
    "PairTable",
    "PropertyValue",
    "Publication",
    "Resource",
    "RollUp",
    "RuleSetting",
    "Section",
    "Severity",
    "Site",
    "Slot",
    "SourceDocument",
    "SourceText",
    "Statement",
    "ValidationPolicy",
    "agent_iri",
    "claimed_pairs",
    "derived_uuid",
    "fragment_iri",
    "is_uuid",
    "literal_iri",
    "local_name",
    "package_of",
    "pair_table",
    "unnamed_iri",
    "uuid_of_iri",
    "without_modifier",
]
