"""The ``filter`` parameter: which CFDocuments are wanted (REST binding §3.3)."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.server.endpoints.case.properties import (
    caseless,
    collation,
    is_list,
    is_temporal,
    kind,
    moment,
    texts,
)
from crosswalk_rdf.server.endpoints.case.status_info import CaseError
from crosswalk_rdf.server.endpoints.case.version import INVALID_SELECTION_FIELD

_TEST: Final = r"\s*(?P<field{0}>[^\s=!<>~']+)\s*(?P<predicate{0}>!=|>=|<=|[=><~])\s*'"
_FILTER: Final = re.compile(
    _TEST.format(1) + r"(?P<value1>.*?)'\s*(?:(?<=\s)(?P<logical>AND|OR)(?=\s)"
    f"{_TEST.format(2)}" + r"(?P<value2>.*)'\s*)?",
    re.DOTALL,
)
_ANOTHER: Final = re.compile(r"'\s*(?:AND|OR)" + _TEST.format(""), re.IGNORECASE)
_ORDERED: Final[dict[str, Callable[[Any, Any], bool]]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison of a property with a value."""

    field: str
    predicate: str
    value: str
    is_temporal: bool
    is_list: bool

    def fits(self, record: Object) -> bool:
        """Return whether ``record`` meets it; one without the property only meets ``!=``."""
        own_values = texts(record, self.field)
        if self.predicate == "!=":
            return not (own_values and self._is(own_values))
        if not own_values:
            return False
        if self.predicate == "=":
            return self._is(own_values)
        if self.predicate == "~":
            return self._holds(own_values)
        return self._stands(own_values, _ORDERED[self.predicate])

    def _is(self, own_values: list[str]) -> bool:
        """Return whether it is the value, or all values in any order (``=`` is AND)."""
        if self.is_temporal and (expected := moment(self.value)):
            return moment(own_values[0]) == expected
        if self.is_list:
            return _parts(",".join(own_values)) == _parts(self.value)
        return caseless(own_values[0]) == caseless(self.value)

    def _holds(self, own_values: list[str]) -> bool:
        """Return whether the value is in there, or any of several in a list (``~`` is OR)."""
        whole, text = caseless(",".join(own_values)), caseless(self.value)
        several = text.split(",") if self.is_list else []
        return text in whole or any(part in whole for part in several if part)

    def _stands(self, own_values: list[str], order: Callable[[Any, Any], bool]) -> bool:
        if self.is_temporal and (threshold := moment(self.value)):
            here = moment(own_values[0])
            return here is not None and order(here, threshold)
        return order(collation(",".join(own_values)), collation(self.value))


@dataclass(frozen=True, slots=True)
class Filter:
    """One comparison, or two with AND or OR between them."""

    tests: tuple[Test, ...]
    is_any: bool = False

    def fits(self, record: Object) -> bool:
        """Return whether ``record`` is wanted."""
        return (any if self.is_any else all)(test.fits(record) for test in self.tests)


def read_filter(text: str, version: str) -> Filter:
    """Return what the parameter says; raise a 400 for what is none, or of an unknown property."""
    match = _FILTER.fullmatch(text) if text.rstrip().endswith("'") else None
    if match is None:
        raise _refused(
            f"{text[:200]!r} is no filter: write a property, one of = != > >= < <= ~, and a value "
            f"in single quotes, or two of these with ' AND ' or ' OR ' between them"
        )
    if any(_ANOTHER.search(f"{value}'") for value in match.group("value1", "value2") if value):
        raise _refused("a filter has one AND or OR at most, in capitals, with a space at each side")
    tests = tuple(_test(match, number, version) for number in ("12" if match["logical"] else "1"))
    return Filter(tests, match["logical"] == "OR")


def _test(match: re.Match[str], number: str, version: str) -> Test:
    field = match[f"field{number}"]
    if kind(field, version) is None:
        raise _refused(f"invalid_filter_field: a CFDocument has no property {field[:200]!r}")
    return Test(
        field,
        match[f"predicate{number}"],
        match[f"value{number}"],
        is_temporal=is_temporal(field, version),
        is_list=is_list(field, version),
    )


def _refused(detail: str) -> CaseError:
    """Return a 400; its code is not ``invalid_filter_field`` (§3.3), which no schema has."""
    return CaseError(HTTPStatus.BAD_REQUEST, INVALID_SELECTION_FIELD, detail)


def _parts(text: str) -> list[str]:
    return sorted(caseless(text).split(","))
