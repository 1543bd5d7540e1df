import gzip
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crosswalk_rdf.server.change_log import (
    BrokenChangeLog,
    Change,
    read_change_log,
    updated_change_log,
    write_change_log,
)
from crosswalk_rdf.server.content.build import GZIP, load_build
from tests.built import BuiltSite

Updated = Callable[[BuiltSite], Path]
MOMENT = datetime(2031, 5, 6, 7, 8, 9, 250_000, UTC)
STAMP = int(MOMENT.timestamp()) + 1
"""The moment, rounded up."""


def test_without_a_history_everything_is_as_old_as_the_build(tiny_site: BuiltSite) -> None:
    build = load_build(tiny_site.folder)
    change_log = updated_change_log(None, build, MOMENT)
    assert {e.timestamp for e in change_log.descriptions.entries} == {
        build.files["build.ndjson"].modified
    }
    assert change_log.started == change_log.latest == build.files["build.ndjson"].modified
    assert updated_change_log(None, build, MOMENT + timedelta(days=1)) == change_log


def test_the_descriptions_are_the_published_graph(tiny_site: BuiltSite) -> None:
    change_log = updated_change_log(None, load_build(tiny_site.folder), MOMENT)
    assert change_log.text is not None
    lines = [line for e in change_log.descriptions.entries for line in change_log.text.lines(e.iri)]
    assert len(lines) == len(set(lines))
    assert set(lines) == {str(quad.triple) for quad in tiny_site.build.store}


def test_the_same_build_changes_nothing(tiny_site: BuiltSite) -> None:
    build = load_build(tiny_site.folder)
    change_log = updated_change_log(None, build, MOMENT)
    assert updated_change_log(change_log, build, MOMENT) == change_log


def test_only_what_differs_is_stamped(tiny_site: BuiltSite, updated: Updated) -> None:
    before = updated_change_log(None, load_build(tiny_site.folder), MOMENT)
    after = updated_change_log(before, load_build(updated(tiny_site)), MOMENT)
    documents = before.documents.by_iri
    assert after.latest == STAMP
    assert {e.timestamp for e in after.documents.entries} == {before.latest, STAMP}
    for entry in after.documents.entries:
        if entry.timestamp == before.latest:
            assert entry == documents[entry.iri]
        else:
            assert entry.position >= before.documents.next_position
    base = tiny_site.publication.base
    changes = {e.iri: e.change for e in after.documents.after(before.latest)}
    assert changes[f"{base}beruf/02"] is Change.DELETE
    assert Change.CREATE in changes.values()
    assert changes[f"{base}graph/beruf"] is Change.UPDATE


def test_positions_are_in_order_and_given_once(tiny_site: BuiltSite, updated: Updated) -> None:
    change_log = updated_change_log(None, load_build(tiny_site.folder), MOMENT)
    for day, folder in enumerate((updated(tiny_site), tiny_site.folder), 1):
        change_log = updated_change_log(
            change_log, load_build(folder), MOMENT + timedelta(days=day)
        )
    for log in (change_log.documents, change_log.descriptions, change_log.pages):
        positions = [entry.position for entry in log.entries]
        timestamps = [entry.timestamp for entry in log.entries]
        assert positions == sorted(set(positions))
        assert timestamps == sorted(timestamps)
        assert len(log.by_iri) == len(log.entries)


def test_stamps_rise_when_the_clock_does_not(tiny_site: BuiltSite, updated: Updated) -> None:
    change_log = updated_change_log(None, load_build(tiny_site.folder), MOMENT)
    latest = [change_log.latest]
    for folder in (updated(tiny_site), tiny_site.folder, updated(tiny_site)):
        change_log = updated_change_log(
            change_log, load_build(folder), datetime(1999, 1, 1, tzinfo=UTC)
        )
        latest.append(change_log.latest)
    assert latest == sorted(set(latest))


def test_what_comes_back_is_created_again(tiny_site: BuiltSite, updated: Updated) -> None:
    gone = f"{tiny_site.publication.base}beruf/02"
    change_log = updated_change_log(None, load_build(tiny_site.folder), MOMENT)
    type, sets = (
        change_log.descriptions.by_iri[gone].type,
        change_log.descriptions.by_iri[gone].sets,
    )
    change_log = updated_change_log(change_log, load_build(updated(tiny_site)), MOMENT)
    entry = change_log.descriptions.by_iri[gone]
    assert (entry.change, entry.type, entry.sets) == (Change.DELETE, type, sets)
    assert updated_change_log(change_log, load_build(updated(tiny_site)), MOMENT) == change_log
    change_log = updated_change_log(change_log, load_build(tiny_site.folder), MOMENT)
    assert change_log.descriptions.by_iri[gone].change is Change.CREATE


def test_tombstones_of_a_build_are_deletions(later_site: BuiltSite) -> None:
    change_log = updated_change_log(None, load_build(later_site.folder), MOMENT)
    for log in (change_log.documents, change_log.descriptions):
        entry = log.by_iri[f"{later_site.publication.base}beruf/02"]
        assert entry.is_gone
        assert entry.timestamp == change_log.started
        assert entry.type


def test_what_is_written_can_be_read(later_site: BuiltSite, tiny_site: BuiltSite) -> None:
    change_log = updated_change_log(None, load_build(later_site.folder), MOMENT)
    change_log = updated_change_log(change_log, load_build(tiny_site.folder), MOMENT)
    data = write_change_log(change_log)
    assert read_change_log(data) == change_log
    assert write_change_log(read_change_log(data)) == data
    again = updated_change_log(read_change_log(data), load_build(tiny_site.folder), MOMENT)
    assert again == change_log
    assert again.text is not None


@pytest.mark.parametrize("cut", [0, 1, 60, 400, -1, -30])
def test_half_a_change_log_is_refused(tiny_site: BuiltSite, cut: int) -> None:
    data = write_change_log(updated_change_log(None, load_build(tiny_site.folder), MOMENT))
    whole = data[:cut] if cut != -1 else data.replace(b'"journal":1', b'"journal":99')
    with pytest.raises(BrokenChangeLog, match="begin a new history"):
        read_change_log(whole)


def test_a_packed_dump_is_read_as_the_plain_one(tiny_site: BuiltSite) -> None:
    build = load_build(tiny_site.folder)
    plain = build.files[build.manifest.dump]
    kind = plain.kind._replace(compression=GZIP)
    packed = replace(plain, content=memoryview(gzip.compress(bytes(plain.content))), kind=kind)
    name = f"{build.manifest.dump}.gz"
    other = replace(
        build, manifest=replace(build.manifest, dump=name), files={**build.files, name: packed}
    )
    first, second = (updated_change_log(None, b, MOMENT) for b in (build, other))
    assert first.descriptions == second.descriptions
    assert first.text is not None and second.text is not None
    assert bytes(first.text.content) == bytes(second.text.content)
