"""The Starlette application: its routes, its middleware, its handler of errors."""

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from crosswalk_rdf.server.error_responses import ErrorResponses, InternalErrorResponse
from crosswalk_rdf.server.metrics import Metrics
from crosswalk_rdf.server.middleware.common_headers import CommonHeadersMiddleware
from crosswalk_rdf.server.middleware.content import ContentMiddleware
from crosswalk_rdf.server.middleware.disconnect import DisconnectMiddleware
from crosswalk_rdf.server.middleware.rate_limit import RateLimitMiddleware
from crosswalk_rdf.server.middleware.request_body import RequestBodyMiddleware
from crosswalk_rdf.server.middleware.request_context import Observer, RequestContextMiddleware
from crosswalk_rdf.server.routes import error_writers, routes
from crosswalk_rdf.server.service import CurrentService
from crosswalk_rdf.server.settings import Settings


def create_app(
    current: CurrentService,
    settings: Settings,
    *,
    metrics: Metrics | None = None,
    observers: Iterable[Observer] = (),
) -> Starlette:
    """Return the application that answers with the service that is ``current``.

    ``observers`` are called for every request that was answered, as are the ``metrics``.
    """
    counted = metrics or Metrics()
    observers = (counted, *observers)
    errors = ErrorResponses(error_writers())
    app = Starlette(
        routes=routes(),
        middleware=_middleware(settings, errors, observers),
        exception_handlers={
            HTTPException: errors.handle,
            Exception: InternalErrorResponse(errors, observers),
        },
    )
    app.state.current_service = current
    app.state.metrics = counted
    return app


def _middleware(
    settings: Settings, errors: ErrorResponses, observers: tuple[Observer, ...]
) -> list[Middleware]:
    """Return the middleware, the outermost first."""
    limits = settings.limits
    rate = [Middleware(RateLimitMiddleware, limits, errors.response)] if limits.rate else []
    return [
        Middleware(RequestContextMiddleware, observers),
        Middleware(CommonHeadersMiddleware),
        Middleware(ContentMiddleware, settings.compression_cache_bytes, limits.unread_bytes),
        *rate,
        Middleware(RequestBodyMiddleware, limits, errors.response),
        Middleware(DisconnectMiddleware),
    ]
