"""The classes and properties of a dataset to a script, from which the SPARQL editor completes.

The script also says which IRIs of the publication have a page of their own, so that answers link
to it. It holds nothing that grows with the number of statements.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, VOID

from crosswalk_rdf.dataset.addresses import Addresses

_VARIABLE: Final = "crosswalkVocabulary"
_LINE_ENDS: Final = {"\u2028": "\\u2028", "\u2029": "\\u2029"}


def vocabulary_script(
    store: ox.Store,
    *,
    prefixes: Mapping[str, str],
    addresses: Addresses,
    language: str,
    pages: Container[str],
    weights: tuple[int, int],
) -> bytes:
    """Return the script that assigns the vocabulary of ``store``.

    Classes, properties and their counts are read from the VoID partitions that describe the
    dataset ``{base}dataset``. ``language`` is preferred for labels. ``pages`` are the paths of all
    pages, with their suffix. ``weights`` are the bytes of the engine and of the dataset as they
    are published: what a reader is about to load.
    """
    base = addresses.base
    dataset = ox.NamedNode(f"{base}dataset")
    spaces, single = _pages_by_namespace(store, addresses, pages)
    vocabulary = {
        "base": base,
        "prefixes": dict(sorted(prefixes.items())),
        "classes": _terms(store, dataset, _CLASSES, language),
        "properties": _terms(store, dataset, _PROPERTIES, language),
        "graphs": sorted(n.value for n in store.named_graphs() if isinstance(n, ox.NamedNode)),
        "spaces": spaces,
        "pages": single,
        "weights": weights,
    }
    return f"globalThis.{_VARIABLE} = {javascript(vocabulary)};\n".encode()


def javascript(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Return ``value`` as a literal of JavaScript, without needless space."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _LINE_ENDS.items():
        text = text.replace(character, escape)
    return text


_CLASSES: Final = (VOID.classPartition, VOID["class"], VOID.entities)
_PROPERTIES: Final = (VOID.propertyPartition, VOID.property, VOID.triples)


def _terms(
    store: ox.Store, dataset: ox.NamedNode, properties: tuple[str, str, str], language: str
) -> list[tuple[str, int, str]]:
    """Return IRI, count and label of each term, those that occur most first."""
    partition, names, counts = properties
    count_of = {
        term: int(count)
        for part in _objects(store, dataset, partition)
        for term in _values(store, part, names)
        for count in _values(store, part, counts)
    }
    items = sorted(count_of.items(), key=lambda item: (-item[1], item[0]))
    return [(term, count, _label(store, term, language)) for term, count in items]


def _objects(store: ox.Store, subject: ox.NamedNode, predicate: str) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(subject, ox.NamedNode(predicate), None, None):
        if isinstance(quad.object, ox.NamedNode):
            yield quad.object


def _values(store: ox.Store, subject: ox.NamedNode, predicate: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(subject, ox.NamedNode(predicate), None, None):
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.object.value


def _label(store: ox.Store, term: str, language: str) -> str:
    """Return the label of ``term`` in ``language``, or else in English, or else any, or none."""
    label = ox.NamedNode(str(RDFS.label))
    labels = [
        quad.object
        for quad in store.quads_for_pattern(ox.NamedNode(term), label, None, None)
        if isinstance(quad.object, ox.Literal)
    ]
    order = {language: 0, "en": 1}
    by_preference = sorted(labels, key=lambda text: (order.get(text.language or "", 2), text.value))
    return by_preference[0].value if by_preference else ""


def _pages_by_namespace(
    store: ox.Store, addresses: Addresses, pages: Container[str]
) -> tuple[list[str], list[str]]:
    """Return the namespaces in which every resource has a page, and single IRIs in others.

    The script finds the page of an IRI by decoding it: others have none there.
    """
    resources = sorted(_resources(store, addresses.base))
    exceptions = {f"{addresses.base}{address.name}" for address in addresses.exceptions()}
    elsewhere = exceptions | addresses.others.keys()
    with_page = [i for i in resources if i not in elsewhere and addresses.page(i, pages)]
    all_of = Counter(map(_space, resources))
    counts_with_page = Counter(map(_space, with_page))
    spaces = {space for space, count in counts_with_page.items() if count == all_of[space] > 1}
    return sorted(spaces), [iri for iri in with_page if _space(iri) not in spaces]


def _resources(store: ox.Store, base: str) -> set[str]:
    quads = store.quads_for_pattern(None, ox.NamedNode(str(RDF.type)), None, None)
    subjects: Iterable[Any] = (quad.subject for quad in quads)
    return {s.value for s in subjects if isinstance(s, ox.NamedNode) and s.value.startswith(base)}


def _space(iri: str) -> str:
    """Return the namespace of ``iri``: all up to the last of its slashes and hashes."""
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
