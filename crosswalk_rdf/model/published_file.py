"""A file of a build with its metadata."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar


class Role(StrEnum):
    """The purpose of a file in a build."""

    DOCUMENT = "document"
    """RDF that describes one resource."""
    TOMBSTONE = "tombstone"
    """RDF that describes a resource that is no longer published."""
    PAGE = "page"
    """A page of the site."""
    ERROR_PAGE = "error-page"
    """The page that servers send with status 404."""
    DUMP = "dump"
    """The whole dataset."""
    GRAPH = "graph"
    """One named graph."""
    MAPPING_SET = "mapping-set"
    """A part of a crosswalk as SSSOM/TSV."""
    EXPORT = "export"
    """Something in a foreign format."""
    REPRESENTATION = "representation"
    """The same, where it is the description of single resources: all in ``about``, in order."""
    QUERY = "query"
    ANSWER = "answer"
    """What a query returns for its defaults."""
    SHAPES = "shapes"
    CONTEXT = "context"
    """The JSON-LD context."""
    REPORT = "report"
    """The validation report."""
    ASSET = "asset"
    """What pages load."""
    SEARCH_INDEX = "search-index"
    WELL_KNOWN = "well-known"
    """What crawlers and feed readers look for: sitemap, feed, VoID, checksums."""
    CONFIGURATION = "configuration"
    """What is for a web server and not for its clients."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file and its metadata; iterating over it yields its path and its content."""

    path: str
    """Below the top of the site."""
    content: bytes
    about: tuple[str, ...] = ()
    """The IRIs of the resources that it describes; of NDJSON line by line."""
    role: Role = Role.EXPORT
    media_type: str = ""
    """Without parameters, of what was compressed; that of its suffix where it is empty."""
    compression: str = ""
    """The media type of the compression."""
    profile: str = ""
    """The name of the foreign format."""
    language: str = ""
    """BCP 47, of the text in it, where it has one."""

    def __iter__(self) -> Iterator[Any]:
        yield self.path
        yield self.content


class SharedFiles(MutableMapping[str, bytes]):
    """Files on disk, where another process can write as well."""

    @abstractmethod
    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file piece by piece, so that it is never in memory as a whole."""


Task = Callable[[], Iterable[PublishedFile]]
"""A part of a build that does not depend on others: it makes files when it is called."""

_BATCH: Final = 250
_T = TypeVar("_T")


def batches(items: Sequence[_T], size: int = _BATCH) -> list[Sequence[_T]]:
    """Return ``items`` in parts of ``size``, each enough work for a task."""
    return [items[start : start + size] for start in range(0, len(items), size)]
