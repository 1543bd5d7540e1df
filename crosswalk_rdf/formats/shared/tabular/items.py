"""Rows of foreign tables to items: names, texts and further properties.

The conventions are those of CASE: a UUID is a ``urn:uuid:``, a name of another kind is kept as
``dcterms:identifier``, and columns that no property is known for are one JSON object under
``case:extensions``.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from rdflib import DCTERMS, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.tabular.table import Row, Table
from crosswalk_rdf.formats.shared.tabular.values import is_address
from crosswalk_rdf.model import PropertyValue, unnamed_iri
from crosswalk_rdf.model.lexical import is_iso_639_tag, uuid_of
from crosswalk_rdf.namespaces import CASE, CEASN

_DATE: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:?\d\d)?)?.*")


@dataclass(slots=True)
class Item:
    """What a row is about."""

    row: Row
    iri: URIRef
    uuid: str
    text: Literal
    label: Literal | None
    properties: list[PropertyValue] = field(default_factory=list)
    parent: URIRef | None = None
    also: list[URIRef] = field(default_factory=list)
    """Its further parents."""
    sequence: float = 0
    replaced_by: URIRef | None = None

    @property
    def notation(self) -> str:
        """What it is called by its publisher."""
        return self.row.get("humanCodingScheme")


class Items:
    """The items of a table, by everything that another row may call them."""

    def __init__(self, framework: URIRef, report: Report) -> None:
        self.framework = framework
        self.all: list[Item] = []
        self.by_iri: dict[URIRef, Item] = {}
        self._report = report
        self._by_name: dict[str, Item] = {}
        self._doubles: set[str] = set()

    def add(self, item: Item) -> None:
        """Take in ``item``; a name that two have is that of the first."""
        self.all.append(item)
        self.by_iri[item.iri] = item
        for name in (item.uuid, item.row.get("identifier"), item.notation):
            if name and self._by_name.setdefault(name, item) is not item:
                self._doubles.add(name)

    def knows(self, text: str) -> bool:
        """Return whether an item is called ``text``."""
        return text in self._by_name

    def called(self, text: str) -> Item | None:
        """Return the item whose name, or whose IRI, is ``text``."""
        return self._by_name.get(text) or self.by_iri.get(URIRef(text))

    def named(self, text: str, row: Row, name: str) -> Item | None:
        """Return the item that the field ``name`` of ``row`` calls ``text``."""
        item = self._by_name.get(text) or self._by_name.get(uuid_of(text))
        if item is None and is_address(text):
            item = self.by_iri.get(URIRef(text))
        if item is not None and text in self._doubles:
            why = f"several rows are called so: the first is taken, {item.row.place('identifier')}"
            self._report.add(row.place(name), Action.REPAIRED, repr(text), why)
        return item


def items_of(
    table: Table,
    framework: URIRef,
    language: str,
    report: Report,
    skip: frozenset[str],
    *,
    counted: str = "rows",
) -> Items:
    """Return the items of ``table`` in their order; ``skip`` are fields that others look at.

    ``counted`` says what the rows of the table are called in the report.
    """
    items = Items(framework, report)
    for row in table.rows:
        if not any(row.get(name) for name in ("fullStatement", "abbreviatedStatement")):
            what = "a row without a statement"
            action = Action.NOT_CARRIED if row.cells else Action.IGNORED
            report.add(row.place("fullStatement"), action, what, "nothing says what it is about")
            continue
        items.add(_item(row, items, language, report, skip))
    report.count(counted, len(table.rows), len(items.all))
    return items


def _item(row: Row, items: Items, language: str, report: Report, skip: frozenset[str]) -> Item:
    iri, uuid, address_values = _name(row, items, report)
    own = _language(row, language, report)
    text, label = row.get("fullStatement"), row.get("abbreviatedStatement")
    if not text:
        why = "the short one stands in"
        report.add(row.place("fullStatement"), Action.REPAIRED, "no statement", why)
        text, label = label, ""
    odd = row.odd("humanCodingScheme")
    if odd:
        why = f"taken as the text {row.get('humanCodingScheme')!r}"
        report.add(row.place("humanCodingScheme"), Action.REPAIRED, odd, why)
    for name in ("fullStatement", "abbreviatedStatement"):
        if row.odd(name) == "a formula":
            why = "its last result is taken"
            report.add(row.place(name), Action.REPAIRED, "a formula", why)
    return Item(
        row,
        iri,
        uuid,
        Literal(text, lang=own),
        Literal(label, lang=own) if label and label != text else None,
        [*address_values, *_properties(row, own, skip)],
    )


def _name(row: Row, items: Items, report: Report) -> tuple[URIRef, str, list[PropertyValue]]:
    """Return the IRI and the UUID of a row, and what it is called if that is neither."""
    identifier, notation = row.get("identifier"), row.get("humanCodingScheme")
    address = row.get("uri") if is_address(row.get("uri")) else ""
    uuid = uuid_of(identifier) or uuid_of(row.get("uuid")) or uuid_of(address)
    if is_address(identifier) and not uuid:
        address = identifier
    iri = URIRef(address or (f"urn:uuid:{uuid}" if uuid else ""))
    if not iri:
        iri = unnamed_iri(items.framework, identifier or notation or row.get("fullStatement"))
    address_values = [] if uuid or not identifier or identifier == address else [identifier]
    if iri in items.by_iri:
        other = items.by_iri[iri].row.place("identifier")
        why = f"{other} is called the same: this one is named by its place"
        report.add(row.place("identifier"), Action.REPAIRED, repr(identifier or notation), why)
        address_values = [identifier] if identifier else []
        iri, uuid = unnamed_iri(items.framework, f"{iri} {row.number}"), ""
    return iri, uuid, [PropertyValue(DCTERMS.identifier, Literal(name)) for name in address_values]


def _language(row: Row, otherwise: str, report: Report) -> str | None:
    tag = language_tag(row.get("language"))
    if row.get("language") and not tag:
        what = f"language {row.get('language')!r}"
        report.add(row.place("language"), Action.NOT_CARRIED, what, "it is no language tag")
    return tag or otherwise or None


def language_tag(text: str) -> str:
    """Return ``text`` as a language tag, ``en_US`` as ``en-US``; nothing for what is none."""
    tag = text.replace("_", "-")
    return tag if is_iso_639_tag(tag) else ""


def date_literal(text: str, *, time: bool) -> Literal | None:
    """Return a date (or a point in time) as people and programs write it; None for none."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    if not time:
        return Literal(match[1], datatype=XSD.date, normalize=False)
    clock = match[2] or "00:00:00"
    moment = f"{match[1]}T{clock if len(clock) > 5 else clock + ':00'}{match[3] or ''}"
    return Literal(moment, datatype=XSD.dateTime, normalize=False)


def _tagged(property: URIRef) -> "_Maker":
    return lambda text, language: [PropertyValue(property, Literal(text, lang=language))]


def _plain(property: URIRef) -> "_Maker":
    return lambda text, _: [PropertyValue(property, Literal(text))]


def _list(property: URIRef, separators: str, *, tagged: bool) -> "_Maker":
    def text_properties(text: str, language: str | None) -> list[PropertyValue]:
        parts = (part.strip() for part in re.split(separators, text))
        lang = language if tagged else None
        return [PropertyValue(property, Literal(part, lang=lang)) for part in parts if part]

    return text_properties


def _date(property: URIRef, *, time: bool) -> "_Maker":
    def text_properties(text: str, _: str | None) -> list[PropertyValue]:
        literal = date_literal(text, time=time)
        return [PropertyValue(property, literal or Literal(text))]

    return text_properties


_Maker = Callable[[str, str | None], list[PropertyValue]]
PROPERTIES: Final[Mapping[str, _Maker]] = {
    "alternativeLabel": _list(SKOS.altLabel, r"\n", tagged=True),
    "listEnumeration": _plain(CEASN.listID),
    "conceptKeywords": _list(CEASN.conceptKeyword, r"[,;|\n]", tagged=True),
    "educationLevel": _list(CASE.educationLevel, r"[,;|\n]", tagged=False),
    "subject": _list(DCTERMS.subject, r"[|\n]", tagged=True),
    "notes": _tagged(SKOS.note),
    "statusStartDate": _date(CEASN.dateValidFrom, time=False),
    "statusEndDate": _date(CEASN.dateValidUntil, time=False),
    "lastChangeDateTime": _date(DCTERMS.modified, time=True),
    "license": lambda text, _: [
        PropertyValue(DCTERMS.license, URIRef(text) if is_address(text) else Literal(text))
    ],
}
"""The columns, by field, that are properties of a statement."""


def _properties(row: Row, language: str | None, skip: frozenset[str]) -> list[PropertyValue]:
    properties: list[PropertyValue] = []
    for name, maker in PROPERTIES.items():
        if name in row.cells:
            properties.extend(maker(row.get(name), language))
    mapped = skip | PROPERTIES.keys() | _NAMED
    rest = {
        row.table.header_of(name): text for name, text in row.cells.items() if name not in mapped
    }
    extensions = {**rest, **row.others}
    if extensions:
        text = json.dumps(extensions, ensure_ascii=False)
        value = Literal(text, datatype=RDF.JSON, normalize=False)
        properties.append(PropertyValue(CASE.extensions, value))
    return properties


_NAMED: Final = frozenset(
    {
        *("identifier", "uuid", "uri", "humanCodingScheme", "fullStatement"),
        *("abbreviatedStatement", "language", "CFItemType"),
    }
)
