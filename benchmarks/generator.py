"""A factor and a seed to the folder of a publication so many times as large as the flagship.

It has the flagship's shape: a framework in two levels and one in four, a crosswalk in three parts,
alignments with evidence, errata and sections, a printed source. Its fan-out does not grow with the
factor: there are more statements, not longer lists. The same factor and seed give the same bytes.
"""

from pathlib import Path

from benchmarks.crosswalks import SOURCE_FILE, crosswalk
from benchmarks.frameworks import BASE, competencies, standards
from benchmarks.prose import Prose
from crosswalk_rdf.project.crosswalk_writer import crosswalk_files
from crosswalk_rdf.project.framework_writer import framework_files

SEED = 2017
PUBLICATION = f"""\
base = "{BASE}"
id = "synthetic"
title = "A synthetic publication"
description = "Made up to measure how time grows with size."
language = "en"
version = "1.0.0"
issued = "2026-01-01"
modified = "2026-01-01"
rights = "Made up: no rights in it."

[creator]
name = "Benchmark"
"""


def publication_files(factor: int, seed: int = SEED) -> dict[str, bytes]:
    """Return the files of the publication, by path within its folder."""
    prose = Prose(seed)
    frameworks = standards(factor, prose), competencies(factor, prose)
    made = crosswalk(factor, frameworks, prose)
    files = {"data/publication.toml": PUBLICATION.encode(), SOURCE_FILE: prose.source.encode()}
    for framework in frameworks:
        files |= framework_files(framework, BASE)
    return files | crosswalk_files(made, BASE, frameworks, "none")


def write_publication(folder: Path, factor: int, seed: int = SEED) -> None:
    """Write the publication to ``folder``."""
    for name, content in publication_files(factor, seed).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
