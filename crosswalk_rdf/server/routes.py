"""The routes of the application: those of the modules in ``endpoints``, found by folder."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from starlette.routing import BaseRoute, Route

from crosswalk_rdf.server import endpoints
from crosswalk_rdf.server.error_responses import ErrorWriter
from crosswalk_rdf.server.route_table import RouteTable


@cache
def routes() -> tuple[BaseRoute, ...]:
    """Return ``ROUTES`` of every module, those for any first segment last: the first match wins."""
    every = _every_route()
    general = [route for route in every if _is_general(route)]
    return (RouteTable(route for route in every if route not in general), *general)


def endpoint_paths() -> list[str]:
    """Return the paths of all routes but those for any first segment."""
    return [route.path for route in _every_route() if not _is_general(route)]


def _every_route() -> list[Route]:
    return [route for module in _modules() for route in module.ROUTES]


def _is_general(route: Route) -> bool:
    return route.path.startswith("/{")


@cache
def error_writers() -> dict[str, ErrorWriter]:
    """Return ``ERROR_WRITERS`` of the modules that write errors in a format of their own."""
    writers: dict[str, ErrorWriter] = {}
    for module in _modules():
        writers |= getattr(module, "ERROR_WRITERS", {})
    return writers


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(endpoints.__path__):
        yield importlib.import_module(f"{endpoints.__name__}.{module.name}")
