"""What CTDL-ASN carries of the model, and what it loses."""

from typing import Final

from crosswalk_rdf.formats.coverage import LEVELS_OF_STATEMENTS, Coverage, Lost, Partial, treated

_AS_TEXT: Final = "it is written as text, in the description"
_ALLOWED: Final = Partial("all that CTDL-ASN does not rule out")
_EVIDENCE: Final = ("printed_notation", "printed_subject_notation", "printed_text", "lines")

COVERAGE: Final = Coverage(
    why="CTDL-ASN has no term for it",
    framework=treated(
        carried="iri id uuid title title.language description description.language creators "
        "publisher rights_holder issued edition language rights rights.language license "
        "attribution sources notation_note notation_note.language",
        lost="verbatim is_as_stated",
        partial={"properties": _ALLOWED},
    ),
    level=treated(
        carried="label label.language",
        lost="notation_pattern roll_up",
        derived=LEVELS_OF_STATEMENTS,
    ),
    statement=treated(
        carried="iri uuid kind notation text text.language label label.language broader "
        "also_broader deprecated replaced_by",
        lost="coined_notation printed_in lines checksum coined_label in_schemes top_concept_of",
        derived={"position": "the order of the children"},
        partial={"properties": _ALLOWED},
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=treated(
        carried="iri id uuid title title.language description description.language creators "
        "publisher issued rights rights.language license attribution",
        partial={"properties": _ALLOWED},
    ),
    part=treated(
        carried="iri id title title.language description description.language license rights "
        "rights.language subject_source object_source",
        lost="subject_kinds object_kinds",
        partial={"slots": _ALLOWED},
    ),
    alignment=treated(
        carried="iri subject predicate object justification subject_label object_label comment",
        because={
            **dict.fromkeys(_EVIDENCE, _AS_TEXT),
            "negated": "the alignment is left out: an alignment map only asserts",
        },
        partial={"slots": _ALLOWED},
    ),
    erratum=Lost(),
    section=Lost(),
    source=Lost("an alignment map has its IRI alone, as what it comes from"),
    external=treated(carried="iri", lost="title title.language", derived={"id": "the IRI"}),
    agent=treated(carried="iri name type"),
)
