"""The service learns from the index what the files of a build are, and reads them with parsers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswalk_rdf.model.build_index import read_index
from crosswalk_rdf.model.manifest import FILE, BadManifest
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.server.content.build import BrokenBuild, load_build
from tests.built import BuiltSite
from tests.conftest import REPOSITORY

SERVER = REPOSITORY / "crosswalk_rdf/server"
SCANNERS = {
    "change_log/descriptions.py": "the dump: a description is a run of lines of sorted N-Quads",
    "endpoints/resources/not_found.py": "the links of the error page, which lead to the top",
    "middleware/request_context.py": "a header",
    "process/request_heads.py": "the head of a request",
    "query_execution/result_conversion.py": "what an endpoint elsewhere sent",
    "query_execution/evaluation.py": "the result of a query",
}
"""Modules that look for patterns in bytes, and in which."""
_METHODS = {"split", "rsplit", "splitlines", "partition", "rpartition", "replace"}


def scans(tree: ast.AST) -> Iterator[int]:
    """Yield the line of each pattern for bytes, and of each call that takes bytes apart."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner, method = node.func.value, node.func.attr
            is_pattern = isinstance(owner, ast.Name) and owner.id == "re"
            if (is_pattern or method in _METHODS) and node.args and _is_bytes(node.args[0]):
                yield node.lineno


def _is_bytes(node: ast.AST) -> bool:
    """Return whether ``node`` has a bytes literal in it, or encodes text."""
    return any(
        (isinstance(part, ast.Constant) and isinstance(part.value, bytes))
        or (isinstance(part, ast.Attribute) and part.attr == "encode")
        for part in ast.walk(node)
    )


def test_no_module_looks_for_patterns_in_the_files_of_a_build() -> None:
    modules = {
        path.relative_to(SERVER).as_posix()
        for path in SERVER.rglob("*.py")
        if [*scans(ast.parse(path.read_text(encoding="utf-8")))]
    }
    assert modules == set(SCANNERS)


@pytest.mark.parametrize(
    "code",
    [
        're.compile(rb"<loc>([^<]*)</loc>")',
        're.search(b"x" + y, content)',
        'bytes(content).split(b"x")',
    ],
)
def test_patterns_are_found(code: str) -> None:
    assert [*scans(ast.parse(code))] == [1]


def test_every_file_of_a_build_is_known_by_its_index(tiny_site: BuiltSite) -> None:
    build = load_build(tiny_site.folder)
    for entry in read_index((tiny_site.folder / FILE).read_bytes().splitlines()):
        file = build.files[entry.path]
        assert (file.kind, file.about, file.digest) == (entry.kind, entry.about, entry.digest)
        if file.kind.role is Role.DOCUMENT:
            assert file.about


LINE = b'{"path":"%b","role":"page","type":"text/html","size":1,"sha256":""}'


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{}", "build.ndjson:2: this is no file of an index"),
        (b"[]", "build.ndjson:2: this is no file of an index"),
        (LINE.replace(b'"%b"', b"1"), "path is to be text"),
        (LINE % b"missing", "missing is missing: copy the build whole, or build again"),
        (LINE % b"about.html", "about.html has .* bytes, and 1 were written: copy"),
        (b"", "lists .* files, and .* were written: copy"),
    ],
)
def test_an_index_that_contradicts_the_files(
    tiny_site: BuiltSite, tmp_path: Path, line: bytes, why: str
) -> None:
    for path, content in tiny_site.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    first, second, *rest = (tmp_path / FILE).read_bytes().splitlines()
    lines = (first, line, second, *rest) if line else (first, *rest)
    (tmp_path / FILE).write_bytes(b"\n".join((*lines, b"")))
    with pytest.raises((BrokenBuild, BadManifest), match=why):
        load_build(tmp_path)
