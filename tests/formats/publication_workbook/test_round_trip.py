"""What is written as a workbook can be read back."""

import pytest
from hypothesis import Phase, given, settings

from crosswalk_rdf.formats.publication_workbook import FORMATS
from crosswalk_rdf.formats.publication_workbook.read import read, recognizes
from crosswalk_rdf.formats.publication_workbook.write import write
from crosswalk_rdf.model import Package, Publication, package_of
from tests.formats.publication_workbook.strategies import carried, packages


@pytest.mark.slow
@settings(max_examples=40, phases=[Phase.explicit, Phase.generate, Phase.shrink])
@given(packages())
def test_a_workbook_keeps_everything(package: Package) -> None:
    written = write(package)
    assert not written.report.remarks
    data = written.documents[""]
    assert recognizes(data)
    reading = read(data, "any.xlsx")
    assert reading.package == carried(package)
    assert all(count.total == count.carried for count in reading.report.counts.values())


def test_the_flagship_comes_back(flagship: Publication) -> None:
    package = package_of(flagship)
    written = write(package)
    reading = read(written.documents[""], "publication.xlsx")
    assert reading.package == carried(package)
    assert [remark.place for remark in reading.report.remarks] == ["sheet About", "sheet Agreement"]
    assert reading.report.counts == written.report.counts


def test_the_format_is_complete() -> None:
    (format,) = FORMATS
    assert (format.name, format.suffixes) == ("xlsx", (".xlsx",))
    assert format.read and format.write and format.recognizes and format.publish
