"""The packages of the folder are the formats, and the registry finds each by its folder."""

import pkgutil
from importlib import import_module
from operator import attrgetter

import pytest

import crosswalk_rdf.formats as folder
from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.registry import formats

PACKAGES = sorted(
    module.name
    for module in pkgutil.iter_modules(folder.__path__)
    if module.ispkg and module.name != "shared"
)


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_defines_its_formats(name: str) -> None:
    defined = import_module(f"crosswalk_rdf.formats.{name}").FORMATS
    assert defined
    assert set(defined) <= set(formats())


@pytest.mark.parametrize("format", formats(), ids=attrgetter("name"))
def test_readers_and_writers_are_where_one_looks_for_them(format: Format) -> None:
    for kind in ("read", "write"):
        if function := getattr(format, kind):
            module = function.__module__.removeprefix("crosswalk_rdf.formats.").split(".")[1]
            assert module.startswith(kind)
