"""Each known deviation of the source is found, and what was found changes only what it says."""

import re
from collections import Counter

import pytest

from crosswalk_2017_extraction import Extraction, extract
from crosswalk_2017_extraction.editorial import editorial_table
from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.model import Erratum, local_name

_PUNCTUATION = [
    *(381, 1092, 1101, 1135, 1226, 1336, 1418, 1472, 1553, 1676, 1721, 1736, 1819, 1906),
    *(2164, 2178, 2270, 2277, 2317, 2319, 2322, 2327, 2445),
]
_MISPRINTS = [
    *(147, 149, 282, 283, 866, 1153, 1182, 1231, 1286, 1538, 1557, 1744, 1830),
    *(2048, 2198, 2259, 2289),
]


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
        ("Punctuation", _PUNCTUATION),
        ("RepeatedList", [2417, 2419, 2431, 2433, 2437, 2439, 2441]),
        ("NarrativeMismatch", [285, 451, 627]),
        ("Misprint", _MISPRINTS),
        ("PassageMissing", [1317]),
        ("StatementUnlisted", [2381]),
        ("NearCopy", [1057, 1273, 1282]),
        ("DoubtfulAlignment", [2311]),
    ],
)
def test_known_deviations(extraction: Extraction, kind: str, lines: list[int]) -> None:
    assert [erratum.lines[0] for erratum in _errata(extraction, kind)] == lines


def test_an_action_and_who_does_it_are_one_topic(extraction: Extraction) -> None:
    """PSMV.4 is on being a risk-taker; the narrative speaks of risk-taking."""
    mismatch = next(e for e in _errata(extraction, "NarrativeMismatch") if e.lines[0] == 451)
    assert "(CBICI.3, PSMV.4, VVC.3)" in mismatch.comment


def test_a_repeated_list_that_another_part_confirms_is_not_called_pasted(
    extraction: Extraction,
) -> None:
    comments = {e.lines[0]: e.comment for e in _errata(extraction, "RepeatedList")}
    assert {line for line, comment in comments.items() if "pasted" not in comment} == {2439}


def test_a_curated_erratum_quotes_the_source(source_text: str) -> None:
    altered = editorial_table().replace("drives decision,", "drive decision,", 1)
    with pytest.raises(InputFaults, match=r"editorial_errata.csv:\d+:1: lines 1153-1154 .* do not"):
        extract(source_text, base="https://e.org/", file="x", uuids=_no_uuid, curated=altered)


def _no_uuid(framework: str, notation: str) -> str:
    del framework, notation
    return ""


@pytest.mark.parametrize(
    ("line", "about"),
    [
        (95, "introduction-4"),
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
    by_line = {e.lines[0]: e for e in _errata(extraction, "Wording")}
    assert about in {local_name(iri) for iri in by_line[line].concerns}


def test_only_what_moves_an_alignment_says_so(extraction: Extraction) -> None:
    changing = Counter(
        local_name(e.kind) for e in extraction.crosswalk.errata if e.changes_alignment
    )
    assert changing == {"MisnumberedElement": 3, "PhantomCompetency": 4, "MisfiledCompetency": 1}


def test_judgements_are_marked(extraction: Extraction) -> None:
    judged = {e.id for e in extraction.crosswalk.errata if e.judgement}
    assert judged == {
        *(f"misprint-{line}" for line in (283, 1286, 1538, 1830, 2048, 2198, 2289)),
        *(f"near-copy-{line}" for line in (1057, 1273, 1282)),
        *("punctuation-1226", "punctuation-2270", "wording-97", "doubtful-alignment-2311"),
        "narrative-mismatch-285",
        "narrative-mismatch-451",
        *(f"repeated-list-{line}" for line in (2417, 2419, 2431, 2433, 2437, 2439, 2441)),
    }


def test_ids_are_unique(extraction: Extraction) -> None:
    ids = Counter(erratum.id for erratum in extraction.crosswalk.errata)
    assert ids.most_common(1)[0][1] == 1


def test_what_an_erratum_concerns_exists(extraction: Extraction) -> None:
    crosswalk = extraction.crosswalk
    iris = {s.iri for framework in extraction.frameworks for s in framework.statements}
    iris |= {a.iri for part in crosswalk.parts for a in part.alignments}
    iris |= {section.iri for section in crosswalk.sections}
    iris |= {part.iri for part in crosswalk.parts}
    assert {iri for e in crosswalk.errata for iri in e.concerns} <= iris


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
    result = extract(altered, base="https://e.org/", file="x", uuids=_no_uuid)
    before = {e.id for e in extraction.crosswalk.errata}
    assert erratum in {e.id for e in result.crosswalk.errata} - before
