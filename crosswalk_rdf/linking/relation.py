"""Which mapping relation to propose for two statements, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.linking.near_verbatim import Verbatim
from crosswalk_rdf.linking.words import words

CLOSE: Final = 0.5
"""From this score on two texts are proposed as a close match, below as a related one."""
_ADDS_FURTHER_THINGS: Final = frozenset(
    {"and", "or", "nor", "plus", "und", "oder", "et", "ou", "y", "o", "e"}
)
"""What joins a further thing to a list, in English, German, French, Spanish and others."""
_FEWEST_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class ProposedRelation:
    """A mapping property, and the reason in words."""

    predicate: URIRef
    reason: str


@dataclass(frozen=True, slots=True)
class RelationEnd:
    """What of a statement decides on the relation."""

    text: str
    has_narrower: bool
    level: str
    """The label of its level."""


def propose_relation(
    subject: RelationEnd, object: RelationEnd, score: float, verbatim: Verbatim | None
) -> ProposedRelation:
    """Return the mapping relation to propose.

    Args:
        subject: The statement that is to be aligned.
        object: The candidate.
        score: Their similarity, from 0 to 1.
        verbatim: How their words agree, if they do.

    Returns:
        A property of SKOS, read from subject to object, with the reason.

    Raises:
        Nothing.
    """
    if verbatim is Verbatim.IDENTICAL:
        return ProposedRelation(SKOS.exactMatch, "the same words")
    if verbatim is Verbatim.ONE_WORD:
        return ProposedRelation(SKOS.closeMatch, "the same words but one")
    return (
        _by_containment(subject.text, object.text) or _by_level(subject, object) or _by_score(score)
    )


def _by_containment(subject: str, object: str) -> ProposedRelation | None:
    """Propose by one text within the other: a qualification narrows, a further thing broadens."""
    own, other = words(subject), words(object)
    for longer, shorter, is_subject in ((own, other, True), (other, own, False)):
        start = _position(shorter, longer)
        if start is None:
            continue
        added = {*longer[:start][-1:], *longer[start + len(shorter) :][:1]}
        lists_more = bool(added & _ADDS_FURTHER_THINGS)
        whole, part = ("its text", "the other") if is_subject else ("the other text", "this one")
        reason = f"{whole} contains {part}, and {'adds to it' if lists_more else 'narrows it'}"
        is_broad = lists_more != is_subject
        return ProposedRelation(SKOS.broadMatch if is_broad else SKOS.narrowMatch, reason)
    return None


def _position(shorter: Sequence[str], longer: Sequence[str]) -> int | None:
    size = len(shorter)
    if size < _FEWEST_WORDS or size >= len(longer):
        return None
    starts = range(len(longer) - size + 1)
    return next((i for i in starts if longer[i : i + size] == list(shorter)), None)


def _by_level(subject: RelationEnd, object: RelationEnd) -> ProposedRelation | None:
    if subject.has_narrower == object.has_narrower:
        return None
    if object.has_narrower:
        return ProposedRelation(SKOS.broadMatch, f"{_level(object)} has statements below it")
    return ProposedRelation(SKOS.narrowMatch, f"{_level(subject)} has statements below it")


def _level(end: RelationEnd) -> str:
    return f"a statement of the level {end.level!r}" if end.level else "one statement"


def _by_score(score: float) -> ProposedRelation:
    if score >= CLOSE:
        return ProposedRelation(SKOS.closeMatch, f"very similar words ({score:.2f})")
    return ProposedRelation(SKOS.relatedMatch, f"similar words ({score:.2f})")
