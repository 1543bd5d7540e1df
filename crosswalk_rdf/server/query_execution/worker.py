"""A worker: its resource limits, which need no privileges to set, and its main loop."""

import os
import resource
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from crosswalk_rdf.server.query_execution import messages
from crosswalk_rdf.server.query_execution.evaluation import QueryEvaluator
from crosswalk_rdf.store.backend import LimitReached, QueryRequest, Refused

_WORN: Final = 4
"""The part of its memory, one in so many, that a worker may keep from its answers."""
_PAGE: Final = resource.getpagesize()
_SIZES: Final = Path("/proc/self/statm")
_KILOBYTE: Final = 1 if sys.platform == "darwin" else 1024


def work(connection: socket.socket, evaluator: QueryEvaluator, memory: int) -> None:
    """Answer requests from ``connection`` until it is closed."""
    gauge = size_gauge()
    restrict_process(memory)
    most = gauge() + memory // _WORN
    try:
        messages.send(connection, {"pid": os.getpid()})
        while (message := messages.receive(connection)) is not None:
            head, body = _answer(evaluator, message[0])
            messages.send(connection, {**head, "worn": gauge() > most}, body)
    except OSError:  # the service has closed the connection
        return
    except MemoryError:
        os._exit(messages.OUT_OF_MEMORY)


def _answer(evaluator: QueryEvaluator, head: dict[str, Any]) -> messages.Message:
    request = QueryRequest(head["text"], head["type"], tuple(head["default"]), tuple(head["named"]))
    try:
        result = evaluator.answer(request)
    except SyntaxError as error:
        return _error("syntax", error.msg)
    except UnicodeEncodeError:
        return _error("syntax", "half of a surrogate pair is no character")
    except LimitReached as error:
        return {**_error("limit", str(error))[0], "limit": error.limit}, b""
    except Refused as error:
        return _error("refused", str(error))
    except (OSError, RuntimeError) as error:
        return _error("failed", str(error))
    return {"rows": result.rows}, result.body


def _error(kind: str, message: str) -> messages.Message:
    return {"error": kind, "message": message}, b""


def restrict_process(memory: int) -> None:
    """Let this process allocate ``memory`` more bytes than it has, and open nothing more.

    It gets no new descriptor, so no query can open a file or a socket.
    macOS accepts the limit on memory and ignores it.
    """
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_AS, size_gauge()() + memory)
    _limit(resource.RLIMIT_NOFILE, 0)


def size_gauge() -> Callable[[], int]:
    """Return a function that tells the size of this process in bytes, restricted or not."""
    if not _SIZES.exists():
        return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE
    descriptor = os.open(_SIZES, os.O_RDONLY)
    return lambda: int(os.pread(descriptor, 32, 0).split()[0]) * _PAGE


def end_with_parent(parent: int) -> None:
    """Have the system, where it can, kill this process when its parent, ``parent``, ends."""
    if sys.platform == "linux":
        import ctypes

        set_death_signal, sigkill = 1, 9
        ctypes.CDLL(None).prctl(set_death_signal, sigkill)
    if os.getppid() != parent:
        os._exit(1)


def _limit(kind: int, value: int) -> None:
    _, most = resource.getrlimit(kind)
    value = value if most == resource.RLIM_INFINITY else min(value, most)
    try:
        resource.setrlimit(kind, (value, value))
    except ValueError:  # macOS refuses some: a worker is then less restricted there
        return
