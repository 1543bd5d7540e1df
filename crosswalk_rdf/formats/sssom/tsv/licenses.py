"""Names of licenses to their IRIs: those that people write where SSSOM wants a URI."""

import re
from typing import Final

from crosswalk_rdf.model import UNSPECIFIED_LICENSE

_CREATIVE_COMMONS: Final = "https://creativecommons.org"
_ZERO: Final = re.compile(r"cc[ -]?(?:0|zero)(?:[ -]?v?1\.0)?(?: universal)?", re.IGNORECASE)
_OTHERS: Final = re.compile(r"cc[ -](by(?:-nc)?(?:-(?:sa|nd))?)[ -]v?([1-4]\.0)", re.IGNORECASE)

UNSPECIFIED: Final = str(UNSPECIFIED_LICENSE)
"""What SSSOM has for a set whose license is not known."""


def license_iri(name: str) -> str:
    """Return the IRI of the Creative Commons license ``name``; ``""`` for any other name."""
    if _ZERO.fullmatch(name):
        return f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/"
    match = _OTHERS.fullmatch(name)
    return f"{_CREATIVE_COMMONS}/licenses/{match[1].lower()}/{match[2]}/" if match else ""
