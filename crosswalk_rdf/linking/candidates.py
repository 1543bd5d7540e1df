"""Two frameworks to ranked candidates for alignment, each with what speaks for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.linking.comparable_text import ComparableText, comparable_texts
from crosswalk_rdf.linking.grades import grades_of
from crosswalk_rdf.linking.lexical import LexicalIndex, Ranking
from crosswalk_rdf.linking.near_verbatim import Verbatim, verbatim_pairs
from crosswalk_rdf.linking.relation import ProposedRelation, RelationEnd, propose_relation
from crosswalk_rdf.linking.semantic import SemanticIndex
from crosswalk_rdf.linking.sentence_model import SentenceModel
from crosswalk_rdf.linking.shared_phrases import shared_phrases
from crosswalk_rdf.model import Framework, Statement

VERBATIM: Final = "verbatim"
"""The method that finds texts in the same words, or all but one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that another may be aligned with: a suggestion, which a reviewer decides on."""

    subject: Statement
    object: Statement
    rank: int
    """1 for the best candidate of its subject."""
    score: float
    """From 0 to 1; 1 for a text in the same words."""
    method: str
    """``verbatim``, ``lexical`` or ``semantic``."""
    relation: ProposedRelation
    phrases: tuple[str, ...]
    """Words and phrases that carry the score, best first."""
    subject_level: str
    """The label of the subject's level; empty where it has none. Likewise that of the object."""
    object_level: str
    subject_grades: frozenset[int]
    object_grades: frozenset[int]

    @property
    def grades_differ(self) -> bool:
        """Whether both are for grades, and for none in common."""
        grades = self.subject_grades, self.object_grades
        return all(grades) and grades[0].isdisjoint(grades[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which statements take part."""

    levels: frozenset[str] = frozenset()
    """Names of levels of either framework; a framework with none of them takes part whole."""
    grades: frozenset[int] = frozenset()
    """Grades; a statement without grades takes part."""

    def statements(self, framework: Framework) -> tuple[int, ...]:
        """Return the numbers of the statements of a framework that take part."""
        kinds = {level.kind for level in framework.levels if level.name in self.levels}
        return tuple(
            number
            for number, statement in enumerate(framework.statements)
            if not statement.deprecated
            and (not kinds or statement.kind in kinds)
            and (not self.grades or self._fits(grades_of(statement)))
        )

    def _fits(self, grades: frozenset[int]) -> bool:
        return not grades or not grades.isdisjoint(self.grades)


def suggest(
    subjects: Framework,
    objects: Framework,
    *,
    top: int = 10,
    least_score: float = 0.0,
    selection: Selection | None = None,
    model: SentenceModel | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Candidate]:
    """Yield candidates for each statement of a framework, in its order, best first.

    Args:
        subjects: The framework that is to be aligned.
        objects: The framework that it is to be aligned with.
        top: How many candidates for each statement at most.
        least_score: The score that a candidate has at least.
        selection: Which statements of both take part; all that are not deprecated by default.
        model: A sentence model, to rank by meaning as well.
        progress: Is told how many statements of how many are done.

    Raises:
        Nothing.
    """
    selected = selection or Selection()
    left, right = _Side(subjects, selected), _Side(objects, selected)
    if not left.statements or not right.statements:
        return
    index = _index(left.texts, right.texts, model)
    verbatim = verbatim_pairs([t.text for t in left.texts], [t.text for t in right.texts])
    for number, ranking in enumerate(index.rankings(top)):
        pairs = verbatim.get(number, {})
        for rank, (other, score) in enumerate(_merged(ranking, pairs, top), start=1):
            if score >= least_score:
                yield _candidate(left, number, right, other, (rank, score), pairs, index)
        if progress is not None:
            progress(number + 1, len(left.statements))


_Index = LexicalIndex | SemanticIndex


def _index(
    queries: Sequence[ComparableText],
    candidates: Sequence[ComparableText],
    model: SentenceModel | None,
) -> _Index:
    if model is None:
        return LexicalIndex(queries, candidates)
    return SemanticIndex(queries, candidates, model)


class _Side:
    """A framework, and what of its statements is compared."""

    def __init__(self, framework: Framework, selection: Selection) -> None:
        numbers = selection.statements(framework)
        texts = comparable_texts(framework)
        parents = {s.broader for s in framework.statements}
        self.statements: Sequence[Statement] = [framework.statements[n] for n in numbers]
        self.texts: Sequence[ComparableText] = [texts[n] for n in numbers]
        self._levels = {level.kind: str(level.label) for level in framework.levels}
        self._parents: frozenset[URIRef | None] = frozenset(parents)

    def level(self, number: int) -> str:
        return self._levels.get(self.statements[number].kind, "")

    def end(self, number: int) -> RelationEnd:
        has_narrower = self.statements[number].iri in self._parents
        return RelationEnd(self.texts[number].text, has_narrower, self.level(number))


_VERBATIM_SCORES: Final = {Verbatim.IDENTICAL: 1.0, Verbatim.ONE_WORD: 0.99}


def _merged(
    ranking: Ranking, verbatim: dict[int, Verbatim], top: int
) -> Sequence[tuple[int, float]]:
    """Return the candidates with their scores: the verbatim ones first, whatever their score."""
    first = sorted(verbatim, key=lambda other: (-verbatim[other], other))
    others = (
        (other, min(score, 0.98))
        for other, score in zip(ranking.candidates.tolist(), ranking.scores.tolist(), strict=True)
        if other not in verbatim
    )
    return [*((other, _VERBATIM_SCORES[verbatim[other]]) for other in first), *others][:top]


def _candidate(
    left: _Side,
    number: int,
    right: _Side,
    other: int,
    place: tuple[int, float],
    verbatim: dict[int, Verbatim],
    index: _Index,
) -> Candidate:
    rank, score = place
    agreement = verbatim.get(other)
    return Candidate(
        subject=left.statements[number],
        object=right.statements[other],
        rank=rank,
        score=round(score, 3),
        method=index.method if agreement is None else VERBATIM,
        relation=propose_relation(left.end(number), right.end(other), score, agreement),
        phrases=tuple(shared_phrases(left.texts[number], index.words, (number, other))),
        subject_level=left.level(number),
        object_level=right.level(other),
        subject_grades=grades_of(left.statements[number]),
        object_grades=grades_of(right.statements[other]),
    )
