"""Open Badges 3.0 of 1EdTech: alignments of achievements with statements."""

from typing import Final

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.open_badges.coverage import COVERAGE
from crosswalk_rdf.formats.open_badges.write import publish, write

FORMATS: Final = (
    Format(
        name="open-badges",
        title="Open Badges 3.0 alignments",
        suffixes=(".open-badges.json",),
        media_type="application/ld+json",
        specification="https://www.imsglobal.org/spec/ob/v3p0/",
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="open-badges",
    ),
)
