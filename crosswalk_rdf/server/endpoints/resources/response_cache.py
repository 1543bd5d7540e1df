"""Responses that were asked for before: of one build, the same request gets the same."""

from collections import OrderedDict
from collections.abc import Hashable
from mmap import mmap
from typing import Final

from crosswalk_rdf.server.messages import Response
from crosswalk_rdf.server.service import Service

_SHARE: Final = 4
"""The part of the service's cache is one in so many."""
_OVERHEAD: Final = 4096
"""Bytes that a response takes beside a body of its own, roughly."""


class Recent:
    """A cache of as many bytes as are given; what was not asked for longest leaves first."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[Hashable, Response] = OrderedDict()

    def get(self, key: Hashable) -> Response | None:
        """Return the response for ``key``, if it is kept."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Hashable, response: Response) -> None:
        """Keep ``response``; files are in memory anyway and weigh little."""
        if key not in self._kept and _weight(response) <= self._most:
            self._kept[key] = response
            self._size += _weight(response)
        while self._size > self._most:
            _, gone = self._kept.popitem(last=False)
            self._size -= _weight(gone)


def _weight(response: Response) -> int:
    body = response.body
    if isinstance(body, memoryview):
        return _OVERHEAD + (0 if isinstance(body.obj, mmap) else len(body))
    return _OVERHEAD + (len(body) if isinstance(body, bytes) else 0)


def recent(service: Service) -> Recent:
    """Return the cache of ``service``; for ``service.kept``."""
    return Recent(service.settings.cache_bytes // _SHARE)
