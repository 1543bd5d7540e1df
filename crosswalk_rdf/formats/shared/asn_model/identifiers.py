"""CTIDs to UUIDs, each once."""

import re
from collections.abc import Iterable
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node, Remaining
from crosswalk_rdf.model import is_uuid
from crosswalk_rdf.namespaces import CETERMS

_FORM: Final = re.compile(r"ce-(.*)", re.IGNORECASE | re.DOTALL)
_CTID: Final = CETERMS.ctid


class Uuids:
    """The UUIDs of a document, to see which are used twice."""

    def __init__(self, report: Report, first: Iterable[Node] = ()) -> None:
        """Note whose UUIDs are used, those of ``first`` before all others."""
        self._report = report
        self._owners: dict[str, URIRef] = {}
        for node in first:
            for value in node.properties.get(_CTID, ()):
                self._owners.setdefault(_uuid_in(str(value)), node.iri)

    def take(self, node: Node, remaining: Remaining) -> str:
        """Return the UUID in the CTID of ``node``, or nothing; any other value remains.

        https://credreg.net/ctdl/ctid: ``ce-`` and a UUID in lower case.
        """
        values = remaining.take(_CTID)
        for number, value in enumerate(values):
            uuid = self._uuid(str(value).strip(), node)
            if uuid:
                remaining.give_back(_CTID, [*values[:number], *values[number + 1 :]])
                return uuid
        remaining.give_back(_CTID, values)
        return ""

    def _uuid(self, ctid: str, node: Node) -> str:
        uuid = _uuid_in(ctid)
        what = f"ceterms:ctid {ctid}"
        if not is_uuid(uuid):
            why = "no CTID, which is ce- and a UUID: kept as a property"
            self._report.add(node.place, Action.KEPT, what, why)
            return ""
        if self._owners.setdefault(uuid, node.iri) != node.iri:
            why = f"that of {self._owners[uuid]} too: kept as a property of this one"
            self._report.add(node.place, Action.REPAIRED, what, why)
            return ""
        if ctid != f"ce-{uuid}":
            self._report.add(node.place, Action.REPAIRED, what, f"read as ce-{uuid}")
        return uuid


def _uuid_in(ctid: str) -> str:
    match = _FORM.fullmatch(ctid.strip())
    return (match[1] if match else ctid.strip()).lower()
