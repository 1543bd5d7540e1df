"""IRIs to prefixed names, with a record of the prefixes that were used."""

import re
from collections.abc import Mapping
from copy import copy
from typing import Final, Self


def _local_names(letters: str) -> re.Pattern[str]:
    return re.compile(rf"[A-Za-z0-9_](?:[{letters}.-]*[{letters}-])?")


LOCAL_NAME: Final = _local_names("A-Za-z0-9_")
"""Local names that Turtle (PN_LOCAL) and JSON-LD both read without any escape."""
UNICODE_LOCAL_NAME: Final = _local_names(r"\w")
"""The same with letters of any script after the first, for people to read."""

_PREFIX: Final = re.compile(r"[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_RESERVED_PREFIXES: Final = ("xml", "xmlns")

_Name = tuple[str, str, str]
"""A prefixed name, its prefix, and the namespace of that."""


class PrefixedNames:
    """Shortens IRIs with ``prefixes`` where the rest matches ``local``.

    Prefixes that no syntax could declare (``2015-psel``) are passed over. Where several namespaces
    match, the longest wins; of two prefixes with one namespace, the first by name.
    """

    def __init__(self, prefixes: Mapping[str, str], local: re.Pattern[str] = LOCAL_NAME) -> None:
        usable = {ns: p for p, ns in sorted(prefixes.items(), reverse=True) if is_prefix(p)}
        self._by_namespace = usable
        self._irregular_namespaces = sorted(
            (ns for ns in usable if not ns.endswith(("/", "#"))), key=lambda ns: (-len(ns), ns)
        )
        self._local = local
        self._cache: dict[str, _Name | None] = {}
        self.used: dict[str, str] = {}
        """Prefix to namespace, of the names that were given out."""

    def for_new_document(self) -> Self:
        """Return a copy for another document: it shares the cache, but not the used prefixes."""
        names = copy(self)
        names.used = {}
        return names

    def short(self, iri: str) -> str | None:
        """Return ``prefix:local`` for ``iri``, or None where no prefix fits."""
        try:
            name_parts = self._cache[iri]
        except KeyError:
            name_parts = self._cache[iri] = self._shorten(iri)
        if name_parts is None:
            return None
        name, prefix, namespace = name_parts
        self.used[prefix] = namespace
        return name

    def _shorten(self, iri: str) -> _Name | None:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        for namespace in (*self._irregular_namespaces, iri[:cut]):
            prefix = self._by_namespace.get(namespace)
            if prefix is None or not iri.startswith(namespace):
                continue
            local = iri[len(namespace) :]
            if self._local.fullmatch(local):
                return f"{prefix}:{local}", prefix, namespace
        return None


def is_prefix(name: str) -> bool:
    """Return whether Turtle, XML and JSON-LD can all declare ``name`` as a prefix."""
    return _PREFIX.fullmatch(name) is not None and name.lower() not in _RESERVED_PREFIXES
