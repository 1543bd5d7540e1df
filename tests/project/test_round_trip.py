"""What is written as data files can be read back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from crosswalk_rdf.model import Crosswalk, Framework, Publication
from crosswalk_rdf.project.crosswalk_writer import crosswalk_files
from crosswalk_rdf.project.framework_writer import framework_files
from crosswalk_rdf.project.publication import load_publication
from tests.project.richer import richer_crosswalks, richer_frameworks
from tests.project.strategies import BASE, crosswalks, frameworks

PUBLICATION = f"""\
base = "{BASE}"
id = "any"
title = "Any"
description = "Any"
language = "de"
version = "1"
issued = "2020"
modified = "2020"
rights = "Any"
creator = {{ name = "Any" }}
"""


def _loaded(expected: tuple[Framework, ...], crosswalk: Crosswalk, base: str) -> Publication:
    files = {"data/publication.toml": PUBLICATION.encode()}
    for framework in expected:
        files |= framework_files(framework, BASE)
    files |= crosswalk_files(crosswalk, BASE, expected, "")
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return load_publication(Path(folder), base)


@settings(max_examples=60, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_data_files_keep_everything(data: st.DataObject) -> None:
    first, second = data.draw(frameworks("first")), data.draw(frameworks("second"))
    crosswalk = data.draw(crosswalks(first, second))
    loaded = _loaded((first, second), crosswalk, BASE)
    assert loaded.frameworks == (first, second)
    assert _parts_sorted(loaded.crosswalks[0]) == _parts_sorted(crosswalk)


@settings(max_examples=60, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_data_files_keep_what_others_publish(data: st.DataObject) -> None:
    framework = data.draw(richer_frameworks("first").filter(lambda f: bool(f.statements)))
    crosswalk = data.draw(richer_crosswalks(framework))
    loaded = _loaded((framework,), crosswalk, BASE)
    assert loaded.frameworks == (framework,)
    assert _parts_sorted(loaded.crosswalks[0]) == _parts_sorted(crosswalk)


def _parts_sorted(crosswalk: Crosswalk) -> Crosswalk:
    """Return ``crosswalk`` with its alignments by IRI: SSSOM sorts rows by their content."""
    parts = (
        replace(part, alignments=tuple(sorted(part.alignments, key=lambda a: a.iri)))
        for part in crosswalk.parts
    )
    return replace(crosswalk, parts=tuple(parts))
