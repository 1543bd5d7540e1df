"""What the flat tables carry of the model, and what they lose."""

from typing import Final

from crosswalk_rdf.formats.coverage import LEVELS_OF_STATEMENTS, Coverage, Lost, Partial, treated

_TITLES: Final = "title title.language description description.language rights rights.language"

COVERAGE: Final = Coverage(
    why="the table has no column for it",
    framework=treated(
        carried="iri",
        lost=f"{_TITLES} uuid creators publisher rights_holder issued edition license attribution "
        "sources notation_note notation_note.language verbatim is_as_stated properties",
        derived={"id": "the name of the file", "language": "the languages of the texts"},
    ),
    level=treated(
        lost="label.language notation_pattern roll_up",
        derived=LEVELS_OF_STATEMENTS,
        partial={
            "label": Partial(
                "that is the name of the level",
                lambda _: lambda level: [""] if str(level.label) != level.name else [],
                "the table calls a level by its name",
            )
        },
    ),
    statement=treated(
        carried="iri uuid kind notation text text.language label broader position deprecated "
        "replaced_by",
        lost="coined_notation also_broader printed_in lines checksum coined_label "
        "in_schemes top_concept_of properties",
        partial={
            "label.language": Partial(
                "that of the text",
                lambda _: (
                    lambda s: (
                        [""] if s.label and s.label.language not in (None, s.text.language) else []
                    )
                ),
                "one column of languages is for text and label",
            )
        },
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=treated(
        carried="iri",
        lost=f"{_TITLES} uuid creators publisher issued license attribution properties",
        derived={"id": "the IRI"},
    ),
    part=treated(
        carried="iri id subject_source object_source",
        lost=f"{_TITLES} license subject_kinds object_kinds slots",
    ),
    alignment=treated(
        carried="iri subject predicate object justification subject_label object_label "
        "printed_notation printed_subject_notation printed_text lines comment negated",
        lost="slots",
    ),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=treated(carried="iri", lost="title title.language", derived={"id": "the IRI"}),
    agent=Lost(),
)
