"""One cleaned CFPackage to a framework, a crosswalk, or both."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rdflib import Literal

from crosswalk_rdf.formats.case.classes import DEFINITIONS
from crosswalk_rdf.formats.case.collections import json_collections, json_resources
from crosswalk_rdf.formats.case.definitions import grouping_of, item_types, licenses
from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import (
    EXTENSION,
    Object,
    extension_of,
    extension_property,
)
from crosswalk_rdf.formats.case.identifiers import Names
from crosswalk_rdf.formats.case.read.association_extensions import with_associations
from crosswalk_rdf.formats.case.read.associations import (
    Relations,
    resolve,
    sequence,
    sorted_by_use,
)
from crosswalk_rdf.formats.case.read.definitions import Definitions
from crosswalk_rdf.formats.case.read.documents import metadata
from crosswalk_rdf.formats.case.read.hierarchy import document_relations, with_relations
from crosswalk_rdf.formats.case.read.index import Index, Target
from crosswalk_rdf.formats.case.read.items import statement
from crosswalk_rdf.formats.case.read.levels import levels
from crosswalk_rdf.formats.case.read.mapping_sets import Parts
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.model import (
    Crosswalk,
    Framework,
    Origin,
    PropertyValue,
    Statement,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CASE


@dataclass(slots=True)
class Source:
    """A cleaned package with the names of its document and its items."""

    place: str
    clean: Object
    document: Target
    items: list[tuple[str, Object, Target]]
    """Place, item, name."""


@dataclass(slots=True)
class Draft:
    """A package on its way to a framework, or to the metadata of a crosswalk."""

    source: Source
    metadata: DocumentMetadata
    definitions: Definitions
    relations: Relations
    framework: Framework | None = None
    association_count: int = 0
    cut: int = 0
    outside: list[str] = field(default_factory=list)

    @property
    def is_crosswalk(self) -> bool:
        """Whether the document holds nothing but associations between other documents."""
        is_marked = extension_of(self.source.clean["CFDocument"]).get("crosswalk") is True
        return is_marked or (not self.source.items and bool(self.relations.outside))


def draft(source: Source, index: Index, other_ids: Sequence[str], remarks: Remarks) -> Draft:
    """Return what can be read of ``source`` before the other packages are known."""
    clean, iri = source.clean, source.document.iri
    language = clean["CFDocument"].get("language", "").strip().replace("_", "-")
    definitions = Definitions(clean.get("CFDefinitions", {}), iri, language)
    place = f"{source.place}/CFDocument"
    document_metadata = metadata(
        clean["CFDocument"], source.document, definitions, other_ids, place, remarks
    )
    if document_metadata.language != language:
        definitions = Definitions(clean.get("CFDefinitions", {}), iri, document_metadata.language)
    cleaned = clean.get("CFAssociations", [])
    associations = resolve(cleaned, index, iri, f"{source.place}/CFAssociations", remarks)
    relations = sorted_by_use(associations, iri)
    return Draft(
        source, document_metadata, definitions, relations, association_count=len(associations)
    )


def with_framework(draft: Draft, names: Names, remarks: Remarks) -> Draft:
    """Return ``draft`` with its framework, which ``names`` then know."""
    metadata, source = draft.metadata, draft.source
    bare = [
        statement(clean, target, metadata, draft.definitions, place, remarks)
        for place, clean, target in source.items
    ]
    roots = {
        each.origin.iri: sequence(each)
        for iri in draft.relations.roots
        for each in draft.relations.of_origin[iri]
        if each.destination.iri == source.document.iri
    }
    statements, cut = with_relations(bare, draft.relations, roots, remarks)
    own = document_relations(source.document.iri, draft.relations)
    metadata = replace(metadata, properties=(*metadata.properties, *own))
    framework = with_associations(_framework(metadata, statements, draft), draft.relations, names)
    return replace(draft, framework=framework, cut=cut)


def _framework(
    metadata: DocumentMetadata, statements: tuple[Statement, ...], draft: Draft
) -> Framework:
    extension = extension_of(draft.source.clean["CFDocument"])
    labels, origin = draft.definitions.labels, Origin(draft.source.place, 0)
    framework_levels = levels(metadata.iri, statements, labels, extension.get("levels"))
    return replace(
        metadata.framework(framework_levels, statements, origin),
        collections=json_collections(extension, origin),
        resources=json_resources(extension, origin),
    )


def framework_and_crosswalk(
    draft: Draft, names: Names, remarks: Remarks
) -> tuple[Framework | None, Crosswalk | None]:
    """Return the framework and the crosswalk of ``draft``, now that all frameworks are known."""
    crosswalk = _crosswalk(draft, names, remarks)
    framework = draft.framework
    if framework is not None:
        own = _definitions(framework, crosswalk, draft, names)
        return replace(framework, properties=(*framework.properties, *own)), crosswalk
    if crosswalk is None:
        return None, None
    related_to = document_relations(crosswalk.iri, draft.relations)
    own = [*related_to, *_definitions(crosswalk, crosswalk, draft, names)]
    return None, replace(crosswalk, properties=(*crosswalk.properties, *own))


def _definitions(
    document: Framework | Crosswalk, crosswalk: Crosswalk | None, draft: Draft, names: Names
) -> list[PropertyValue]:
    """Return what the package defines and the writer would not define by itself."""
    clean = draft.source.clean
    parts = crosswalk.parts if crosswalk else ()
    derived = {
        "CFItemTypes": item_types(document, names) if isinstance(document, Framework) else [],
        "CFLicenses": licenses(document, names),
        "CFAssociationGroupings": [
            grouping_of(part, crosswalk, document, names) for part in parts if crosswalk
        ],
    }
    properties = [
        extension_property(CASE[name], entity)
        for name in DEFINITIONS
        for entity in draft.definitions.lists[name]
        if not _is_made(entity, derived.get(name, []))
    ]
    properties += draft.definitions.kept_links()
    properties += [
        extension_property(CASE.CFRubrics, rubric) for rubric in clean.get("CFRubrics", [])
    ]
    for name, owner in (("CFPackage", clean), ("CFDefinition", clean.get("CFDefinitions", {}))):
        if owner.get("extensions"):
            properties.append(extension_property(CASE[f"{name}Extensions"], owner["extensions"]))
    return properties


def _is_made(entity: Object, derived: Sequence[Object]) -> bool:
    """Return whether ``entity`` is what the writer makes, at whatever address, of any version."""
    for each in derived:
        if entity.get("identifier") == each["identifier"]:
            return _core(entity) == _core(each)
    return False


def _core(entity: Object) -> Object:
    extensions = {k: v for k, v in entity.get("extensions", {}).items() if k != EXTENSION}
    core = {k: v for k, v in entity.items() if k not in ("extensions", "uri")}
    uri = str(entity.get("uri", ""))
    own = "" if uri.endswith(str(entity.get("identifier"))) else uri
    return {**core, "uri": own, **({"extensions": extensions} if extensions else {})}


def _crosswalk(draft: Draft, names: Names, remarks: Remarks) -> Crosswalk | None:
    """Return the crosswalk of what leads out of the document; None where nothing does."""
    if not draft.is_crosswalk and not draft.relations.outside:
        return None
    metadata = draft.metadata if draft.is_crosswalk else _inside(draft.metadata)
    extension = extension_of(draft.source.clean["CFDocument"])
    when = names.changed(draft.metadata)
    parts = Parts(metadata, draft.definitions, names, extension, when, remarks)
    parts.add(draft.relations.outside)
    crosswalk = metadata.crosswalk((), parts.parts(), Origin(draft.source.place, 0))
    return replace(crosswalk, external=parts.external())


def _inside(metadata: DocumentMetadata) -> DocumentMetadata:
    """Return the metadata of the crosswalk that comes inside the document of a framework."""
    title = Literal(f"Associations of {metadata.title}", lang="en")
    return DocumentMetadata(
        iri=unnamed_iri(metadata.iri, "associations"),
        id=f"{metadata.id}-associations",
        uuid=metadata.uuid,
        title=title,
        creators=metadata.creators,
        publisher=metadata.publisher,
        issued=metadata.issued,
        language=metadata.language,
        rights=metadata.rights,
        license=metadata.license,
        attribution=metadata.attribution,
    )
