"""SSSOM/JSON, as sssom-py and others write it, to a package.

The specification leaves the syntax open (its page on JSON): the slots are the keys
of the set and of each of its ``mappings``, prefixes are in ``curie_map`` or ``@context``.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from crosswalk_rdf.formats.format import Reading, Report, Supplement, unreadable
from crosswalk_rdf.formats.shared.json_documents import read_json
from crosswalk_rdf.formats.sssom.fields import CURIE_MAP, EXTENSION_DEFINITIONS
from crosswalk_rdf.formats.sssom.read import id_of_file
from crosswalk_rdf.formats.sssom.terms import kind_of
from crosswalk_rdf.formats.sssom.to_crosswalk import crosswalk_of
from crosswalk_rdf.formats.sssom.tsv import ExtensionDefinition
from crosswalk_rdf.formats.sssom.tsv.from_values import SetOfValues, Values, document_of_values
from crosswalk_rdf.formats.sssom.tsv.slots import ENTITY
from crosswalk_rdf.formats.sssom.tsv.values import is_written_out
from crosswalk_rdf.model import Package
from crosswalk_rdf.model.lexical import is_uri

_NO_SLOTS: Final = (
    *("@context", "@type", "@id", "@graph", "mappings"),
    *(CURIE_MAP, EXTENSION_DEFINITIONS),
)
_KEYS = ("slot_name", "property", "type_hint")


def read(data: bytes, file: str, supplement: Supplement | None = None) -> Reading:
    """Return the mapping set in ``data`` as a crosswalk.

    Prefixes of ``supplement`` hold where the set does not declare them.

    What the specification does not allow is repaired where that can be done, and reported by the
    number of the record. Raises InputFaults for what is left.
    """
    value = read_json(data, file)
    if not isinstance(value, dict) or not isinstance(value.get("mappings", []), list):
        raise unreadable(file, "no mapping set: write an object with a list of 'mappings'")
    mappings = value.get("mappings", [])
    wrong = next((n for n, each in enumerate(mappings, 1) if not isinstance(each, dict)), None)
    if wrong:
        raise unreadable(file, f"record {wrong} is no object: write the slots of a mapping")
    values = SetOfValues(
        slots=_slots(value),
        records=[_slots(each) for each in mappings],
        prefixes=dict(_prefixes(value)),
        further_prefixes=supplement.prefixes if supplement else {},
        extensions=tuple(_extensions(value)),
    )
    report = Report()
    document = document_of_values(values, data, file, report)
    crosswalk = crosswalk_of(document, id_of_file(file), file)
    return Reading(Package(crosswalks=(crosswalk,)), report)


def _slots(value: Mapping[str, Any]) -> Values:
    return {
        name: [_text(name, each) for each in (item if isinstance(item, list) else [item])]
        for name, item in value.items()
        if name not in _NO_SLOTS and item not in (None, "", [])
    }


def _text(name: str, value: object) -> str:
    """Return a value as text; an IRI in full, which JSON may hold, in angle brackets."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    is_iri = kind_of(name) == ENTITY and is_written_out(text) and not text.startswith("<")
    return f"<{text}>" if is_iri else text


def _prefixes(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the prefixes of the context (JSON-LD 1.1, "Compact IRIs"), then those of the set."""
    context = value.get("@context")
    for part in context if isinstance(context, list) else [context]:
        for name, term in part.items() if isinstance(part, dict) else ():
            if name.startswith("@"):
                continue
            iri = term.get("@id") if isinstance(term, dict) and term.get("@prefix") else term
            if isinstance(iri, str) and is_uri(iri) and iri[-1] in "#/:?[]@_=":
                yield name, iri
    declared = value.get(CURIE_MAP)
    for name, term in declared.items() if isinstance(declared, dict) else ():
        iri = (
            term.get("prefix_url", term.get("prefix_reference")) if isinstance(term, dict) else term
        )
        if isinstance(iri, str):
            yield name, iri


def _extensions(value: Mapping[str, Any]) -> Iterator[ExtensionDefinition]:
    definitions = value.get(EXTENSION_DEFINITIONS)
    for item in definitions if isinstance(definitions, list) else ():
        if isinstance(item, dict) and isinstance(item.get("slot_name"), str):
            yield ExtensionDefinition(**{key: item[key] for key in _KEYS if item.get(key)})


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is a JSON object with mappings of SSSOM."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b'"mappings"' in data and b'"predicate_id"' in data
