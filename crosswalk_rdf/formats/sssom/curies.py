"""A prefix for every IRI of a mapping set (SSSOM, "IRI prefixes")."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from crosswalk_rdf.formats.sssom.tsv import BUILT_IN_PREFIXES
from crosswalk_rdf.formats.sssom.tsv.values import problem_of_uri
from crosswalk_rdf.model import Crosswalk, ExternalFramework, Framework, MappingSet
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.model.lexical import is_prefix
from crosswalk_rdf.namespaces import PREFIXES, ontology_namespace

_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
_WORD: Final = re.compile(r"(?<![a-z0-9%])[a-z][a-z0-9]{1,15}(?![a-z0-9])")
_COMMON: Final = frozenset(
    ("http", "https", "www", "org", "com", "net", "edu", "gov", "uri", "ims", "urn")
)
"""Words that say nothing of a namespace, and what must not be a prefix."""
_NOT_IN_CURIES: Final = re.compile(r"[\s<>\"{}|\\^`]")


@dataclass(slots=True)
class Curies:
    """Known prefixes, and new ones for namespaces without a known prefix."""

    prefixes: dict[str, str]
    new_prefixes: dict[str, str] = field(default_factory=dict)
    """Namespace to the prefix made for it."""
    _curies: dict[str, str] = field(default_factory=dict)

    @property
    def declared(self) -> dict[str, str]:
        """All prefixes of the set but the built-in ones."""
        return {**self.prefixes, **{name: space for space, name in self.new_prefixes.items()}}

    def curie(self, iri: str) -> str:
        """Return ``iri`` as a CURIE, under the longest namespace that it begins with."""
        if iri not in self._curies:
            text = _NOT_IN_CURIES.sub(lambda match: quote(match.group(), safe=""), iri)
            self._curies[iri] = self._new_curie(text)
        return self._curies[iri]

    def _new_curie(self, iri: str) -> str:
        spaces = {**BUILT_IN_PREFIXES, **self.prefixes}
        fitting = [(len(space), name) for name, space in spaces.items() if iri.startswith(space)]
        if fitting:
            name = max(fitting)[1]
            return f"{name}:{iri.removeprefix(spaces[name])}"
        space = _namespace(iri)
        if space not in self.new_prefixes:
            prefixes = {*BUILT_IN_PREFIXES, *self.prefixes, *self.new_prefixes.values()}
            self.new_prefixes[space] = _prefix(space, prefixes)
        return f"{self.new_prefixes[space]}:{iri.removeprefix(space)}"


def _namespace(iri: str) -> str:
    """Return the longest beginning of ``iri`` that ends in a delimiter and is a URI."""
    for end in range(len(iri), 0, -1):
        if iri[end - 1] in "#/:" and problem_of_uri(iri[:end], {}) is None:
            return iri[:end]
    scheme, colon, _ = iri.partition(":")
    shortest = len(scheme) + 2
    for end in range(shortest, len(iri) + 1):
        if problem_of_uri(iri[:end], {}) is None:
            return iri[:end]
    return f"{scheme}{colon}"


def _prefix(space: str, prefixes: Container[str]) -> str:
    """Return a prefix for ``space`` that is not in ``prefixes``: ours, or its last plain word."""
    ours = (
        name for name, namespace in PREFIXES.items() if namespace == space and name not in prefixes
    )
    words = [w for w in _WORD.findall(space.lower()) if w not in _COMMON and w not in PREFIXES]
    stem = next(ours, None) or (words[-1] if words else "ns")
    return unused_name(stem, prefixes, "")


def own_prefixes(
    base: str, frameworks: Iterable[Framework], crosswalk: Crosswalk
) -> dict[str, str]:
    """Return the prefixes of a publication's own IRIs in the files of ``crosswalk``.

    ``base`` is that of the publication, ``""`` for what is of none.
    """
    spaces = {crosswalk.id: below(crosswalk.iri), **{f.id: below(f.iri) for f in frameworks}}
    return {"base": base, "xw": str(ontology_namespace(base)), **spaces} if base else spaces


def part_prefixes(
    part: MappingSet, own: Mapping[str, str], external: Iterable[ExternalFramework]
) -> dict[str, str]:
    """Return the prefixes that the document of ``part`` is written under.

    The ``own`` ones of a publication mean nothing else, whatever the file that ``part`` was read
    from says; elsewhere what that file says comes first.
    """
    declared = {
        name: space for name, space in part.prefixes if "base" not in own or name not in own
    }
    others = {framework.id: below(framework.iri) for framework in external}
    if "base" not in own:
        return known_prefixes({**own, **others}, declared)
    return {**known_prefixes(others, declared), **known_prefixes(own, {})}


def below(iri: str) -> str:
    """Return what the IRIs of the parts of ``iri`` begin with."""
    return str(iri) if iri.endswith(("/", "#")) else f"{iri}/"


def known_prefixes(namespaces: Mapping[str, str], declared: Mapping[str, str]) -> dict[str, str]:
    """Return the namespaces by prefix, ``declared`` ones first, as far as SSSOM allows them."""
    prefixes: dict[str, str] = {}
    for name, space in (*declared.items(), *namespaces.items()):
        is_name = is_prefix(name) and name not in BUILT_IN_PREFIXES and name != "urn"
        is_new = space and space not in prefixes.values()
        if is_name and is_new and problem_of_uri(space, {}) is None:
            prefixes.setdefault(name, space)
    return prefixes


def uri(iri: str) -> str:
    """Return ``iri`` as a URI (RFC 3987 §3.1): what is not ASCII is percent-encoded."""
    return quote(iri, safe=_SAFE)
