"""What a format carries of the model, field by field.

Each format with a writer declares a :class:`Coverage` beside it. Every field of every class of
:data:`MODEL` is in it: carried, carried in part, derived by a reader, or lost.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from rdflib import Literal

from crosswalk_rdf.formats.shared.hierarchy import ANY_NOTATION
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Agent,
    Alignment,
    Collection,
    Crosswalk,
    Erratum,
    ExternalFramework,
    Framework,
    Level,
    MappingSet,
    Package,
    Resource,
    Section,
    SourceDocument,
    Statement,
    agent_iri,
)
from crosswalk_rdf.namespaces import CEASN, SEMAPV

MODEL: Final[Mapping[type, str]] = {
    Framework: "framework",
    Level: "level",
    Statement: "statement",
    Collection: "collection",
    Resource: "resource",
    Crosswalk: "crosswalk",
    MappingSet: "part",
    Alignment: "alignment",
    Erratum: "erratum",
    Section: "section",
    SourceDocument: "source",
    ExternalFramework: "external",
    Agent: "agent",
}
"""The classes whose fields a format carries or loses, and what reports call them."""
_PLURALS: Final = {Erratum: "errata", ExternalFramework: "external frameworks"}
LANGUAGE: Final = ".language"
"""What follows the name of a text in the name of its language."""
_EMPTY: Final[Mapping[tuple[type, str], Callable[[Any], object]]] = {
    (Agent, "iri"): lambda agent: agent_iri(agent.name),
    (Agent, "type"): lambda _: "Organization",
    (Alignment, "justification"): lambda _: SEMAPV.UnspecifiedMatching,
    (Level, "notation_pattern"): lambda _: ANY_NOTATION,
    (MappingSet, "license"): lambda _: UNSPECIFIED_LICENSE,
    (Statement, "kind"): lambda _: CEASN.Competency,
}
"""The value of a required field that says no more than that nothing is known."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A field whose values are written, and read back where the format has a reader."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A field that is not written because it follows from others that are."""

    source: str
    """What it follows from, as the end of a sentence: ``the order of statements``."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A field, or a whole class, that the format has no place for."""

    why: str = ""
    """As the end of a sentence; empty for what the coverage as a whole says."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A field of which some values are written and the others are lost."""

    carried: str
    """Which values are written, as a noun: ``notes and labels``."""
    losses: Callable[[Package], Callable[[Any], Iterable[str]]] | None = None
    """Returns, for a package, what yields the name of each value of an instance of the class that
    is lost; None where the writer reports each value as it comes to it."""
    why: str = ""
    """As that of :class:`Lost`."""


LEVELS_OF_STATEMENTS: Final[Mapping[str, str]] = {
    "iri": "the framework and the name of the level",
    "id": "the label, or the name of the kind",
    "kind": "the kinds of statements",
    "depth": "the hierarchy of statements",
    "broader": "the hierarchy of statements",
}
"""What follows of levels where a reader finds them in the statements."""

Treatment = Carried | Derived | Lost | Partial
Fields = Mapping[str, Treatment]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coverage:
    """How a format treats each class of the model: its fields, or the whole class as lost."""

    why: str
    """Why it loses what it loses, as the end of a sentence: ``SKOS has no term for it``."""
    framework: Fields | Lost
    level: Fields | Lost
    statement: Fields | Lost
    collection: Fields | Lost
    resource: Fields | Lost
    crosswalk: Fields | Lost
    part: Fields | Lost
    alignment: Fields | Lost
    erratum: Fields | Lost
    section: Fields | Lost
    source: Fields | Lost
    external: Fields | Lost
    agent: Fields | Lost
    carries_no_match: bool = False
    """Whether it carries that nothing matches a statement, though it carries no denials."""
    unread: tuple[str, ...] = ()
    """What is written and not read back, though the format has a reader: ``crosswalk``."""

    def of(self, model: type) -> Fields | Lost:
        """Return the treatment of the class ``model``."""
        treatment: Fields | Lost = getattr(self, MODEL[model])
        return treatment


def treated(
    *,
    carried: str = "",
    lost: str = "",
    because: Mapping[str, str] | None = None,
    derived: Mapping[str, str] | None = None,
    partial: Mapping[str, Partial] | None = None,
) -> Fields:
    """Return the treatment of the fields of one class.

    ``carried`` and ``lost`` are names with spaces between them; ``because`` holds lost fields that
    have a reason of their own, ``derived`` what each derived field follows from.
    """
    return {
        **{name: Carried() for name in carried.split()},
        **{name: Lost() for name in lost.split()},
        **{name: Lost(why) for name, why in (because or {}).items()},
        **{name: Derived(source) for name, source in (derived or {}).items()},
        **(partial or {}),
    }


def plural(model: type) -> str:
    """Return what reports call several instances of ``model``."""
    return _PLURALS.get(model, f"{MODEL[model]}s")


@cache
def field_names(model: type) -> tuple[str, ...]:
    """Return the fields of ``model`` that a format must decide on.

    Those that hold instances of another class of :data:`MODEL` are decided on there, agents
    excepted; a field that is not part of a value's identity is not content. For each text there is
    besides its language, as ``text.language``.
    """
    hints = get_type_hints(model)
    names: list[str] = []
    for each in fields(model):
        kinds = {hints[each.name], *get_args(hints[each.name])}
        if each.compare and not kinds & (MODEL.keys() - {Agent}):
            names.append(each.name)
            names.extend([each.name + LANGUAGE] if Literal in kinds else ())
    return tuple(names)


def value_of(instance: Any, name: str) -> Any:  # noqa: ANN401 - a field of any type
    """Return the value of the field ``name`` of ``instance``; ``""`` for a language not given."""
    if name.endswith(LANGUAGE):
        text = getattr(instance, name.removesuffix(LANGUAGE))
        return str((text.language if text is not None else "") or "")
    return getattr(instance, name)


def is_filled(instance: Any, name: str) -> bool:  # noqa: ANN401 - an instance of the model
    """Return whether the field ``name`` of ``instance`` has a value."""
    value = value_of(instance, name)
    empty = _EMPTY.get((type(instance), name))
    if empty is not None:
        return bool(value != empty(instance))
    return len(value) > 0 if isinstance(value, str | tuple) else bool(value)
