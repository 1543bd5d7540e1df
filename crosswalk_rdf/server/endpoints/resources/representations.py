"""A resource to its representations: the documents that there are, in the order of preference."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name, by_preference
from crosswalk_rdf.server.content.build import DATASET, ServedBuild
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.endpoints.resources import on_demand
from crosswalk_rdf.server.endpoints.resources.format_index import content as excerpt_content
from crosswalk_rdf.server.endpoints.resources.format_index import format_index
from crosswalk_rdf.server.endpoints.resources.profiles import (
    CASE,
    EXPANDED,
    FLATTENED,
    FLATTENED_COMPACTED,
    FULL,
    JSKOS,
    JSON_LD,
    OPEN_BADGES,
    SCHEMA,
    SKOS,
    Profile,
)
from crosswalk_rdf.server.endpoints.resources.resource import Resource
from crosswalk_rdf.server.service import Service

HTML: Final = "text/html"
JSON: Final = "application/json"
LD_JSON: Final = "application/ld+json"
TURTLE: Final = "text/turtle"

_PREFERRED: Final = by_preference(SYNTAXES)
_SOURCES: Final = {
    **{s.suffix: by_name(s.base_syntax).suffix for s in SYNTAXES if s.base_syntax},
    ".json": ".jsonld",
}
"""Documents of one graph are documents of TriG and N-Quads as they are, and JSON-LD is JSON."""

_MAX_CONVERTED: Final = 1024 * 1024
"""Bytes of N-Triples that are converted while other requests wait: graphs may be larger."""

COMPACTED: Final = f'{LD_JSON};profile="{JSON_LD}compacted"'
_FORMS: Final = tuple(
    f'{LD_JSON};profile="{iris}"'
    for iris in (
        f"{JSON_LD}expanded",
        f"{JSON_LD}flattened",
        f"{JSON_LD}expanded {JSON_LD}flattened",
        f"{JSON_LD}compacted {JSON_LD}flattened",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """A document that describes a resource."""

    location: str
    """Where it is, below the top: ``psel-2015/1a.ttl``, with a query if need be."""
    suffix: str
    media_type: str
    """With its profile, if it is one of JSON-LD."""
    aliases: tuple[str, ...] = ()
    """Further media types that clients ask for when they mean it."""
    profile: Profile = FULL
    content: Callable[[], ServedFile] = field(compare=False, repr=False)
    file: str = ""
    """The file that holds the same, if that has another URL."""


def representations(service: Service, resource: Resource) -> tuple[Representation, ...]:
    """Return what there is of ``resource``: all of it, then forms of JSON-LD, then profiles."""
    forms = tuple(_forms(service, resource.path))
    return (
        *_pages(service, resource),
        *_documents(service, resource.path, () if forms else _FORMS),
        *forms,
        *_in_skos(service, resource),
        *_in_formats(service, resource),
    )


def _pages(service: Service, resource: Resource) -> Iterator[Representation]:
    """Yield the page; a graph has none of its own and is described on that of the dataset."""
    files, path = service.build.files, resource.path
    if f"{path}.html" not in files and resource.local.startswith(PARTS_OF_THE_DATASET):
        path = DATASET
    if page := files.get(f"{path}.html"):
        yield Representation(
            location=f"{path}.html",
            suffix=".html",
            media_type=HTML,
            aliases=("application/xhtml+xml",),
            content=lambda: page,
        )


def _documents(service: Service, path: str, forms: tuple[str, ...]) -> Iterator[Representation]:
    """Yield the documents of the build; where there are no ``forms``, JSON-LD is had as it is."""
    for syntax in _PREFERRED:
        file = document(service, path, syntax.suffix)
        if file is not None:
            json_forms = (COMPACTED, *forms) if syntax.media_type == LD_JSON else ()
            yield Representation(
                location=path + syntax.suffix,
                suffix=syntax.suffix,
                media_type=syntax.media_type,
                aliases=(*syntax.aliases, *json_forms),
                content=partial(_same, file),
            )


def document(service: Service, path: str, suffix: str) -> ServedFile | None:
    """Return the whole description at ``path`` under ``suffix``, which another may serve for."""
    files = service.build.files
    return files.get(path + suffix) or files.get(path + _SOURCES.get(suffix, suffix))


def _forms(service: Service, path: str) -> Iterator[Representation]:
    """Yield the other document forms of JSON-LD 1.1 (§6), as their profiles name them."""
    if not _is_convertible(service.build, path):
        return
    expanded, flattened, both, compacted = _FORMS
    forms: tuple[tuple[Profile, str, tuple[str, ...], Callable[[], ServedFile]], ...] = (
        (EXPANDED, expanded, (), partial(on_demand.expanded, service.build, path)),
        (FLATTENED, flattened, (both,), partial(on_demand.expanded, service.build, path)),
        (FLATTENED_COMPACTED, compacted, (), partial(on_demand.flattened, service, path)),
    )
    for profile, type, others, content in forms:
        yield Representation(
            location=f"{path}.jsonld?profile={profile.token}",
            suffix=".jsonld",
            media_type=type,
            aliases=others,
            profile=profile,
            content=content,
        )


def _is_convertible(build: ServedBuild, path: str) -> bool:
    source = build.n_triples(path)
    return source is not None and len(source.content) <= _MAX_CONVERTED


def _in_skos(service: Service, resource: Resource) -> Iterator[Representation]:
    build, path = service.build, resource.path
    if not _is_convertible(build, path) or not on_demand.is_in_skos(build, path):
        return
    for syntax in _PREFERRED:
        yield Representation(
            location=f"{path}{syntax.suffix}?profile={SKOS.token}",
            suffix=syntax.suffix,
            media_type=syntax.media_type,
            aliases=syntax.aliases,
            profile=SKOS,
            content=_skos_maker(service, resource, syntax),
        )


def _skos_maker(service: Service, resource: Resource, syntax: Syntax) -> Callable[[], ServedFile]:
    return partial(on_demand.in_skos, service, resource.path, resource.iri, syntax)


def _in_formats(service: Service, resource: Resource) -> Iterator[Representation]:
    """Yield what the formats of the build have of the resource, as they published it."""
    index = service.cached(format_index)
    for profile in (SCHEMA, CASE, OPEN_BADGES, JSKOS):
        excerpt = index.get((resource.iri, profile))
        if excerpt is None:
            continue
        suffixes = (".json",) if profile == CASE else (".jsonld", ".json")
        for suffix in suffixes:
            yield Representation(
                location=f"{resource.path}{suffix}?profile={profile.token}",
                suffix=suffix,
                media_type=LD_JSON if suffix == ".jsonld" else JSON,
                profile=profile,
                content=partial(excerpt_content, service.build, excerpt),
                file=excerpt.path if excerpt.is_whole else "",
            )


def _same(document: ServedFile) -> ServedFile:
    return document
