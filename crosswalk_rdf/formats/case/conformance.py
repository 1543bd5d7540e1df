"""Objects of the classes of CASE to what the schema of one version permits, and no more.

A property that the version does not have is left out, one that it requires is filled in, and
each change is noted.
"""

from collections.abc import Iterator
from typing import Any, Final

from crosswalk_rdf.formats.case.classes import (
    ASSOCIATION_TYPES,
    CLASSES,
    DATE_TIME,
    IRI,
    LINK,
    NODE,
    OBJECT,
    UUID,
    Kind,
)
from crosswalk_rdf.formats.case.extensions import EXTENSION, Object, json_properties
from crosswalk_rdf.formats.case.lexical import (
    EXTENSION_TYPE,
    date_time_of,
    iri_of,
    is_case_uuid,
    uri_of,
    uuid_of,
)
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.association_types import IS_RELATED_TO
from crosswalk_rdf.formats.shared.education_levels import education_level
from crosswalk_rdf.model import derived_uuid

V1_0: Final = "1.0"
V1_1: Final = "1.1"


class Schema:
    """The classes of one version of CASE."""

    def __init__(self, version: str, changed: str, remarks: Remarks) -> None:
        """Stand on ``changed`` where something does not say when it was last changed."""
        self._is_1_0 = version == V1_0
        self._changed, self._remarks = date_time_of(changed), remarks

    def conform(self, name: str, entity: Object, place: str = "") -> Object:
        """Return ``entity`` as an object of the class ``name`` that is valid in this version."""
        case_class = CLASSES[name]
        place = str(entity.get("uri") or entity.get("identifier") or place)
        conforming: Object = {}
        for key, kind in case_class.properties.items():
            if key not in entity:
                if key in case_class.required:
                    self._fill(name, key, entity, conforming, place)
            elif self._is_1_0 and key in case_class.since_1_1:
                self._leave(name, key, entity[key], place)
            else:
                value = self._value(kind, entity[key], name, key, place)
                if value is not None:
                    conforming[key] = value
                elif key in case_class.required:
                    self._fill(name, key, entity, conforming, place)
        return conforming

    def _leave(self, name: str, key: str, value: object, place: str) -> None:
        """Note that CASE 1.0 has no place for a property."""
        if key in ("targetType", "caseVersion"):
            return
        if key == "extensions" and isinstance(value, dict):
            for what in _values_among(value.get(EXTENSION)):
                why = "CASE 1.0 has no property for it"
                self._remarks.add(place, Action.NOT_CARRIED, f"{name}: {what}", why)
            if value.keys() == {EXTENSION}:
                return
        self._remarks.add(place, Action.NOT_CARRIED, f"{name}.{key}", "CASE 1.0 does not have it")

    def _value(self, kind: Kind, value: Any, name: str, key: str, place: str) -> Any:  # noqa: ANN401
        if isinstance(kind, tuple):
            return [self._value(kind[0], each, name, key, place) for each in value]
        if kind in CLASSES:
            return self.conform(kind, value, place)
        if kind == UUID:
            return self._uuid(value, name, place)
        if kind == IRI:
            return self._uri(value, f"{name}.{key}", place)
        if kind == DATE_TIME:
            return self._moment(value, place)
        if key in ("associationType", "targetType"):
            return self._type(key, value, place)
        if kind == OBJECT:
            return self._extensions(value, name, place)
        return value

    def _extensions(self, value: Object, name: str, place: str) -> Object:
        bare: Object = without_nulls(value)
        if bare != value:
            what = f"null in extensions of {name}"
            self._remarks.add(place, Action.REPAIRED, what, "left out, as CASE has no nulls")
        return bare

    def _uuid(self, value: str, name: str, place: str) -> str | None:
        uuid = uuid_of(value)
        if not uuid:
            return None
        if not is_case_uuid(uuid):
            why = "CASE wants one of version 1 to 5; that of others is kept"
            self._remarks.add(place, Action.KEPT, f"{name}.identifier is another UUID", why)
        return uuid

    def _uri(self, value: str, what: str, place: str) -> str | None:
        uri = uri_of(iri_of(value))
        if uri and uri != value:
            self._remarks.add(place, Action.REPAIRED, f"{what} is no URI", "percent-encoded")
        return uri or None

    def _moment(self, value: str, place: str) -> str | None:
        moment = date_time_of(value)
        if not moment:
            return None
        if moment[-1] != "Z" and moment[-6] not in "+-":
            what = "a lastChangeDateTime without an offset"
            self._remarks.add(place, Action.REPAIRED, what, "written as UTC: RFC 3339 wants one")
            return f"{moment}+00:00"
        return moment

    def _type(self, key: str, value: str, place: str) -> str | None:
        """Return the type of an association, or of what a link points at."""
        if key == "targetType":
            return value if value == "CASE" or EXTENSION_TYPE.fullmatch(value) else None
        if not self._is_1_0 or value in ASSOCIATION_TYPES[:-1]:
            return value
        why = f"written as {IS_RELATED_TO}, as CASE 1.0 has no such type"
        self._remarks.add(place, Action.NOT_CARRIED, f"associationType {value}", why)
        return IS_RELATED_TO

    def _fill(self, name: str, key: str, entity: Object, conforming: Object, place: str) -> None:
        """Put what is required and missing into ``conforming``, from the rest of ``entity``."""
        uri = iri_of(str(entity.get("uri", "")))
        title = str(entity.get("title") or entity.get("description") or uri)
        identifier = str(entity.get("identifier", ""))
        uuid = uuid_of(identifier) or derived_uuid(identifier or place, uri)
        names = {
            "identifier": uuid,
            "uri": f"urn:uuid:{uuid}",
            "lastChangeDateTime": self._moment(self._changed, place) or "1970-01-01T00:00:00+00:00",
            "title": title,
            "licenseText": title,
            "hierarchyCode": "1",
            "associationType": IS_RELATED_TO,
        }
        if key in ("originNodeURI", "destinationNodeURI"):
            conforming[key] = self.conform(NODE, {}, place)
            return
        conforming[key] = names.get(key, "")
        if key != "description" and name != LINK:
            self._remarks.add(place, Action.REPAIRED, f"{name} without {key}", "filled in")


def _values_among(rest: object) -> Iterator[str]:
    """Yield the properties and slots that only CASE 1.1 has a place for, as the writer put them.

    What else it put there are fields of the model, which the coverage of CASE 1.0 names.
    """
    extensions = rest if isinstance(rest, dict) else {}
    yield from ("deprecated" for name in extensions if name == "deprecated")
    for each in json_properties(extensions.get("properties")):
        if not education_level(each):  # that is written as one
            yield str(each.property)
    yield from (str(slot["name"]) for slot in extensions.get("slots", ()))


def without_nulls(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return ``value`` without what is null in it."""
    if isinstance(value, dict):
        return {key: without_nulls(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [without_nulls(each) for each in value if each is not None]
    return value
