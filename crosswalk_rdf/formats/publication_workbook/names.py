"""Names: those that Excel allows for sheets, and those of statements and terms in cells."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import Framework, Statement, local_name
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE, MAPPING_PREDICATES
from crosswalk_rdf.namespaces import PREFIXES, SEMAPV, ontology_namespace

LONGEST_NAME: Final = 31
RESERVED: Final = ("About", "Metadata", "Details", "History")
"""*History* is Excel's own."""
_DEFAULT_FIRST: Final = sorted(
    MAPPING_PREDICATES,
    key=lambda predicate: (
        predicate.iri != DEFAULT_PREDICATE,
        predicate.inverse is not None,
        predicate.label,
    ),
)
RELATIONS: Final = {predicate.iri: predicate.label for predicate in _DEFAULT_FIRST}
"""What people choose from: the default, then symmetric predicates, then the others."""
_WORD: Final = re.compile(r"[\w.-]+")
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff]")


def sheet_name(title: str, names: set[str]) -> str:
    """Return a name for a sheet that looks like ``title``, and note it in ``names``.

    At most 31 characters, none that Excel forbids, no apostrophe at an end, and no other sheet's
    in any case.
    """
    clean = _FORBIDDEN.sub("-", title).strip("' ") or "Sheet"
    name, number = _cut(clean, ""), 1
    while name.casefold() in names:
        number += 1
        name = _cut(clean, f" ({number})")
    names.add(name.casefold())
    return name


def _cut(name: str, ending: str) -> str:
    """Return ``name`` with ``ending``, cut to what Excel counts: units of UTF-16."""
    room = LONGEST_NAME - len(ending)
    units = name.encode("utf-16-le", "replace")[: room * 2]
    return units.decode("utf-16-le", "ignore").strip("' ") + ending


class Notations:
    """What names each statement of a framework in a cell: its notation, or else its IRI."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = {s.iri: s for s in statements}
        self._times = Counter(s.notation for s in self._statements.values())

    def of(self, iri: URIRef) -> str:
        """Return the notation of a statement where it has one that no other has, or its IRI."""
        statement = self._statements.get(iri)
        if statement is None or not statement.notation:
            return str(iri)
        notation = statement.notation
        unclear = self._times[notation] > 1 or is_iri(notation) or notation != notation.strip()
        return str(iri) if unclear else notation

    def label(self, iri: URIRef) -> str:
        """Return what names the statement to people; nothing for one that is not here."""
        statement = self._statements.get(iri)
        return str(statement.preferred_label) if statement else ""


def kind_names(framework: Framework) -> dict[URIRef, str]:
    """Return what the levels of ``framework`` call each kind; where two do, its IRI."""
    names: dict[URIRef, str] = {}
    for level in framework.levels:
        names.setdefault(level.kind, level.name)
    times = Counter(name.casefold() for name in names.values())
    return {
        kind: name if times[name.casefold()] == 1 and not is_iri(name) else str(kind)
        for kind, name in names.items()
    }


def relation_name(predicate: URIRef) -> str:
    """Return what a predicate is called: ``close match``, ``case:precedes``, or its IRI."""
    return RELATIONS.get(predicate) or short(predicate)


def relation_choices() -> str:
    """Return what people may write: ``exact, close, broad, narrow or related match``."""
    *names, last = (predicate.label.removesuffix(" match") for predicate in MAPPING_PREDICATES)
    return f"{', '.join(names)} or {last} match"


def short(iri: URIRef) -> str:
    """Return ``iri`` with a well-known prefix, or in full."""
    for prefix, namespace in PREFIXES.items():
        name = iri.removeprefix(namespace)
        if name != iri and re.fullmatch(r"[A-Za-z][\w.-]*", name):
            return f"{prefix}:{name}"
    return str(iri)


def relation_of(text: str) -> URIRef | None:
    """Return the predicate with the name ``text``; None where ``text`` names none."""
    if text.startswith("skos:") and not text.endswith("Match"):
        return long(text)
    name = _letters(text).removeprefix("skos")
    return next((iri for iri, label in RELATIONS.items() if _letters(label) == name), long(text))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold()).removesuffix("match")


def long(text: str) -> URIRef | None:
    """Return the IRI that ``text`` is, in full or with a known prefix; None for neither."""
    prefix, colon, name = text.partition(":")
    if colon and prefix in PREFIXES and not name.startswith("//"):
        return URIRef(PREFIXES[prefix] + name)
    return URIRef(text) if is_iri(text) else None


def justification_name(iri: URIRef) -> str:
    """Return the name of a justification: that of SEMAPV's own without its namespace."""
    name = iri.removeprefix(str(SEMAPV))
    return name if re.fullmatch(r"[A-Za-z]+", name) else str(iri)


def justification_of(text: str) -> URIRef | None:
    """Return the justification that is called ``text``."""
    return SEMAPV[text] if re.fullmatch(r"[A-Za-z]+", text) else long(text)


def own_name(iri: URIRef, base: str) -> str:
    """Return the name of a term of the publication's ontology, or the IRI of another."""
    name = local_name(iri)
    ours = base and iri == ontology_namespace(base)[name] and _WORD.fullmatch(name)
    return name if ours else str(iri)


def own_term(text: str, base: str) -> URIRef | None:
    """Return what :func:`own_name` names so; None if it is not a term."""
    if base and _WORD.fullmatch(text):
        return ontology_namespace(base)[text]
    return long(text)


def ids_of(things: Mapping[URIRef, str]) -> dict[URIRef, str]:
    """Return what names things in cells: the id where no other has it, or the IRI."""
    times = Counter(things.values())
    return {iri: id if id and times[id] == 1 else str(iri) for iri, id in things.items()}
