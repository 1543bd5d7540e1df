"""Properties of CASE that are properties of RDF: the table, and both ways through it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from rdflib import DCTERMS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.case.extensions import Object, is_json, json_literal
from crosswalk_rdf.formats.case.lexical import date_of, date_time_of
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import CASE, CEASN

_TAGGED: Final = "text in the language of the statement"
_PLAIN: Final = "plain text"
_DATE: Final = "xsd:date"
_DATE_TIME: Final = "xsd:dateTime"
_JSON: Final = "rdf:JSON"
_UNTAGGED: Final = "untagged"
"""Where an extension lists, by property, the numbers of the texts that have no language."""


@dataclass(frozen=True, slots=True)
class CaseSlot:
    """One property of CASE and the property of RDF that it is."""

    name: str
    property: URIRef
    form: str = _TAGGED
    many: bool = False

    def literal(self, value: Any, language: str) -> Literal:  # noqa: ANN401 - any JSON value
        """Return the literal for ``value``."""
        if self.form == _JSON:
            return json_literal(value)
        if self.form == _TAGGED:
            return Literal(value, lang=language or None)
        datatype = {_DATE: XSD.date, _DATE_TIME: XSD.dateTime}.get(self.form)
        return Literal(value, datatype=datatype, normalize=False)

    def fits(self, value: URIRef | Literal, language: str) -> bool:
        """Return whether the property has a place for ``value``.

        A text without a language is in its place whatever the language of the item.
        """
        if not isinstance(value, Literal) or not value.strip():
            return False
        if self.form == _JSON:
            return is_json(value) and (self.name == "subjectURI" or bool(whole_json(value)))
        if self.form in (_DATE, _DATE_TIME):
            read = date_of if self.form == _DATE else date_time_of
            datatype = XSD.date if self.form == _DATE else XSD.dateTime
            return value.datatype == datatype and read(value) == str(value)
        if value.datatype is not None:
            return False
        tag = language if self.form == _TAGGED else ""
        return (value.language or "") == tag or (self.form == _TAGGED and not value.language)


_STATUS: Final = (
    CaseSlot("notes", SKOS.note),
    CaseSlot("subject", DCTERMS.subject, many=True),
    CaseSlot("subjectURI", CASE.subjectURI, _JSON),
    CaseSlot("statusStartDate", CEASN.dateValidFrom, _DATE),
    CaseSlot("statusEndDate", CEASN.dateValidUntil, _DATE),
    CaseSlot("lastChangeDateTime", DCTERMS.modified, _DATE_TIME),
    CaseSlot("extensions", CASE.extensions, _JSON),
)
DOCUMENT_SLOTS: Final = (
    CaseSlot("frameworkType", CASE.frameworkType, _PLAIN),
    CaseSlot("adoptionStatus", CASE.adoptionStatus, _PLAIN),
    CaseSlot("language", DCTERMS.language, _PLAIN),
    *_STATUS,
)
ITEM_SLOTS: Final = (
    CaseSlot("alternativeLabel", SKOS.altLabel),
    CaseSlot("CFItemType", CASE.CFItemType, _PLAIN),
    CaseSlot("listEnumeration", CEASN.listID, _PLAIN),
    CaseSlot("conceptKeywords", CEASN.conceptKeyword, many=True),
    CaseSlot("conceptKeywordsURI", CASE.conceptKeywordsURI, _JSON),
    CaseSlot("language", DCTERMS.language, _PLAIN),
    CaseSlot("educationLevel", CASE.educationLevel, _PLAIN, many=True),
    *_STATUS,
)


def properties_in(
    clean: Object,
    slots: Iterable[CaseSlot],
    language: str,
    extension: Object,
    place: str,
    remarks: Remarks,
) -> list[PropertyValue]:
    """Return what ``clean`` says in the properties of ``slots``, in their order.

    ``extension`` is what the writer recorded of it.
    """
    properties: list[PropertyValue] = []
    untagged = extension.get(_UNTAGGED)
    for slot in slots:
        if slot.name in clean:
            value = clean[slot.name]
            numbers = untagged.get(slot.name, []) if isinstance(untagged, dict) else []
            for number, each in enumerate(value if slot.many else [value]):
                if each in ("", {}) or (isinstance(each, str) and not each.strip()):
                    remarks.add(f"{place}/{slot.name}", Action.IGNORED, f"{slot.name} empty", "")
                else:
                    tag = "" if number in numbers else language
                    properties.append(PropertyValue(slot.property, slot.literal(each, tag)))
    return properties


def properties_out(
    properties: Iterable[PropertyValue], slots: Iterable[CaseSlot], language: str
) -> tuple[Object, list[PropertyValue], Object]:
    """Return ``properties`` as properties of CASE, those for which it has none, and an extension.

    The extension says which texts have no language, though the thing itself has one.
    """
    by_property = {slot.property: slot for slot in slots}
    values: Object = {}
    rest: list[PropertyValue] = []
    untagged: dict[str, list[int]] = {}
    for value in properties:
        slot = by_property.get(value.property)
        is_filled = slot is None or (slot.name in values and not slot.many)
        if slot is None or is_filled or not slot.fits(value.value, language):
            rest.append(value)
            continue
        if language and slot.form == _TAGGED and not value.value.language:  # type: ignore[union-attr]
            untagged.setdefault(slot.name, []).append(len(values.get(slot.name, ())))
        text = str(value.value)
        if slot.many:
            values.setdefault(slot.name, []).append(text)
        else:
            values[slot.name] = json.loads(text) if slot.form == _JSON else text
    return values, rest, {_UNTAGGED: untagged} if untagged else {}


def whole_json(value: URIRef | Literal) -> Object:
    """Return the JSON object that ``value`` holds; an empty one where it holds none."""
    content = json.loads(value) if is_json(value) else {}
    return content if isinstance(content, dict) else {}
