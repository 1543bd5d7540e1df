"""What each endpoint says of itself to one description of the service."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, Final

from crosswalk_rdf import __version__
from crosswalk_rdf.server import endpoints
from crosswalk_rdf.server.openapi import Json, components
from crosswalk_rdf.server.service import Service

OPENAPI: Final = "3.1.0"
METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""What of a path item is an operation (OpenAPI 3.1 §4.8.9)."""


def description(service: Service) -> Json:
    """Return the OpenAPI Object of the service, without the URL at which it stands."""
    manifest = service.build.manifest
    return {
        "openapi": OPENAPI,
        "info": {
            "title": manifest.title,
            "version": manifest.version,
            "summary": "A publication of competency frameworks as a linked-data service.",
            "description": f"Read-only. The IRIs of the publication begin with {manifest.base}. "
            f"Served by crosswalk-rdf {__version__}.",
        },
        "paths": dict(sorted(_paths(service).items())),
        "components": _components(service),
    }


def _paths(service: Service) -> Json:
    """Return the paths of every module of the folder that has a function ``paths``."""
    items: Json = {}
    for content in _endpoints():
        if hasattr(content, "paths"):
            items |= content.paths(service)
    return {path: _named(path, item) for path, item in items.items()}


def _components(service: Service) -> Json:
    """Return what every description may refer to, and what endpoints add in ``components``."""
    whole = components()
    for content in _endpoints():
        if hasattr(content, "components"):
            for kind, named in content.components(service).items():
                whole.setdefault(kind, {}).update(named)
    return whole


def _endpoints() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(endpoints.__path__):
        yield importlib.import_module(f"{endpoints.__name__}.{module.name}")


def _named(path: str, item: Mapping[str, Any]) -> Json:
    """Return a path item whose operations all have an id: programs and links call them by it."""
    words = "-".join(re.findall(r"\w+", path))
    return {
        key: {"operationId": f"{key}-{words}", **value} if key in METHODS else value
        for key, value in item.items()
    }
