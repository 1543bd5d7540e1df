"""The date that a framework or a crosswalk states of itself."""

from typing import Final, Protocol

from rdflib import DCTERMS

from crosswalk_rdf.model.lexical import date_part
from crosswalk_rdf.model.metadata import PropertyValue
from crosswalk_rdf.namespaces import CEASN

_PROPERTIES: Final = (
    DCTERMS.modified,
    DCTERMS.created,
    CEASN.dateCreated,
    CEASN.dateCopyrighted,
    DCTERMS.dateCopyrighted,
    DCTERMS.valid,
    CEASN.dateValidFrom,
)
"""What says of when a document is beside its date of issue, the best first."""


class Dated(Protocol):
    """Something with a date of issue, and with properties of which some may be dates."""

    @property
    def issued(self) -> str:
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty where it is not known."""

    @property
    def properties(self) -> tuple[PropertyValue, ...]:
        """Its further properties."""


def own_date(document: Dated) -> str:
    """Return the date of ``document`` (``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``); "" for none.

    That is its date of issue, else the first of its other dates.
    """
    values = {value.property: str(value.value) for value in reversed(document.properties)}
    dates = (document.issued, *(values.get(property, "") for property in _PROPERTIES))
    return next((part for date in dates if (part := date_part(date))), "")
