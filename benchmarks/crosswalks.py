"""Two frameworks to a crosswalk in three parts, with evidence, errata and sections."""

from collections.abc import Sequence

from rdflib import SKOS, Literal, URIRef

from benchmarks.frameworks import AUTHOR, BASE, CROSSWALK, NOWHERE, RIGHTS
from benchmarks.prose import Prose
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Erratum,
    Framework,
    MappingSet,
    Section,
    SourceDocument,
    Statement,
)
from crosswalk_rdf.namespaces import SEMAPV, SSSOM, ontology_namespace

SOURCE_FILE = "data/crosswalks/crosswalk/source/source.txt"

_XW = ontology_namespace(BASE)
_KINDS_OF_ERRATA = ("Wording", "Misprint")
_ERRATA = 48
_OTHER_SECTIONS = 30
_PARTS = (
    ("part-1", 70, ("Standard",), ("Domain", "Competency")),
    ("part-2", 94, ("Competency", "Indicator", "SubIndicator"), ("Standard", "Element")),
    ("part-3", 65, ("Domain", "Competency"), ("Standard",)),
)
"""Name, number of alignments for each volume, kinds of subjects and of objects."""


def crosswalk(factor: int, frameworks: Sequence[Framework], prose: Prose) -> Crosswalk:
    """Return ``factor`` times 229 alignments, 48 errata and 40 sections."""
    first, second = frameworks
    parts = []
    for name, count, subject_kinds, object_kinds in _PARTS:
        ends = (first, second) if name == "part-1" else (second, first)
        subjects, objects = _of(ends[0], subject_kinds), _of(ends[1], object_kinds)
        alignments = _alignments(f"{CROSSWALK}/{name}", count * factor, subjects, objects, prose)
        parts.append(_part(name, ends, subject_kinds, object_kinds, alignments))
    errata = tuple(_erratum(n, parts[n % 3], prose) for n in range(_ERRATA * factor))
    sections = _sections(factor, _of(first, ("Standard",)), prose)
    source = SourceDocument(
        iri=URIRef(f"{CROSSWALK}/source"),
        title=Literal("Synthetic crosswalk", lang="en"),
        file=SOURCE_FILE,
        checksum="",
        line_count=prose.source.count("\n"),
    )
    return Crosswalk(
        iri=CROSSWALK,
        id="crosswalk",
        title=Literal("Synthetic crosswalk", lang="en"),
        creators=(AUTHOR,),
        publisher=AUTHOR,
        issued="2017-10",
        rights=RIGHTS,
        source=source,
        parts=tuple(parts),
        errata=errata,
        sections=sections,
        origin=NOWHERE,
    )


def _of(framework: Framework, kinds: Sequence[str]) -> list[Statement]:
    kind_iris = {_XW[kind] for kind in kinds}
    return [s for s in framework.statements if s.kind in kind_iris]


def _part(
    name: str,
    ends: tuple[Framework, Framework],
    subject_kinds: Sequence[str],
    object_kinds: Sequence[str],
    alignments: tuple[Alignment, ...],
) -> MappingSet:
    return MappingSet(
        iri=URIRef(f"{CROSSWALK}/{name}"),
        id=name,
        title=Literal(f"Synthetic {name}", lang="en"),
        license=URIRef(f"{SSSOM}license/unspecified"),
        rights=RIGHTS,
        subject_source=ends[0].iri,
        object_source=ends[1].iri,
        subject_kinds=tuple(_XW[kind] for kind in subject_kinds),
        object_kinds=tuple(_XW[kind] for kind in object_kinds),
        alignments=alignments,
        origin=NOWHERE,
    )


def _alignments(
    part: str,
    count: int,
    subjects: Sequence[Statement],
    objects: Sequence[Statement],
    prose: Prose,
) -> tuple[Alignment, ...]:
    """Return ``count`` alignments of different pairs, each with what is printed for it."""
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < count:
        pairs[prose.chance.randrange(len(subjects)), prose.chance.randrange(len(objects))] = None
    return tuple(_alignment(part, subjects[s], objects[o], prose) for s, o in pairs)


def _alignment(part: str, subject: Statement, object: Statement, prose: Prose) -> Alignment:
    return Alignment(
        iri=URIRef(f"{part}/{subject.notation}--{object.notation}"),
        subject=subject.iri,
        predicate=SKOS.relatedMatch,
        object=object.iri,
        justification=SEMAPV.ManualMappingCuration,
        subject_label=str(subject.preferred_label),
        object_label=str(object.preferred_label),
        printed_notation=object.notation,
        printed_text=str(object.text),
        lines=prose.printed(f"{object.notation}: {object.text}"),
        origin=NOWHERE,
    )


def _erratum(number: int, part: MappingSet, prose: Prose) -> Erratum:
    alignment = prose.chance.choice(part.alignments)
    id = f"erratum-{number + 1}"
    return Erratum(
        iri=URIRef(f"{CROSSWALK}/erratum/{id}"),
        id=id,
        kind=_XW[_KINDS_OF_ERRATA[number % len(_KINDS_OF_ERRATA)]],
        part=part.iri,
        lines=alignment.lines or (1, 1),
        printed=alignment.printed_text or "",
        canonical=prose.text(5, 20),
        comment=prose.text(5, 15),
        changes_alignment=False,
        judgement=number % 3 == 0,
        concerns=(alignment.iri, alignment.object),
        origin=NOWHERE,
    )


def _sections(factor: int, about: Sequence[Statement], prose: Prose) -> tuple[Section, ...]:
    narratives = [("Narrative", "part-3", (statement.iri,)) for statement in about]
    others = [("Introduction", "", ())] * (_OTHER_SECTIONS * factor)
    return tuple(
        _section(position, kind, part, iris, prose)
        for position, (kind, part, iris) in enumerate((*others, *narratives), start=1)
    )


def _section(
    position: int, kind: str, part: str, about: tuple[URIRef, ...], prose: Prose
) -> Section:
    text, id = prose.text(20, 120), f"{kind.lower()}-{position}"
    return Section(
        iri=URIRef(f"{CROSSWALK}/section/{id}"),
        id=id,
        kind=_XW[kind],
        text=text,
        part=URIRef(f"{CROSSWALK}/{part}") if part else CROSSWALK,
        position=position,
        lines=prose.printed(text),
        about=about,
        origin=NOWHERE,
    )
