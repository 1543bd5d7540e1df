"""The workbook of OpenSALT: the sheets CF Doc, CF Item and CF Association.

``smartLevel`` (``1.2.1``) says which item stands below which, and in what order; OpenSALT passes
over ``Is Child Of`` among the associations of such items.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.opensalt.associations import Associations, End, end_outside
from crosswalk_rdf.formats.opensalt.headers import (
    ASSOCIATION_FIELDS,
    DOCUMENT_FIELDS,
    ITEM_FIELDS,
    association_type,
)
from crosswalk_rdf.formats.opensalt.smart_levels import order_by_smart_level
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.tabular import (
    Row,
    Sheet,
    Table,
    read_workbook,
    simplified,
    table_of,
    workbook_heads,
)
from crosswalk_rdf.formats.shared.tabular.frameworks import unnamed_framework, with_items
from crosswalk_rdf.formats.shared.tabular.items import (
    Item,
    Items,
    date_literal,
    items_of,
    language_tag,
)
from crosswalk_rdf.formats.shared.tabular.values import is_address
from crosswalk_rdf.model import Agent, Framework, Package, PropertyValue, agent_iri
from crosswalk_rdf.model.lexical import uuid_of
from crosswalk_rdf.namespaces import CASE, CEASN

_DOCUMENT: Final = ("cfdoc", "cfdocument")
_ITEM: Final = ("cfitem", "cfitems")
_ASSOCIATION: Final = ("cfassociation", "cfassociations")
_SKIP: Final = frozenset({"smartLevel", "sequenceNumber"})


def recognizes_xlsx(data: bytes) -> bool:
    """Return whether ``data`` is a workbook with a sheet ``CF Item``."""
    return any(simplified(sheet.name) in _ITEM for sheet in workbook_heads(data))


def read_xlsx(data: bytes, file: str) -> Reading:
    """Return the framework in ``data``; raise InputFaults where there is no sheet of items."""
    report = Report()
    sheets = read_workbook(data, file)
    items_table = _table(sheets, _ITEM, ITEM_FIELDS, ("fullStatement",), report)
    if items_table is None:
        raise unreadable(file, "no sheet is called CF Item and has the header fullStatement")
    document = _table(sheets, _DOCUMENT, DOCUMENT_FIELDS, ("title",), report)
    framework = _framework(document, file, report)
    items = items_of(items_table, framework.iri, framework.language, report, _SKIP)
    associations = Associations(framework, items, report)
    levels = order_by_smart_level(items, report)
    table = _table(sheets, _ASSOCIATION, ASSOCIATION_FIELDS, ("associationType",), report)
    rows = table.rows if table else []
    for row in rows:
        _associate(row, framework, items, levels, associations)
    report.count("CF Association", len(rows), associations.carried)
    _look_for_identifiers(rows, associations, report)
    for sheet in sheets:
        if simplified(sheet.name) not in (*_DOCUMENT, *_ITEM, *_ASSOCIATION) and any(sheet.rows):
            report.add(f"sheet {sheet.name}", Action.IGNORED, "the sheet", "OpenSALT has no such")
    framework = with_items(framework, items, report)
    crosswalk = associations.crosswalk()
    crosswalks = (crosswalk,) if crosswalk else ()
    return Reading(Package(frameworks=(framework,), crosswalks=crosswalks), report)


def _look_for_identifiers(rows: list[Row], associations: Associations, report: Report) -> None:
    """Report identifiers of associations that the model has no record of its own for."""
    lost = [row for row in rows if row.get("identifier") and row.number not in associations.records]
    if lost:
        what = f"identifiers of {len(lost)} associations inside the framework"
        why = "the hierarchy and relations of statements have none"
        report.add(lost[0].place("identifier"), Action.NOT_CARRIED, what, why)


def _table(
    sheets: Iterable[Sheet],
    names: tuple[str, ...],
    fields: dict[str, str],
    required: tuple[str, ...],
    report: Report,
) -> Table | None:
    named_sheets = (sheet for sheet in sheets if simplified(sheet.name) in names)
    tables = (table_of(sheet, fields, required, report) for sheet in named_sheets)
    return next((table for table in tables if table), None)


def _framework(table: Table | None, file: str, report: Report) -> Framework:
    row = table.rows[0] if table and table.rows else None
    if row is None:
        report.add("sheet CF Doc", Action.REPAIRED, "no document", "named after the file")
        return unnamed_framework(file, "")
    for other in table.rows[1:] if table else ():
        why = "a workbook holds one document, in row 2"
        report.add(other.place("title"), Action.NOT_CARRIED, "a further document", why)
    language = language_tag(row.get("language"))
    framework = unnamed_framework(file, row.get("title"), language)
    uuid = uuid_of(row.get("identifier"))
    source = row.get("officialSourceURL")
    return replace(
        framework,
        iri=URIRef(f"urn:uuid:{uuid}") if uuid else framework.iri,
        id=slug(row.get("title") or file),
        uuid=uuid,
        description=_text(row, "description", language),
        creators=tuple(_agents(row, "creator")),
        publisher=next(iter(_agents(row, "publisher")), None),
        edition=row.get("version"),
        rights=_text(row, "licenseText", language) or Literal(row.get("licenseTitle")),
        sources=(URIRef(source),) if is_address(source) else (),
        properties=tuple(_properties(row, language, uuid)),
    )


def _text(row: Row, name: str, language: str) -> Literal | None:
    return Literal(row.get(name), lang=language or None) if row.get(name) else None


def _agents(row: Row, name: str) -> list[Agent]:
    agent = row.get(name)
    return [Agent(iri=agent_iri(agent), name=agent)] if agent else []


def _properties(row: Row, language: str, uuid: str) -> Iterable[PropertyValue]:
    for subject in row.get("subject").split("|"):
        if subject.strip():
            yield PropertyValue(DCTERMS.subject, Literal(subject.strip(), lang=language or None))
    for name, property in (
        ("identifier", DCTERMS.identifier),
        ("language", DCTERMS.language),
        ("officialSourceURL", DCTERMS.source),
        ("adoptionStatus", CASE.adoptionStatus),
        ("licenseTitle", CASE.licenseTitle),
    ):
        text = row.get(name)
        in_fields = {
            "identifier": bool(uuid),
            "language": bool(language),
            "officialSourceURL": is_address(text),
            "licenseTitle": not row.get("licenseText"),
        }
        if text and not in_fields.get(name):
            yield PropertyValue(property, Literal(text))
    for name, property, time in (
        ("statusStartDate", CEASN.dateValidFrom, False),
        ("statusEndDate", CEASN.dateValidUntil, False),
        ("lastChangeDate", DCTERMS.modified, True),
    ):
        if row.get(name):
            literal = date_literal(row.get(name), time=time)
            yield PropertyValue(property, literal or Literal(row.get(name)))
    if row.get("notes"):
        yield PropertyValue(SKOS.note, Literal(row.get("notes"), lang=language or None))


def _associate(
    row: Row, framework: Framework, items: Items, levels: set[URIRef], associations: Associations
) -> None:
    type, is_reversed = association_type(row.get("associationType"))
    origin, to = (_end(row, name, framework, items) for name in ("originNode", "destinationNode"))
    if is_reversed:
        origin, to = to, origin
    if origin is None or to is None:
        why = "one of its ends names nothing"
        associations.report.add(
            row.place("associationType"), Action.NOT_CARRIED, f"association {type}", why
        )
        return
    if type == "isChildOf" and origin.item is not None:
        _child(row, origin.item, to, framework, levels, associations)
    elif framework.iri in (origin.iri, to.iri):
        why = "it is about the document itself"
        associations.report.add(
            row.place("associationType"), Action.NOT_CARRIED, f"association {type}", why
        )
    else:
        associations.add(row, "associationType", type, origin, to)


def _child(
    row: Row,
    item: Item,
    to: End,
    framework: Framework,
    levels: set[URIRef],
    associations: Associations,
) -> None:
    """Record the parent of ``item``, unless a smartLevel states another."""
    if to.item is None and to.iri != framework.iri:
        associations.add(row, "associationType", "isChildOf", End(item.iri, item), to)
        return
    associations.carried += 1
    parent = to.item.iri if to.item else None
    if parent is None or parent == item.parent:
        return
    if item.parent is None and item.iri not in levels:
        item.parent = parent
        return
    item.also.append(parent)
    why = "smartLevel or another association puts it elsewhere: a further parent"
    associations.report.add(row.place("associationType"), Action.KEPT, "Is Child Of", why)


def _end(row: Row, name: str, framework: Framework, items: Items) -> End | None:
    """Return one end of an association, by its identifier, its URI or its coding scheme."""
    identifier, uri, code = (
        row.get(f"{name}{ending}") for ending in ("Identifier", "URI", "HumanCodingScheme")
    )
    if framework.uuid and uuid_of(identifier) == framework.uuid:
        return End(framework.iri, None)
    for text in (identifier, uri, code):
        item = items.named(text, row, f"{name}Identifier") if text else None
        if item is not None:
            return End(item.iri, item)
    for text in (uri if is_address(uri) else "", identifier, uri, code):
        if text:
            return end_outside(framework.iri, text)
    return None
