"""The profiles that a description can be had in, their tokens and their IRIs.

https://www.w3.org/TR/dx-prof-conneg/: ``Accept-Profile`` names IRIs, ``?profile=`` either.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from crosswalk_rdf.server.negotiation import accepted_ranges
from crosswalk_rdf.server.requests import header, query_params

JSON_LD: Final = "http://www.w3.org/ns/json-ld#"


@dataclass(frozen=True, slots=True)
class Profile:
    """A way to describe a resource, in the words of a standard."""

    token: str
    iri: str
    others: tuple[str, ...] = ()
    """Further names that ask for it."""


FULL: Final = Profile("full", "", ("all", "default", "compacted", f"{JSON_LD}compacted", "*"))
"""All that is published of it; what it conforms to is the publication's own ontology."""
SKOS: Final = Profile("skos", "http://www.w3.org/2004/02/skos/core")
SCHEMA: Final = Profile("schema", "https://schema.org/", ("schema.org", "schema-org", "sdo"))
CASE: Final = Profile(
    "case",
    "https://purl.imsglobal.org/spec/case/v1p1",
    ("case-1.1", "https://www.imsglobal.org/spec/case/v1p1"),
)
OPEN_BADGES: Final = Profile(
    "ob",
    "https://purl.imsglobal.org/spec/ob/v3p0",
    (
        "open-badges",
        "https://www.imsglobal.org/spec/ob/v3p0",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ),
)
JSKOS: Final = Profile(
    "jskos", "https://gbv.github.io/jskos/", ("https://gbv.github.io/jskos/context.json",)
)
EXPANDED: Final = Profile("expanded", f"{JSON_LD}expanded")
FLATTENED: Final = Profile("flattened", f"{JSON_LD}flattened")
FLATTENED_COMPACTED: Final = Profile("flattened-compacted", "")
"""Named by two IRIs at once (JSON-LD 1.1 §6), so it has none of its own."""

PROFILES: Final = (
    FULL, SKOS, SCHEMA, CASE, OPEN_BADGES, JSKOS, EXPANDED, FLATTENED, FLATTENED_COMPACTED
)  # fmt: skip
FORMS: Final = (FULL, EXPANDED, FLATTENED, FLATTENED_COMPACTED)
"""What is offered where no profile is asked for."""

ALTERNATES: Final = ("alt", "alternates", "http://www.w3.org/ns/dx/connegp/altr")
"""What asks for the list of what there is."""


def profile_iri(profile: Profile, base: str) -> str:
    """Return the IRI of ``profile`` in a publication with ``base``; empty where it has none."""
    return f"{base}ontology" if profile == FULL else profile.iri


def parameters(request: Request, *names: str) -> list[str]:
    """Return the values of the query's parameters called one of ``names``, lists taken apart."""
    values = (value for name, value in query_params(request).multi_items() if name in names)
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def requested_profiles(request: Request, base: str) -> list[Profile] | None:
    """Return the profiles that the query or Accept-Profile asks for, the most wanted first.

    None where neither does; those that are not known are left out.
    """
    names = parameters(request, "profile", "_profile")
    if not names:
        preferences = header(request.headers, "accept-profile")
        accepted = sorted(accepted_ranges(preferences), key=lambda item: -item.q)
        names = [item.value for item in accepted if item.q > 0]
        if not names:
            return None
    by_name = _by_name(base)
    return list(dict.fromkeys(by_name[n] for n in map(_plain, names) if n in by_name))


def wants_alternates(request: Request) -> bool:
    """Return whether the query asks for the list of representations."""
    plain = {_plain(name) for name in ALTERNATES}
    return any(_plain(name) in plain for name in parameters(request, "profile", "_profile"))


def _by_name(base: str) -> dict[str, Profile]:
    return {_plain(name): profile for profile in PROFILES for name in _names(profile, base)}


def _names(profile: Profile, base: str) -> Iterable[str]:
    return filter(None, (profile.token, profile_iri(profile, base), *profile.others))


def _plain(name: str) -> str:
    """Return ``name`` without what people write differently: case, scheme, what it ends in."""
    text = name.strip().lower().strip('<>"')
    return text.removeprefix("https://").removeprefix("http://").rstrip("/#")
