"""What a learner record carries of the model, and what it loses."""

from collections.abc import Callable, Iterable
from typing import Final

from crosswalk_rdf.formats.clr.associations import has_type
from crosswalk_rdf.formats.coverage import Coverage, Lost, Partial, treated
from crosswalk_rdf.formats.shared.end_labels import of_others
from crosswalk_rdf.model import Crosswalk, Framework, Package, Statement

_ONE_CREATOR: Final = "an Achievement has one creator"
_ISSUER: Final = "a record has one issuer: who publishes"


def _further_creators(_: Package) -> Callable[[Framework], Iterable[str]]:
    return lambda framework: ("" for _ in framework.creators[1:])


def _unnamed_parents(package: Package) -> Callable[[Statement], Iterable[str]]:
    named = _named(package)
    return lambda s: [""] if s.iri in named and s.broader and s.broader not in named else []


def _further_unnamed_parents(package: Package) -> Callable[[Statement], Iterable[str]]:
    named = _named(package)
    return lambda s: ("" for p in s.also_broader if s.iri in named and p not in named)


def _named(package: Package) -> set[str]:
    """Return the statements that some alignment names: those that a record holds."""
    return {
        end
        for crosswalk in package.crosswalks
        for part in crosswalk.parts
        for alignment in part.alignments
        for end in (alignment.subject, alignment.object)
    }


def _no_issuer(field: str) -> Callable[[Package], Callable[[Crosswalk], Iterable[str]]]:
    """Return a function that lists agents that are not the issuer, because another one is."""

    def losses(package: Package) -> Callable[[Crosswalk], Iterable[str]]:
        def lost(crosswalk: Crosswalk) -> Iterable[str]:
            if field == "publisher":
                return [""] if crosswalk.publisher and package.creator else []
            others = package.creator or crosswalk.publisher
            return ["" for _ in (crosswalk.creators if others else crosswalk.creators[1:])]

        return lost

    return losses


COVERAGE: Final = Coverage(
    why="a record has no place for it",
    framework=treated(
        carried="title",
        lost="iri uuid title.language description description.language publisher rights_holder "
        "issued edition language rights rights.language license attribution sources notation_note "
        "notation_note.language verbatim is_as_stated properties",
        derived={"id": "the name of the document"},
        partial={"creators": Partial("the first", _further_creators, _ONE_CREATOR)},
    ),
    level=Lost(),
    statement=treated(
        carried="iri notation text label",
        lost="uuid kind coined_notation text.language label.language printed_in lines checksum "
        "coined_label in_schemes top_concept_of "
        "deprecated replaced_by properties",
        derived={"position": "the order of alignments"},
        partial={
            "broader": Partial("a parent that is aligned as well", _unnamed_parents),
            "also_broader": Partial("parents that are aligned as well", _further_unnamed_parents),
        },
    ),
    collection=Lost(),
    resource=Lost(),
    crosswalk=treated(
        carried="title",
        lost="iri uuid title.language description description.language rights rights.language "
        "license attribution properties",
        derived={"id": "the name of the document"},
        partial={
            "publisher": Partial(
                "the issuer, where the publication has no creator", _no_issuer("publisher"), _ISSUER
            ),
            "creators": Partial(
                "the issuer, where nobody publishes", _no_issuer("creators"), _ISSUER
            ),
            "issued": Partial(
                "where the publication has no date",
                lambda package: lambda c: [""] if c.issued and package.modified else [],
                "a record is valid from the date of the publication",
            ),
        },
    ),
    part=Lost("an association has no part"),
    alignment=treated(
        carried="subject object",
        lost="iri justification printed_notation printed_subject_notation printed_text lines "
        "comment slots",
        because={"negated": "the alignment is left out: an association cannot be denied"},
        partial={
            "predicate": Partial(
                "predicates that have an association type",
                lambda _: lambda a: [] if has_type(a.predicate) else [str(a.predicate)],
                "CLR 2.0 has no such association type: isRelatedTo",
            ),
            "subject_label": of_others("subject_label"),
            "object_label": of_others("object_label"),
        },
    ),
    erratum=Lost(),
    section=Lost(),
    source=Lost(),
    external=Lost("only its statements are named"),
    agent=treated(carried="iri name", lost="type"),
)
