"""The counts of the printed document, and that nothing of it is lost."""

from collections import Counter
from pathlib import Path

import pytest

from crosswalk_2017_extraction import Extraction, UnknownSource, extract
from crosswalk_2017_extraction.coverage import coverage
from crosswalk_2017_extraction.data_files import extract_folder, extracted_files
from crosswalk_2017_extraction.reader import read_crosswalk
from crosswalk_rdf.model import Framework, Statement, local_name


def _statement(extraction: Extraction, framework: str, notation: str) -> Statement:
    framework_value = next(f for f in extraction.frameworks if f.id == framework)
    return next(s for s in framework_value.statements if s.notation == notation)


def _kinds(framework: Framework) -> Counter[str]:
    return Counter(local_name(statement.kind) for statement in framework.statements)


def test_every_line_is_accounted_for_by_exactly_one_record(extraction: Extraction) -> None:
    account = extraction.coverage
    assert account.missing == ()
    assert account.repeated == ()
    assert len({entry.segment.line for entry in account.entries}) == 1819


def test_a_line_that_no_record_takes_is_reported(source_text: str) -> None:
    reading = read_crosswalk(source_text)
    lost = reading.accounted.pop()
    missing = coverage(source_text, reading).missing
    assert missing == tuple(segment.line for segment in lost.block.segments)


def test_half_a_line_that_no_record_takes_is_reported(source_text: str) -> None:
    reading = read_crosswalk(source_text)
    right = next(a for a in reading.accounted if a.block.segments[0].column == "right")
    reading.accounted.remove(right)
    assert right.block.lines[0] in coverage(source_text, reading).missing


def test_the_frameworks_have_the_printed_size(extraction: Extraction) -> None:
    psel, lcpe = extraction.frameworks
    assert _kinds(psel) == {"Standard": 10, "Element": 83}
    assert _kinds(lcpe) == {"Domain": 4, "Competency": 21, "Indicator": 108, "SubIndicator": 36}


def test_the_parts_have_the_printed_alignments(extraction: Extraction) -> None:
    parts = {part.id: len(part.alignments) for part in extraction.crosswalk.parts}
    assert parts == {"part-1": 70, "part-2": 94, "part-3": 65}


def test_no_two_alignments_of_a_part_are_the_same(extraction: Extraction) -> None:
    iris = [a.iri for part in extraction.crosswalk.parts for a in part.alignments]
    assert len(set(iris)) == 229


def test_there_are_ten_narratives(extraction: Extraction) -> None:
    narratives = [s for s in extraction.crosswalk.sections if local_name(s.kind) == "Narrative"]
    assert [n.id for n in narratives] == [f"narrative-{number}" for number in range(1, 11)]
    assert [local_name(n.about[0]) for n in narratives] == [str(n) for n in range(1, 11)]


def test_three_elements_are_printed_in_part_2_only(extraction: Extraction) -> None:
    psel = extraction.frameworks[0]
    elements = (s for s in psel.statements if local_name(s.kind) == "Element")
    elsewhere = {s.notation for s in elements if local_name(str(s.printed_in)) != "part-1"}
    assert elsewhere == {"7f", "7g", "7h"}


def test_elements_stand_in_order(extraction: Extraction) -> None:
    seventh = [s.notation for s in extraction.frameworks[0].statements if s.notation[0] == "7"]
    assert seventh == ["7", "7a", "7b", "7c", "7d", "7e", "7f", "7g", "7h"]


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("1a", "Develop an educational mission for the school to promote the academic success "
               "and well-being of each student."),
        ("10c", "Prepare the school and the community for improvement, promoting readiness, an "
                "imperative for improvement, instilling mutual commitment and accountability, and "
                "developing the knowledge, skills, and motivation to succeed in improvement."),
        ("7g", "Provide opportunities for collaborative examination of practice, collegial "
               "feedback, and collective learning."),
    ],
)  # fmt: skip
def test_psel_texts(extraction: Extraction, notation: str, text: str) -> None:
    assert str(_statement(extraction, "psel-2015", notation).text) == text


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("PSMV.1.i", "Seek out and employ the latest technology to support collaboration, "
                     "communication, teaching, and learning in a learner-centered, personalized "
                     "context."),
        ("SRSCIIA.6.a.i", "Regularly seek input on ways these opportunities could be enhanced."),
        ("VVC.1.c.ii", "collectively ensuring all decisions, resources, and structures are aligned "
                       "to and support the vision (e.g., funding, use of technology, community "
                       "supports, career exploration, use of time, grading policy)"),
        ("CBICI.5", "Deliver strategic and personalized professional learning"),
        ("PSMV.2", "Demonstrate and effectively communicate a commitment to equity and "
                   "learner-centered, personalized approaches"),
        ("SRSCIIA", "Shared Responsibility and Structures for Continuous Improvement, Innovation, "
                    "and Assessment"),
    ],
)  # fmt: skip
def test_competency_texts(extraction: Extraction, notation: str, text: str) -> None:
    assert str(_statement(extraction, "lcpe-2017", notation).text) == text


@pytest.mark.parametrize(
    ("record", "printed"),
    [
        ("part-2/PSMV.2.d--9i", "9j"),
        ("part-2/SRSCIIA.2.b--4g", "7g"),
        ("part-2/SRSCIIA.4--4d", "4h"),
        ("part-1/6--SRSCIIA", "CBICI.6"),
        ("part-1/9--PSMV.1", "CBICI.1"),
        ("part-2/VVC.1.b--1b", "1b"),
        ("part-2/CBICI--10", "10"),
    ],
)
def test_the_text_wins_and_the_number_is_kept(
    extraction: Extraction, record: str, printed: str
) -> None:
    alignments = (a for part in extraction.crosswalk.parts for a in part.alignments)
    alignment = next(a for a in alignments if a.iri.endswith(f"/{record}"))
    assert alignment.printed_notation == printed


def test_the_rows_of_the_phantom_competency_in_part_3_keep_its_place(
    extraction: Extraction,
) -> None:
    rows = [a for a in extraction.crosswalk.parts[2].alignments if a.printed_subject_notation]
    assert {local_name(a.object) for a in rows} == {"4", "6", "7", "10"}
    assert {a.printed_subject_notation for a in rows} == {"CBICI.6"}
    assert {local_name(a.subject) for a in rows} == {"SRSCIIA"}


def test_the_committed_files_are_what_extract_writes(
    repository: Path, extraction: Extraction
) -> None:
    files = extracted_files(extract_folder(repository, mint=lambda: "not in the data"))
    assert len(files) == 10
    assert [
        name for name, content in files.items() if (repository / name).read_bytes() != content
    ] == []


def test_another_text_is_refused() -> None:
    with pytest.raises(UnknownSource, match="Crosswalk Part 1:"):
        extract("Another text\n", base="https://e.org/", file="x", uuids=lambda f, n: "")
