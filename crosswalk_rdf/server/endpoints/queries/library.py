"""The library of queries, as the build published it."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from starlette.requests import Request

from crosswalk_rdf.queries.header import BrokenQuery, parse_query
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url
from crosswalk_rdf.server.service import Service

FOLDER: Final = "queries/"
SUFFIX: Final = ".rq"
_NEAR: Final = 5


def library(service: Service) -> Mapping[str, Query]:
    """Return each query by its name, in order of the names; one that cannot be read is left out."""
    return service.cached(_library)


def unknown(name: str, request: Request, service: Service) -> Problem:
    """Return the 404 Problem that lists the names that are near to ``name``."""
    top = base_url(request)
    near = get_close_matches(name, library(service), n=_NEAR, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    detail = f"there is no query {name!r}: {hint}{top}queries lists them all"
    return Problem(404, detail, alternatives=[f"{top}{FOLDER}{each}" for each in near])


def _library(service: Service) -> dict[str, Query]:
    base, queries = service.build.manifest.base, {}
    for path, file in service.build.files.items():
        name = path.removeprefix(FOLDER).removesuffix(SUFFIX)
        if path != f"{FOLDER}{name}{SUFFIX}" or "/" in name:
            continue
        text = bytes(file.content).decode(errors="replace")
        try:
            queries[name] = parse_query(name, text, base)
        except BrokenQuery:
            continue
    return dict(sorted(queries.items()))
