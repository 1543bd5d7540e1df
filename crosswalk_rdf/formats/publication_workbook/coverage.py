"""What the workbook carries of the model: all of it, but for types of texts."""

from typing import Final

from crosswalk_rdf.formats.coverage import Coverage, Lost, treated

COVERAGE: Final = Coverage(
    why="no cell of the workbook holds it",
    framework=treated(
        carried="iri id uuid title title.language description description.language creators "
        "publisher rights_holder issued edition language rights rights.language license "
        "attribution sources notation_note notation_note.language verbatim is_as_stated properties"
    ),
    level=treated(
        carried="iri id kind label label.language depth notation_pattern broader roll_up"
    ),
    statement=treated(
        carried="iri uuid kind notation coined_notation text text.language label label.language "
        "broader also_broader printed_in lines checksum deprecated replaced_by "
        "coined_label in_schemes top_concept_of properties",
        derived={"position": "the order of rows"},
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=treated(
        carried="iri id uuid title title.language description description.language creators "
        "publisher issued rights rights.language license attribution properties"
    ),
    part=treated(
        carried="iri id title title.language description description.language license rights "
        "rights.language subject_source object_source subject_kinds object_kinds slots"
    ),
    alignment=treated(
        carried="iri subject predicate object justification subject_label object_label "
        "printed_notation printed_subject_notation printed_text lines comment negated slots"
    ),
    erratum=treated(
        carried="iri id kind part lines printed canonical comment changes_alignment judgement "
        "concerns"
    ),
    section=treated(carried="iri id kind title text part position lines about"),
    source=treated(carried="iri title title.language file checksum line_count"),
    external=treated(carried="iri id title title.language"),
    agent=treated(carried="iri name type"),
)
