"""What Starlette's ``Request`` leaves open: typed state, strict parameters, the path as sent."""

from ipaddress import ip_address, ip_network
from typing import Final, cast
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, ImmutableMultiDict, QueryParams
from starlette.requests import Request

from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service

MAX_PARAMETERS: Final = 1_000
"""How many parameters a query string or a form may have."""


_IPV6: Final = 6
_NETWORK_BITS: Final = 64


def service_of(request: Request) -> Service:
    """Return the service on the build that was current when ``request`` came in."""
    return cast(Service, request.state.service)


def request_id(request: Request) -> str:
    """Return what logs and problems call ``request``."""
    return cast(str, request.state.request_id)


def client_of(request: Request) -> str:
    """Return who sent ``request``: its address; of IPv6 the network (/64), which one may have."""
    address = request.client.host if request.client else ""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if parsed.version == _IPV6 and parsed.ipv4_mapped is None:
        return str(ip_network((parsed, _NETWORK_BITS), strict=False))
    return address


def base_url(request: Request) -> str:
    """Return the URL of the top of the service as clients reach it; it ends in a slash."""
    public_url = service_of(request).settings.public_url
    return str(request.base_url) if public_url is None else public_url.rstrip("/") + "/"


def raw_path(request: Request) -> str:
    """Return the path as it was sent, percent-encoded: IRIs are compared in that form."""
    return cast(bytes, request.scope["raw_path"]).decode("latin-1")


def header(headers: Headers, name: str) -> str:
    """Return the header ``name``, or an empty string.

    A repeated header is one value with commas (RFC 9110 §5.3); Starlette returns the first.
    """
    return ", ".join(headers.getlist(name))


def query_params(request: Request) -> QueryParams:
    """Return the parameters of the query string.

    Raises a 400 Problem for text that is not UTF-8, which Starlette would replace, and for more
    than :data:`MAX_PARAMETERS` parameters.
    """
    query: bytes = request.scope["query_string"]
    return QueryParams(_parsed(query.decode("latin-1")))


def form_data(text: str) -> ImmutableMultiDict[str, str]:
    """Return the fields of ``application/x-www-form-urlencoded`` ``text``; raise a 400 Problem.

    Starlette's ``request.form()`` needs python-multipart, and replaces what is not UTF-8.
    """
    return ImmutableMultiDict(_parsed(text))


def _parsed(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS
        )
    except UnicodeDecodeError as error:
        raise Problem(400, "the parameters are not UTF-8: percent-encode them as UTF-8") from error
    except ValueError as error:
        raise Problem(400, f"there are more than {MAX_PARAMETERS} parameters") from error
