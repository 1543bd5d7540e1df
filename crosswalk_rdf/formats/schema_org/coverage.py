"""What schema.org carries of the model, and what it loses."""

from collections.abc import Callable, Iterator
from typing import Final

from crosswalk_rdf.formats.coverage import LEVELS_OF_STATEMENTS, Coverage, Lost, Partial, treated
from crosswalk_rdf.formats.schema_org.write_sets import is_carried
from crosswalk_rdf.formats.shared.end_labels import of_others
from crosswalk_rdf.model import Framework, Package, Statement


def _without_property(_: Package) -> Callable[[Framework | Statement], Iterator[str]]:
    return lambda thing: (str(p.property) for p in thing.properties if not is_carried(p))


_PROPERTIES: Final = Partial("names, definitions, and terms of schema.org", _without_property)

COVERAGE: Final = Coverage(
    why="schema.org has no property for it",
    framework=treated(
        carried="iri uuid title title.language description description.language creators "
        "publisher rights_holder issued edition language rights rights.language license "
        "attribution sources",
        lost="notation_note notation_note.language verbatim is_as_stated",
        derived={"id": "the IRI, or the title"},
        partial={"properties": _PROPERTIES},
    ),
    level=treated(
        lost="label label.language notation_pattern roll_up",
        derived=LEVELS_OF_STATEMENTS,
    ),
    statement=treated(
        carried="iri uuid kind notation text text.language label label.language broader "
        "also_broader",
        lost="coined_notation printed_in lines checksum deprecated replaced_by "
        "coined_label in_schemes top_concept_of",
        derived={"position": "the order of the terms"},
        partial={"properties": _PROPERTIES},
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=treated(
        carried="iri uuid title title.language description description.language creators "
        "publisher issued rights rights.language license attribution",
        lost="properties",
        derived={"id": "the name of the document"},
    ),
    part=treated(
        carried="iri title title.language description description.language license rights "
        "rights.language object_source subject_source",
        lost="id subject_kinds object_kinds slots",
    ),
    alignment=treated(
        carried="iri subject predicate object",
        lost="justification printed_notation printed_subject_notation printed_text lines "
        "comment slots",
        because={"negated": "the alignment is left out: an AlignmentObject cannot be denied"},
        partial={name: of_others(name) for name in ("subject_label", "object_label")},
    ),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=treated(carried="iri title title.language", derived={"id": "the IRI"}),
    agent=treated(carried="iri name type"),
    unread=("crosswalk", "part", "alignment", "external"),
)
