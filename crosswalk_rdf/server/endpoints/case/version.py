"""What differs between CASE 1.0 and 1.1 as services: the place, and the words of the errors."""

from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.case.conformance import V1_0, V1_1

FULL_SUCCESS: Final = "fullsuccess"
FORBIDDEN: Final = "forbidden"
INTERNAL_SERVER_ERROR: Final = "internal_server_error"
INVALID_SELECTION_FIELD: Final = "invalid_selection_field"
INVALID_SORT_FIELD: Final = "invalid_sort_field"
INVALID_UUID: Final = "invalid_uuid"
SERVER_BUSY: Final = "server_busy"
UNAUTHORISED_REQUEST: Final = "unauthorised_request"
UNKNOWN_OBJECT: Final = "unknownobject"

CODES: Final = (
    FORBIDDEN,
    FULL_SUCCESS,
    INTERNAL_SERVER_ERROR,
    INVALID_SELECTION_FIELD,
    INVALID_SORT_FIELD,
    INVALID_UUID,
    SERVER_BUSY,
    UNAUTHORISED_REQUEST,
    UNKNOWN_OBJECT,
)
"""The values of ``imsx_codeMinorFieldValue`` in CASE 1.1."""
_IN_1_0: Final = {INVALID_UUID: "invaliduuid", UNAUTHORISED_REQUEST: "unauthorisedrequest"}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the service."""

    number: str
    """As the classes of CASE know it: ``1.1``."""
    folder: str
    """Where it is below the top, and where the build has its files; it ends in a slash."""
    discovery: str
    """Where in there it is described."""

    @property
    def is_1_0(self) -> bool:
        """Whether it is CASE 1.0."""
        return self.number == V1_0

    def code(self, code: str) -> str:
        """Return a code of 1.1 as this version spells it."""
        return _IN_1_0.get(code, code) if self.is_1_0 else code


CASE_1_0: Final = Version(V1_0, "ims/case/v1p0/", "discovery/imscasev1p0_openapi3_v1p0.json")
"""It names no place for its description; this is the one of 1.1 with the other number."""
CASE_1_1: Final = Version(V1_1, "ims/case/v1p1/", "discovery/imscasev1p1_openapi3_v1p0.json")
"""REST binding §2.2 and §2.5."""
