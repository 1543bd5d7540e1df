"""SSSOM/RDF, in any syntax of RDF, to a package (SSSOM specification, SSSOM/RDF).

Records are ``owl:Axiom`` or, as earlier tools wrote them, ``sssom:Mapping``; direct triples are
never made into records. Literals where the specification has IRIs, and sets without an IRI, are
read too ("Compatibility with pre-standard RDF representations").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, XSD, BNode, Literal, URIRef

from crosswalk_rdf.formats.format import Reading, Report, unreadable
from crosswalk_rdf.formats.shared.rdf_documents import (
    Properties,
    RdfDocument,
    Subject,
    Term,
    names_mapping_sets,
    read_rdf,
)
from crosswalk_rdf.formats.sssom.fields import LINES, PRINTED, RECORD_ID, SET_ID, VERSION
from crosswalk_rdf.formats.sssom.read import id_of_file
from crosswalk_rdf.formats.sssom.terms import kind_of, slots_by_property, word
from crosswalk_rdf.formats.sssom.to_crosswalk import crosswalk_of
from crosswalk_rdf.formats.sssom.tsv import ExtensionDefinition
from crosswalk_rdf.formats.sssom.tsv.from_values import SetOfValues, document_of_values
from crosswalk_rdf.formats.sssom.tsv.slots import ENTITY, ENUMS, URI
from crosswalk_rdf.model import Crosswalk, Package, local_name
from crosswalk_rdf.namespaces import SSSOM

_NO_SLOTS: Final = {RDF.type, SSSOM.mappings, SSSOM.extension_definitions, SSSOM.curie_map}
_OWN: Final = {extension.property: extension.slot for extension in (*PRINTED, *LINES)}
"""Extensions of this product by the local name of their property."""


@dataclass(slots=True)
class _Reader:
    """One document in the reading."""

    document: RdfDocument
    slots: Mapping[URIRef, str]
    extensions: dict[URIRef, ExtensionDefinition]
    """By property."""

    def values(self, subject: Subject) -> dict[str, list[str]]:
        """Return the values of each slot of a set or record."""
        values: dict[str, list[str]] = {}
        for property, terms in self.document.subjects.get(subject, {}).items():
            if property not in _NO_SLOTS:
                name = self.slots.get(property) or self._extension(property, terms)
                values.setdefault(name, []).extend(_text(name, term) for term in terms)
        return values

    def _extension(self, property: URIRef, terms: tuple[Term, ...]) -> str:
        """Return the extension slot of ``property``, which is defined if need be."""
        if property not in self.extensions:
            local = local_name(property)
            name = _OWN.get(local, f"ext_{local}")
            names = {definition.slot_name for definition in self.extensions.values()}
            while name in names:
                name = f"{name}_"
            self.extensions[property] = ExtensionDefinition(
                slot_name=name, property=f"<{property}>", type_hint=_hint(terms[0])
            )
        return self.extensions[property].slot_name


def read(data: bytes, file: str) -> Reading:
    """Return the mapping sets in ``data``, each as a crosswalk.

    What the specification does not allow is repaired where that can be done, and reported by the
    number of the record. Raises InputFaults for what is left.
    """
    document = read_rdf(data, file)
    sets = [s for s, p in document.subjects.items() if SSSOM.MappingSet in p.get(RDF.type, ())]
    if not sets:
        raise unreadable(file, "no sssom:MappingSet: give the mappings a set")
    prefixes = _prefixes(data, document)
    report = Report()
    crosswalks: list[Crosswalk] = []
    for subject in sets:
        values = _set(document, subject, prefixes)
        name = id_of_file(file)
        id = name if len(sets) == 1 else f"{name}-{len(crosswalks) + 1}"
        read_document = document_of_values(values, data, file, report)
        crosswalks.append(crosswalk_of(read_document, id, file))
    return Reading(Package(crosswalks=tuple(crosswalks)), report)


def _set(document: RdfDocument, subject: Subject, prefixes: Mapping[str, str]) -> SetOfValues:
    properties = document.subjects[subject]
    definitions = dict(_definitions(document, properties))
    slots = slots_by_property()
    slots |= {property: each.slot_name for property, each in definitions.items()}
    reader = _Reader(document, slots, definitions)
    set_values = reader.values(subject)
    if isinstance(subject, URIRef):
        set_values[SET_ID] = [str(subject)]
    records = []
    for record in properties.get(SSSOM.mappings, ()):
        if not isinstance(record, Literal):
            values = reader.values(record)
            if isinstance(record, URIRef):
                values[RECORD_ID] = [f"<{record}>"]
            records.append(values)
    return SetOfValues(
        slots=set_values,
        records=records,
        prefixes=prefixes,
        extensions=tuple(reader.extensions.values()),
    )


def _definitions(
    document: RdfDocument, properties: Properties
) -> Iterator[tuple[URIRef, ExtensionDefinition]]:
    for node in properties.get(SSSOM.extension_definitions, ()):
        facts = document.subjects.get(node, {}) if not isinstance(node, Literal) else {}
        names = [str(value) for value in facts.get(SSSOM.slot_name, ())]
        for property in facts.get(SSSOM.property, ()):
            hint = next(iter(facts.get(SSSOM.type_hint, ())), None)
            if names and isinstance(property, URIRef):
                yield (
                    property,
                    ExtensionDefinition(
                        slot_name=names[0],
                        property=f"<{property}>",
                        type_hint=f"<{hint}>" if hint else None,
                    ),
                )


def _hint(term: Term) -> str:
    if isinstance(term, Literal):
        return f"<{term.datatype}>" if term.datatype else "xsd:string"
    return "linkml:Uriorcurie"


def _text(name: str, term: Term) -> str:
    """Return a value as SSSOM/TSV writes it; an IRI in the place of a CURIE in angle brackets."""
    kind = kind_of(name)
    if name == VERSION:
        return local_name(str(term)).removeprefix("version")
    if isinstance(term, BNode):
        return ""
    if isinstance(term, Literal):
        is_iri = kind == ENTITY and term.datatype == XSD.anyURI
        return f"<{term}>" if is_iri else str(term)
    if kind == URI:
        return str(term)
    if kind in ENUMS:
        return word(term) or str(term)
    return f"<{term}>"


def _prefixes(data: bytes, document: RdfDocument) -> dict[str, str]:
    """Return the prefixes that ``data`` declares, in the syntax of ``document``."""
    syntax = document.syntax.parser
    if not isinstance(syntax, ox.RdfFormat):
        return {}
    parser = ox.parse(data, format=syntax, base_iri="file:///", lenient=True)
    for _ in parser:
        pass
    return dict(parser.prefixes)


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is RDF of mapping sets, and of no concept schemes."""
    plain = data.replace(b"\x00", b"") if b"\x00" in data[:100] else data
    return names_mapping_sets(plain)
