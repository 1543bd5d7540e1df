"""What CASE carries of the model, and what it loses: version 1.1 and version 1.0."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from rdflib import URIRef

from crosswalk_rdf.formats.coverage import (
    LEVELS_OF_STATEMENTS,
    Coverage,
    Lost,
    Partial,
    treated,
    value_of,
)
from crosswalk_rdf.model import Crosswalk, Framework, Package

_DENIED: Final = {"negated": "the alignment is left out: an association cannot be denied"}

CASE_1_1: Final = Coverage(
    why="CASE has no place for it",
    framework=treated(
        carried="iri id uuid title title.language description description.language creators "
        "publisher rights_holder issued edition language rights rights.language license "
        "attribution sources notation_note notation_note.language verbatim properties",
        lost="is_as_stated",
    ),
    level=treated(
        carried="iri id kind label label.language depth notation_pattern broader roll_up"
    ),
    statement=treated(
        carried="iri uuid kind notation coined_notation text text.language label label.language "
        "broader also_broader position printed_in lines checksum deprecated replaced_by properties",
        lost="coined_label in_schemes top_concept_of",
    ),
    collection=treated(carried="iri ordered members label label.language notation properties"),
    resource=treated(carried="iri properties"),
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
        "printed_notation printed_subject_notation printed_text lines comment slots",
        because=_DENIED,
    ),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=treated(carried="iri id title title.language"),
    agent=treated(carried="iri name type"),
)


def _joined(_: Package) -> Callable[[Framework | Crosswalk], Iterable[str]]:
    return lambda document: [""] if len(document.creators) > 1 else []


def _further_sources(_: Package) -> Callable[[Framework], Iterable[str]]:
    return lambda framework: ("" for _ in framework.sources[1:])


def _rights_alone(_: Package) -> Callable[[Framework | Crosswalk], Iterable[str]]:
    return lambda document: [""] if document.rights and not document.license else []


_CREATORS: Final = Partial("names", _joined, "CASE 1.0 has one text for all names")
_RIGHTS: Final = Partial(
    "those beside a license", _rights_alone, "CASE 1.0 has licenses alone: they are in the notes"
)
_REPORTED: Final = Partial("what CASE 1.0 has a property for")


def _own_languages(package: Package) -> dict[URIRef, str]:
    """Return the language that each thing's own texts are taken to be in."""
    languages: dict[URIRef, str] = {}
    for framework in package.frameworks:
        languages |= dict.fromkeys(
            [framework.iri, *(x.iri for x in framework.levels)], framework.language
        )
        languages |= {s.iri: s.text.language or "" for s in framework.statements}
    for crosswalk in package.crosswalks:
        language = crosswalk.title.language or ""
        languages |= dict.fromkeys(
            [crosswalk.iri, *(part.iri for part in crosswalk.parts)], language
        )
    return languages


def _of_its_own(field: str, language: str) -> Partial:
    """Return the coverage of the language of the text in ``field``."""

    def losses(package: Package) -> Callable[[Any], Iterable[str]]:
        languages = _own_languages(package)

        def lost(thing: Any) -> Iterator[str]:  # noqa: ANN401 - whatever has the field
            language = value_of(thing, f"{field}.language")
            if language and language != languages[thing.iri]:
                yield ""

        return lost

    return Partial(f"that of {language}", losses, "CASE 1.0 has one language for all texts")


def _language_of_rights(language: str) -> Partial:
    """Return the coverage of the language of rights, which are lost where they stand alone."""
    own = _of_its_own("rights", language)

    def losses(package: Package) -> Callable[[Any], Iterable[str]]:
        alone, other = _rights_alone(package), own.losses
        of_another = other(package) if other else alone
        return lambda document: [*alone(document), *of_another(document)][:1]

    return replace(own, losses=losses)


def _texts(language: str, *fields: str) -> dict[str, Partial]:
    return {f"{field}.language": _of_its_own(field, language) for field in fields}


CASE_1_0: Final = replace(
    CASE_1_1,
    why="CASE 1.0 has no property for it",
    framework=treated(
        carried="iri uuid title description publisher edition language license",
        lost="rights_holder attribution issued notation_note notation_note.language verbatim "
        "is_as_stated",
        derived={"id": "the title"},
        partial={
            **_texts("the document", "title", "description"),
            "rights.language": _language_of_rights("the document"),
            "creators": _CREATORS,
            "rights": _RIGHTS,
            "sources": Partial("the first", _further_sources),
            "properties": _REPORTED,
        },
    ),
    level=treated(
        carried="label",
        lost="notation_pattern roll_up",
        derived=LEVELS_OF_STATEMENTS,
        partial=_texts("the document", "label"),
    ),
    statement=treated(
        carried="iri uuid kind notation text text.language label broader also_broader position "
        "replaced_by",
        lost="coined_notation printed_in lines checksum coined_label in_schemes top_concept_of",
        partial={
            **_texts("the text", "label"),
            "deprecated": Partial("with a date that is over, or a replacement"),
            "properties": _REPORTED,
        },
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=treated(
        carried="iri uuid title title.language description publisher license",
        lost="issued attribution",
        derived={"id": "the title"},
        partial={
            **_texts("the title", "description"),
            "rights.language": _language_of_rights("the title"),
            "creators": _CREATORS,
            "rights": _RIGHTS,
            "properties": _REPORTED,
        },
    ),
    part=treated(
        carried="iri title description",
        lost="license rights rights.language subject_source object_source subject_kinds "
        "object_kinds",
        derived={"id": "the title"},
        partial={
            **_texts("the title of the crosswalk", "title", "description"),
            "slots": _REPORTED,
        },
    ),
    alignment=treated(
        carried="iri subject object subject_label object_label",
        lost="justification printed_notation printed_subject_notation printed_text lines comment",
        because=_DENIED,
        partial={"predicate": Partial("the types that CASE 1.0 has"), "slots": _REPORTED},
    ),
    external=Lost(),
    agent=treated(carried="name", lost="iri type"),
)
