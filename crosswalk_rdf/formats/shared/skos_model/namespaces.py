"""Namespaces of schemes and of the IRIs of concepts; names of well-known vocabularies."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from rdflib import VANN, URIRef

from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.namespaces import PREFIXES

_URN_IN_PATH: Final = re.compile(r"/urn:[^/#?]*:", re.IGNORECASE)
"""A URN behind the address of a resolver, up to its last colon (``http://urn.fi/URN:NBN:fi:``)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A vocabulary that many others map to."""

    namespace: str
    """What the IRIs of its concepts begin with."""
    id: str
    title: str


def known_namespaces(schemes: Iterable[URIRef], subjects: Subjects) -> dict[str, URIRef]:
    """Return what the IRIs of the concepts of each scheme begin with, and the scheme."""
    spaces: dict[str, URIRef] = {}
    for scheme in schemes:
        ends = (str(scheme),) if scheme.endswith(("/", "#")) else (f"{scheme}/", f"{scheme}#")
        namespaces = subjects.get(scheme, {}).get(VANN.preferredNamespaceUri, ())
        for space in (*ends, *(str(value) for value in namespaces)):
            spaces.setdefault(space, scheme)
    return spaces


def namespace_of(iri: str) -> str:
    """Return what ``iri`` begins with, up to the name at its end.

    That is all up to its last ``#`` or ``/``, the last ``=`` of a query, or the last colon of a
    URN, also of one behind the address of a resolver. A URN keeps its namespace identifier
    (RFC 8141 §2). Raises nothing.
    """
    if iri.lower().startswith("urn:"):
        end = max(iri.rstrip(":").rfind(sign) for sign in "#/:") + 1
        return iri[:end] if iri.count(":", 0, end) > 1 else iri
    end = max(iri.rstrip("/#").rfind(sign) for sign in "#/") + 1
    urn = _URN_IN_PATH.match(iri, max(end - 1, 0))
    if urn:
        return urn.string[: urn.end()]
    query = iri.find("?", end)
    if query >= 0:
        end = iri.rfind("=") + 1 or query + 1
    return iri[: end or iri.rfind(":") + 1] or iri


@cache
def _vocabularies() -> Mapping[str, Vocabulary]:
    text = files(__package__).joinpath("vocabularies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {_without_scheme(row["namespace"]): Vocabulary(**row) for row in rows}


def _without_scheme(iri: str) -> str:
    """Return ``iri`` without what differs between addresses of the same vocabulary."""
    return iri.partition("://")[2].removeprefix("www.")


def namespace_of_prefix(prefix: str) -> str:
    """Return what ``prefix`` stands for by convention; ``""`` where the table does not know it."""
    by_id = {vocabulary.id: vocabulary.namespace for vocabulary in _vocabularies().values()}
    return PREFIXES.get(prefix, by_id.get(prefix.lower(), ""))


def name_of_vocabulary(namespace: str) -> str:
    """Return what the vocabulary whose IRIs begin with ``namespace`` is called, or that itself."""
    vocabulary = well_known(namespace)
    is_whole = vocabulary and _without_scheme(vocabulary.namespace) == _without_scheme(namespace)
    return vocabulary.title if vocabulary and is_whole else namespace


def well_known(iri: str) -> Vocabulary | None:
    """Return the vocabulary of the table that ``iri`` is of, by ``http`` or ``https``."""
    vocabularies = _vocabularies()
    rest = _without_scheme(iri)
    ends = (end for end in range(len(rest), 0, -1) if rest[:end] in vocabularies)
    end = next(ends, 0)
    return vocabularies[rest[:end]] if end else None
