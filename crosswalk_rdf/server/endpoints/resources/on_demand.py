"""What the service makes of a document of the build: other forms of JSON-LD, plain SKOS."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, RDF, SKOS, XSD

from crosswalk_rdf.namespaces import PREFIXES, SSSOM
from crosswalk_rdf.serialization.context import Context, Json, parse_context
from crosswalk_rdf.serialization.syntaxes import Syntax, by_name
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.server.content.build import ServedBuild, iri_of
from crosswalk_rdf.server.content.files import ServedFile, generated_file
from crosswalk_rdf.server.service import Service

_TERMS: Final = frozenset(
    str(DCTERMS[name])
    for name in (
        *("title", "description", "identifier", "creator", "publisher", "contributor"),
        *("issued", "created", "modified", "language", "source", "rights", "rightsHolder"),
        *("license", "isReplacedBy", "replaces", "isPartOf", "hasPart", "subject"),
    )
)
"""The terms of Dublin Core that go with what is said in SKOS."""
_TYPE: Final = str(RDF.type)
_SKOS: Final = str(SKOS)
_ANNOTATED_PROPERTY: Final = str(OWL.annotatedProperty)
_ENDS: Final = (str(OWL.annotatedSource), _ANNOTATED_PROPERTY, str(OWL.annotatedTarget))
_DENIES: Final = str(SSSOM.predicate_modifier)

Term = ox.NamedNode | ox.BlankNode | ox.Triple | ox.Literal
Property = tuple[ox.NamedNode, Term]
"""A predicate and an object."""


def expanded(build: ServedBuild, path: str) -> ServedFile:
    """Return the document at ``path`` as expanded JSON-LD, which is flattened as well.

    JSON-LD 1.1 §6.1 and §6.3: an array of node objects without a context, each node once.
    """
    nodes: dict[str, dict[str, list[Json]]] = {}
    for quad in build.triples(path):
        node = nodes.setdefault(_id(quad.subject), {})
        if quad.predicate.value == _TYPE and not isinstance(quad.object, ox.Literal):
            node.setdefault("@type", []).append(_id(quad.object))
        else:
            node.setdefault(quad.predicate.value, []).append(_value(quad.object))
    text = json.dumps([{"@id": id, **node} for id, node in nodes.items()], ensure_ascii=False)
    return generated_file(text.encode() + b"\n", _modified(build, path))


def _id(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _value(term: Term) -> Json:
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == str(XSD.string):
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}


def flattened(service: Service, path: str) -> ServedFile:
    """Return the document at ``path`` as JSON-LD with all nodes side by side, and a context."""
    return _written(service, path, service.build.triples(path), by_name("json-ld"), None)


def is_in_skos(build: ServedBuild, path: str) -> bool:
    """Return whether the document at ``path`` uses a property or a class of SKOS."""
    return any(
        quad.predicate.value.startswith(_SKOS)
        or (
            quad.predicate.value in (_TYPE, _ANNOTATED_PROPERTY)
            and iri_of(quad.object).startswith(_SKOS)
        )
        for quad in build.triples(path)
    )


def in_skos(service: Service, path: str, iri: str, syntax: Syntax) -> ServedFile:
    """Return what the document at ``path`` says in SKOS and the basic terms of Dublin Core.

    A record of a mapping is there as the mapping that it records, unless it denies it.
    """
    quads = sorted(set(_skos_quads(service.build.triples(path))), key=str)
    is_about = any(iri_of(quad.subject) == iri for quad in quads)
    return _written(service, path, quads, syntax, iri if is_about else None)


def _skos_quads(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    descriptions: dict[ox.NamedNode | ox.BlankNode | ox.Triple, list[Property]] = {}
    for quad in quads:
        descriptions.setdefault(quad.subject, []).append((quad.predicate, quad.object))
    for subject, properties in descriptions.items():
        if any(_is_of_skos(*pair) for pair in properties):
            for predicate, value in properties:
                if _is_of_skos(predicate, value) or predicate.value in _TERMS:
                    yield ox.Quad(subject, predicate, value)
        yield from _mapping(properties)


def _is_of_skos(predicate: ox.NamedNode, value: Term) -> bool:
    is_class = predicate.value == _TYPE and iri_of(value).startswith(_SKOS)
    return is_class or predicate.value.startswith(_SKOS)


def _mapping(properties: Sequence[Property]) -> Iterator[ox.Quad]:
    """Yield the mapping that a record of SSSOM stands for."""
    values: Mapping[str, Term] = {predicate.value: value for predicate, value in properties}
    subject, predicate, target = (values.get(end) for end in _ENDS)
    if not isinstance(subject, ox.NamedNode) or not isinstance(predicate, ox.NamedNode):
        return
    if target is not None and predicate.value.startswith(_SKOS) and _DENIES not in values:
        yield ox.Quad(subject, predicate, target)


def _written(
    service: Service, path: str, quads: Iterable[ox.Quad], syntax: Syntax, root: str | None
) -> ServedFile:
    prefixes = {**PREFIXES, **service.build.manifest.prefixes}
    context = service.cached(_context)
    data = serialize(quads, syntax, prefixes=prefixes, context=context, root=root)
    return generated_file(data, _modified(service.build, path))


def _modified(build: ServedBuild, path: str) -> int:
    file = build.n_triples(path)
    return file.modified if file is not None else 0


def _context(service: Service) -> Context:
    file = service.build.files.get("context.jsonld")
    return parse_context(bytes(file.content).decode()) if file else Context()
