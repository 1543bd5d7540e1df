"""RDF that is cut off, or made to take all memory or time, is refused from any syntax to any."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

START = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
    '<rdf:Description rdf:about="urn:s"><e:p>&l9;</e:p></rdf:Description>'
)
ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE rdf [<!ENTITY l0 "lol">{ENTITIES}]>{START}</rdf:RDF>'
SECOND_DESCRIPTION = '<rdf:Description rdf:about="urn:t"><e:p>te'
CUT_OFF = START.replace("&l9;", "text") + SECOND_DESCRIPTION
NESTED_JSON = '{"urn:p":' * 10_000 + '"x"' + "}" * 10_000
LIKE_NODES = f"<urn:s> <urn:p> {'[ <urn:p> ' * 1000} 1 {']' * 1000} ."


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.rdf", CUT_OFF, f"a.rdf:1:{len(CUT_OFF) + 1}: not XML"),
        ("a.rdf", BOMB, "a.rdf: its XML entities expand to far more than the file: remove them"),
        ("a.jsonld", NESTED_JSON, "a.jsonld: JSON-LD nested too deep: flatten it"),
        ("a.ttl", LIKE_NODES, "a.ttl: too many blank nodes that differ in nothing of their own"),
    ],
)
@pytest.mark.parametrize("target", ["b.nt", "b.jsonld"])
def test_refused(run: Run, tmp_path: Path, name: str, text: str, message: str, target: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("convert", tmp_path / name, tmp_path / target)
    assert result.exit_code != 0
    assert message in result.stderr
    assert not (tmp_path / target).exists()


def test_utf_16(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:s> <urn:p> "é" .', encoding="utf-16")
    assert run("convert", tmp_path / "a.ttl", tmp_path / "b.nt").exit_code == 0
    assert "é" in (tmp_path / "b.nt").read_text(encoding="utf-8")
