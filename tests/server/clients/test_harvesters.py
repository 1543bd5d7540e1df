"""Sickle over OAI-PMH, and curl."""

import subprocess

import pytest
from sickle import Sickle

from tests.machine import program
from tests.server.serving import Served


def test_sickle_takes_every_record(tiny_served: Served) -> None:
    client = Sickle(f"{tiny_served.url}oai")
    assert client.Identify().protocolVersion == "2.0"
    formats = {each.metadataPrefix for each in client.ListMetadataFormats()}
    assert "oai_dc" in formats
    headers = [header.identifier for header in client.ListIdentifiers(metadataPrefix="oai_dc")]
    for prefix in sorted(formats):
        records = list(client.ListRecords(metadataPrefix=prefix))
        assert records
        assert {record.header.identifier for record in records} <= set(headers)
    record = client.GetRecord(identifier=headers[0], metadataPrefix="oai_dc")
    assert record.header.identifier == headers[0]
    assert list(client.ListSets())


@pytest.mark.parametrize(
    ("arguments", "media_type"),
    [
        ((), "text/html"),
        (("-H", "Accept: text/turtle"), "text/turtle"),
        (("-H", "Accept: text/turtle;version=1.1"), "text/turtle"),
        (("-H", "Accept: application/ld+json"), "application/ld+json"),
        (("-H", "Accept: text/plain"), "application/n-triples"),
        (("-H", "Accept: application/rdf+xml", "--compressed"), "application/rdf+xml"),
    ],
)
def test_curl_follows_to_the_document(
    tiny_served: Served, arguments: tuple[str, ...], media_type: str
) -> None:
    curl = program("curl", "apt-get install curl")
    url = f"{tiny_served.url}schule/MA"
    command = [curl, "-sLo", "/dev/null", "-w", "%{http_code} %{content_type}", *arguments, url]
    process = subprocess.run(command, capture_output=True, timeout=60, check=True)
    status, _, content_type = process.stdout.decode().partition(" ")
    assert (status, content_type.partition(";")[0]) == ("200", media_type)
