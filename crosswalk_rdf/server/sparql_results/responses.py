"""A query to the response with its result; what goes wrong to a problem that says what to do."""

from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf import __version__
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import client_of, service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import NegotiatedFormat
from crosswalk_rdf.sparql_text.volatile import volatile_functions
from crosswalk_rdf.store.backend import (
    Busy,
    LimitReached,
    QueryFailed,
    QueryRequest,
    QueryResult,
    QuerySyntaxError,
    Refused,
    Unavailable,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlQuery:
    """A query, and the dataset that it is asked on."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    is_of_library: bool = False


async def query_response(
    request: Request,
    query: SparqlQuery,
    format: NegotiatedFormat,
    *,
    is_negotiated: bool = True,
) -> Response:
    """Return the answer to ``query`` in ``format``; raise a Problem where there is none.

    Answers of one build are the same each time, as far as SPARQL says in which order: hence a weak
    validator. What is asked with POST, or gives something else each time, has none.
    ``is_negotiated`` says whether the Accept header decided.
    """
    service = service_of(request)
    result = await execute(request, query, format.format.media_type)
    headers = {"content-type": format.content_type}
    if is_negotiated:
        headers["vary"] = "accept"
    if request.method in ("GET", "HEAD"):
        is_volatile = bool(volatile_functions(query.text))
        headers["cache-control"] = "no-store" if is_volatile else "no-cache"
        if not is_volatile:
            headers["etag"] = _etag(service, query, format)
    return Response(result.body, headers=headers)


async def execute(request: Request, query: SparqlQuery, media_type: str) -> QueryResult:
    """Return the result of ``query``; raise a Problem with a 4xx, or 502 or 503, status.

    Where there are more than can run, those of the library and of clients that have had less come
    first.

    Relative IRIs are under the publication's base, which stands before the text on its first line.
    SPARQL 1.1 Protocol §2.1.6 asks for 400 where the text is not a query.
    """
    service = service_of(request)
    base = f"BASE <{service.build.manifest.base}> "
    query_request = QueryRequest(
        base + query.text,
        media_type,
        query.default_graphs,
        query.named_graphs,
        client=client_of(request),
        precedence=1 if query.is_of_library else 2,
    )
    try:
        return await service.query_backend.execute(query_request)
    except QuerySyntaxError as error:
        raise _syntax_problem(error, len(base)) from error
    except Refused as error:
        raise Problem(403, str(error)) from error
    except LimitReached as error:
        raise Problem(422, str(error), limit=error.limit) from error
    except QueryFailed as error:
        raise Problem(422, str(error)) from error
    except Busy as error:
        headers = {"retry-after": str(error.retry_after)}
        raise Problem(503, str(error), headers=headers) from error
    except Unavailable as error:
        raise Problem(502, str(error)) from error


def _syntax_problem(error: QuerySyntaxError, before: int) -> Problem:
    """Return the problem for ``error`` in a text with ``before`` characters of ours before it."""
    if not error.line:
        return Problem(400, str(error))
    column = max(error.column - before, 1) if error.line == 1 else error.column
    syntax_error = QuerySyntaxError(error.reason, error.line, column)
    return Problem(400, str(syntax_error), line=syntax_error.line, column=syntax_error.column)


def _etag(service: Service, query: SparqlQuery, format: NegotiatedFormat) -> str:
    build = service.build
    parts = [__version__, build.files[build.manifest.dump].etag, build.manifest.base]
    parts += [format.media_type, *query.default_graphs, "", *query.named_graphs, "", query.text]
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f'W/"{digest[:32]}"'
