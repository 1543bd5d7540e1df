"""What an xAPI profile carries of the model, and what it loses."""

from collections.abc import Callable, Iterable
from typing import Final

from rdflib import SKOS, Literal

from crosswalk_rdf.formats.coverage import Coverage, Lost, Partial, treated
from crosswalk_rdf.model import Framework, Package, PropertyValue, Statement

_MORE: Final = (SKOS.prefLabel, SKOS.definition)
"""What something may have in further languages, for its language maps."""


def is_carried(pair: PropertyValue) -> bool:
    """Return whether ``pair`` is a name or a description in another language."""
    value = pair.value
    return pair.property in _MORE and isinstance(value, Literal) and bool(value.language and value)


def _other_properties(_: Package) -> Callable[[Framework | Statement], Iterable[str]]:
    return lambda thing: (str(p.property) for p in thing.properties if not is_carried(p))


_NO_MATCH: Final = "an Activity of a profile has no match properties"
_PROPERTIES: Final = Partial("names and definitions in further languages", _other_properties)

COVERAGE: Final = Coverage(
    why="an Activity of a profile has no place for it",
    framework=treated(
        carried="iri title title.language description description.language language",
        lost="uuid creators publisher rights_holder issued edition rights rights.language license "
        "attribution sources notation_note notation_note.language verbatim is_as_stated",
        derived={"id": "the name of the document"},
        partial={"properties": _PROPERTIES},
    ),
    level=Lost(),
    statement=treated(
        carried="iri notation text text.language label label.language deprecated",
        lost="uuid kind coined_notation broader also_broader printed_in lines checksum replaced_by "
        "coined_label in_schemes top_concept_of",
        derived={"position": "the order of activities"},
        partial={"properties": _PROPERTIES},
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=Lost(_NO_MATCH),
    part=Lost(_NO_MATCH),
    alignment=Lost(_NO_MATCH),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=Lost(_NO_MATCH),
    agent=Lost(),
)
