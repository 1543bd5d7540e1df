"""A statement to a CFItem."""

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.formats.case.association_types import relation_type
from crosswalk_rdf.formats.case.definitions import license_link, text_in
from crosswalk_rdf.formats.case.extensions import Object, properties_json
from crosswalk_rdf.formats.case.identifiers import changed, statement_uuid
from crosswalk_rdf.formats.case.lexical import uri_of
from crosswalk_rdf.formats.case.properties import ITEM_SLOTS, properties_out
from crosswalk_rdf.formats.case.read.items import has_ended
from crosswalk_rdf.formats.case.write.documents import with_extension
from crosswalk_rdf.formats.shared.education_levels import education_level
from crosswalk_rdf.model import Framework, PropertyValue, Statement
from crosswalk_rdf.namespaces import CASE


@dataclass(frozen=True, slots=True)
class ItemWriter:
    """Writes the items of one framework."""

    framework: Framework
    uuid: str
    changed: str
    """When the framework was last changed."""
    types: Mapping[URIRef, tuple[str, Object]]
    licenses: list[Object]

    def item(self, statement: Statement) -> Object:
        """Return the CFItem of ``statement``, of CASE 1.1."""
        extra: Object = {}
        language = statement.text.language or ""
        item_object: Object = {
            "identifier": statement_uuid(statement, self.uuid),
            "uri": uri_of(statement.iri),
            "fullStatement": str(statement.text),
        }
        if item_object["uri"] != str(statement.iri):
            extra["iri"] = str(statement.iri)
        if statement.notation:
            item_object["humanCodingScheme"] = statement.notation
        text_in(item_object, extra, "abbreviatedStatement", statement.label, language)
        self._type(statement, item_object)
        own, others, untagged = properties_out(self._own(statement), ITEM_SLOTS, language)
        item_object |= own
        extra |= untagged
        levels = [level for each in others if (level := education_level(each))]
        if levels:
            item_object["educationLevel"] = [*own.get("educationLevel", ()), *levels]
        if language != self.framework.language and "language" not in own:
            self._language(language, item_object, extra)
        item_object.setdefault("lastChangeDateTime", self.changed)
        others = self._license(others, item_object)
        self._rest(statement, item_object, extra)
        if others:
            extra["properties"] = properties_json(others)
        return with_extension(item_object, extra)

    def _own(self, statement: Statement) -> list[PropertyValue]:
        """Return what the item itself states: no associations."""
        return [
            each
            for each in statement.properties
            if each.property != CASE.CFAssociations
            and (isinstance(each.value, Literal) or not relation_type(each.property))
        ]

    def _type(self, statement: Statement, item_object: Object) -> None:
        title, link = self.types.get(statement.kind, ("", {}))
        if title:
            item_object["CFItemType"] = title
        if link:
            item_object["CFItemTypeURI"] = link

    def _language(self, language: str, item_object: Object, extra: Object) -> None:
        """Write the language of an item that is not that of its document."""
        if language:
            item_object["language"] = language
            extra["language"] = True
        else:
            extra["fullStatement"] = {"@value": item_object["fullStatement"]}

    def _license(self, others: list[PropertyValue], item_object: Object) -> list[PropertyValue]:
        """Write the first license among ``others``; return the rest of them."""
        for number, each in enumerate(others):
            is_iri = isinstance(each.value, URIRef) and each.value.isascii()
            if each.property == DCTERMS.license and is_iri:
                item_object["licenseURI"] = license_link(
                    URIRef(each.value), self.framework, self.licenses
                )
                return [*others[:number], *others[number + 1 :]]
        return others

    def _rest(self, statement: Statement, item_object: Object, extra: Object) -> None:
        """Note what CASE has no property for, and a reader would not suppose."""
        if statement.coined_notation:
            extra["coinedNotation"] = True
        if statement.printed_in:
            extra["printedIn"] = str(statement.printed_in)
        if statement.lines:
            extra["lines"] = list(statement.lines)
        if statement.checksum is not None:
            extra["checksum"] = statement.checksum
        when = changed(statement.properties, self.changed)
        supposed = has_ended(item_object.get("statusEndDate", ""), when) or bool(
            statement.replaced_by
        )
        if statement.deprecated != supposed:
            extra["deprecated"] = statement.deprecated
