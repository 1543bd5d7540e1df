"""OAI-PMH 2.0, clause by clause."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest

from tests.built import BuiltSite
from tests.server.harvesting.description_harvesters import OAI, OaiHarvester
from tests.server.harvesting.http import TOP, Host

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SET = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")
DC = "{http://purl.org/dc/elements/1.1/}"
ELEMENTS = {
    "title", "creator", "subject", "description", "publisher", "contributor", "date",
    "type", "format", "identifier", "source", "language", "relation", "coverage", "rights",
}  # fmt: skip


@pytest.fixture(params=["tiny"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    value = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(value, BuiltSite)
    return value


def ask(host: Host, **arguments: str) -> ET.Element:
    return raw(host, urlencode({k.rstrip("_"): v for k, v in arguments.items()}))


def raw(host: Host, query: str) -> ET.Element:
    status, headers, body = host.get(f"{TOP}oai?{query}")
    assert status == 200
    assert headers["content-type"] == "text/xml; charset=utf-8"
    return checked(ET.fromstring(body))


def checked(answer: ET.Element) -> ET.Element:
    """Return an answer once it has what OAI-PMH.xsd asks for, in order."""
    assert answer.tag == f"{OAI}OAI-PMH"
    names = [child.tag.removeprefix(OAI) for child in answer]
    assert names[:2] == ["responseDate", "request"]
    assert INSTANT.fullmatch(answer.findtext(f"{OAI}responseDate"))
    request = answer.find(f"{OAI}request")
    assert request.text == f"{TOP}oai"
    assert len(names) == 3 or set(names[2:]) == {"error"}
    assert names[2] in ("error", request.get("verb"))
    for header in answer.iter(f"{OAI}header"):
        tags = [child.tag.removeprefix(OAI) for child in header]
        assert tags[:2] == ["identifier", "datestamp"]
        assert set(tags[2:]) <= {"setSpec"}
        assert INSTANT.fullmatch(header.findtext(f"{OAI}datestamp"))
        assert re.fullmatch(r"[!-~]+", header.findtext(f"{OAI}identifier"))
        assert header.get("status") in (None, "deleted")
        for spec in header.iterfind(f"{OAI}setSpec"):
            assert SET.fullmatch(spec.text)
    for record in answer.iter(f"{OAI}record"):
        tags = [child.tag.removeprefix(OAI) for child in record]
        gone = record.find(f"{OAI}header").get("status") == "deleted"
        assert tags == (["header"] if gone else ["header", "metadata"])
        assert gone or len(record.find(f"{OAI}metadata")) == 1
    return answer


def code(answer: ET.Element) -> str | None:
    error = answer.find(f"{OAI}error")
    return None if error is None else error.get("code")


def test_identify(host: Host) -> None:
    element = ask(host, verb="Identify").find(f"{OAI}Identify")
    values = {child.tag.removeprefix(OAI): child.text for child in element}
    assert list(values) == [
        "repositoryName",
        "baseURL",
        "protocolVersion",
        "adminEmail",
        "earliestDatestamp",
        "deletedRecord",
        "granularity",
    ]
    assert values["baseURL"] == f"{TOP}oai"
    assert values["deletedRecord"] == "persistent"
    assert re.fullmatch(r"\S+@(\S+\.)+\S+", values["adminEmail"])
    listed = ask(host, verb="ListIdentifiers", metadataPrefix="oai_dc")
    assert min(s.text for s in listed.iter(f"{OAI}datestamp")) == values["earliestDatestamp"]


WRONG = {
    "badVerb": ["", "verb=", "verb=Nothing", "verb=identify", "verb=Identify&verb=Identify",
                "metadataPrefix=rdf"],
    "badArgument": [
        "verb=Identify&x=1", "verb=ListRecords", "verb=GetRecord&metadataPrefix=rdf",
        "verb=GetRecord&identifier=urn:x", "verb=ListSets&set=a",
        "verb=ListRecords&metadataPrefix=rdf&metadataPrefix=rdf",
        "verb=ListRecords&metadataPrefix=rdf&resumptionToken=x",
        "verb=ListRecords&metadataPrefix=rdf&from=2026-02-30",
        "verb=ListRecords&metadataPrefix=rdf&from=yesterday",
        "verb=ListRecords&metadataPrefix=rdf&from=",
        "verb=ListRecords&metadataPrefix=rdf&from=2026-01-01T00:00:00",
        "verb=ListRecords&metadataPrefix=rdf&from=2026-01-01T00:00:00.0Z",
        "verb=ListRecords&metadataPrefix=rdf&from=2026-01-01&until=2026-01-02T00:00:00Z",
        "verb=ListRecords&metadataPrefix=rdf&from=2026-01-02&until=2026-01-01",
        "verb=ListRecords&metadataPrefix=r%20d%20f",
        "verb=ListRecords&metadataPrefix=rdf&set=a%20b",
        "verb=ListRecords&metadataPrefix=rdf&%EF%BF%BE=%00",
        "verb=GetRecord&metadataPrefix=rdf&identifier=a%20b",
    ],
    "cannotDisseminateFormat": [
        "verb=ListRecords&metadataPrefix=marc21", "verb=ListIdentifiers&metadataPrefix=marc21",
        "verb=GetRecord&metadataPrefix=marc21&identifier=https://example.org/kompetenzen/beruf",
    ],
    "idDoesNotExist": [
        "verb=GetRecord&metadataPrefix=rdf&identifier=urn:x",
        "verb=ListMetadataFormats&identifier=urn:x",
    ],
    "noRecordsMatch": [
        "verb=ListRecords&metadataPrefix=rdf&from=2100-01-01",
        "verb=ListRecords&metadataPrefix=rdf&until=1970-01-01T00:00:00Z",
        "verb=ListIdentifiers&metadataPrefix=rdf&set=no:such:set",
    ],
    "badResumptionToken": [
        "verb=ListRecords&resumptionToken=x", "verb=ListRecords&resumptionToken=",
        "verb=ListIdentifiers&resumptionToken=a,ListIdentifiers,rdf,,,,1,1,1",
        "verb=ListSets&resumptionToken=x", f"verb=ListRecords&resumptionToken={'%5B' * 9000}",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "query"), [(code, query) for code, queries in WRONG.items() for query in queries]
)
def test_errors(host: Host, expected: str, query: str) -> None:
    answer = raw(host, query)
    assert code(answer) == expected
    attributes = answer.find(f"{OAI}request").attrib
    assert (not attributes) == (expected in ("badVerb", "badArgument"))


def test_a_form_is_answered_like_a_query(host: Host) -> None:
    body = b"verb=ListRecords&metadataPrefix=oai_dc"
    headers = {"content-type": "application/x-www-form-urlencoded; charset=UTF-8"}
    asked = host.get(f"{TOP}oai?{body.decode()}")
    sent = host.send("POST", f"{TOP}oai", headers, body)
    assert (sent[0], sent[2]) == (asked[0], asked[2])
    assert host.send("POST", f"{TOP}oai", {"content-type": "text/plain"}, body)[0] == 415
    assert host.send("POST", f"{TOP}oai", headers, b"verb=%FF")[0] == 400
    assert host.send("POST", f"{TOP}oai", headers, b"\xff")[0] == 400


@pytest.mark.parametrize("prefix", ["oai_dc", "rdf"])
def test_every_header_leads_to_its_record(host: Host, prefix: str) -> None:
    for header in ask(host, verb="ListIdentifiers", metadataPrefix=prefix).iter(f"{OAI}header"):
        name = header.findtext(f"{OAI}identifier")
        answer = ask(host, verb="GetRecord", metadataPrefix=prefix, identifier=name)
        [headers] = answer.iter(f"{OAI}header")
        assert ET.tostring(headers).strip() == ET.tostring(header).strip()
        formats = ask(host, verb="ListMetadataFormats", identifier=name)
        listed = [p.text for p in formats.iter(f"{OAI}metadataPrefix")]
        assert prefix in listed


def test_dublin_core(host: Host) -> None:
    answer = ask(host, verb="ListRecords", metadataPrefix="oai_dc")
    records = [r.find("{*}metadata/{*}dc") for r in answer.iter(f"{OAI}record")]
    for dc in records:
        assert dc.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
        assert {child.tag.removeprefix(DC) for child in dc} <= ELEMENTS
        assert not any(len(child) for child in dc)
    one = f"{host.service.build.manifest.base}beruf/01"
    [record] = [dc for dc in records if dc.findtext(f"{DC}identifier") == one]
    texts = {(child.tag.removeprefix(DC), child.text) for child in record}
    assert ("identifier", "01") in texts
    assert ("type", "http://www.w3.org/2004/02/skos/core#Concept") in texts
    assert {"title", "type", "identifier", "subject", "rights"} <= {name for name, _ in texts}


def test_sets_are_named_graphs_and_those_above_them(host: Host) -> None:
    listed = [spec.text for spec in ask(host, verb="ListSets").iter(f"{OAI}setSpec")]
    assert {"beruf", "schule", "schule-beruf", "schule-beruf:alle", "inferred"} <= set(listed)
    every = OaiHarvester(host.get, f"{TOP}oai", lambda: host.now)
    every.harvest()
    for name in listed:
        part = OaiHarvester(host.get, f"{TOP}oai", lambda: host.now, sets=name)
        part.harvest()
        assert part.held
        assert part.held.items() <= every.held.items()


def test_both_granularities(host: Host) -> None:
    stamp = datetime.fromtimestamp(host.service.change_log.started, UTC)
    day, second = f"{stamp:%Y-%m-%d}", f"{stamp:%Y-%m-%dT%H:%M:%SZ}"
    for moment in (day, second):
        answer = ask(host, verb="ListRecords", metadataPrefix="rdf", from_=moment, until=moment)
        assert code(answer) is None
    before = datetime.fromtimestamp(host.service.change_log.started - 1, UTC)
    answer = ask(host, verb="ListRecords", metadataPrefix="rdf", until=f"{before:%FT%TZ}")
    assert code(answer) == "noRecordsMatch"


def test_what_is_deleted_stays_deleted(host: Host, later: Callable[[], None]) -> None:
    gone = f"{host.service.build.manifest.base}beruf/02"
    later()
    answer = ask(host, verb="GetRecord", metadataPrefix="oai_dc", identifier=gone)
    [header] = answer.iter(f"{OAI}header")
    assert header.get("status") == "deleted"
    later()
    again = ask(host, verb="GetRecord", metadataPrefix="oai_dc", identifier=gone)
    assert ET.tostring(next(again.iter(f"{OAI}header"))) == ET.tostring(header)


@pytest.mark.parametrize("site", ["flagship", "imported"], indirect=True)
def test_a_new_build_between_two_answers_loses_nothing(
    host: Host, later: Callable[[], None]
) -> None:
    harvester = OaiHarvester(host.get, f"{TOP}oai", lambda: host.now, pause=later)
    harvester.harvest()
    assert harvester.pause is None
    assert harvester.graph == host.graph


@pytest.mark.parametrize("site", ["flagship"], indirect=True)
def test_lists_are_handed_out_in_parts(host: Host) -> None:
    answer = ask(host, verb="ListIdentifiers", metadataPrefix="rdf")
    names, cursors = [], []
    while True:
        names += [x.text for x in answer.iter(f"{OAI}identifier")]
        [token] = answer.iter(f"{OAI}resumptionToken")
        cursors.append(int(token.get("cursor")))
        assert int(token.get("completeListSize")) == len(
            host.service.change_log.descriptions.entries
        )
        if not token.text:
            break
        assert INSTANT.fullmatch(token.get("expirationDate"))
        once = ask(host, verb="ListIdentifiers", resumptionToken=token.text)
        answer = ask(host, verb="ListIdentifiers", resumptionToken=token.text)
        assert [x.text for x in once.iter(f"{OAI}identifier")] == [
            x.text for x in answer.iter(f"{OAI}identifier")
        ]
        assert code(ask(host, verb="ListRecords", resumptionToken=token.text)) is not None
    assert len(names) == len(set(names)) == len(host.service.change_log.descriptions.entries)
    assert cursors == list(range(0, len(names), 100))


def test_a_token_of_another_history_is_refused(flagship_site: BuiltSite, host: Host) -> None:
    other = Host(flagship_site.folder, host.now)
    token = next(ask(other, verb="ListRecords", metadataPrefix="rdf").iter(f"{OAI}resumptionToken"))
    assert code(ask(host, verb="ListRecords", resumptionToken=token.text)) == "badResumptionToken"
