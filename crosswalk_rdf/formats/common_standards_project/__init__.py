"""The Common Standards Project: standard sets as its API returns them."""

from typing import Final

from crosswalk_rdf.formats.common_standards_project.read import read, recognizes
from crosswalk_rdf.formats.format import Format

FORMATS: Final = (
    Format(
        name="common-standards-project",
        title="Common Standards Project standard set",
        suffixes=(".csp.json", ".json"),
        media_type="application/json",
        specification="https://commonstandardsproject.com/developers",
        read=read,
        recognizes=recognizes,
    ),
)
