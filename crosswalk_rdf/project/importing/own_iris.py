"""IRIs of the publication for what a foreign document gives none: ``{base}{id}/{notation}``.

A document without IRIs is known again by the id that its framework has in the publication, and its
statements by their notations, or else by their texts, however the file is called.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import in_tree_order, positioned
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Package,
    PropertyValue,
    Publication,
    Statement,
    unnamed_iri,
)
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.model.lexical import path_segment
from crosswalk_rdf.project.importing.package_import import crosswalk_ids, framework_ids


@dataclass(slots=True)
class _Renaming:
    """The IRIs that are given to what has none, by those that a reader made up."""

    unnamed: frozenset[URIRef]
    base: str
    iris: dict[URIRef, URIRef] = field(default_factory=dict)

    def iri(self, iri: URIRef) -> URIRef:
        """Return the IRI that ``iri`` has in the publication."""
        return self.iris.get(iri, iri)


def with_own_iris(
    package: Package, id: str, base: str, former: Publication | None = None
) -> Package:
    """Return ``package``, imported under ``id``, with IRIs below ``base`` where it has none.

    ``former`` is the publication in which it replaces what has the same IRI: what a document
    without IRIs does not state either stays as it is there.
    """
    if not package.unnamed:
        return package
    ids = framework_ids(package, id, {})
    names = crosswalk_ids(package, id, ids)
    renaming = _Renaming(package.unnamed, base)
    frameworks = tuple(
        _framework(f, URIRef(base + ids[f.iri]), renaming, former.frameworks if former else ())
        if f.iri in package.unnamed
        else f
        for f in package.frameworks
    )
    crosswalks = tuple(
        _crosswalk(c, URIRef(base + names[c.iri]), renaming, former.crosswalks if former else ())
        if c.iri in package.unnamed
        else c
        for c in package.crosswalks
    )
    return replace(package, frameworks=frameworks, crosswalks=crosswalks)


def _framework(
    framework: Framework, iri: URIRef, renaming: _Renaming, former: Sequence[Framework]
) -> Framework:
    before = next((each for each in former if each.iri == iri), None)
    kinds = dict(_kinds(framework, iri, before))
    renaming.iris[framework.iri] = iri
    renaming.iris.update(_statement_iris(framework, iri, renaming.unnamed, before))
    levels = tuple(replace(level, kind=kinds[level.kind]) for level in framework.levels)
    renamed = replace(
        framework,
        iri=iri,
        levels=levels,
        statements=tuple(_statement(s, kinds, renaming) for s in framework.statements),
    )
    return _completed(renamed, before) if before else renamed


def _kinds(
    framework: Framework, iri: URIRef, before: Framework | None
) -> Iterator[tuple[URIRef, URIRef]]:
    """Yield the IRI of each kind: that of a level with the same label before, or a new one."""
    labels = {str(level.label): level.kind for level in before.levels} if before else {}
    for level in framework.levels:
        made_up = level.kind.startswith("urn:uuid:")
        new = unnamed_iri(iri, f"item type {level.label}") if made_up else level.kind
        yield level.kind, labels.get(str(level.label), new)


def _statement_iris(
    framework: Framework, iri: URIRef, unnamed: frozenset[URIRef], before: Framework | None
) -> Iterator[tuple[URIRef, URIRef]]:
    """Yield the IRI of each statement: by its notation, else by its text before, else its place."""
    former = {str(s.text): s.iri for s in before.statements if s.coined_notation} if before else {}
    iris = {s.notation: s.iri for s in before.statements} if before else {}
    used = {s.notation for s in framework.statements if s.notation}
    notations: set[str] = set()
    places: dict[URIRef | None, str] = {None: ""}
    for statement in in_tree_order(positioned(framework.statements)):
        place = f"{places.get(statement.broader, '')}.{statement.position}".lstrip(".")
        places[statement.iri] = place
        if statement.iri not in unnamed:
            continue
        notation = statement.notation
        if not notation and str(statement.text) in former:
            yield statement.iri, former.pop(str(statement.text))
            continue
        if not notation or notation in notations:
            earlier = set() if notation else iris.keys()
            notation = unused_name(notation or place, used | notations | earlier, "~")
        notations.add(notation)
        yield statement.iri, iris.get(notation, URIRef(f"{iri}/{path_segment(notation)}"))


def _statement(
    statement: Statement, kinds: Mapping[URIRef, URIRef], renaming: _Renaming
) -> Statement:
    return replace(
        statement,
        iri=renaming.iri(statement.iri),
        kind=kinds.get(statement.kind, statement.kind),
        broader=renaming.iri(statement.broader) if statement.broader else None,
        also_broader=tuple(map(renaming.iri, statement.also_broader)),
        replaced_by=renaming.iri(statement.replaced_by) if statement.replaced_by else None,
        properties=tuple(_property(value, renaming) for value in statement.properties),
    )


def _property(value: PropertyValue, renaming: _Renaming) -> PropertyValue:
    """Return a property whose value, if it is a statement, has the IRI of that."""
    if isinstance(value.value, URIRef) and value.value in renaming.iris:
        return replace(value, value=renaming.iri(value.value))
    return value


def _completed(framework: Framework, before: Framework) -> Framework:
    """Return ``framework`` with what its document does not state as it was before."""
    kinds = {level.kind for level in before.levels}
    same_kinds = all(level.kind in kinds for level in framework.levels)
    tagged = any(s.text.language == before.language for s in before.statements)
    language = before.language if tagged and not framework.language else ""
    return replace(
        framework,
        statements=tuple(_in_language(s, language) for s in framework.statements),
        title=before.title,
        language=framework.language or before.language,
        description=framework.description or before.description,
        rights_holder=framework.rights_holder or before.rights_holder,
        license=framework.license or before.license,
        sources=framework.sources or before.sources,
        notation_note=framework.notation_note or before.notation_note,
        properties=framework.properties or before.properties,
        levels=before.levels if same_kinds else framework.levels,
    )


def _in_language(statement: Statement, language: str) -> Statement:
    """Return ``statement`` with its texts in ``language``, where they are in none."""
    if not language or statement.text.language:
        return statement
    label = statement.label and Literal(str(statement.label), lang=language)
    return replace(statement, text=Literal(str(statement.text), lang=language), label=label)


def _crosswalk(
    crosswalk: Crosswalk, iri: URIRef, renaming: _Renaming, former: Sequence[Crosswalk]
) -> Crosswalk:
    renaming.iris[crosswalk.iri] = iri
    parts = tuple(_part(part, iri, renaming) for part in crosswalk.parts)
    before = next((each for each in former if each.iri == iri), None)
    if before is None:
        return replace(crosswalk, iri=iri, parts=parts)
    rights = {part.id: part.rights for part in before.parts}
    titles = {part.id: part.title for part in before.parts}
    return replace(
        crosswalk,
        iri=iri,
        uuid=before.uuid,
        title=before.title,
        description=before.description,
        creators=before.creators,
        publisher=before.publisher,
        issued=before.issued,
        rights=before.rights,
        properties=before.properties,
        parts=tuple(
            replace(
                part,
                rights=rights.get(part.id, part.rights),
                title=titles.get(part.id, part.title),
            )
            for part in parts
        ),
    )


def _part(part: MappingSet, crosswalk: URIRef, renaming: _Renaming) -> MappingSet:
    iri = URIRef(f"{crosswalk}/{part.id}")
    renaming.iris[part.iri] = iri
    return replace(
        part,
        iri=iri,
        subject_source=renaming.iri(part.subject_source),
        object_source=renaming.iri(part.object_source),
        alignments=tuple(
            _alignment(alignment, iri, number, renaming)
            for number, alignment in enumerate(part.alignments, start=1)
        ),
    )


def _alignment(alignment: Alignment, part: URIRef, number: int, renaming: _Renaming) -> Alignment:
    """Return ``alignment`` as the record of a number; data files name it by its ends."""
    named = alignment.iri not in renaming.unnamed
    return replace(
        alignment,
        iri=alignment.iri if named else URIRef(f"{part}/{number}"),
        subject=renaming.iri(alignment.subject),
        object=renaming.iri(alignment.object),
    )
