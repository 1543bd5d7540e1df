import pytest

from crosswalk_rdf.server.negotiation import acceptable, accepted_ranges

OFFERS = ("text/html", "text/turtle", "application/ld+json", "application/rdf+xml")


@pytest.mark.parametrize(
    ("accept", "first"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
        ("application/*", "application/ld+json"),
        ("application/*;q=0.1, text/turtle;q=0.2", "text/turtle"),
        ("text/*;q=0.3, text/html;q=0.2", "text/turtle"),
        ("text/html;q=0, */*", "text/turtle"),
        ("text/turtle;charset=utf-8", "text/turtle"),
        ("text/turtle ; q=0.900 ,application/ld+json;q=0.901", "application/ld+json"),
        ('text/turtle;x="a,b;q=1";q=0.1, application/rdf+xml;q=0.2', "application/rdf+xml"),
        ("text/html;q=2, text/turtle;q=0.1", "text/turtle"),
        (", ,text/turtle,,", "text/turtle"),
    ],
)
def test_what_weighs_most_comes_first(accept: str, first: str) -> None:
    assert acceptable(accept, OFFERS)[0] == first


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "*/*;q=0", "text", "a/b;q=1"])
def test_nothing_that_is_not_accepted(accept: str) -> None:
    assert acceptable(accept, OFFERS) == ()


def test_parameters_must_all_be_there() -> None:
    profile = 'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"'
    plain = "application/ld+json"
    assert acceptable(profile, (plain,)) == ()
    assert acceptable(profile, (plain, profile)) == (profile,)
    assert acceptable(plain, (profile,)) == (profile,)


def test_a_header_of_other_names() -> None:
    ranges = accepted_ranges("gzip;q=0.5, br , *;q=0")
    assert [(item.value, item.q) for item in ranges] == [("gzip", 0.5), ("br", 1.0), ("*", 0.0)]


def test_a_very_long_header_is_read_from_its_beginning() -> None:
    assert acceptable("text/turtle," + "a/b;q=0.5," * 5000, OFFERS) == ("text/turtle",)
    assert len(accepted_ranges("a/b," * 100_000)) < 1000


@pytest.mark.parametrize(
    "header",
    [
        "a" + " " * 200_000 + '"',
        'a"' + " " * 200_000,
        ('"' + " " * 9) * 20_000 + '"',
        "a;" + " " * 200_000 + '"',
    ],
)
@pytest.mark.timeout(60)  # whatever is not linear takes hours
def test_a_quotation_that_is_never_closed_is_read_at_once(header: str) -> None:
    accepted_ranges(header)


def test_what_follows_a_quotation_that_is_never_closed() -> None:
    assert [each.value for each in accepted_ranges('a;x="b, text/turtle')] == ["a", "text/turtle"]
