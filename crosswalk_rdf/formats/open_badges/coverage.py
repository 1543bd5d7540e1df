"""What an Alignment of a badge carries of the model, and what it loses."""

from typing import Final

from crosswalk_rdf.formats.coverage import Coverage, Lost, treated

COVERAGE: Final = Coverage(
    why="an Alignment has no place for it",
    framework=treated(
        carried="title",
        lost="iri uuid title.language description description.language creators publisher "
        "rights_holder issued edition language rights rights.language license attribution sources "
        "notation_note notation_note.language verbatim is_as_stated properties",
        derived={"id": "the name of the document"},
    ),
    level=Lost(),
    statement=treated(
        carried="iri notation text label",
        lost="uuid kind coined_notation text.language label.language broader also_broader "
        "coined_label in_schemes top_concept_of "
        "printed_in lines checksum deprecated replaced_by properties",
        derived={"position": "the order of statements"},
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=Lost("an Alignment has one end"),
    part=Lost("an Alignment has one end"),
    alignment=Lost("an Alignment has one end"),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=Lost("an Alignment has one end"),
    agent=Lost(),
)
