"""The arguments of a request of OAI-PMH 2.0, checked (§3.1.1, §3.6, §4)."""

import re
from calendar import timegm
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import strptime
from typing import Final

from crosswalk_rdf.errors import CrosswalkError

_VERBS: Final[dict[str, tuple[set[str], set[str]]]] = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), {"resumptionToken"}),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
    "ListRecords": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
}
"""What each verb needs, and what it may have."""

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SECOND: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_SECONDS_A_DAY: Final = 86_400
_PREFIX: Final = re.compile(r"[A-Za-z0-9\-_.!~*'()]+")
_SET: Final = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(?::[A-Za-z0-9\-_.!~*'()]+)*")


class OaiError(CrosswalkError):
    """An error condition of the protocol (§3.6)."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What was asked for; what was not given is empty."""

    verb: str
    others: tuple[tuple[str, str], ...]
    """All of it but the verb, as it was sent."""
    identifier: str = ""
    prefix: str = ""
    set: str = ""
    token: str | None = None
    start: int | None = None
    """The first second of ``from``."""
    end: int | None = None
    """The last second of ``until``."""


def parse_arguments(pairs: Sequence[tuple[str, str]]) -> Arguments:
    """Return the arguments of a request; raise OaiError (badVerb, badArgument) that says why."""
    verbs = [value for name, value in pairs if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in _VERBS:
        raise OaiError("badVerb", f"give one verb: {', '.join(_VERBS)}")
    verb, others = verbs[0], tuple((n, v) for n, v in pairs if n != "verb")
    values = dict(others)
    _check(verb, values, len(others))
    arguments = Arguments(
        verb=verb,
        others=others,
        identifier=values.get("identifier", ""),
        prefix=values.get("metadataPrefix", ""),
        set=values.get("set", ""),
        token=values.get("resumptionToken"),
    )
    return _dated(arguments, values.get("from"), values.get("until"))


def request_attributes(arguments: Arguments) -> dict[str, str]:
    """Return the attributes of the element ``request`` (§3.2)."""
    return {"verb": arguments.verb, **dict(arguments.others)}


def _check(verb: str, values: dict[str, str], count: int) -> None:
    needed, allowed = _VERBS[verb]
    if count != len(values):
        raise OaiError("badArgument", "give each argument once")
    if unknown := sorted(values.keys() - needed - allowed):
        raise OaiError("badArgument", f"{verb} has no argument {', '.join(unknown)}")
    if "resumptionToken" in values:
        if len(values) > 1:
            raise OaiError("badArgument", "resumptionToken goes with no other argument")
        return
    if missing := sorted(needed - values.keys()):
        raise OaiError("badArgument", f"{verb} needs {', '.join(missing)}")
    for name, pattern in (("metadataPrefix", _PREFIX), ("set", _SET)):
        if name in values and not pattern.fullmatch(values[name]):
            raise OaiError("badArgument", f"{name} has characters that it cannot have")
    if "identifier" in values and not re.fullmatch(r"[^\s<>]+", values["identifier"]):
        raise OaiError("badArgument", "identifier is to be a URI")


def _dated(arguments: Arguments, start: str | None, end: str | None) -> Arguments:
    """Return ``arguments`` with its range of time (§2.7.1: both ends belong to it)."""
    if start is not None and end is not None and len(start) != len(end):
        raise OaiError("badArgument", "from and until are to have the same granularity")
    first = _moment("from", start) if start is not None else None
    last = _moment("until", end) if end is not None else None
    if last is not None and end is not None and _DAY.fullmatch(end):
        last += _SECONDS_A_DAY - 1
    if first is not None and last is not None and first > last:
        raise OaiError("badArgument", "from is later than until")
    return replace(arguments, start=first, end=last)


def _moment(name: str, value: str) -> int:
    form = "%Y-%m-%d" if _DAY.fullmatch(value) else "%Y-%m-%dT%H:%M:%SZ"
    if not _DAY.fullmatch(value) and not _SECOND.fullmatch(value):
        raise OaiError("badArgument", f"{name} is to be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ")
    try:
        return timegm(strptime(value, form))
    except ValueError as error:
        raise OaiError("badArgument", f"{name} is no date: {value}") from error
