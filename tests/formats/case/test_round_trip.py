"""What is written can be read back."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from crosswalk_rdf.formats.case import read, write_1_0, write_1_1
from crosswalk_rdf.model import Package
from tests.formats.case.schemas import faults, nulls, package_1_0, package_1_1
from tests.formats.case.strategies import carried, in_order, packages


def together(package: Package) -> bytes:
    """Return all documents of ``package`` as one list, as some servers hand out packages."""
    return b"[" + b",".join(write_1_1(package).documents.values()) + b"]"


def ordered(package: Package) -> Package:
    """Return what was read, its properties in the order in which they are compared."""
    frameworks = tuple(
        replace(
            framework,
            properties=in_order(framework.properties),
            statements=tuple(
                replace(s, properties=in_order(s.properties)) for s in framework.statements
            ),
        )
        for framework in package.frameworks
    )
    crosswalks = tuple(
        replace(crosswalk, properties=in_order(crosswalk.properties))
        for crosswalk in package.crosswalks
    )
    return replace(package, frameworks=frameworks, crosswalks=crosswalks)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(packages())
def test_1_1_is_read_back(package: Package) -> None:
    assert ordered(read(together(package), "x").package) == carried(package)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(packages())
def test_what_is_written_is_valid(package: Package) -> None:
    for write, validator in ((write_1_1, package_1_1()), (write_1_0, package_1_0())):
        for document in write(package).documents.values():
            value = json.loads(document)
            assert not faults(validator, value)
            assert not nulls(value)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(packages())
def test_1_0_keeps_texts_hierarchy_and_ends(package: Package) -> None:
    """CASE 1.0 has no extensions: what statements say and how they stand is carried anyway."""
    documents = write_1_0(package).documents.values()
    result = read(b"[" + b",".join(documents) + b"]", "x").package
    read_back = {framework.iri: framework for framework in result.frameworks}
    for before in package.frameworks:
        after = read_back[before.iri]
        assert [(s.uuid, str(s.text), s.notation, s.position) for s in before.statements] == [
            (s.uuid, str(s.text), s.notation, s.position) for s in after.statements
        ]
    ends = [
        sorted(
            (a.subject, a.object) for c in each.crosswalks for p in c.parts for a in p.alignments
        )
        for each in (package, result)
    ]
    assert len(ends[0]) == len(ends[1])
