"""A question to a response; what goes wrong to a problem that says what to do."""

from dataclasses import dataclass
from hashlib import sha256

from crosswalk_rdf import __version__
from crosswalk_rdf.server.messages import Headers, Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import Chosen
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
class Asked:
    """A query, and the dataset that it is asked on."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def answered(
    request: Request, service: Service, asked: Asked, chosen: Chosen, *, negotiated: bool = True
) -> Response:
    """Return the answer to ``asked`` in the format ``chosen``; raise a Problem where there is none.

    Answers of one build are the same each time, as far as SPARQL says in which order: hence a weak
    validator. What is asked with POST, or gives something else each time, has none. ``negotiated``
    says whether the Accept header was heeded.
    """
    reply = await reply_to(service, asked, chosen.format.media_type)
    headers: Headers = (("content-type", chosen.content_type),)
    if negotiated:
        headers += (("vary", "accept"),)
    if request.method not in ("GET", "HEAD"):
        return Response(headers=headers, body=reply.body)
    if volatile_functions(asked.text):
        return Response(headers=(*headers, ("cache-control", "no-store")), body=reply.body)
    validated = (("etag", _etag(service, asked, chosen)), ("cache-control", "no-cache"))
    return Response(headers=(*headers, *validated), body=reply.body)


async def reply_to(service: Service, asked: Asked, media_type: str) -> QueryResult:
    """Return the reply to ``asked``; raise a Problem with a 4xx, or 502 or 503, status.

    Relative IRIs are under the publication's base, which stands before the text on its first line.
    SPARQL 1.1 Protocol §2.1.6 asks for 400 where the text is no query.
    """
    base = f"BASE <{service.build.manifest.base}> "
    question = QueryRequest(base + asked.text, media_type, asked.default_graphs, asked.named_graphs)
    try:
        return await service.asker.execute(question)
    except QuerySyntaxError as error:
        raise _syntax_problem(error, len(base)) from error
    except Refused as error:
        raise Problem(403, str(error)) from error
    except LimitReached as error:
        raise Problem(422, str(error), limit=error.limit) from error
    except QueryFailed as error:
        raise Problem(422, str(error)) from error
    except Busy as error:
        later = (("retry-after", str(error.retry_after)),)
        raise Problem(503, str(error), headers=later) from error
    except Unavailable as error:
        raise Problem(502, str(error)) from error


def _syntax_problem(error: QuerySyntaxError, before: int) -> Problem:
    """Return the problem for ``error`` in a text with ``before`` characters of ours before it."""
    if not error.line:
        return Problem(400, str(error))
    column = max(error.column - before, 1) if error.line == 1 else error.column
    found = QuerySyntaxError(error.reason, error.line, column)
    return Problem(400, str(found), line=found.line, column=found.column)


def _etag(service: Service, asked: Asked, chosen: Chosen) -> str:
    build = service.build
    parts = [__version__, build.files[build.manifest.dump].etag, build.manifest.base]
    parts += [chosen.media_type, *asked.default_graphs, "", *asked.named_graphs, "", asked.text]
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f'W/"{digest[:32]}"'
