"""What plain SKOS carries of the model, and what it loses."""

from typing import Final

from crosswalk_rdf.formats.coverage import Coverage, Lost, Partial, treated
from crosswalk_rdf.formats.shared.skos_model.coverage import (
    COLLECTIONS,
    CONCEPT_SCHEMES,
    CONCEPTS,
    LEVELS,
    RESOURCES,
)
from crosswalk_rdf.formats.shared.skos_model.vocabulary import MAPPINGS

_ONLY_MAPPINGS: Final = "SKOS has mapping relations, and no term for a set of them"

COVERAGE: Final = Coverage(
    why="SKOS has no term for it",
    framework=CONCEPT_SCHEMES,
    level=LEVELS,
    statement={
        **CONCEPTS,
        "also_broader": Lost("SKOS does not say which of several parents is the first"),
    },
    collection=COLLECTIONS,
    resource=RESOURCES,
    crosswalk=Lost(_ONLY_MAPPINGS),
    part=Lost(_ONLY_MAPPINGS),
    alignment=treated(
        carried="subject object",
        lost="iri justification subject_label object_label printed_notation "
        "printed_subject_notation printed_text lines comment slots",
        because={"negated": "the alignment is left out: a mapping relation cannot be denied"},
        partial={
            "predicate": Partial(
                "mapping relations of SKOS",
                lambda _: lambda a: () if a.predicate in MAPPINGS else [str(a.predicate)],
                "as a triple only: it is no mapping relation",
            )
        },
    ),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=Lost(_ONLY_MAPPINGS),
    agent=treated(carried="iri name type"),
)
