"""Weights, wildcards and what is more specific, as RFC 9110 §12.5.1 reads, slowly."""

from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.server.endpoints.resources.negotiation import acceptable
from crosswalk_rdf.server.endpoints.resources.representations import Representation
from crosswalk_rdf.server.negotiation import accepted_ranges

TYPES = ("text/html", "text/turtle", "application/ld+json", "application/rdf+xml")
OFFERED = [
    Representation(location=type, suffix="", media_type=type, content=lambda: None)  # type: ignore
    for type in TYPES
]
RANGE = st.sampled_from([*TYPES, "text/*", "application/*", "*/*", "image/png", "TEXT/HTML"])
WEIGHT = st.one_of(st.none(), st.integers(0, 1000))


def written(range: str, weight: int | None) -> str:
    return range if weight is None else f"{range} ; q={weight / 1000:.3f}"


def weight_meant(type: str, items: list[tuple[str, int | None]]) -> int:
    major = type.partition("/")[0]
    for pattern in (type, f"{major}/*", "*/*"):
        weights = [1000 if w is None else w for range, w in items if range.lower() == pattern]
        if weights:
            return max(weights)
    return 0


@given(st.lists(st.tuples(RANGE, WEIGHT), min_size=1, max_size=6))
def test_the_order_is_that_of_the_weights(items: list[tuple[str, int | None]]) -> None:
    header = ", ".join(written(*item) for item in items)
    weights = {type: weight_meant(type, items) for type in TYPES}
    expected = [t for t in sorted(TYPES, key=lambda t: -weights[t]) if weights[t]]
    assert [r.media_type for r in acceptable(accepted_ranges(header), OFFERED)] == expected
