"""The headers of each kind of sheet, by field, and what people call the same things."""

from collections.abc import Mapping
from typing import Final

from crosswalk_rdf.formats.shared.tabular import simplified

STATEMENT: Final = {
    "notation": "Notation",
    "kind": "Kind",
    "parent": "Parent notation",
    "label": "Label",
    "text": "Text",
    "language": "Language of text",
    "label_language": "Language of label",
    "also_under": "Also under",
    "coined": "Notation coined",
    "coined_label": "Label coined",
    "deprecated": "Deprecated",
    "replaced_by": "Replaced by",
    "in_schemes": "In schemes",
    "top_concept_of": "Top concept of",
    "lines": "Source lines",
    "printed_in": "Printed in",
    "checksum": "SHA-256 of text",
    "uuid": "UUID",
    "iri": "IRI",
}
ALIGNMENT: Final = {
    "subject": "Subject notation",
    "subject_label": "Subject text",
    "modifier": "Modifier",
    "relation": "Relation",
    "object": "Object notation",
    "object_label": "Object text",
    "printed_subject": "Printed subject notation",
    "printed_notation": "Printed notation",
    "printed_text": "Printed text",
    "lines": "Source lines",
    "comment": "Comment",
    "justification": "Justification",
    "iri": "Record IRI",
}
ERRATUM: Final = {
    "id": "Id",
    "kind": "Kind",
    "part": "Part",
    "lines": "Source lines",
    "printed": "Printed",
    "canonical": "Corrected",
    "comment": "Comment",
    "changes": "Changes an alignment",
    "judgement": "Judgement",
    "concerns": "Concerns",
    "iri": "Erratum IRI",
}
SECTION: Final = {
    "id": "Id",
    "kind": "Kind",
    "part": "Part",
    "position": "Position",
    "title": "Title",
    "text": "Text",
    "lines": "Source lines",
    "about": "About",
    "iri": "Section IRI",
}
FACT: Final = {
    "thing": "Thing",
    "about": "Its IRI",
    "field": "Field",
    "value": "Value",
    "language": "Language",
    "type": "Type",
    "iri": "IRI of value",
}

_ALSO: Final = {
    "parent": ("Parent", "Broader notation", "Broader"),
    "subject": ("Subject",),
    "object": ("Object",),
    "modifier": ("Predicate modifier",),
    "relation": ("Predicate",),
    "iri": ("IRI",),
}


def fields_of(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the field of each spelling of the ``headers`` of a kind of sheet."""
    fields = {simplified(header): name for name, header in headers.items()}
    for name, others in _ALSO.items():
        if name in headers:
            for other in others:
                fields.setdefault(simplified(other), name)
    return fields
