"""Suggestions against alignments that people made: the figures, by method and by stratum."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crosswalk_rdf.api.conversion import read
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.model import Alignment, Framework

if TYPE_CHECKING:
    from crosswalk_rdf.linking.evaluation import Difference, Evaluation

_RANK: Final = "ext_rank"
_SCORE: Final = "similarity_score"
WHOLE: Final = "all"


@dataclass(frozen=True, slots=True)
class EvaluationResult:
    """How well each file of suggestions ranks what people aligned."""

    evaluations: Mapping[str, Mapping[str, "Evaluation"]]
    """By the name of the file, or its path where two have the same, then of the stratum: ``all`` is
    the whole."""
    differences: Mapping[str, "Difference"]
    """By the name of a file, how much better its MRR is than that of the first file."""


def evaluate(
    candidates: Iterable[Path],
    gold: Path,
    *,
    frameworks: Collection[Framework] = (),
    levels: Iterable[str] = (),
    report: Report | None = None,
) -> EvaluationResult:
    """Measure files of suggestions by the alignments that people made.

    Args:
        candidates: Mapping sets whose records have ``ext_rank``, or else ``similarity_score``.
        gold: A mapping set of what is right. Its direction does not matter.
        frameworks: The frameworks of both, for the levels of statements.
        levels: Names of levels: where a framework has any of them, its statements on other levels
            do not count.
        report: As for :func:`read`: what was left out of the files.

    Returns:
        R@1, R@5, R@10, MRR and MAP, each with a bootstrap interval.

    Raises:
        UnknownFormat: The format of a file is not clear.
        InputFaults: A file cannot be read as what it is said to be.
    """
    from crosswalk_rdf.linking.evaluation import compare
    from crosswalk_rdf.linking.evaluation import evaluate as evaluation_of

    files = {name: _alignments(path, report) for name, path in _names(tuple(candidates)).items()}
    subjects = {str(a.subject) for alignments in files.values() for a in alignments}
    counts = _level_filter(frameworks, frozenset(levels))
    right_alignments = [a for a in _alignments(gold, report) if a.is_claim]
    right = _gold(right_alignments, subjects, counts)
    rankings = {name: _rankings(alignments, counts) for name, alignments in files.items()}
    texts = _labels([a for each in files.values() for a in each] + right_alignments)
    parts = {WHOLE: right, **_strata(right, texts, frameworks)}
    first, *others = rankings
    return EvaluationResult(
        {
            name: {stratum: evaluation_of(ranking, part) for stratum, part in parts.items()}
            for name, ranking in rankings.items()
        },
        {name: compare(rankings[name], rankings[first], right) for name in others},
    )


def _names(paths: Sequence[Path]) -> dict[str, Path]:
    """Return the files by their names; by their paths, where two have the same name."""
    names = {path.name: path for path in paths}
    return names if len(names) == len(paths) else {str(path): path for path in paths}


def _alignments(path: Path, report: Report | None) -> list[Alignment]:
    package = read(path, report=report)
    return [a for c in package.crosswalks for part in c.parts for a in part.alignments]


def _level_filter(frameworks: Iterable[Framework], levels: frozenset[str]) -> Callable[[str], bool]:
    """Return whether a statement counts, by its IRI."""
    excluded: set[str] = set()
    for framework in frameworks:
        kinds = {level.kind for level in framework.levels if level.name in levels}
        excluded |= {str(s.iri) for s in framework.statements if kinds and s.kind not in kinds}
    return lambda iri: iri not in excluded


def _gold(
    alignments: Iterable[Alignment], subjects: Collection[str], counts: Callable[[str], bool]
) -> dict[str, frozenset[str]]:
    right: dict[str, set[str]] = defaultdict(set)
    for alignment in alignments:
        subject, object = str(alignment.subject), str(alignment.object)
        if subject not in subjects and object in subjects:
            subject, object = object, subject
        if counts(subject) and counts(object):
            right[subject].add(object)
    return {query: frozenset(objects) for query, objects in right.items()}


def _rankings(
    alignments: Iterable[Alignment], counts: Callable[[str], bool]
) -> dict[str, list[str]]:
    ranked: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for alignment in alignments:
        if counts(str(alignment.object)):
            place = (_place(alignment), str(alignment.object))
            ranked[str(alignment.subject)].append(place)
    return {query: [object for _, object in sorted(places)] for query, places in ranked.items()}


def _place(alignment: Alignment) -> float:
    values = {slot.name: slot.values[0] for slot in alignment.slots if slot.values}
    if _RANK in values:
        return float(str(values[_RANK]))
    return -float(str(values.get(_SCORE, 0)))


def _labels(alignments: Iterable[Alignment]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for alignment in alignments:
        labels.setdefault(str(alignment.subject), alignment.subject_label or "")
        labels.setdefault(str(alignment.object), alignment.object_label or "")
    return labels


def _strata(
    gold: Mapping[str, frozenset[str]],
    texts: Mapping[str, str],
    frameworks: Iterable[Framework],
) -> dict[str, Mapping[str, frozenset[str]]]:
    from crosswalk_rdf.linking.strata import WORDING, strata, wording

    by_wording = strata(gold, wording(gold, texts))
    parts: dict[str, Mapping[str, frozenset[str]]] = {
        name: by_wording[name] for name in WORDING if name in by_wording
    }
    levels, branches = _levels_and_branches(frameworks)
    for kind, names in (("level", levels), ("branch", branches)):
        if names:
            by_name = strata(gold, lambda query, names=names: names.get(query, ""))  # type: ignore[misc]
            parts |= {f"{kind} {name}": part for name, part in sorted(by_name.items()) if name}
    return parts


def _levels_and_branches(
    frameworks: Iterable[Framework],
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the level of each statement, and the notation of the top statement above it."""
    levels: dict[str, str] = {}
    branches: dict[str, str] = {}
    for framework in frameworks:
        labels = {level.kind: level.name for level in framework.levels}
        by_iri = {s.iri: s for s in framework.statements}
        for statement in framework.statements:
            levels[str(statement.iri)] = labels.get(statement.kind, "")
            top, passed = statement, {statement.iri}
            while top.broader in by_iri and top.broader not in passed:
                top = by_iri[top.broader]
                passed.add(top.iri)
            branches[str(statement.iri)] = top.notation or str(top.iri)
    return levels, branches
