"""The domain: frameworks of statements, crosswalks of alignments, and what the source got wrong.

Values are frozen. Anything that the publication names by IRI carries that IRI; ``Origin`` says
which row of which data file a value was read from, and is no part of its identity.
"""

from crosswalk_rdf.model.common import AGENT_TYPES, Agent, Origin, local_name
from crosswalk_rdf.model.crosswalks import (
    Alignment,
    Crosswalk,
    Erratum,
    MappingSet,
    Section,
    Slot,
    SourceDocument,
)
from crosswalk_rdf.model.frameworks import Framework, Level, Statement
from crosswalk_rdf.model.publication import DataFile, Publication, Site

__all__ = [
    "AGENT_TYPES",
    "Agent",
    "Alignment",
    "Crosswalk",
    "DataFile",
    "Erratum",
    "Framework",
    "Level",
    "MappingSet",
    "Origin",
    "Publication",
    "Section",
    "Site",
    "Slot",
    "SourceDocument",
    "Statement",
    "local_name",
]
