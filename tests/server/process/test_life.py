"""A process from its start to its end, and builds that come meanwhile."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from crosswalk_rdf import publish
from crosswalk_rdf.model.build_index import index_lines, read_index
from crosswalk_rdf.model.manifest import FILE, read_manifest
from crosswalk_rdf.project.library import Library, load_library
from tests.built import BuiltSite, written
from tests.conftest import REPOSITORY, TINY
from tests.server.serving import Served, command, serving

LONG = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f }"
"""A query that takes a moment on the tiny publication."""


@pytest.fixture(scope="module")
def tiny_library(tiny_site: BuiltSite) -> Library:
    return load_library(tiny_site.publication.base, (TINY, tiny_site.publication.written_base))


@pytest.fixture
def folder(tiny_site: BuiltSite, tmp_path: Path) -> Path:
    """A copy of the build that a test may replace."""
    return shutil.copytree(tiny_site.folder, tmp_path / "dist")


@pytest.fixture(scope="module")
def next_build(
    tiny_site: BuiltSite, tiny_library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same publication with another version."""
    publication = replace(tiny_site.publication, version="9.9.9")
    place = tmp_path_factory.mktemp("next") / "dist"
    return written("next", publication, publish.build(publication, tiny_library), place).folder


def replace_folder(folder: Path, by: Path) -> None:
    """Have the content of ``by`` at ``folder``, in one step for those who look at it."""
    fresh = folder.with_name("fresh")
    shutil.copytree(by, fresh)
    folder.rename(folder.with_name("old"))
    fresh.rename(folder)
    shutil.rmtree(folder.with_name("old"))


def children(pid: int) -> list[int]:
    """Return the processes that ``pid`` has started, and those that they have started."""
    own = [
        int(child)
        for file in Path(f"/proc/{pid}/task").glob("*/children")
        for child in file.read_text().split()
    ]
    return [*own, *(grandchild for child in own for grandchild in children(child))]


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    done = threading.Event()
    for _ in range(int(seconds * 20)):
        if holds():
            return
        done.wait(0.05)
    pytest.fail("it did not come about")


def version(served: Served) -> str:
    value: str = served.ask("/readyz").json()["version"]
    return value


def test_sigterm_ends_it_well_and_leaves_nothing(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder) as served:
        started = children(served.process.pid)
        assert started
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(timeout=30) == 0
        wait_until(lambda: all(map(gone, started)))


def test_a_request_that_runs_comes_to_its_end(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder) as served:
        responses = []
        body = LONG.encode()
        asking = threading.Thread(
            target=lambda: responses.append(
                served.ask("/sparql", "POST", body, content_type="application/sparql-query")
            )
        )
        asking.start()
        wait_until(lambda: b"crosswalk_rdf_queries_running 1.0" in served.ask("/metrics").body)
        served.process.send_signal(signal.SIGTERM)
        asking.join(timeout=60)
        assert [answer.status for answer in responses] == [200]
        assert served.process.wait(timeout=30) == 0


def test_kill_9_loses_nothing(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with serving(folder, "--state", str(state)) as served:
        before = served.ask("/activities").body
        started = children(served.process.pid)
        files = {path.name: path.read_bytes() for path in state.iterdir()}
        os.kill(served.process.pid, signal.SIGKILL)
        served.process.wait(timeout=30)
        wait_until(lambda: all(map(gone, started)))
        port = served.address[1]
    with serving(folder, "--state", str(state), "--port", str(port)) as again:
        assert again.address[1] == port
        assert again.ask("/activities").body == before
    assert {path.name: path.read_bytes() for path in state.iterdir()} == files


def test_sighup_takes_up_a_new_build(folder: Path, next_build: Path) -> None:
    with serving(folder) as served:
        assert version(served) != "9.9.9"
        replace_folder(folder, next_build)
        served.process.send_signal(signal.SIGHUP)
        served.logged("build taken up")
        assert version(served) == "9.9.9"


def test_watch_takes_up_a_new_build(folder: Path, next_build: Path) -> None:
    with serving(folder, "--watch") as served:
        replace_folder(folder, next_build)
        served.logged("build taken up")
        assert version(served) == "9.9.9"


def break_checksum(folder: Path) -> None:
    dump = next((folder / "dumps").glob("*.ttl"))
    dump.write_bytes(dump.read_bytes()[:-10] + b"# broken \n")


def list_again(folder: Path) -> None:
    """Have the index say what the files in ``folder`` are now."""
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    manifest, entries = read_manifest(lines[0]), []
    for entry in read_index(lines):
        if (file := folder / entry.path).is_file():
            content = file.read_bytes()
            digest = sha256(content).digest()
            entries.append(entry._replace(size=len(content), digest=digest))
    (folder / FILE).write_bytes(
        b"".join(index_lines(replace(manifest, files=len(entries)), entries))
    )


def break_dump(folder: Path) -> None:
    """Cut the dump, and have the index agree with it."""
    dump = next((folder / "dumps").glob("*.nq"))
    content = dump.read_bytes()
    dump.write_bytes(content[: len(content) // 2])
    list_again(folder)


def cut_file(folder: Path) -> None:
    page = folder / "about.html"
    page.write_bytes(page.read_bytes()[:-1])


def cut_index(folder: Path) -> None:
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    (folder / FILE).write_bytes(b"".join(lines[:-3]))


def break_index(folder: Path) -> None:
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    lines[5] = b'{"path": 7}\n'
    (folder / FILE).write_bytes(b"".join(lines))


def remove_index(folder: Path) -> None:
    (folder / FILE).unlink()


def break_manifest(folder: Path) -> None:
    (folder / FILE).write_text("{")


def remove_files(folder: Path) -> None:
    for page in list(folder.glob("*.html"))[:2]:
        page.unlink()


def break_context(folder: Path) -> None:
    """Take away what every build has, and have the index agree with it."""
    (folder / "context.jsonld").unlink()
    list_again(folder)


def remove_all(folder: Path) -> None:
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (break_checksum, "is not what was written: copy the build whole"),
        (break_dump, "the process that holds the data did not start"),
        (break_manifest, "build.ndjson: no JSON"),
        (break_context, "has a file that cannot be read"),
        (break_index, "build.ndjson:6: this is no file of an index"),
        (cut_file, "about.html has "),
        (cut_index, "files, and "),
        (remove_index, "holds no build.ndjson"),
        (remove_files, ".html is missing: copy the build whole"),
        (remove_all, "run 'crosswalk-rdf build'"),
    ],
)
def test_a_broken_build_is_refused(
    folder: Path, next_build: Path, spoil: Callable[[Path], None], why: str
) -> None:
    with serving(folder) as served:
        old = version(served)
        replace_folder(folder, next_build)
        spoil(folder)
        served.process.send_signal(signal.SIGHUP)
        refusal = served.logged("build refused")
        assert refusal["level"] == "error"
        assert why in str(refusal["message"])
        assert version(served) == old
        assert b'builds_total{outcome="refused"} 1.0' in served.ask("/metrics").body


def test_no_request_fails_while_builds_come(folder: Path, next_build: Path) -> None:
    with serving(folder) as served:
        stop, failed, count = threading.Event(), list[str](), [0]

        def ask() -> None:
            while not stop.is_set():
                for path in ("/", "/sparql?query=ASK%20%7B%7D", "/schule.ttl", "/readyz"):
                    answer = served.ask(path)
                    count[0] += 1
                    if answer.status != 200:
                        failed.append(f"{path}: {answer.status} {answer.body[:200]!r}")

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        other = shutil.copytree(folder, folder.with_name("other"))
        for build in (next_build, other, next_build):
            replace_folder(folder, build)
            served.process.send_signal(signal.SIGHUP)
            served.logged("build taken up")
        stop.set()
        for thread in threads:
            thread.join()
    assert failed == []
    assert count[0] > 20


@pytest.mark.parametrize(
    ("what", "message"),
    [("nothing", "crosswalk-rdf build"), ("file", "is a file"), ("other", "crosswalk-rdf build")],
)
def test_what_cannot_be_served_is_an_error(what: str, message: str, tmp_path: Path) -> None:
    place = tmp_path / "dist"
    if what == "file":
        place.write_text("")
    elif what == "other":
        place.mkdir()
    done = subprocess.run(command(place), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def heeds(pid: int, number: int) -> bool:
    """Return whether a process has a function for a signal."""
    status = Path(f"/proc/{pid}/status").read_text()
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def test_sighup_while_the_build_loads_does_not_end_it(folder: Path) -> None:
    process = subprocess.Popen(command(folder), stderr=subprocess.PIPE, text=True)
    assert process.stderr
    while not heeds(process.pid, signal.SIGHUP):
        time.sleep(0.01)
    process.send_signal(signal.SIGHUP)
    assert "listening" in process.stderr.readline()
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_service_that_still_loads(tiny_site: BuiltSite, number: int) -> None:
    """It waits for a store that says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        endpoint = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        options = ("--endpoint", endpoint, "--query-seconds", "300")
        process = subprocess.Popen([*command(tiny_site.folder), *options], cwd=REPOSITORY)
        try:
            silent.settimeout(30)
            connection, _ = silent.accept()
            process.send_signal(number)
            with connection:
                assert process.wait(timeout=30) == 0
        finally:
            process.kill()
            process.wait()
