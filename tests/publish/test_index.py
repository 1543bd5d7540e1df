"""The index of a build says of each file what it is, and nothing that is not so."""

import hashlib
import json

import pyoxigraph as ox
import pytest

from crosswalk_rdf.model.build_index import FileEntry, FileKind, index_lines, read_index
from crosswalk_rdf.model.manifest import FILE, BadManifest, read_manifest
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.serialization.media_types import media_type_of
from crosswalk_rdf.serialization.syntaxes import by_suffix
from crosswalk_rdf.site.well_known.recipes import JSON_FOLDER, types_by_ending
from tests.built import BuiltSite


@pytest.fixture(params=["flagship", "tiny", "later", "imported"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    value: BuiltSite = request.getfixturevalue(f"{request.param}_site")
    return value


def entries(site: BuiltSite, *roles: Role) -> list[FileEntry]:
    listed = list(read_index(site.files[FILE].splitlines()))
    return [entry for entry in listed if not roles or entry.role in roles]


def test_it_lists_every_file_as_it_is(site: BuiltSite) -> None:
    listed = entries(site)
    assert [entry.path for entry in listed] == sorted(set(site.files) - {FILE})
    assert {entry.path: entry for entry in listed} == site.build.index
    for entry in listed:
        assert entry.size == len(site.files[entry.path])
        assert entry.sha256 == hashlib.sha256(site.files[entry.path]).hexdigest()
        assert entry.media_type != "application/octet-stream", entry.path
    manifest = read_manifest(site.files[FILE])
    assert manifest.files == len(listed)
    assert manifest.bytes == sum(entry.size for entry in listed)
    assert manifest.prefixes["xw"] == f"{manifest.base}ontology#"


def test_recipes_know_the_media_type_of_each_file(site: BuiltSite) -> None:
    """What a recipe tells a server by name and ending is what the index says of the file."""
    by_ending = dict(types_by_ending())
    for entry in entries(site):
        if entry.role == Role.CONFIGURATION or entry.path.startswith(JSON_FOLDER):
            continue
        ending = next(filter(entry.path.endswith, by_ending), None)
        by_recipe = by_ending[ending] if ending else media_type_of(entry.path)
        assert by_recipe == (entry.kind.compression or entry.media_type), entry.path


def test_a_document_describes_what_it_is_about(site: BuiltSite) -> None:
    listed = entries(site, Role.DOCUMENT, Role.TOMBSTONE, Role.GRAPH)
    for entry in listed:
        (iri,) = entry.about
        if entry.media_type == "application/n-triples" and entry.role != Role.GRAPH:
            quads = ox.parse(site.files[entry.path], by_suffix(entry.path).parser)
            assert ox.NamedNode(iri) in {quad.subject for quad in quads}, entry.path
    graphs = {entry.about[0] for entry in listed if entry.role == Role.GRAPH}
    assert graphs == {name.value for name in site.build.store.named_graphs()}


def test_every_resource_has_documents_and_a_page(site: BuiltSite) -> None:
    described = {e.about for e in entries(site, Role.DOCUMENT, Role.TOMBSTONE)}
    assert described == {e.about for e in entries(site, Role.PAGE) if e.about}
    assert len(described) > len(site.build.dataset.resources)


def test_pages_are_those_of_the_sitemap(site: BuiltSite) -> None:
    pages = entries(site, Role.PAGE)
    assert len(pages) == site.files["sitemap.xml"].count(b"<loc>")
    assert {entry.kind.language for entry in pages} == {"en"}


def test_a_representation_names_the_resources_in_it(site: BuiltSite) -> None:
    names = {"case-1.1": "uri", "open-badges": "targetUrl", "jskos": "uri"}
    for entry in entries(site, Role.REPRESENTATION):
        content, profile = site.files[entry.path].decode(), entry.kind.profile
        if entry.media_type == "application/x-ndjson":
            iris = [json.loads(line).get("uri", "") for line in content.splitlines()]
        elif profile == "schema-org":
            node = json.loads(content)
            iris = [n["@id"] for n in (node, *node.get("hasDefinedTerm", ()))][: len(entry.about)]
        elif profile in names and "@graph" not in content:
            iris = [json.loads(content)[names[profile]]]
        else:
            continue
        assert list(entry.about) == iris, entry.path


def test_only_the_tombstones_are_of_what_is_gone(later_site: BuiltSite) -> None:
    gone = {iri for entry in entries(later_site, Role.TOMBSTONE) for iri in entry.about}
    assert gone == {stone.iri for stone in later_site.build.comparison.tombstones}
    assert gone


def test_it_can_be_read_back_line_by_line(tiny_site: BuiltSite) -> None:
    lines = tiny_site.files[FILE].splitlines(keepends=True)
    manifest, listed = read_manifest(lines[0]), list(read_index(iter(lines)))
    assert list(index_lines(manifest, reversed(listed))) == lines


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b'{"path":"a"}',
        b'{"path":"a","role":"b","type":"text/html","size":1,"sha256":"00"}',
    ],
)
def test_what_is_no_index_is_refused(line: bytes) -> None:
    with pytest.raises(BadManifest, match=r"build\.ndjson:3: .*build the publication again"):
        list(read_index([b"{}", _line(), line]))


def _line() -> bytes:
    kind = FileKind(Role.PAGE, "text/html")
    values = {"path": "a", "role": kind.role, "type": kind.media_type}
    return json.dumps({**values, "size": 1, "sha256": "00"}).encode()
