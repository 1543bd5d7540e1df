"""A graph of ours and the same graph in a store to the triples that differ.

For stores that cannot compute the checksum, or that write values in another form: triples are
fetched predicate by predicate, and numbers and moments are compared by value.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import XSD, Literal
from rdflib.term import Node

from crosswalk_rdf.store.http_client import EndpointError
from crosswalk_rdf.store.oxigraph_backend import triple_of
from crosswalk_rdf.store.remote.remote_store import RemoteStore

_BY_VALUE: Final = {XSD.double, XSD.float, XSD.decimal, XSD.integer, XSD.dateTime}
_INTEGERS: Final = {
    XSD.integer, XSD.long, XSD.int, XSD.short, XSD.byte,
    XSD.nonNegativeInteger, XSD.positiveInteger, XSD.nonPositiveInteger, XSD.negativeInteger,
    XSD.unsignedLong, XSD.unsignedInt, XSD.unsignedShort, XSD.unsignedByte,
}  # fmt: skip
"""What Oxigraph keeps as ``xsd:integer`` (XML Schema 1.1 part 2 §3.4.13 and what is under it)."""

Key = tuple[object, object, object]


def differences(quads: Iterable[ox.Quad], remote: RemoteStore, graph: str) -> Iterator[str]:
    """Yield a sentence for each triple that only one side has; raise EndpointError.

    ``quads`` are ours.
    """
    ours: dict[str, dict[Key, str]] = {}
    for quad in quads:
        ours.setdefault(quad.predicate.value, {})[_key(triple_of(quad.triple))] = _line(quad)
    theirs = remote.predicates(graph)
    for predicate in sorted(ours.keys() | theirs.keys()):
        local = ours.get(predicate, {})
        remote_triples = _remote_triples(remote, graph, predicate, theirs.get(predicate, 0))
        yield from (f"lacks {local[key]}" for key in local if key not in remote_triples)
        yield from (
            f"has besides {remote_triples[key]}" for key in remote_triples if key not in local
        )


def _remote_triples(remote: RemoteStore, graph: str, predicate: str, count: int) -> dict[Key, str]:
    if not count:
        return {}
    triples = remote.triples(graph, predicate)
    if len(triples) < count:
        message = f"gave {len(triples):,} of {count:,} triples of <{graph}> with <{predicate}>"
        advice = "let it answer with more rows (ResultSetMaxRows in Virtuoso), and push again"
        raise EndpointError(f"{remote.addresses.query} {message}: {advice}")
    return {_key(triple): " ".join(term.n3() for term in triple) for triple in triples}


def _line(quad: ox.Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


def _key(triple: tuple[Node, Node, Node]) -> Key:
    subject, predicate, value = triple
    if isinstance(value, Literal):
        datatype = XSD.integer if value.datatype in _INTEGERS else value.datatype
        number = Literal(str(value), datatype=datatype).value if datatype in _BY_VALUE else None
        if number is not None:
            return str(subject), str(predicate), (datatype, number)
    return str(subject), str(predicate), value.n3()
