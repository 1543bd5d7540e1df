"""One path, however it is encoded; no path out of the build."""

import pytest

from crosswalk_rdf.server.endpoints.resources.local_names import local_name
from crosswalk_rdf.site.paths import href
from tests.server.resources.client import TOP, ResourceClient

ODD = [
    "/../etc/passwd", "/..", "/.", "/./dataset", "/a/../dataset", "/%2e%2e/%2e%2e/etc/passwd",
    "/%2E%2E/dataset", "/..%2fdataset", "/..%2F..%2Fetc%2Fpasswd", "/dataset/..%5c..",
    "/%00", "/dataset%00.ttl", "/dataset.ttl%00", "//dataset", "/dataset//", "///etc/passwd",
    "//example.org/dataset", "/\\..\\..\\etc", "/%5c%5cserver", "/%252e%252e/dataset",
    "/%c0%ae%c0%ae/dataset", "/%ff", "/%zz", "/%", "/psel%2f2015", "http://example.org/dataset",
    "/http://example.org/", "/dataset/%2e%2e/dataset", "/dataset;/../x", "/~root", "/a" * 3000,
    "/.htaccess", "/%2ehtaccess", "/.nojekyll", "/recipes/nginx.conf", "/recipes",
    "/.git/config", "/dataset.ttl/", "/index.html/", "/dataset.ttl/x",
]  # fmt: skip


@pytest.mark.parametrize("path", ODD, ids=lambda path: path[:40])
def test_no_path_leads_elsewhere(tiny_client: ResourceClient, path: str) -> None:
    for accept in (None, "text/html", "text/turtle"):
        answer = tiny_client.get(path, accept)
        assert answer.status == 404
        assert not answer.header("location")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", ""),
        ("", ""),
        ("/schule/", "schule"),
        ("/schule/%C3%A4", "schule/%C3%A4"),
        ("/schule/%c3%a4", "schule/%C3%A4"),
        ("/schule/Ã¤", "schule/%C3%A4"),
        ("/schule/%4D%41", "schule/MA"),
        ("/schule/MA%201%2fa", "schule/MA%201%2Fa"),
        ("/schule/MA 1", "schule/MA%201"),
        ("/schule/a%2520b", "schule/a%2520b"),
    ],
)
def test_encodings_are_made_equal(path: str, expected: str) -> None:
    assert local_name(path) == expected


def test_each_spelling_leads_to_the_same_document(tiny_client: ResourceClient) -> None:
    files = tiny_client.service.build.files
    names = [n[:-3] for n in files if n.endswith(".nt") and not n.startswith("dumps/")]
    assert any(" " in name for name in names)
    for name in names:
        plain = tiny_client.get(href(name, ""), "text/turtle").header("location")
        assert plain == TOP + href(f"{name}.ttl", "")
        encoded = "".join(f"%{b:02x}" if b != 47 else "/" for b in name.encode())
        if "%" not in name:  # an encoded slash, which stays encoded
            assert tiny_client.get(f"/{encoded}", "text/turtle").header("location") == plain
            sent = name.encode().decode("latin-1")
            assert tiny_client.get(f"/{sent}", "text/turtle").header("location") == plain
        assert tiny_client.get(plain).status == 200


@pytest.mark.parametrize("name", ["schule", "schule/MA"])
def test_a_slash_at_the_end_makes_no_difference(tiny_client: ResourceClient, name: str) -> None:
    answer = tiny_client.get(f"/{name}/", "text/turtle")
    assert (answer.status, answer.header("location")) == (303, f"{TOP}{name}.ttl")
