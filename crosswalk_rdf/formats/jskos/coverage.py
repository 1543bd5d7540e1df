"""What JSKOS carries of the model, and what it loses."""

from typing import Final

from crosswalk_rdf.formats.coverage import Coverage, Lost, treated
from crosswalk_rdf.formats.shared.skos_model.coverage import (
    COLLECTIONS,
    CONCEPT_SCHEMES,
    CONCEPTS,
    LEVELS,
)

COVERAGE: Final = Coverage(
    why="JSKOS has no field for it",
    framework=CONCEPT_SCHEMES,
    level=LEVELS,
    statement=CONCEPTS,
    collection=COLLECTIONS,
    resource=Lost("JSKOS describes items of vocabularies, and refers to all else by its IRI"),
    crosswalk=treated(
        carried="iri id uuid title title.language description description.language creators "
        "publisher issued rights rights.language license attribution properties"
    ),
    part=treated(
        carried="iri id title title.language description description.language license rights "
        "rights.language subject_source object_source slots",
        lost="subject_kinds object_kinds",
    ),
    alignment=treated(
        carried="iri subject predicate object justification subject_label object_label "
        "printed_notation printed_subject_notation printed_text lines comment slots",
        because={"negated": "the alignment is left out: a mapping cannot be denied"},
    ),
    carries_no_match=True,
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=treated(carried="iri title title.language", derived={"id": "the IRI"}),
    agent=treated(carried="iri name type"),
)
