"""CLR 2.0, the Comprehensive Learner Record of 1EdTech: the associations of crosswalks."""

from typing import Final

from crosswalk_rdf.formats.clr.coverage import COVERAGE
from crosswalk_rdf.formats.clr.write import publish, write
from crosswalk_rdf.formats.format import Format

FORMATS: Final = (
    Format(
        name="clr",
        title="CLR 2.0 associations",
        suffixes=(".clr-associations.json",),
        media_type="application/ld+json",
        specification="https://www.imsglobal.org/spec/clr/v2p0/",
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="clr",
    ),
)
