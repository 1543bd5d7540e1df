"""Suggest alignments between two frameworks, and derive them along a chain of frameworks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosswalk_rdf.api.conversion import read
from crosswalk_rdf.api.errors import NoChain, NoSingleFramework
from crosswalk_rdf.display import count_phrase
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.model import Crosswalk, Framework, Package

if TYPE_CHECKING:
    from crosswalk_rdf.linking.candidates import Candidate
    from crosswalk_rdf.linking.composition import Clash, DerivedMapping

FEWEST_FRAMEWORKS = 3
"""How many frameworks a chain has at least."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Candidates for the alignment of two frameworks: for a reviewer, and nothing is asserted."""

    subjects: Framework
    """The framework that is to be aligned."""
    objects: Framework
    """The framework that it is to be aligned with."""
    candidates: tuple["Candidate", ...]
    """In the order of the subjects, best first."""

    def package(self) -> Package:
        """Return them as a mapping set, as :func:`write` takes it (SSSOM).

        Returns:
            A package of one crosswalk with one part: each record has ``similarity_score``,
            ``match_string`` and the rank, and a justification of the SEMAPV vocabulary.

        Raises:
            Nothing.
        """
        from crosswalk_rdf import __version__
        from crosswalk_rdf.linking.suggestions_package import suggestions_package

        return suggestions_package(self.subjects, self.objects, self.candidates, __version__)

    def __repr__(self) -> str:
        count = f"{len(self.candidates):,} candidates"
        return f"<Suggestions {self.subjects.id} to {self.objects.id}: {count}>"


def suggest(
    subjects: Framework,
    objects: Framework,
    *,
    top: int = 10,
    min_score: float = 0.0,
    levels: Iterable[str] = (),
    grades: str = "",
    semantic: bool = False,
    model: Path | None = None,
    cache: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Suggestions:
    """Rank, for each statement of a framework, the statements of another.

    Statements in the same words come first, then those with the most alike words and character
    n-grams, with the words of the statements above them. The same input gives the same result.

    Args:
        subjects: The framework that is to be aligned.
        objects: The framework that it is to be aligned with.
        top: How many candidates for each statement at most.
        min_score: The score, from 0 to 1, that a candidate has at least.
        levels: Names of levels, of either framework, whose statements take part. A framework that
            has none of them takes part as a whole.
        grades: Grades such as ``K-2, 5``: statements for other grades take no part.
        semantic: Whether to rank by the meaning that a sentence model finds, too.
        model: The folder of an ONNX model (``model.onnx``, ``tokenizer.json``) to do so with,
            instead of that of the extra ``semantic``.
        cache: A folder that keeps the vectors of texts from one call to the next.
        progress: Is called with the number of statements that are done, and of all.

    Returns:
        The candidates, each with rank, score, the phrases in common and a relation to consider.

    Raises:
        NoGrades: ``grades`` names no grades.
        NoModel: The extra ``semantic`` is not installed, or the folder holds no model.
    """
    from crosswalk_rdf.linking import candidates as linking
    from crosswalk_rdf.linking.grades import parse_grades
    from crosswalk_rdf.linking.sentence_model import SentenceModel, model_files

    selection = linking.Selection(
        levels=frozenset(levels), grades=parse_grades(grades) if grades else frozenset()
    )
    ranked = linking.suggest(
        subjects,
        objects,
        top=top,
        least_score=min_score,
        selection=selection,
        model=SentenceModel(model_files(model), cache) if semantic or model else None,
        progress=progress,
    )
    return Suggestions(subjects, objects, tuple(ranked))


@dataclass(frozen=True, slots=True)
class ComposedCrosswalk:
    """What follows from crosswalks along a chain of frameworks."""

    frameworks: tuple[Framework, ...]
    """The chain."""
    mappings: tuple["DerivedMapping", ...]
    """Mappings from the first framework to the last, each with its chains and a confidence."""
    clashes: tuple["Clash", ...]
    """Mappings among them that contradict each other, or the hierarchies."""

    def package(self) -> Package:
        """Return the mappings as a mapping set, as :func:`write` takes it (SSSOM).

        Returns:
            A package of one crosswalk with one part: each record has the justification
            ``semapv:MappingChaining``, its ``confidence``, and its chains in ``ext_chains``.

        Raises:
            Nothing.
        """
        from crosswalk_rdf import __version__
        from crosswalk_rdf.linking.composed_package import composed_package

        return composed_package(self.frameworks, self.mappings, __version__)

    def __repr__(self) -> str:
        names = " to ".join(framework.id for framework in self.frameworks)
        return f"<ComposedCrosswalk {names}: {count_phrase(self.mappings, 'mapping')}>"


def compose(frameworks: Sequence[Framework], crosswalks: Iterable[Crosswalk]) -> ComposedCrosswalk:
    """Derive mappings between the first and the last framework of a chain from those between.

    What follows is what SSSOM allows ("Chaining rules"), with the hierarchy of each framework.
    Nothing follows from two close or related matches.

    Args:
        frameworks: Three or more, in the order of the chain.
        crosswalks: Crosswalks; of these, the parts between two frameworks that follow each other.

    Returns:
        The mappings, each with every chain that leads to it, and the clashes among them.

    Raises:
        NoChain: There are fewer than three frameworks.
    """
    from crosswalk_rdf.linking.composition import compose as composition_of

    chain = tuple(frameworks)
    if len(chain) < FEWEST_FRAMEWORKS:
        raise NoChain("name three frameworks or more: from A, by way of B, to C")
    composition = composition_of(chain, (part for c in crosswalks for part in c.parts))
    return ComposedCrosswalk(chain, composition.mappings, composition.clashes)


def read_framework(path: Path, id: str = "", *, report: Report | None = None) -> Framework:
    """Return the one framework of a file, or the one of several that has an id.

    Args:
        path: A file in any format, or the folder of a publication.
        id: The id, title or IRI of the framework, where there are several.
        report: As for :func:`read`.

    Raises:
        NoSingleFramework: The file holds no framework, or several and none is named.
        UnknownFormat: The format is not clear.
        InputFaults: The file cannot be read as what it is said to be.
    """
    frameworks = read(path, report=report).frameworks
    named = [f for f in frameworks if id in (f.id, str(f.iri), str(f.title))] if id else frameworks
    if len(named) == 1:
        return named[0]
    names = ", ".join(sorted(f.id for f in frameworks)) or "none"
    raise NoSingleFramework(f"{path}: holds the frameworks {names}; name one: {path}#<id>")
