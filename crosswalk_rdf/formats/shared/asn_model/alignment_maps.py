"""One alignment map (``ceterms:AlignmentMap``) to a crosswalk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.shared.asn_model.agents import Agents, creators_of, publisher_of
from crosswalk_rdf.formats.shared.asn_model.alignment_objects import alignment_of, slots_of
from crosswalk_rdf.formats.shared.asn_model.frameworks import (
    attribution_of,
    identifier_of,
    issued_of,
    rights_of,
)
from crosswalk_rdf.formats.shared.asn_model.identifiers import Uuids
from crosswalk_rdf.formats.shared.asn_model.node import Node, Remaining
from crosswalk_rdf.formats.shared.asn_model.relations import Documented, elsewhere_of
from crosswalk_rdf.formats.shared.asn_model.texts import in_language, language_of, others
from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    DESCRIPTIONS,
    LANGUAGES,
    LICENSES,
    NAMES,
)
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    MappingSet,
    Origin,
    PropertyValue,
    local_name,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CEASN, CETERMS, SSSOM

MEMBERS: Final = (CETERMS.hasPart, CETERMS.hasStatement)
_Key = tuple[URIRef | None, URIRef, URIRef]
"""A part that is described, if any, and the sources of subjects and objects."""


@dataclass(slots=True)
class MapReader:
    """What is the same for all maps of a document."""

    nodes: Mapping[URIRef, Node]
    documented: Documented
    agents: Agents
    uuids: Uuids
    file: str
    report: Report
    carried: set[URIRef] = field(default_factory=set)
    """Nodes that were carried: maps, parts, alignment objects."""

    def crosswalk(self, node: Node, members: Iterable[URIRef]) -> Crosswalk:
        """Return the crosswalk that the map ``node`` and its alignment objects make."""
        remaining = Remaining(node)
        for name in MEMBERS:
            remaining.take_where(name, lambda value: value in self.nodes)
        title, description, rights, further = _words(remaining)
        title = title or Literal(local_name(node.iri))
        parts = self._parts(node, remaining, members, rights, title)
        self.carried.add(node.iri)
        return Crosswalk(
            iri=node.iri,
            id=identifier_of(remaining, title, node.iri),
            uuid=self.uuids.take(node, remaining),
            title=title,
            description=description,
            creators=creators_of(remaining, self.agents),
            publisher=publisher_of(remaining, self.agents),
            issued=issued_of(remaining),
            rights=rights,
            license=_license(remaining),
            attribution=attribution_of(remaining),
            external=tuple(self._external(parts, node.iri)),
            properties=(*further, *remaining.properties()),
            parts=tuple(parts),
            origin=Origin(self.file, 0),
        )

    def _parts(
        self,
        node: Node,
        remaining: Remaining,
        members: Iterable[URIRef],
        rights: Literal,
        title: Literal,
    ) -> list[MappingSet]:
        compares = remaining.take_iris(CETERMS.compares)
        sorted_out = self._sorted_out(node, members, compares)
        if len(compares) != 2:  # of two, the parts say it; of others, nobody else does
            remaining.give_back(CETERMS.compares, compares)
        return [
            self._part(node.iri, key, alignments, rights, title)
            for key, alignments in sorted_out.items()
        ]

    def _sorted_out(
        self, node: Node, members: Iterable[URIRef], compares: Sequence[URIRef]
    ) -> Mapping[_Key, list[Alignment]]:
        by_pair: dict[_Key, list[Alignment]] = {}
        for iri in members:
            member = self.nodes[iri]
            alignment = alignment_of(member, node.iri, self.documented, self.file, self.report)
            if alignment is None:
                continue
            self.carried.add(iri)
            part = next((p for p in member.iris(CEASN.isPartOf) if self._is_part(p)), None)
            key = part, *self._sources(alignment, part, compares, node.iri)
            by_pair.setdefault(key, []).append(alignment)
        return by_pair

    def _is_part(self, iri: URIRef) -> bool:
        return iri in self.nodes and SSSOM.MappingSet in self.nodes[iri].types

    def _sources(
        self,
        alignment: Alignment,
        part: URIRef | None,
        compares: Sequence[URIRef],
        crosswalk: URIRef,
    ) -> tuple[URIRef, URIRef]:
        """Return where subject and object stand: as the part says, or the document, or the map.

        A map that compares two frameworks maps the first to the second.
        """
        elsewhere = unnamed_iri(crosswalk, "elsewhere")
        sources = list(compares) if len(compares) == 2 else [elsewhere, elsewhere]
        if part:
            for index, name in enumerate(("subject_source", "object_source")):
                sources[index] = next(self.nodes[part].iris(SSSOM[name]), sources[index])
        framework_of = self.documented.framework_of
        subject = framework_of.get(alignment.subject)
        object = framework_of.get(alignment.object)
        if not part and (subject == sources[1] != sources[0] or object == sources[0] != sources[1]):
            sources.reverse()
        return subject or sources[0], object or sources[1]

    def _part(
        self,
        crosswalk: URIRef,
        key: _Key,
        alignments: Sequence[Alignment],
        rights: Literal,
        title: Literal,
    ) -> MappingSet:
        iri, subject, object = key
        name = f"{self._id(subject)}--{self._id(object)}"
        part = MappingSet(
            iri=unnamed_iri(crosswalk, f"part {subject} {object}"),
            id=name,
            title=title,
            license=UNSPECIFIED_LICENSE,
            rights=rights,
            subject_source=subject,
            object_source=object,
            alignments=tuple(alignments),
            origin=Origin(self.file, 0),
        )
        return self._with_description(part, self.nodes[iri]) if iri else part

    def _with_description(self, part: MappingSet, node: Node) -> MappingSet:
        """Return ``part`` with what its own node states."""
        remaining = Remaining(node)
        for name in (SSSOM.subject_source, SSSOM.object_source, CEASN.isPartOf):
            remaining.take(name)
        title, _ = in_language(remaining.take(*NAMES), "")
        description, _ = in_language(remaining.take(*DESCRIPTIONS), "")
        rights, _ = in_language(rights_of(remaining), "")
        licenses = remaining.take_iris(*LICENSES)
        first = node.iri not in self.carried
        self.carried.add(node.iri)
        return replace(
            part,
            iri=node.iri if first else part.iri,
            id=identifier_of(remaining, title or part.title, node.iri) if first else part.id,
            title=title or part.title,
            description=description,
            rights=rights or part.rights,
            license=licenses[0] if licenses else part.license,
            slots=slots_of(remaining),
        )

    def _id(self, source: URIRef) -> str:
        framework = self.documented.frameworks.get(source)
        return framework.id if framework else _short_name(source)

    def _external(
        self, parts: Sequence[MappingSet], crosswalk: URIRef
    ) -> Iterator[ExternalFramework]:
        sources = dict.fromkeys(s for p in parts for s in (p.subject_source, p.object_source))
        for source in sources:
            if source == unnamed_iri(crosswalk, "elsewhere"):
                yield elsewhere_of(crosswalk)
            elif source not in self.documented.frameworks:
                name = _short_name(source)
                yield ExternalFramework(iri=source, id=name, title=Literal(local_name(source)))


def _license(remaining: Remaining) -> URIRef | None:
    """Return the license of a map; further ones remain."""
    licenses = remaining.take_iris(*LICENSES)
    remaining.give_back(DCTERMS.license, licenses[1:])
    return licenses[0] if licenses else None


def _short_name(iri: URIRef) -> str:
    return slug(local_name(iri).rsplit(":", 1)[-1], "framework")


def _words(
    remaining: Remaining,
) -> tuple[Literal | None, Literal | None, Literal, list[PropertyValue]]:
    """Return title, description and rights of a map, and those in other languages."""
    language, languages = language_of(remaining.take(*LANGUAGES))
    title, titles = in_language(remaining.take(*NAMES), language)
    description, descriptions = in_language(remaining.take(*DESCRIPTIONS), language)
    rights, further = in_language(rights_of(remaining), language)
    return (
        title,
        description,
        rights or Literal(""),
        [
            *others(SKOS.prefLabel, titles),
            *others(DCTERMS.description, descriptions),
            *others(DCTERMS.rights, further),
            *others(DCTERMS.language, (Literal(str(tag)) for tag in languages)),
        ],
    )
