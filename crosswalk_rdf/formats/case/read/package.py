"""One cleaned CFPackage to a framework, a crosswalk, or both."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rdflib import Literal

from crosswalk_rdf.formats.case.classes import DEFINITIONS
from crosswalk_rdf.formats.case.definitions import grouping_of, item_types, licences
from crosswalk_rdf.formats.case.document_metadata import Heading
from crosswalk_rdf.formats.case.extensions import EXTENSION, Object, kept
from crosswalk_rdf.formats.case.identifiers import Names, changed
from crosswalk_rdf.formats.case.read.association_extensions import with_associations
from crosswalk_rdf.formats.case.read.associations import (
    Relations,
    resolved,
    sequence,
    sorted_by_use,
)
from crosswalk_rdf.formats.case.read.definitions import Definitions
from crosswalk_rdf.formats.case.read.documents import heading
from crosswalk_rdf.formats.case.read.hierarchy import document_relations, related
from crosswalk_rdf.formats.case.read.index import Index, Target, rest_of
from crosswalk_rdf.formats.case.read.items import statement
from crosswalk_rdf.formats.case.read.levels import levels
from crosswalk_rdf.formats.case.read.mapping_sets import Parts
from crosswalk_rdf.formats.case.remarks import Findings
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
    """A package on its way to a framework, or to the heading of a crosswalk."""

    source: Source
    heading: Heading
    definitions: Definitions
    relations: Relations
    framework: Framework | None = None
    found: int = 0
    cut: int = 0
    outside: list[str] = field(default_factory=list)

    @property
    def is_crosswalk(self) -> bool:
        """Whether the document holds nothing but associations between other documents."""
        noted = rest_of(self.source.clean["CFDocument"]).get("crosswalk") is True
        return noted or (not self.source.items and bool(self.relations.outside))


def draft(source: Source, index: Index, taken: Sequence[str], findings: Findings) -> Draft:
    """Return what can be said of ``source`` before the other packages are known."""
    clean, iri = source.clean, source.document.iri
    language = clean["CFDocument"].get("language", "").strip().replace("_", "-")
    definitions = Definitions(clean.get("CFDefinitions", {}), iri, language)
    place = f"{source.place}/CFDocument"
    found = heading(clean["CFDocument"], source.document, definitions, taken, place, findings)
    if found.language != language:
        definitions = Definitions(clean.get("CFDefinitions", {}), iri, found.language)
    cleaned = clean.get("CFAssociations", [])
    associations = resolved(cleaned, index, iri, f"{source.place}/CFAssociations", findings)
    relations = sorted_by_use(associations, iri)
    return Draft(source, found, definitions, relations, found=len(associations))


def with_framework(draft: Draft, names: Names, findings: Findings) -> Draft:
    """Return ``draft`` with its framework, which ``names`` then know."""
    heading, source = draft.heading, draft.source
    bare = [
        statement(clean, target, heading, draft.definitions, place, findings)
        for place, clean, target in source.items
    ]
    roots = {
        each.origin.iri: sequence(each)
        for iri in draft.relations.roots
        for each in draft.relations.of_origin[iri]
        if each.destination.iri == source.document.iri
    }
    placed, cut = related(bare, draft.relations, roots, findings)
    own = document_relations(source.document.iri, draft.relations)
    heading = replace(heading, properties=(*heading.properties, *own))
    framework = with_associations(_framework(heading, placed, draft), draft.relations, names)
    return replace(draft, framework=framework, cut=cut)


def _framework(heading: Heading, statements: tuple[Statement, ...], draft: Draft) -> Framework:
    noted = rest_of(draft.source.clean["CFDocument"]).get("levels")
    found = levels(heading.iri, statements, draft.definitions.labels, noted)
    return heading.framework(found, statements, Origin(draft.source.place, 0))


def finished(
    draft: Draft, names: Names, findings: Findings
) -> tuple[Framework | None, Crosswalk | None]:
    """Return the framework and the crosswalk of ``draft``, now that all frameworks are known."""
    crosswalk = _crosswalk(draft, names, findings)
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
    made = {
        "CFItemTypes": item_types(document, names) if isinstance(document, Framework) else [],
        "CFLicenses": licences(document, names),
        "CFAssociationGroupings": [
            grouping_of(part, crosswalk, document, names) for part in parts if crosswalk
        ],
    }
    found = [
        kept(CASE[name], entity)
        for name in DEFINITIONS
        for entity in draft.definitions.lists[name]
        if not _is_made(entity, made.get(name, []))
    ]
    found += draft.definitions.kept_links()
    found += [kept(CASE.CFRubrics, rubric) for rubric in clean.get("CFRubrics", [])]
    for name, owner in (("CFPackage", clean), ("CFDefinition", clean.get("CFDefinitions", {}))):
        if owner.get("extensions"):
            found.append(kept(CASE[f"{name}Extensions"], owner["extensions"]))
    return found


def _is_made(entity: Object, made: Sequence[Object]) -> bool:
    """Return whether ``entity`` is what the writer makes, at whatever address, of any version."""
    for each in made:
        if entity.get("identifier") == each["identifier"]:
            return _core(entity) == _core(each)
    return False


def _core(entity: Object) -> Object:
    extensions = {k: v for k, v in entity.get("extensions", {}).items() if k != EXTENSION}
    core = {k: v for k, v in entity.items() if k not in ("extensions", "uri")}
    uri = str(entity.get("uri", ""))
    own = "" if uri.endswith(str(entity.get("identifier"))) else uri
    return {**core, "uri": own, **({"extensions": extensions} if extensions else {})}


def _crosswalk(draft: Draft, names: Names, findings: Findings) -> Crosswalk | None:
    """Return the crosswalk of what leads out of the document; None where nothing does."""
    if not draft.is_crosswalk and not draft.relations.outside:
        return None
    heading = draft.heading if draft.is_crosswalk else _inside(draft.heading)
    rest = rest_of(draft.source.clean["CFDocument"])
    when = changed(draft.heading.properties, names.default_change)
    parts = Parts(heading, draft.definitions, names, rest, when, findings)
    parts.add(draft.relations.outside)
    found = heading.crosswalk((), parts.parts(), Origin(draft.source.place, 0))
    return replace(found, external=parts.external())


def _inside(heading: Heading) -> Heading:
    """Return the heading of the crosswalk that comes inside the document of a framework."""
    title = Literal(f"Associations of {heading.title}", lang="en")
    return Heading(
        iri=unnamed_iri(heading.iri, "associations"),
        id=f"{heading.id}-associations",
        uuid=heading.uuid,
        title=title,
        creators=heading.creators,
        publisher=heading.publisher,
        issued=heading.issued,
        language=heading.language,
        rights=heading.rights,
    )
