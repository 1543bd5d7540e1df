"""xAPI profiles (1.0): each statement as an activity that records can name."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.xapi.coverage import COVERAGE
from crosswalk_rdf.formats.xapi.write import publish, write

FORMATS: Final = (
    Format(
        name="xapi",
        title="xAPI profile",
        suffixes=(".xapi-profile.jsonld",),
        media_type="application/ld+json",
        specification="https://github.com/adlnet/xapi-profiles/blob/master/xapi-profiles-structure.md",
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="xapi",
    ),
)
