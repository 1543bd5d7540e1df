"""Which endpoint answers a request: the routes of the modules in ``endpoints``, found by folder."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from crosswalk_rdf.server import endpoints
from crosswalk_rdf.server.route import Route


class Router:
    """Finds the route of a path: the exact one, or else the longest that is a folder above it."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._routes = {route.path: route for route in routes}
        self._depth = max(path.count("/") for path in self._routes)

    def route(self, path: str) -> Route:
        """Return the route that answers ``path``, which begins with a slash."""
        if found := self._routes.get(path):
            return found
        parts = path.split("/", self._depth)
        for depth in range(len(parts) - 1, 0, -1):
            if found := self._routes.get("/".join(parts[:depth]) + "/"):
                return found
        raise LookupError("there is no route '/', which takes what is left")


@cache
def routes() -> tuple[Route, ...]:
    """Return the routes of every module of the folder (``ROUTES``)."""
    found: list[Route] = []
    for module in pkgutil.iter_modules(endpoints.__path__):
        content = importlib.import_module(f"{endpoints.__name__}.{module.name}")
        found.extend(content.ROUTES)
    return tuple(found)
