"""The service under load, beside ``oxigraph serve-read-only`` on the same data, in one run.

Both serve the flagship on loopback, one after the other, twice in turn; wrk takes its share of the
same cores. The mix of queries is the whole library, each with its defaults, sent by POST to the
SPARQL endpoint: once as our service stands, and once without its cache of answers.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode

from benchmarks.flagship import build
from benchmarks.load import Load, free_port, load, server
from benchmarks.measuring import REPOSITORY, tree_megabytes
from benchmarks.tables import figure, table
from crosswalk_rdf.model.manifest import FILE, read_manifest
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_queries

SECONDS = 15
ACCEPT = "application/sparql-results+json, text/turtle;q=0.5, text/html;q=0.1"
_COLUMNS = ["what", "requests/s", "median ms", "p99 ms", "failed", "MB before", "MB after"]


def report(seconds: int = SECONDS) -> str:
    """Return the figures as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(REPOSITORY, folder / "dist")
        return _report(folder, seconds)


def _report(folder: Path, seconds: int) -> str:
    dist = folder / "dist"
    base = read_manifest((dist / FILE).read_bytes()).base
    mix = _queries(base, "/sparql")
    loads = {"resources": _resources(dist), "library queries": _library(base), "SPARQL": mix}
    rows = [_row(f"serve: {name}", *_ours(dist, of, seconds)) for name, of in loads.items()]
    ours, theirs = [], []
    store = _loaded(dist, folder)
    for _ in range(2):
        plain = _ours(dist, mix, seconds, "--cache-bytes", "0")
        ours.append(plain)
        theirs.append(_theirs(store, _queries(base, "/query"), seconds))
    rows += [_row("serve: SPARQL, no cache", *row) for row in ours]
    rows += [_row("oxigraph: SPARQL", *row) for row in theirs]
    ratio = median(f[0].rate for f in ours) / median(f[0].rate for f in theirs)
    remark = f"Without a cache: {ratio:.2f} of the queries a second of `oxigraph serve-read-only`."
    return "\n".join([table(_COLUMNS, rows), remark, ""])


def _row(what: str, load: Load, before: float, after: float) -> list[str]:
    speed = [f"{load.rate:,.0f}", figure(load.median), figure(load.p99)]
    return [what, *speed, str(load.failed), figure(before), figure(after)]


def _ours(
    dist: Path, requests: Sequence[str], seconds: int, *options: str
) -> tuple[Load, float, float]:
    port = free_port()
    where = ["--dist", str(dist), "--port", str(port), "--quiet"]
    command = [sys.executable, "-m", "crosswalk_rdf", "serve", *where, *options]
    return _measured(command, port, "/readyz", requests, seconds)


def _theirs(store: Path, requests: Sequence[str], seconds: int) -> tuple[Load, float, float]:
    port = free_port()
    where = ["--location", str(store), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    return _measured([_oxigraph(), "serve-read-only", *where], port, "/", requests, seconds)


def _measured(
    command: Sequence[str], port: int, ready: str, requests: Sequence[str], seconds: int
) -> tuple[Load, float, float]:
    with server(command, port, ready) as pid:
        url = f"http://127.0.0.1:{port}"
        load(url, requests, accept=ACCEPT, seconds=3)
        before = tree_megabytes(pid)
        return load(url, requests, accept=ACCEPT, seconds=seconds), before, tree_megabytes(pid)


def _loaded(dist: Path, folder: Path) -> Path:
    manifest = read_manifest((dist / FILE).read_bytes())
    store = folder / "store"
    command = [_oxigraph(), "load", "--location", str(store), "--file", str(dist / manifest.dump)]
    subprocess.run(command, check=True, capture_output=True)
    return store


def _oxigraph() -> str:
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        raise SystemExit("the peer is oxigraph: pip install oxigraph")
    return program


def _resources(dist: Path) -> list[str]:
    """Return every resource, with and without a suffix, and its page."""
    names = sorted(
        path.relative_to(dist).as_posix().removesuffix(".ttl")
        for folder in ("psel-2015", "lcpe-2017", "crosswalk-2017")
        for path in (dist / folder).rglob("*.ttl")
    )
    ends = ("", ".ttl", ".jsonld", ".html")
    return [f"/{quote(name)}{ends[number % len(ends)]}" for number, name in enumerate(names)]


def _library(base: str) -> list[str]:
    return [f"/queries/{name}" for name in library_texts(base)]


def _queries(base: str, path: str) -> list[str]:
    return [f"{path}\t{urlencode({'query': text})}" for text in library_texts(base).values()]


def library_texts(base: str) -> dict[str, str]:
    """Return each query of the library that has a default for all that it asks."""
    library = load_library(base)
    return {
        name: bind(query, {}, base)
        for name, query in sorted(parse_queries(library.queries, base).items())
        if not any(parameter.required for parameter in query.parameters)
    }
