"""What a request accepts to the representation that it gets (RFC 9110 §12.5.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from starlette.requests import Request

from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.server.endpoints.resources.local_names import url
from crosswalk_rdf.server.endpoints.resources.profiles import (
    FORMS,
    JSON_LD,
    parameters,
    profile_iri,
    requested_profiles,
)
from crosswalk_rdf.server.endpoints.resources.representations import LD_JSON, Representation
from crosswalk_rdf.server.negotiation import Range, accepted_ranges, quality
from crosswalk_rdf.server.requests import header

_TRIG: Final = by_name("trig").media_type
_KNOWN: Final = frozenset(f"{JSON_LD}{form}" for form in ("compacted", "expanded", "flattened"))


def negotiate(
    request: Request, available: Sequence[Representation], base: str
) -> tuple[Representation, ...]:
    """Return those of ``available`` that the request takes, the most wanted first.

    Profiles come before media types: the most wanted profile of which something is acceptable.
    """
    accepted = _accepted(request)
    profiles = requested_profiles(request, base)
    if profiles is None:
        return acceptable(accepted, [r for r in available if r.profile in FORMS])
    for profile in profiles:
        matches = acceptable(accepted, [r for r in available if r.profile == profile])
        if matches:
            return matches
    return ()


def _accepted(request: Request) -> tuple[Range, ...]:
    """Return what the query or else the Accept header takes, profiles of JSON-LD in one order."""
    named = map(_with_plus, parameters(request, "_mediatype", "mediatype"))
    return _plain(accepted_ranges(",".join(named) or header(request.headers, "accept")))


def _with_plus(media_type: str) -> str:
    """Return ``media_type`` with the plus that was not encoded and has become a space."""
    type, mark, rest = media_type.partition(";")
    return f"{type.strip().replace(' ', '+')}{mark}{rest}"


def _plain(accepted: Iterable[Range]) -> tuple[Range, ...]:
    """Return ``accepted`` without profiles of JSON-LD that are not known: they are ignored.

    So says the registration of the media type (JSON-LD 1.1, appendix C). What is compacted and
    expanded at once is compacted: that is the later of the two steps.
    """
    return tuple(_normal(range) if range.value == LD_JSON else range for range in accepted)


def _normal(range: Range) -> Range:
    parameters: list[tuple[str, str]] = []
    for name, value in range.parameters:
        iris = set(value.split()) & _KNOWN if name == "profile" else set()
        if f"{JSON_LD}compacted" in iris:
            iris.discard(f"{JSON_LD}expanded")
        if name != "profile":
            parameters.append((name, value))
        elif iris:
            parameters.append((name, " ".join(sorted(iris))))
    return replace(range, parameters=tuple(parameters))


def acceptable(
    accepted: Sequence[Range], available: Iterable[Representation]
) -> tuple[Representation, ...]:
    """Return those of ``available`` that ``accepted`` take, in order; nothing given takes all.

    JSON-LD is the last of equals where TriG is named as well: that is the header of RDF4J, whose
    parser (to version 4) knows no JSON-LD 1.1.
    """
    if not accepted:
        return tuple(available)
    is_last = any(range.value == _TRIG for range in accepted)
    weighed = [(_weight(accepted, representation), representation) for representation in available]
    accepted_pairs = [pair for pair in weighed if pair[0] > 0]
    order = sorted(accepted_pairs, key=lambda pair: (-pair[0], is_last and _is_json_ld(pair[1])))
    return tuple(representation for _, representation in order)


def _is_json_ld(representation: Representation) -> bool:
    return representation.media_type.startswith(LD_JSON)


def _weight(accepted: Sequence[Range], representation: Representation) -> float:
    """Return the greatest weight; a further name counts only where it is named."""
    named = {range.value for range in accepted}
    others = (t for t in representation.aliases if t.partition(";")[0] in named)
    return max(quality(accepted, type) for type in (representation.media_type, *others))


def listed(available: Iterable[Representation], top: str, base: str) -> list[dict[str, str]]:
    """Return what there is, for a client to choose from."""
    return [
        {
            "url": url(top, each.location),
            "mediaType": each.media_type,
            "token": each.profile.token,
            "profile": profile_iri(each.profile, base),
        }
        for each in available
    ]
