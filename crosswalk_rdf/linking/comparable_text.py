"""A framework to the texts by which its statements are compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import Framework, Statement

LEAD_IN: Final = 1.0
"""The weight of the parent's words for a statement that continues the parent's sentence."""
PARENT: Final = 0.5
"""Their weight for any other statement that is to be aligned."""
PARENT_OF_CANDIDATE: Final = 1.0
"""Their weight for a candidate."""

_ENDS_OPEN: Final = re.compile(r"(?:[:;,–—-]|\b(?:and|or|by|to|through|via|including))\W*\Z")


@dataclass(frozen=True, slots=True)
class ComparableText:
    """What one statement is compared by."""

    text: str
    """Its own words: the title, where it has one, and the text."""
    context: str = ""
    """The words of its parent."""
    language: str = ""
    """A language tag (BCP 47), or nothing."""
    continues_context: bool = False
    """Whether the text goes on with a sentence that the context opens (a lead-in)."""


def comparable_texts(framework: Framework) -> tuple[ComparableText, ...]:
    """Return the text of each statement of a framework, in the order of its statements.

    Args:
        framework: Any framework; a parent that is not in it gives no context.

    Returns:
        As many texts as it has statements.

    Raises:
        Nothing.
    """
    by_iri: dict[URIRef, Statement] = {s.iri: s for s in framework.statements}
    return tuple(_text_of(s, by_iri.get(s.broader) if s.broader else None, framework)
                 for s in framework.statements)  # fmt: skip


def _text_of(
    statement: Statement, parent: Statement | None, framework: Framework
) -> ComparableText:
    words = own_words(statement)
    context = own_words(parent) if parent is not None else ""
    return ComparableText(
        text=words,
        context=context,
        language=str(statement.text.language or framework.language or ""),
        continues_context=bool(context) and is_continuation(words, context),
    )


def own_words(statement: Statement) -> str:
    """Return the title of a statement, where it has one that the text does not repeat, and text."""
    text, label = str(statement.text), str(statement.label or "")
    return text if not label or text.startswith(label) else f"{label}. {text}"


def is_continuation(text: str, parent: str) -> bool:
    """Return whether ``text`` goes on with the sentence of ``parent``.

    It does where the parent's text ends open ("... through:") or the text begins in lower case.
    """
    return bool(_ENDS_OPEN.search(parent)) or text[:1].islower()


def weighted_parts(
    texts: Sequence[ComparableText], *, are_candidates: bool
) -> list[tuple[tuple[str, float], ...]]:
    """Return the parts of each text that count, with their weights.

    Args:
        texts: The texts of one framework.
        are_candidates: Whether they are the candidates, or what is to be aligned.

    Returns:
        For each text its own words, with weight 1, and those of its context.

    Raises:
        Nothing.
    """
    return [((t.text, 1.0), (t.context, _weight(t, are_candidates))) for t in texts]


def _weight(text: ComparableText, is_candidate: bool) -> float:
    if not text.context:
        return 0.0
    if text.continues_context:
        return LEAD_IN
    return PARENT_OF_CANDIDATE if is_candidate else PARENT
