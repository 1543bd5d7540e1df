"""Lexical forms, by the examples of the specifications that define them."""

import pytest
from rdflib import XSD, URIRef

from crosswalk_rdf.model import lexical


@pytest.mark.parametrize(
    "tag",
    [
        *("de", "i-enochian", "zh-Hant", "zh-cmn-Hans-CN", "cmn-Hans-CN", "zh-yue-HK", "sl-rozaj"),
        *("sl-rozaj-biske", "de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela", "de-DE", "es-419"),
        *("de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever", "qaa-Qaaa-QM-x-southern"),
        *("sr-Latn-QM", "en-US-u-islamcal", "zh-CN-a-myext-x-private", "en-a-myext-b-another"),
        *("en-GB-oed", "SGN-be-fr", "und", "english"),
    ],
)
def test_language_tags_of_rfc_5646_appendix_a(tag: str) -> None:
    assert lexical.is_language_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [
        *("", "a-DE", "de-419-DE", "e", "en_US", "en-", "-en", "ab-cde-fghi-jkl-mno-pqr-stu"),
        *("de-x", "en-a", "abcdefghi", "1de", "de-€", "ſl", "de\n"),
    ],
)
def test_texts_that_are_no_language_tags(tag: str) -> None:
    assert not lexical.is_language_tag(tag)


def test_words_are_no_tags_of_iso_639() -> None:
    assert [lexical.is_iso_639_tag(tag) for tag in ("en-GB", "und", "english", "x-a")] == [
        *(True, True),
        *(False, False),
    ]


@pytest.mark.parametrize(
    ("text", "is_iri", "is_uri"),
    [
        ("https://example.org/a?b#c", True, True),
        ("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", True, True),
        ("https://example.org/é\u00a0x", True, False),
        ("https://example.org/%c3%a9", True, True),
        ("https://example.org/%zz", True, False),
        ("mailto:", False, False),
        ("//example.org/", False, False),
        ("1a:b", False, False),
        ("https://example.org/a b", False, False),
        ("https://example.org/<a>", False, False),
        ("https://example.org/\x7f", False, False),
        ("https://example.org/\ud800", False, False),
        ("", False, False),
    ],
)
def test_iris_and_uris(text: str, is_iri: bool, is_uri: bool) -> None:
    assert (lexical.is_iri(text), lexical.is_uri(text)) == (is_iri, is_uri)


def test_what_no_iri_holds_is_percent_encoded() -> None:
    assert lexical.percent_encoded("http://e/é <a>\x85") == "http://e/é%20%3Ca%3E%C2%85"
    assert lexical.is_iri(lexical.percent_encoded("http://e/\ud800|"))


def test_uuids_and_their_versions() -> None:
    v1, v4 = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "919108f7-52d1-4320-9bac-f847db4148a8"
    assert [lexical.uuid_version(text) for text in (v1, v4, v4.upper(), "0" * 36)] == [1, 4, 0, 0]
    assert lexical.uuid_version("00000000-0000-0000-0000-000000000000") == 0
    assert {lexical.uuid_of(t) for t in (v1, v1.upper(), f"{{{v1}}}", f"urn:uuid:{v1}")} == {v1}
    assert lexical.uuid_of(v1.replace("-", "")) == ""
    assert lexical.uuid_at_end(f"https://example.org/items/{v1.upper()}") == v1
    assert lexical.uuid_at_end(f"https://example.org/items/0{v1}") == ""


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2015", XSD.gYear),
        ("-0044", XSD.gYear),
        ("2015-10", XSD.gYearMonth),
        ("2015-10-31", XSD.date),
        ("2015-10-31T12:00:00Z", XSD.dateTime),
        ("2015-10-31T12:00:00.25+14:00", XSD.dateTime),
        ("2015-10-31T12:00:00", XSD.dateTime),
        *((text, None) for text in ("", "15", "2015-13", "2015-02-30", "2015-10T12:00:00Z")),
        *((text, None) for text in ("٢٠١٥", "2015-10-31T25:00:00Z", "2015-10-31 12:00:00")),
    ],
)
def test_dates(text: str, datatype: URIRef | None) -> None:
    assert lexical.date_type(text) == datatype
    is_date = datatype in (XSD.gYear, XSD.gYearMonth, XSD.date) and not text.startswith("-")
    assert lexical.is_date(text) is is_date
    assert lexical.is_day(text) is (datatype == XSD.date)


def test_the_date_of_a_time_or_of_a_date_with_a_zone() -> None:
    texts = ("2015-10-31T12:00:00Z", "2015-10+01:00", "2015Z", "2015", "2015-02-30T00:00:00", "x")
    assert [lexical.date_part(text) for text in texts] == [
        *("2015-10-31", "2015-10", "2015"),
        *("2015", "", ""),
    ]
