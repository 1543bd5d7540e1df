"""What SSSOM carries of the model, and what it loses."""

from typing import Final

from crosswalk_rdf.formats.coverage import Coverage, Lost, Partial, treated

_MAPPINGS_ONLY: Final = "SSSOM is of mappings only"
_NO_SET_OF_SETS: Final = "SSSOM has no place for a set of sets"

COVERAGE: Final = Coverage(
    why="SSSOM has no slot for it",
    framework=Lost(_MAPPINGS_ONLY),
    level=Lost(_MAPPINGS_ONLY),
    statement=Lost(_MAPPINGS_ONLY),
    collection=Lost(_MAPPINGS_ONLY),
    resource=Lost(_MAPPINGS_ONLY),
    crosswalk=Lost(_NO_SET_OF_SETS),
    part=treated(
        carried="iri title description license subject_source object_source",
        lost="title.language description.language rights rights.language subject_kinds "
        "object_kinds",
        derived={"id": "the IRI"},
        partial={"slots": Partial("values that SSSOM allows")},
    ),
    alignment=treated(
        carried="iri subject predicate object subject_label object_label printed_notation "
        "printed_subject_notation printed_text lines comment negated",
        partial={
            "justification": Partial("those of SEMAPV that SSSOM allows"),
            "slots": Partial("values that SSSOM allows"),
        },
    ),
    erratum=Lost(_NO_SET_OF_SETS),
    section=Lost(_NO_SET_OF_SETS),
    source=Lost(_NO_SET_OF_SETS),
    external=treated(
        carried="iri", lost="title title.language", derived={"id": "the prefix of its statements"}
    ),
    agent=Lost(_MAPPINGS_ONLY),
)
