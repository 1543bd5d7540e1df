"""Term mappings of DESM (``desm:TermMapping``) to a crosswalk.

Each maps terms of one schema to a term of the spine, which all schemas are mapped to.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rdflib import DCTERMS, RDF, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.asn_model.node import Node
from crosswalk_rdf.formats.shared.asn_model.rdf_nodes import nodes_of_subjects
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.json_documents import may_be_json, read_json
from crosswalk_rdf.formats.shared.rdf_documents import read_rdf
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    MappingSet,
    Origin,
    Package,
    Slot,
    local_name,
    unnamed_iri,
)
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.namespaces import PREFIXES, SEMAPV

_DESM: Final = re.compile(r"https?://desmsolutions\.org/ns/")
_RECOGNIZED: Final = re.compile(rb"desm(solutions\.org/ns/|:)TermMapping\b")
_OWN_PREFIXES: Final = {
    "desm": "http://desmsolutions.org/ns/",
    "dct": str(DCTERMS),
    "dcterms": str(DCTERMS),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
}
_PREDICATES: Final[Mapping[str, URIRef]] = {
    "identical": SKOS.exactMatch,
    "reworded": SKOS.exactMatch,
    "similar": SKOS.closeMatch,
    "transformed": SKOS.closeMatch,
    "hassubproperty": SKOS.narrowMatch,
    "subpropertyof": SKOS.broadMatch,
    "subproperty": SKOS.broadMatch,
    "concept": SKOS.relatedMatch,
    "nomatch": SKOS.mappingRelation,
}
"""The mapping predicates of DESM of which SKOS has an equal, by their names in lower case."""
_NO_MATCH: Final = "nomatch"

Ends = tuple[URIRef, URIRef]


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` has term mappings of DESM."""
    return bool(_RECOGNIZED.search(data))


def read(data: bytes, file: str) -> Reading:
    """Return the crosswalk that the term mappings in ``data`` make.

    Raises InputFaults for what is not RDF, and for what has no term mapping.
    """
    report = Report()
    document = _with_prefixes(data, file) if may_be_json(data) else data
    nodes = nodes_of_subjects(read_rdf(document, file).subjects)
    mappings = [node for node in nodes if _is_a(node, "TermMapping")]
    if not mappings:
        raise unreadable(file, "no desm:TermMapping: name its format with --from")
    whole = next((node for node in nodes if _is_a(node, "AbstractClassMapping")), None)
    return Reading(Package(crosswalks=(_crosswalk(whole, mappings, file, report),)), report)


def _crosswalk(
    whole: Node | None, mappings: Sequence[Node], file: str, report: Report
) -> Crosswalk:
    """Return the crosswalk of ``mappings``, described by ``whole`` if that is there."""
    title = _first(whole, "title", "name", "label") if whole else None
    name = slug(file.rsplit("/", 1)[-1].partition(".")[0], "mappings")
    iri = whole.iri if whole else unnamed_iri(str(mappings[0].iri), "mappings")
    by_ends: dict[Ends, list[Alignment]] = {}
    for node in mappings:
        for alignment in _alignments(node, file, report):
            ends = _source(alignment.subject), _source(alignment.object)
            by_ends.setdefault(ends, []).append(alignment)
    return Crosswalk(
        iri=iri,
        id=name,
        title=Literal(str(title or name), lang=getattr(title, "language", None)),
        creators=(),
        publisher=None,
        issued="",
        external=tuple(_external(by_ends)),
        parts=tuple(_part(iri, ends, members, file) for ends, members in by_ends.items()),
        origin=Origin(file, 0),
    )


def _with_prefixes(data: bytes, file: str) -> bytes:
    """Return the JSON-LD ``data`` with prefixes in place of a context that would be fetched."""
    value: Any = read_json(data, file)
    graph = value if isinstance(value, list) else [value]
    for each in graph:
        if isinstance(each, dict):
            own = each.get("@context")
            contexts = own if isinstance(own, list) else [own]
            own_contexts = [context for context in contexts if isinstance(context, dict)]
            each["@context"] = [{**PREFIXES, **_OWN_PREFIXES}, *own_contexts]
    return json.dumps(value).encode()


def _is_a(node: Node, name: str) -> bool:
    return any(_DESM.match(kind) and local_name(kind) == name for kind in node.types)


def _first(node: Node, *names: str) -> URIRef | Literal | None:
    """Return the first value of the first property with one of ``names``, in any letter case."""
    for name in names:
        for property, values in node.properties.items():
            if local_name(property).lower() == name and values:
                return values[0]
    return None


def _alignments(node: Node, file: str, report: Report) -> Iterator[Alignment]:
    """Yield an alignment for each mapped term; one that nothing matches where there is none."""
    spine, relation = _first(node, "spineterm"), _first(node, "mappingpredicate")
    name = local_name(str(relation or "")).replace("-", "").replace("_", "").lower()
    subjects = list(_mapped_terms(node)) or ([NO_TERM_FOUND] if name == _NO_MATCH else [])
    if not spine or not subjects:
        why = "it names no spine term, or no term that is mapped to it"
        report.add(node.place, Action.NOT_CARRIED, str(node.iri), why)
        report.count("TermMapping", 1, 0)
        return
    report.count("TermMapping", len(subjects), len(subjects))
    comment = _first(node, "description", "comment")
    for number, subject in enumerate(subjects):
        yield Alignment(
            iri=node.iri if len(subjects) == 1 else unnamed_iri(node.iri, str(number)),
            subject=subject,
            predicate=_PREDICATES.get(name) or URIRef(relation or SKOS.mappingRelation),
            object=URIRef(str(spine)),
            justification=SEMAPV.ManualMappingCuration,
            comment=str(comment) if comment else None,
            slots=(_predicate_slot(relation),) if relation else (),
            origin=Origin(file, 0),
        )


def _mapped_terms(node: Node) -> Iterator[URIRef]:
    for property, values in node.properties.items():
        if local_name(property).lower() == "mappedterm":
            yield from (URIRef(str(value)) for value in values if ":" in str(value))


def _predicate_slot(relation: URIRef | Literal) -> Slot:
    """Return the slot that holds the predicate as DESM has it."""
    property = URIRef(f"{_OWN_PREFIXES['desm']}mappingPredicate")
    return Slot(name="ext_mappingPredicate", property=property, values=(URIRef(str(relation)),))


def _source(term: URIRef) -> URIRef:
    """Return the namespace of ``term``: the schema that it is of."""
    return URIRef(term[: -len(local_name(term))]) if local_name(term) else term


def _external(by_ends: Mapping[Ends, list[Alignment]]) -> Iterator[ExternalFramework]:
    ids: set[str] = set()
    for source in dict.fromkeys(end for ends in by_ends for end in ends):
        name = unused_name(slug(source.partition("//")[2], "schema"), ids)
        ids.add(name)
        yield ExternalFramework(iri=source, id=name, title=Literal(str(source)))


def _part(crosswalk: URIRef, ends: Ends, alignments: list[Alignment], file: str) -> MappingSet:
    subject, object = (slug(end.partition("//")[2], "schema") for end in ends)
    return MappingSet(
        iri=unnamed_iri(crosswalk, f"part {ends[0]} {ends[1]}"),
        id=f"{subject}--{object}",
        title=Literal(f"{ends[0]} and {ends[1]}"),
        license=UNSPECIFIED_LICENSE,
        subject_source=ends[0],
        object_source=ends[1],
        alignments=tuple(alignments),
        origin=Origin(file, 0),
    )
