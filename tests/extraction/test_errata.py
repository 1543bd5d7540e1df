"""Each known deviation of the source is found, and what was found changes only what it says."""

import re
from collections import Counter

import pytest

from crosswalk_2017_extraction import Extraction, extract
from crosswalk_rdf.model import Erratum, local_name


def _errata(extraction: Extraction, kind: str) -> list[Erratum]:
    return [e for e in extraction.crosswalk.errata if local_name(e.kind) == kind]


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("MisnumberedElement", [1472, 2081, 2169]),
        ("ElementMissing", [1975, 2052, 2060]),
        ("PhantomCompetency", [605, 683, 951, 2463]),
        ("MisfiledCompetency", [845]),
        ("WrongNumber", [119, 382]),
        ("DuplicatedRow", [1679, 1703]),
        ("Punctuation", [1336, 1472, 1721]),
        ("RepeatedList", [2417, 2419, 2431, 2433, 2437, 2439, 2441]),
        ("NarrativeMismatch", [285, 451, 627]),
    ],
)
def test_known_deviations(extraction: Extraction, kind: str, lines: list[int]) -> None:
    assert [erratum.lines[0] for erratum in _errata(extraction, kind)] == lines


@pytest.mark.parametrize(
    ("line", "about"),
    [
        (127, "SRSCIIA.2.b"),
        (674, "PSMV.2"),
        (1012, "1b"),
        (1176, "5a"),
        (1405, "PSMV.2"),
        (1426, "3b"),
        (1639, "CBICI"),
        (1972, "CBICI.5"),
    ],
)
def test_wordings_that_differ(extraction: Extraction, line: int, about: str) -> None:
    found = {e.lines[0]: e for e in _errata(extraction, "Wording")}
    assert about in {local_name(iri) for iri in found[line].concerns}


def test_only_what_moves_an_alignment_says_so(extraction: Extraction) -> None:
    changing = Counter(
        local_name(e.kind) for e in extraction.crosswalk.errata if e.changes_alignment
    )
    assert changing == {"MisnumberedElement": 3, "PhantomCompetency": 4, "MisfiledCompetency": 1}


def test_judgements_are_marked(extraction: Extraction) -> None:
    judged = {e.id for e in extraction.crosswalk.errata if e.judgement}
    assert judged == {
        "narrative-mismatch-285",
        "narrative-mismatch-451",
        *(f"repeated-list-{line}" for line in (2417, 2419, 2431, 2433, 2437, 2439, 2441)),
    }


def test_ids_are_unique(extraction: Extraction) -> None:
    ids = Counter(erratum.id for erratum in extraction.crosswalk.errata)
    assert ids.most_common(1)[0][1] == 1


def test_what_an_erratum_concerns_exists(extraction: Extraction) -> None:
    crosswalk = extraction.crosswalk
    known = {s.iri for framework in extraction.frameworks for s in framework.statements}
    known |= {a.iri for part in crosswalk.parts for a in part.alignments}
    known |= {section.iri for section in crosswalk.sections}
    assert {iri for e in crosswalk.errata for iri in e.concerns} <= known


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "erratum"),
    [
        ("Element 1a: Develop an", "Element 1b: Develop an", "misnumbered-element-994"),
        ("engage in their civic", "PSEL Standard 3 civic", "wrong-number-868"),
        ("Element 1d: Strategically develop", "Element 1d: Strategically improve", "wording-1051"),
        ("several competencies to", "several Leadership Competences to", "name-870"),
    ],
)
def test_a_deviation_put_into_the_text_is_found(
    source_text: str, extraction: Extraction, old: str, new: str, erratum: str
) -> None:
    altered = re.sub(re.escape(old), new, source_text, count=1)
    assert altered != source_text
    found = extract(altered, base="https://e.org/", file="x", uuids=lambda f, n: "")
    before = {e.id for e in extraction.crosswalk.errata}
    assert erratum in {e.id for e in found.crosswalk.errata} - before
