"""A thesaurus to the cost of its site, ours and that of ontospy, in one run.

Ontospy (https://pypi.org/project/ontospy/) is the generator that installs from PyPI and writes a
page for each concept of a SKOS scheme (``gendocs --type html-complex``). It is given the Turtle
that we publish of the same thesaurus. It writes pages and nothing else; ours is the whole build:
rules, shapes, dumps, the documents of each concept in four syntaxes, search. It needs other
versions than we do, so it has an environment of its own::

    python3 -m venv .venv-peers && .venv-peers/bin/pip install ontospy==2.7
    python -m benchmarks peers --ontospy .venv-peers/bin/ontospy
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.flagship import build, output
from benchmarks.measuring import TreeMemory, environment
from benchmarks.tables import figure, table
from benchmarks.thesaurus import write_thesaurus
from crosswalk_rdf.dataset.store import add_asserted
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish import serialize_quads
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.store.embedded import Only, new_store

SIZES = (440, 4_400)
_COLUMNS = ["concepts", "program", "wall s", "CPU s", "peak MB", "files", "output MB"]


def report(ontospy: str, sizes: Sequence[int] = SIZES) -> str:
    """Return the figures as Markdown, or what to install."""
    program = shutil.which(ontospy)
    if program is None:
        return "Not measured: install ontospy (benchmarks/peers.py says how), name it --ontospy.\n"
    rows, ratios = [], []
    for size in sizes:
        ours, theirs = _both(Path(program).absolute(), size)
        rows += [_row(size, "crosswalk-rdf", ours), _row(size, "ontospy", theirs)]
        cpu, memory = (theirs[name] / ours[name] for name in ("cpu", "megabytes"))
        ratios.append(
            f"{size:,} concepts: ontospy takes {cpu:.1f} times our CPU time "
            f"and {memory:.1f} times our memory."
        )
    return "\n".join([table(_COLUMNS, rows), *ratios, ""])


def _row(size: int, program: str, whole: Mapping[str, float]) -> list[str]:
    figures = [figure(whole[name]) for name in ("wall", "cpu", "megabytes")]
    return [f"{size:,}", program, *figures, f"{whole['files']:,.0f}", figure(whole["output"])]


def _both(ontospy: Path, size: int) -> tuple[Mapping[str, float], Mapping[str, float]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_thesaurus(folder / "project", size, foreign=False)
        ours = build(folder / "project", folder / "dist")[0]
        source, site = folder / "thesaurus.ttl", folder / "site"
        source.write_bytes(_turtle(folder / "project"))
        site.mkdir()
        options = ["--type", "html-complex", "--nobrowser", "-o", str(site)]
        theirs = _run([str(ontospy), "gendocs", *options, str(source)])
        count, length = output(site)
        if count < size:
            raise SystemExit(f"{ontospy} wrote {count} files for {size} concepts: use version 2.7")
        return ours, {**theirs, "files": count, "output": length / 1_000_000}


def _turtle(project: Path) -> bytes:
    """Return the graph of the thesaurus as it is published."""
    publication = load_publication(project)
    library, store = load_library(publication.base), new_store()
    add_asserted(store, publication, library)
    graph = Only(store, graph_iri(publication.base, "thesaurus"))
    return serialize_quads(graph, by_name("turtle"), publication, library)


def _run(command: Sequence[str]) -> dict[str, float]:
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL)
    memory = TreeMemory(process.pid)
    memory.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed with {process.returncode}")
    return {
        "wall": time.perf_counter() - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "megabytes": memory.peak,
    }
