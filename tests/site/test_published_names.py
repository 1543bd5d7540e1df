"""The names of the site and the service that nothing else may have."""

import tomllib

from crosswalk_rdf.dataset.addresses import addresses
from crosswalk_rdf.namespaces import CROSSWALK_PAGES, PUBLISHED_NAMES
from crosswalk_rdf.project.publication import load_publication
from tests.conftest import REPOSITORY

PATHS = [
    tomllib.loads(file.read_text(encoding="utf-8"))["path"]
    for file in sorted((REPOSITORY / "site/pages").glob("*/page.toml"))
]
CROSSWALK = "{{ crosswalk.path }}/"


def test_the_pages_of_a_crosswalk() -> None:
    names = [path.removeprefix(CROSSWALK) for path in PATHS if path.startswith(CROSSWALK)]
    assert sorted(names) == [f"{name}.html" for name in CROSSWALK_PAGES]


def test_the_pages_at_the_top() -> None:
    names = {path.partition("/")[0].removesuffix(".html") for path in PATHS if path[0] != "{"}
    assert names <= PUBLISHED_NAMES


def test_what_is_called_like_a_page_of_its_crosswalk_has_another_address() -> None:
    publication = load_publication(REPOSITORY / "tests/publications/tiny")
    names = [f"schule-beruf/{name}" for name in (*CROSSWALK_PAGES, "alle")]
    addresses_by_name = addresses(publication, ["schule-beruf", *names])
    changed = [name for name in names if addresses_by_name.path(publication.base + name) != name]
    assert changed == names[:-1]
