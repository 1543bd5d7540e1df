"""Foreign associations to what ``data/crosswalks/<id>/`` can hold."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.sssom.curies import own_prefixes
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    Slot,
    SourceDocument,
)
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.model.own_dates import own_date
from crosswalk_rdf.namespaces import CASE
from crosswalk_rdf.project.importing.import_context import ImportContext
from crosswalk_rdf.project.importing.mapping_sets import report_cardinality, slots_with_source
from crosswalk_rdf.project.importing.moved_iris import MovedIris
from crosswalk_rdf.project.importing.prefixes import prefixes_for
from crosswalk_rdf.project.importing.properties import NAME_AT_END
from crosswalk_rdf.project.importing.schemes import Schemes

_RESERVED_NAMES = ("errata", "erratum", "section", "sections", "source")


def crosswalk_for_data(
    crosswalk: Crosswalk, id: str, frameworks: Sequence[Framework], context: ImportContext
) -> Crosswalk | None:
    """Return ``crosswalk`` as the publication's folder will hold it; None where nothing is left.

    ``frameworks`` are those of the publication, with those that come with the crosswalk: what is a
    statement of theirs is aligned as one, whatever the foreign document knows of it.
    """
    schemes = Schemes(frameworks)
    iri = URIRef(context.base + id)
    namespaces = own_prefixes(context.base, frameworks, replace(crosswalk, iri=iri, id=id))
    parts = tuple(_parts(crosswalk, iri, schemes, namespaces, context))
    if not parts:
        return None
    report_cardinality(crosswalk, parts, context)
    sources = {source for part in parts for source in (part.subject_source, part.object_source)}
    creators, publisher = context.named_agents(iri, crosswalk.creators, crosswalk.publisher)
    moves = MovedIris(crosswalk, iri, parts)
    return replace(
        crosswalk,
        iri=iri,
        id=id,
        uuid=crosswalk.uuid or context.mint(),
        title=context.text(crosswalk.title),
        description=crosswalk.description and context.text(crosswalk.description),
        creators=creators,
        publisher=publisher,
        issued=context.date(iri, crosswalk.issued, own_date(crosswalk)),
        rights=context.rights(iri, crosswalk.rights, crosswalk.license),
        source=_source(crosswalk, id, context),
        external=tuple(_external(crosswalk, sources, schemes, context)),
        parts=parts,
        errata=tuple(moves.errata(crosswalk.errata)),
        sections=tuple(moves.sections(crosswalk.sections)),
        imported=context.imported(id),
    )


def _source(crosswalk: Crosswalk, id: str, context: ImportContext) -> SourceDocument | None:
    """Return the source document, where its file is one of the publication's own."""
    source = crosswalk.source
    if source is None or source.file in context.files:
        return source
    why = f"put the file into data/crosswalks/{id}/source/ and name it in crosswalk.toml"
    context.report.add(str(source.iri), Action.NOT_CARRIED, f"the source {source.file}", why)
    return None


def _parts(
    crosswalk: Crosswalk,
    iri: URIRef,
    schemes: Schemes,
    namespaces: dict[str, str],
    context: ImportContext,
) -> Iterator[MappingSet]:
    ids: dict[str, None] = {}
    for part in (_with_own_ends(part, schemes, context) for part in crosswalk.parts):
        if not part.alignments:
            why = "a mapping set of a crosswalk needs an alignment"
            context.report.add(str(part.iri), Action.IGNORED, "has no alignments", why)
        own_license = None if part.license == UNSPECIFIED_LICENSE else part.license
        license = own_license or crosswalk.license
        own_rights = str(part.rights).strip()
        rights = (part.iri, part.rights) if own_rights else (iri, crosswalk.rights)
        for part_of_sources in _by_sources(part, schemes):
            id = _id(part.id, ids)
            ids[id] = None
            alignments = tuple(_alignments(part_of_sources.alignments, schemes, context))
            yield replace(
                part_of_sources,
                iri=URIRef(f"{iri}/{id}"),
                id=id,
                title=context.text(part.title),
                description=part.description and context.text(part.description),
                rights=context.rights(*rights, license),
                prefixes=prefixes_for(part_of_sources, alignments, namespaces),
                alignments=alignments,
                slots=slots_with_source(part_of_sources, crosswalk, URIRef(f"{iri}/{id}")),
                assumed=part_of_sources.assumed & {"title"},
            )


def _with_own_ends(part: MappingSet, schemes: Schemes, context: ImportContext) -> MappingSet:
    """Return ``part`` with the statements of the publication that its ends are copies of."""
    return replace(
        part, alignments=tuple(_with_own_end(a, schemes, context) for a in part.alignments)
    )


def _with_own_end(alignment: Alignment, schemes: Schemes, context: ImportContext) -> Alignment:
    """Return ``alignment`` between the IRIs of its ends; the address of a copy is a slot."""
    subject, object = schemes.end(alignment.subject), schemes.end(alignment.object)
    slots = []
    for end, address, own in (
        ("origin", alignment.subject, subject),
        ("destination", alignment.object, object),
    ):
        if own != address:
            why = f"its UUID is that of {own}: aligned as that, the address kept"
            context.report.add(str(alignment.iri), Action.REPAIRED, str(address), why)
            property, values = CASE[f"{end}NodeURI"], (Literal(address),)
            slots.append(Slot(name=f"ext_{end}_uri", property=property, values=values))
    if not slots:
        return alignment
    return replace(alignment, subject=subject, object=object, slots=(*alignment.slots, *slots))


def _by_sources(part: MappingSet, schemes: Schemes) -> Iterator[MappingSet]:
    """Yield ``part`` divided by the frameworks of both ends.

    Kinds of subjects and objects are those of the frameworks that the part itself names.
    """
    groups: dict[tuple[URIRef, URIRef], list[Alignment]] = {}
    for alignment in part.alignments:
        groups.setdefault(schemes.sources(alignment, part), []).append(alignment)
    for (subject_source, object_source), alignments in groups.items():
        is_own = (part.subject_source, part.object_source) == (subject_source, object_source)
        yield replace(
            part,
            subject_source=subject_source,
            object_source=object_source,
            subject_kinds=part.subject_kinds if is_own else (),
            object_kinds=part.object_kinds if is_own else (),
            alignments=tuple(alignments),
        )


def _id(proposal: str, ids_in_use: Container[str]) -> str:
    stem = slug(proposal, "part")
    return unused_name(f"{stem}-part" if stem in _RESERVED_NAMES else stem, ids_in_use)


def _alignments(
    alignments: Sequence[Alignment], schemes: Schemes, context: ImportContext
) -> Iterator[Alignment]:
    """Yield the alignments, each once, with the labels that their ends have."""
    keys: set[Alignment] = set()
    for alignment in alignments:
        key = replace(alignment, iri=URIRef(""))
        if key in keys:
            why = "the same alignment stands there already"
            context.report.add(str(alignment.iri), Action.IGNORED, "a repeated alignment", why)
            continue
        keys.add(key)
        yield replace(
            alignment,
            predicate=_predicate(alignment, context),
            subject_label=_label(alignment.subject, alignment.subject_label, schemes, context),
            object_label=_label(alignment.object, alignment.object_label, schemes, context),
        )


def _predicate(alignment: Alignment, context: ImportContext) -> URIRef:
    """Return the predicate, or a plain relation for one that RDF/XML cannot name."""
    if NAME_AT_END.search(alignment.predicate):
        return alignment.predicate
    reason = f"no RDF/XML can name that property: kept as {DCTERMS.relation}"
    subject = f"the predicate {alignment.predicate}"
    context.report.add(str(alignment.iri), Action.REPAIRED, subject, reason)
    return DCTERMS.relation


def _label(
    end: URIRef, association_label: str | None, schemes: Schemes, context: ImportContext
) -> str | None:
    label = schemes.labels.get(end)
    if label and association_label and association_label.strip() != label:
        difference = f"the association calls it {association_label[:60]!r}"
        context.report.add(
            str(end), Action.REPAIRED, difference, f"its own label stands in: {label[:60]!r}"
        )
    return label or (association_label and association_label.strip()) or None


def _external(
    crosswalk: Crosswalk, sources: set[URIRef], schemes: Schemes, context: ImportContext
) -> Iterator[ExternalFramework]:
    by_iri = {framework.iri: framework for framework in crosswalk.external}
    ids: dict[str, None] = {}
    for source in sorted(sources - schemes.iris):
        framework = by_iri.get(source)
        id = _id(framework.id if framework else source, ids)
        ids[id] = None
        title = framework.title if framework else Literal(str(source))
        yield ExternalFramework(iri=source, id=id, title=context.text(title))
