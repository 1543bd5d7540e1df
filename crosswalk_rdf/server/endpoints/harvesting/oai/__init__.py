"""The descriptions of the change log by OAI-PMH 2.0, as ``oai_dc`` and as RDF/XML.

An item is a description, its identifier the IRI as a URI (RFC 3987 §3.1); sets are named graphs.
"""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import (
    Arguments,
    OaiError,
    parse_arguments,
    request_attributes,
)
from crosswalk_rdf.server.endpoints.harvesting.oai.identify import (
    identify,
    list_metadata_formats,
    list_sets,
)
from crosswalk_rdf.server.endpoints.harvesting.oai.lists import (
    SECONDS_OF_A_DAY,
    get_record,
    list_identifiers,
    list_records,
)
from crosswalk_rdf.server.endpoints.harvesting.renderings import Rendering, renderings
from crosswalk_rdf.server.endpoints.harvesting.xml import DECLARATION, element, listed, text
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, form_data, header, query_params, service_of
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


async def oai(request: Request) -> Response:
    """Answer a request of OAI-PMH 2.0 (§3, §4); its errors are answers with status 200 (§3.6)."""
    service = service_of(request)
    arguments = await _arguments(request)
    try:
        parsed = parse_arguments(arguments)
        attributes, content = request_attributes(parsed), await _verb(parsed, request, service)
    except OaiError as error:
        attributes = {} if error.code in ("badVerb", "badArgument") else request_attributes(parsed)
        content = element("error", str(error), code=error.code).encode()
    head = (
        DECLARATION,
        f"<OAI-PMH{listed(_ROOT)}>\n",
        element("responseDate", rfc3339(int(service.now().timestamp()))),
        f"\n<request{listed(attributes)}>{text(base_url(request))}oai</request>\n",
    )
    body = b"".join(("".join(head).encode(), content, b"\n</OAI-PMH>\n"))
    headers = {"content-type": MEDIA_TYPE, "cache-control": "no-store"}
    return Response(body, headers=headers)


async def _verb(arguments: Arguments, request: Request, service: Service) -> bytes:
    """Return what the verb gives, which is the same all day: how long a token is good is in it."""
    day = str(int(service.now().timestamp()) // SECONDS_OF_A_DAY)

    def render() -> Rendering:
        content = _VERBS[arguments.verb](arguments, request, service)
        return {}, f"<{arguments.verb}>\n{content}\n</{arguments.verb}>".encode()

    key = ("oai", day, base_url(request), repr(arguments))
    _, body = await service.cached(renderings).get(key, render)
    return body


async def _arguments(request: Request) -> tuple[tuple[str, str], ...]:
    """Return the arguments; those of POST are a form (§3.1.1.2)."""
    parameters = tuple(query_params(request).multi_items())
    if request.method != "POST":
        return parameters
    if header(request.headers, "content-type").partition(";")[0].strip().lower() != FORM:
        raise Problem(415, f"send the arguments of OAI-PMH as {FORM}")
    try:
        return (*parameters, *form_data((await request.body()).decode()).multi_items())
    except UnicodeDecodeError as error:
        raise Problem(400, "the form is not UTF-8: percent-encode what is not ASCII") from error


ROUTES: Final = (Route("/oai", oai, methods=["GET", "POST"]),)


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
