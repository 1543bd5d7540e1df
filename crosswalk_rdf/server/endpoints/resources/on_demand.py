"""What the service makes of a document of the build: other forms of JSON-LD, plain SKOS."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, RDF, SKOS, XSD

from crosswalk_rdf.namespaces import PREFIXES, SSSOM
from crosswalk_rdf.serialization.context import Context, Json, parse_context
from crosswalk_rdf.serialization.syntaxes import Syntax, by_name
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.service import Service

_PREFIX: Final = re.compile(rb"^@prefix ([^:\s]*): <([^>]*)> \.$", re.MULTILINE)
_IS_SKOS: Final = re.compile(
    rf"^\S+ (?:<{RDF.type}> |<{OWL.annotatedProperty}> )?<{SKOS}".encode(), re.MULTILINE
)
_BASICS: Final = frozenset(
    f"<{DCTERMS[name]}>"
    for name in (
        *("title", "description", "identifier", "creator", "publisher", "contributor"),
        *("issued", "created", "modified", "language", "source", "rights", "rightsHolder"),
        *("license", "isReplacedBy", "replaces", "isPartOf", "hasPart", "subject"),
    )
)
_TYPE: Final = f"<{RDF.type}>"
_SKOS: Final = f"<{SKOS}"
_ENDS: Final = tuple(
    f"<{end}>" for end in (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
)
_DENIES: Final = f"<{SSSOM.predicate_modifier}>"

Described = dict[str, list[tuple[str, str]]]


def packed(content: bytes, modified: int) -> ServedFile:
    """Return ``content`` with a validator of its own."""
    return ServedFile(memoryview(content), f'"{sha256(content).hexdigest()[:32]}"', modified)


def expanded(source: ServedFile) -> ServedFile:
    """Return the N-Triples of ``source`` as expanded JSON-LD, which is flattened as well.

    JSON-LD 1.1 §6.1 and §6.3: an array of node objects without a context, each node once.
    """
    nodes: dict[str, dict[str, list[Json]]] = {}
    for quad in ox.parse(bytes(source.content), ox.RdfFormat.N_TRIPLES):
        node = nodes.setdefault(_id(quad.subject), {})
        if quad.predicate.value == str(RDF.type) and not isinstance(quad.object, ox.Literal):
            node.setdefault("@type", []).append(_id(quad.object))
        else:
            node.setdefault(quad.predicate.value, []).append(_value(quad.object))
    text = json.dumps([{"@id": id, **node} for id, node in nodes.items()], ensure_ascii=False)
    return packed(text.encode() + b"\n", source.modified)


def _id(term: ox.NamedNode | ox.BlankNode | ox.Triple | ox.Literal) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _value(term: ox.NamedNode | ox.BlankNode | ox.Triple | ox.Literal) -> Json:
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == str(XSD.string):
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}


def flattened(service: Service, path: str) -> ServedFile:
    """Return the document at ``path`` as JSON-LD with all nodes side by side, and a context."""
    source = service.build.files[f"{path}.nt"]
    quads = ox.parse(bytes(source.content), ox.RdfFormat.N_TRIPLES)
    return _written(service, path, quads, by_name("json-ld"), None)


def is_in_skos(source: ServedFile) -> bool:
    """Return whether the N-Triples of ``source`` say anything in the words of SKOS."""
    return _IS_SKOS.search(source.content) is not None


def in_skos(service: Service, path: str, iri: str, syntax: Syntax) -> ServedFile:
    """Return what the document at ``path`` says in SKOS and the basic terms of Dublin Core.

    A record of a mapping is there as the mapping that it records, unless it denies it.
    """
    source = service.build.files[f"{path}.nt"]
    lines = sorted(set(_skos_lines(bytes(source.content).decode())))
    quads = ox.parse("\n".join((*lines, "")).encode(), ox.RdfFormat.N_TRIPLES)
    is_about = any(line.startswith(f"<{iri}> ") for line in lines)
    return _written(service, path, quads, syntax, iri if is_about else None)


def _skos_lines(text: str) -> Iterator[str]:
    described: Described = {}
    for line in filter(None, text.split("\n")):
        subject, property, value = line.split(" ", 2)
        described.setdefault(subject, []).append((property, value.removesuffix(" .")))
    for subject, pairs in described.items():
        own = [pair for pair in pairs if _is_of_skos(*pair)]
        if own:
            own += [pair for pair in pairs if pair[0] in _BASICS]
        yield from (f"{subject} {property} {value} ." for property, value in own)
        yield from _mapping(pairs)


def _is_of_skos(property: str, value: str) -> bool:
    return property.startswith(_SKOS) or (property == _TYPE and value.startswith(_SKOS))


def _mapping(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the mapping that a record of SSSOM stands for."""
    found = dict(pairs)
    ends = [found.get(end, "") for end in _ENDS]
    if all(ends) and ends[1].startswith(_SKOS) and _DENIES not in found:
        yield f"{' '.join(ends)} ."


def _written(
    service: Service, path: str, quads: Iterable[ox.Quad], syntax: Syntax, root: str | None
) -> ServedFile:
    turtle = service.build.files[f"{path}.ttl"]
    own = {p.decode(): n.decode() for p, n in _PREFIX.findall(turtle.content)}
    data = serialize(
        quads, syntax, prefixes={**PREFIXES, **own}, context=service.cached(_context), root=root
    )
    return packed(data, turtle.modified)


def _context(service: Service) -> Context:
    found = service.build.files.get("context.jsonld")
    return parse_context(bytes(found.content).decode()) if found else Context()
