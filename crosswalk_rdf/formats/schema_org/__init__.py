"""schema.org and LRMI: ``DefinedTermSet`` and ``AlignmentObject``."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.schema_org.coverage import COVERAGE
from crosswalk_rdf.formats.schema_org.read import read, recognizes
from crosswalk_rdf.formats.schema_org.write import publish, write

FORMATS: Final = (
    Format(
        name="schema-org",
        title="schema.org DefinedTermSet",
        suffixes=(".schema-org.jsonld", ".jsonld", ".json"),
        media_type="application/ld+json",
        specification="https://schema.org/DefinedTermSet",
        read=read,
        write=write,
        coverage=COVERAGE,
        recognizes=recognizes,
        publish=publish,
        folder="schema-org",
    ),
)
