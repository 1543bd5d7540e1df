"""What a publication says of its site: the table ``[site]``, words and pictures."""

from pathlib import Path

import pytest

from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from tests.project.conftest import Faults

FILE = "data/publication.toml"
CREATOR = '[creator]\nname = "Erika Mustermann"'


def test_a_publication_need_not_say_anything(tiny: Path) -> None:
    site = load_publication(tiny).site
    assert (site.name, site.url, site.repository, site.versions) == (None, None, None, None)


def test_the_table_is_read(tiny: Path) -> None:
    table = '\n[site]\nname = "Kurz"\nrepository = "https://example.org/fragen"\n'
    (tiny / FILE).write_text((tiny / FILE).read_text() + table)
    site = load_publication(tiny).site
    assert site.name == "Kurz"
    assert str(site.repository) == "https://example.org/fragen"


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ('[site]\nnmae = "Kurz"', 12, "unknown key 'nmae': the keys are"),
        ('[site]\nname = ["Kurz"]', 12, "'name' must be a text"),
        ('[site]\nname = ""', 12, "'name' is empty"),
        ('[site]\nrepository = "hier"', 12, "'repository' is no IRI: 'hier'"),
        ('[site]\nurl = "hier"', 12, "'url' is no IRI: 'hier'"),
    ],
)
def test_a_fault_of_the_table(faults_of: Faults, table: str, line: int, message: str) -> None:
    [fault] = faults_of(FILE, CREATOR, f"{table}\n\n{CREATOR}")
    assert (fault.file, fault.line) == (FILE, line)
    assert message in fault.message


def test_the_table_must_be_one(faults_of: Faults) -> None:
    faults = faults_of(FILE, CREATOR, f'site = "Kurz"\n\n{CREATOR}')
    assert ["'site' must be a table" in fault.message for fault in faults] == [True]


def test_words_and_pictures_are_found(tiny: Path) -> None:
    folder = tiny / "data/site"
    folder.mkdir()
    (folder / "about.md").write_text("## Über uns\n")
    (folder / "karte.svg").write_text("<svg/>")
    (folder / ".verborgen.md").write_text("nichts")
    words = load_library("https://example.org/", (tiny, "https://example.org/")).texts
    assert words == {"about.md": "## Über uns\n".encode(), "karte.svg": b"<svg/>"}
