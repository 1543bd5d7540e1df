"""DESM, the Data Ecosystem Schema Mapping tool of T3: its exports of mappings between schemas."""

from typing import Final

from crosswalk_rdf.formats.desm.read import read, recognizes
from crosswalk_rdf.formats.format import Format

FORMATS: Final = (
    Format(
        name="desm",
        title="DESM export of mappings",
        suffixes=(".desm.jsonld", ".jsonld", ".json", ".ttl", ".rdf", ".nt"),
        media_type="application/ld+json",
        specification="https://desmsolutions.org/ns/",
        read=read,
        recognizes=recognizes,
    ),
)
