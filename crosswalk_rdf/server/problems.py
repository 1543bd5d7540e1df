"""What goes wrong with a request, as ``application/problem+json`` (RFC 9457)."""

import json
from http import HTTPStatus
from typing import Final

from crosswalk_rdf.errors import CrosswalkError

MEDIA_TYPE: Final = "application/problem+json"


class Problem(CrosswalkError):
    """A request that is answered with an error status, and why.

    ``detail`` is a sentence for the client: what is wrong and what to do. ``headers`` go with the
    response; ``more`` are further members of the problem, such as what could be had instead.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        headers: tuple[tuple[str, str], ...] = (),
        **more: object,
    ) -> None:
        self.status, self.detail, self.headers, self.more = status, detail, headers, more
        super().__init__(f"{status}: {detail}")

    @property
    def title(self) -> str:
        """The words of the status: ``Not Acceptable``."""
        return HTTPStatus(self.status).phrase

    def body(self, id: str = "") -> bytes:
        """Return the problem as JSON; ``id`` is that of the request."""
        document: dict[str, object] = {"title": self.title, "status": self.status}
        document |= {"detail": self.detail, **self.more}
        if id:
            document["request"] = id
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
