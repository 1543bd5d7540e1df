"""Rights, license and attribution are three things, and so are the dates of a document."""

import json
from dataclasses import replace
from typing import Any

import pytest
from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.formats.case import read, write_1_0, write_1_1
from crosswalk_rdf.formats.case.licenses import license_title
from crosswalk_rdf.model import Framework, Package, PropertyValue
from crosswalk_rdf.namespaces import CEASN
from tests.formats.synthetic import large

CC_BY = URIRef("https://creativecommons.org/licenses/by/4.0/")


def framework(**changes: Any) -> Framework:
    package = large(1)
    return replace(package.frameworks[0], **changes)


def written(framework: Framework, version: str = "1.1") -> dict[str, Any]:
    write = write_1_1 if version == "1.1" else write_1_0
    (data,) = write(Package(frameworks=(framework,))).documents.values()
    result: dict[str, Any] = json.loads(data)
    return result


def read_back(framework: Framework) -> Framework:
    reading = read(json.dumps(written(framework)).encode(), "x")
    return reading.package.frameworks[0]


@pytest.mark.parametrize("license", [None, CC_BY])
@pytest.mark.parametrize("rights", ["", "All rights reserved."])
@pytest.mark.parametrize("attribution", ["", "Example Agency"])
def test_each_is_read_back(license: URIRef | None, rights: str, attribution: str) -> None:
    before = framework(license=license, rights=Literal(rights), attribution=attribution)
    after = read_back(before)
    assert (after.license, after.rights, after.attribution) == (
        license,
        Literal(rights),
        attribution,
    )


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_license_is_defined_only_where_there_is_one(version: str) -> None:
    document = written(framework(license=None, rights=Literal("All rights reserved.")), version)
    assert "licenseURI" not in document["CFDocument"]
    assert "CFLicenses" not in document.get("CFDefinitions", {})
    assert document["CFDocument"]["notes"] == "All rights reserved."
    document = written(framework(license=CC_BY, rights=Literal("")), version)
    (license,) = document["CFDefinitions"]["CFLicenses"]
    assert (license["title"], license["licenseText"]) == ("CC BY 4.0", str(CC_BY))
    assert "notes" not in document["CFDocument"]


@pytest.mark.parametrize(
    ("iri", "title"),
    [
        ("http://creativecommons.org/licenses/by-nc-nd/3.0/us/", "CC BY-NC-ND 3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://example.org/terms", "https://example.org/terms"),
    ],
)
def test_no_title_of_a_license_is_made_up(iri: str, title: str) -> None:
    assert license_title(iri) == title


@pytest.mark.parametrize(
    ("property", "value", "expected"),
    [
        (DCTERMS.modified, "2014", "2014-01-01"),
        (DCTERMS.modified, "2014-05-06T07:08:09Z", "2014-05-06"),
        (CEASN.dateCopyrighted, "2014", "2014-01-01"),
        (DCTERMS.dateCopyrighted, "2014-05", "2014-05-01"),
    ],
)
def test_the_date_is_one_of_its_own(property: URIRef, value: str, expected: str) -> None:
    dated = framework(issued="", properties=(PropertyValue(property, Literal(value)),))
    assert written(dated)["CFDocument"]["lastChangeDateTime"][:10] == expected


def test_the_date_of_issue_stands_in() -> None:
    assert written(framework(issued="2015"))["CFDocument"]["lastChangeDateTime"][:4] == "2015"
