"""The descriptions of the journal by OAI-PMH 2.0, as ``oai_dc`` and as RDF/XML.

An item is a description, its identifier the IRI as a URI (RFC 3987 §3.1); sets are named graphs.
"""

from typing import Any, Final

from crosswalk_rdf.server.change_log.timestamps import instant
from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import (
    Arguments,
    OaiError,
    arguments,
    echoed,
)
from crosswalk_rdf.server.endpoints.harvesting.oai.identify import (
    identify,
    list_metadata_formats,
    list_sets,
)
from crosswalk_rdf.server.endpoints.harvesting.oai.lists import (
    get_record,
    list_identifiers,
    list_records,
)
from crosswalk_rdf.server.endpoints.harvesting.xml import DECLARATION, element, listed, text
from crosswalk_rdf.server.messages import Request, Response, form
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service

MEDIA_TYPE: Final = "text/xml; charset=utf-8"
FORM: Final = "application/x-www-form-urlencoded"
_ROOT: Final = {
    "xmlns": "http://www.openarchives.org/OAI/2.0/",
    "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi_schemaLocation": "http://www.openarchives.org/OAI/2.0/ "
    "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
}
_VERBS: Final = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "GetRecord": get_record,
    "ListIdentifiers": list_identifiers,
    "ListRecords": list_records,
}


async def answer(request: Request, service: Service) -> Response:
    """Answer a request of OAI-PMH 2.0 (§3, §4); its errors are answers with status 200 (§3.6)."""
    given = _given(request)
    try:
        found = arguments(given)
        attributes, content = echoed(found), _verb(found, request, service)
    except OaiError as error:
        attributes = {} if error.code in ("badVerb", "badArgument") else echoed(found)
        content = element("error", str(error), code=error.code)
    body = "".join(
        (
            DECLARATION,
            f"<OAI-PMH{listed(_ROOT)}>\n",
            element("responseDate", instant(int(service.now().timestamp()))),
            f"\n<request{listed(attributes)}>{text(request.top)}oai</request>\n",
            content,
            "\n</OAI-PMH>\n",
        )
    )
    headers = (("content-type", MEDIA_TYPE), ("cache-control", "no-store"))
    return Response(headers=headers, body=body.encode())


def _verb(found: Arguments, request: Request, service: Service) -> str:
    content = _VERBS[found.verb](found, request, service)
    return f"<{found.verb}>\n{content}\n</{found.verb}>"


def _given(request: Request) -> tuple[tuple[str, str], ...]:
    """Return the arguments; those of POST are a form (§3.1.1.2)."""
    if request.method != "POST":
        return request.parameters
    if request.header("content-type").partition(";")[0].strip().lower() != FORM:
        raise Problem(415, f"send the arguments of OAI-PMH as {FORM}")
    try:
        return (*request.parameters, *form(request.body.decode()))
    except UnicodeDecodeError as error:
        raise Problem(400, "the form is not UTF-8: percent-encode what is not ASCII") from error


ROUTES: Final = (Route("/oai", answer, ("GET", "POST")),)


def paths(_service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1."""
    names = ["verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken"]
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in names}}
    responses = {"200": {"description": "The answer", "content": {"text/xml": {}}}}
    problem = {"content": {"application/problem+json": {"schema": {"type": "object"}}}}
    responses["400"] = {"description": "Arguments that are not UTF-8", **problem}
    shared = {"summary": "OAI-PMH 2.0", "tags": ["Harvesting"]}
    parameters = [{"name": n, "in": "query", "schema": {"type": "string"}} for n in names]
    refused = {"415": {"description": "A body that is no form", **problem}}
    return {
        "/oai": {
            "get": {**shared, "parameters": parameters, "responses": responses},
            "post": {
                **shared,
                "requestBody": {"required": True, "content": {FORM: {"schema": schema}}},
                "responses": {**responses, **refused},
            },
        }
    }
