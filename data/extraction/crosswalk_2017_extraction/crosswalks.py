"""The crosswalk, from its printed rows, its prose and its errata."""

from collections.abc import Iterable, Mapping

from rdflib import SKOS, Literal, URIRef

from crosswalk_2017_extraction import bibliography
from crosswalk_2017_extraction.errata import part_iri
from crosswalk_2017_extraction.frameworks import Uuids
from crosswalk_2017_extraction.records import LCPE, PSEL, Prose
from crosswalk_2017_extraction.resolution import Resolution, ResolvedAlignment
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Erratum,
    Framework,
    MappingSet,
    Origin,
    Section,
    Slot,
    SourceDocument,
    Statement,
)
from crosswalk_rdf.namespaces import SEMAPV, SSSOM, ontology_namespace

_ID = "crosswalk-2017"
_ENDS = {
    "part-1": (PSEL, LCPE, ("Standard",), ("Domain", "Competency")),
    "part-2": (
        LCPE,
        PSEL,
        ("Domain", "Competency", "Indicator", "SubIndicator"),
        ("Standard", "Element"),
    ),
    "part-3": (LCPE, PSEL, ("Domain", "Competency"), ("Standard",)),
}
"""Of each part: the framework and the kinds of its subjects and of its objects."""


_CREATOR = Slot(
    name="creator_label", property=SSSOM.creator_label, values=(Literal(bibliography.CCSSO),)
)


def crosswalk(
    resolution: Resolution,
    prose: Iterable[Prose],
    errata: tuple[Erratum, ...],
    frameworks: Iterable[Framework],
    source: SourceDocument,
    base: str,
    uuids: Uuids,
) -> Crosswalk:
    """Return the crosswalk of 2017 with its three parts."""
    statements = {str(s.iri): s for framework in frameworks for s in framework.statements}
    ccsso = bibliography.agent(base, bibliography.CCSSO)
    return Crosswalk(
        iri=URIRef(base + _ID),
        id=_ID,
        uuid=uuids(_ID, ""),
        title=Literal(bibliography.CROSSWALK_TITLE, lang="en"),
        creators=(ccsso,),
        publisher=ccsso,
        issued="2017-10",
        rights=Literal(bibliography.CROSSWALK_RIGHTS, lang="en"),
        source=source,
        parts=tuple(_part(part, resolution, statements, source, base) for part in _ENDS),
        errata=errata,
        sections=tuple(
            _section(passage, position, base, source.file)
            for position, passage in enumerate(prose, start=1)
        ),
        origin=Origin(source.file, 1),
    )


def _part(
    part: str,
    resolution: Resolution,
    statements: Mapping[str, Statement],
    source: SourceDocument,
    base: str,
) -> MappingSet:
    subject_source, object_source, subject_kinds, object_kinds = _ENDS[part]
    xw = ontology_namespace(base)
    rows = (a for a in resolution.alignments if a.printed.part == part)
    alignments = (_alignment(row, statements, source, base) for row in rows)
    return MappingSet(
        iri=part_iri(base, part),
        id=part,
        title=Literal(bibliography.PART_TITLES[part], lang="en"),
        license=bibliography.UNSPECIFIED_LICENSE,
        rights=Literal(bibliography.CROSSWALK_RIGHTS, lang="en"),
        subject_source=URIRef(base + subject_source),
        object_source=URIRef(base + object_source),
        subject_kinds=tuple(xw[kind] for kind in subject_kinds),
        object_kinds=tuple(xw[kind] for kind in object_kinds),
        slots=(_CREATOR,),
        alignments=tuple(sorted(alignments, key=lambda alignment: alignment.iri)),
        origin=Origin(source.file, 1),
    )


def _alignment(
    row: ResolvedAlignment,
    statements: Mapping[str, Statement],
    source: SourceDocument,
    base: str,
) -> Alignment:
    subject_source, object_source, *_ = _ENDS[row.printed.part]
    subject = statements[f"{base}{subject_source}/{row.subject}"]
    object = statements[f"{base}{object_source}/{row.object}"]
    printed_subject = row.printed.subject
    return Alignment(
        iri=URIRef(f"{base}{_ID}/{row.id}"),
        subject=subject.iri,
        predicate=SKOS.relatedMatch,
        object=object.iri,
        justification=SEMAPV.ManualMappingCuration,
        subject_label=str(subject.preferred_label),
        object_label=str(object.preferred_label),
        printed_notation=row.printed.object,
        printed_subject_notation=None if printed_subject == row.subject else printed_subject,
        printed_text=row.printed.printed,
        lines=row.printed.lines,
        origin=Origin(source.file, row.printed.lines[0]),
    )


def _section(passage: Prose, position: int, base: str, file: str) -> Section:
    return Section(
        iri=URIRef(f"{base}{_ID}/section/{passage.id}"),
        id=passage.id,
        kind=ontology_namespace(base)[passage.kind],
        text=passage.text,
        part=part_iri(base, passage.part),
        position=position,
        lines=passage.lines,
        about=(URIRef(base + passage.about.replace(":", "/")),) if passage.about else (),
        origin=Origin(file, passage.lines[0]),
    )
