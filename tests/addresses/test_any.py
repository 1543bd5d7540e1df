"""Whatever notations and IRIs a publication has: all are answered, or are a fault of their row."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from crosswalk_rdf.dataset.addresses import addresses
from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.model.document_paths import document_path, folded, normal_name
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.project.unreachable_iris import unreachable_iris
from tests.addresses.answers import faults
from tests.addresses.publications import BASE, Scheme, built, write_project
from tests.addresses.static import static_site
from tests.addresses.test_every_kind import server_get, service_get

ODD = "#?%/\\;:,.+&='\"<>{}[]|^`~$*!@() \t\u00a0\u2009\u200f"
PIECES = st.sampled_from(
    [
        *ODD,
        *"aAbB1éÉ語",
        "e\u0301",
        "..",
        "--",
        "%2F",
        "%41",
        ".ttl",
        ".html",
        ".json",
        "index",
        "con",
    ]
)
NOTATIONS = st.lists(PIECES, min_size=1, max_size=5).map("".join)
SEGMENTS = st.lists(
    st.sampled_from([*"aAbB1-._~!&'()+,;=:@éÉ", "%2F", "%41", "%C3%A9", "%20", ".ttl", "index"]),
    max_size=4,
).map("".join)
QUERIES = st.sampled_from(["", "?id=5", "?id=6", "?", "?a=b/c&d=%20"])
FRAGMENTS = st.sampled_from(["", "", "#a", "#b", "#"])
BELOW = st.builds(
    lambda segments, slash, query, fragment: "/".join(segments) + slash + query + fragment,
    st.lists(SEGMENTS, min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]),
    QUERIES,
    FRAGMENTS,
)
IRIS = st.one_of(st.just(""), BELOW.map(lambda local: BASE + local), BELOW.map("urn:x:{}".format))
ROWS = st.lists(
    st.tuples(NOTATIONS, IRIS),
    min_size=1,
    max_size=25,
    unique_by=(lambda row: row[0].strip(), lambda row: row[1] or row[0]),
)


@given(ROWS)
def test_paths_are_unique_and_what_is_left_out_is_a_fault(rows: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        write_project(Path(folder) / "project", [Scheme("f", statements=rows)])
        try:
            publication = load_publication(Path(folder) / "project")
        except InputFaults as error:
            assert all(fault.line > 1 for fault in error.faults)
            return
    assert not list(unreachable_iris(publication))
    iris = [str(s.iri) for framework in publication.frameworks for s in framework.statements]
    names = {iri.removeprefix(BASE).partition("#")[0] for iri in iris if iri.startswith(BASE)}
    addresses_by_name = addresses(publication, {*names, "f", "dataset"} - {""})
    paths = [*addresses_by_name.own.values(), *addresses_by_name.others.values()]
    assert len(set(map(folded, paths))) == len(paths)
    for path in paths:
        assert document_path(path) or path
        assert all(0 < len(name.encode()) <= 210 for name in path.split("/")), path
    document_names = {folded(document_path(name)) for name in addresses_by_name.own}
    documents = {folded(path + suffix) for path in paths for suffix in (".html", ".ttl", ".json")}
    assert not document_names & documents


@given(st.text(max_size=20))
def test_the_normal_form_is_one(local: str) -> None:
    once = normal_name(local.encode(errors="replace").decode())
    assert normal_name(once) == once
    assert once.isascii()


@pytest.mark.slow
@settings(
    max_examples=4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.reuse, Phase.generate],  # to make an example smaller takes a build each time
)
@given(ROWS)
def test_service_and_static_host_answer(rows: list[tuple[str, str]]) -> None:
    with TemporaryDirectory(prefix="addresses-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            site = built(folder / "project", [Scheme("f", statements=rows)])
        except InputFaults as error:
            assert all(fault.line > 1 for fault in error.faults)
            return
        assert list(faults(site, service_get(site))) == []
        with static_site(site, folder) as server:
            assert list(faults(site, server_get(server))) == []
