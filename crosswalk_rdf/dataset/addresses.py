"""The addresses of a publication: the path of the documents of each resource, no two alike.

A path is what :func:`crosswalk_rdf.model.document_paths.document_path` makes of the IRI. Where that
is the path of something else, or would be on a file system that ignores case or Unicode forms, a
checksum of the IRI is added to it. Servers read the paths that they would not find themselves
from a table (:meth:`Addresses.exceptions`).
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from crosswalk_rdf.dataset.store import ONTOLOGY
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.document_paths import checksum, document_path, folded, normal_name
from crosswalk_rdf.model.lexical import path_segment
from crosswalk_rdf.model.origins import origins
from crosswalk_rdf.namespaces import CROSSWALK_PAGES, PUBLISHED_NAMES
from crosswalk_rdf.serialization.media_types import MEDIA_TYPES
from crosswalk_rdf.serialization.syntaxes import SYNTAXES

_PAGE: Final = ".html"
_SUFFIXES: Final = (_PAGE, ".json", *(syntax.suffix for syntax in SYNTAXES))
"""Of the documents of a resource."""
_SUFFIX: Final = re.compile(f"(?:{'|'.join(map(re.escape, _SUFFIXES))})(?=/|$)")
_FILE_SUFFIXES: Final = tuple(f".{suffix}" for _, suffixes in MEDIA_TYPES for suffix in suffixes)
"""By which some servers know a file."""


@dataclass(frozen=True, slots=True)
class Address:
    """A resource that a server does not find by decoding the path of its IRI."""

    name: str
    """What its IRI has after the base, in normal form."""
    path: str
    """Of its documents, below the top of the site, without suffix."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where each resource is published: the path of its documents, without suffix."""

    base: str
    own: Mapping[str, str] = field(default_factory=dict)
    """By local name, of the documents at an IRI below the base; they describe fragments as well."""
    others: Mapping[str, str] = field(default_factory=dict)
    """By IRI, of resources whose own IRI does not lead to a document about them alone."""
    terms: tuple[str, ...] = ()
    """Local names, without fragment, that only the document of the ontology describes."""

    def path(self, iri: str) -> str:
        """Return the path of the documents of ``iri``."""
        path = self.others.get(str(iri))
        if path is not None:
            return path
        local = iri.removeprefix(self.base).partition("#")[0]
        return self.own.get(local) or document_path(local)

    def page(self, iri: str, pages: Container[str]) -> str | None:
        """Return the path of the page about ``iri``, with its fragment, if it is one of ``pages``.

        The page of a resource that shares its document with others has no fragment.
        """
        is_other = str(iri) in self.others
        if not is_other and not iri.startswith(self.base):
            return None
        page = f"{self.path(iri)}{_PAGE}"
        _, mark, fragment = ("", "", "") if is_other else iri.partition("#")
        return f"{page}{mark}{fragment}" if page in pages else None

    def exceptions(self) -> Iterator[Address]:
        """Yield the resources below the base that a server cannot find by itself, by name."""
        for local, path in sorted(self.own.items()):
            name = normal_name(local)
            if path != _decoded(name) or name.endswith(_FILE_SUFFIXES):
                yield Address(name, path)
        yield from (Address(normal_name(name), ONTOLOGY) for name in self.terms)


def _decoded(name: str) -> str:
    """Return the path of the file that a server looks for; "" where it would do something else."""
    if "?" in name or "//" in name:
        return ""
    name = name.removesuffix("/")
    return unquote(name, errors="replace") if "%" in name else name


def addresses(
    publication: Publication, names: Iterable[str], terms: tuple[str, ...] = ()
) -> Addresses:
    """Return the addresses of a publication.

    ``names`` are the local names of its resources below the base that have documents; ``terms``
    those of others, without fragment, that the ontology describes. What the product describes of
    its own accord (ontology, dataset, agents) keeps its path.
    """
    base = publication.base
    rows = origins(publication)
    from_rows = {iri.removeprefix(base).partition("#")[0] for iri in rows}
    order = sorted(names, key=lambda name: (name in from_rows, name))
    paths = {name: document_path(name) for name in order}
    places = _Places({*_stems(paths.values()), *_crosswalk_pages(publication)})
    own = {
        name: places.claim(path, base + name, is_free=name not in from_rows or _is_free(path))
        for name, path in paths.items()
    }
    others = dict(_scheme_documents(publication, own, rows))
    for iri, path in _external_pages(publication):
        if iri not in others:
            others[iri] = places.claim(path, iri)
    return Addresses(base, own, others, tuple(name for name in terms if name not in own))


@dataclass(slots=True)
class _Places:
    """The paths that are in use."""

    stems: set[str]
    """Paths whose documents would be at an address of another resource, or a page of the site."""
    claimed: set[str] = field(default_factory=set)

    def claim(self, path: str, iri: str, *, is_free: bool = True) -> str:
        """Return ``path``, or where that is not free, it with a checksum of ``iri``."""
        key = folded(path)
        if not is_free or key in self.claimed or key in self.stems:
            path = f"{path}~{checksum(iri)}"
            key = folded(path)
        self.claimed.add(key)
        return path


def _is_free(path: str) -> bool:
    """Return whether the site has no page or folder of its own at the top of ``path``.

    Nor may it look like a page itself: some hosts lead from that to its name without suffix.
    """
    name = folded(path.partition("/")[0])
    is_own = name in PUBLISHED_NAMES or any(name == each.folder for each in formats())
    return not is_own and not path.lower().endswith(_PAGE)


def _crosswalk_pages(publication: Publication) -> Iterator[str]:
    """Yield the path of each page of the site about a crosswalk as a whole."""
    for crosswalk in publication.crosswalks:
        path = document_path(crosswalk.iri.removeprefix(publication.base))
        yield from (folded(f"{path}/{name}") for name in CROSSWALK_PAGES)


def _stems(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths whose documents would be at one of ``paths``, or at a folder of one."""
    for path in paths:
        if "." in path:
            for suffix in _SUFFIX.finditer(folded(path)):
                yield suffix.string[: suffix.start()]


def _scheme_documents(
    publication: Publication, own: Mapping[str, str], rows: Container[str]
) -> Iterator[tuple[str, str]]:
    """Yield IRI and path of each framework whose IRI is a fragment, or the first of a document.

    The page of the document is that of the framework, unless it is that of another resource.
    """
    base, documents = publication.base, set[str]()
    for iri in sorted(str(framework.iri) for framework in publication.frameworks):
        local, mark, _ = iri.removeprefix(base).partition("#")
        if mark and local in own and base + local not in rows and local not in documents:
            documents.add(local)
            yield iri, own[local]


def _external_pages(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield IRI and path of each resource with a page that its own IRI does not lead to.

    That IRI is outside the base, is the base itself, or has a fragment.
    """
    base = publication.base
    for framework in publication.frameworks:
        if _is_external(framework.iri, base):
            yield str(framework.iri), document_path(framework.id)
        for collection in framework.collections:
            if _is_external(collection.iri, base):
                name = f"{framework.id}/collection/{_record_name(collection.iri)}"
                yield str(collection.iri), document_path(name)
        for statement in framework.statements:
            if _is_external(statement.iri, base):
                name = f"{framework.id}/{path_segment(statement.notation)}"
                yield str(statement.iri), document_path(name)
    for part in (part for crosswalk in publication.crosswalks for part in crosswalk.parts):
        folder = part.iri.removeprefix(base)
        for alignment in part.alignments:
            if _is_external(alignment.iri, base):
                name = f"{folder}/{_record_name(alignment.iri)}"
                yield str(alignment.iri), document_path(name)


def _is_external(iri: str, base: str) -> bool:
    return not iri.startswith(base) or len(iri) == len(base) or "#" in iri


def _record_name(iri: str) -> str:
    """Return the name of a page for a record or a collection, whose IRI has no notation."""
    return re.sub(r"[^\w.-]+", "-", iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1])
