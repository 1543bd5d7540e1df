"""Resource limits of a worker process, which need no privileges to set."""

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

_PAGE: Final = resource.getpagesize()
_SIZES: Final = Path("/proc/self/statm")
_KILOBYTE: Final = 1 if sys.platform == "darwin" else 1024


def restrict_process(memory: int) -> None:
    """Let this process take ``memory`` more bytes than it has, and open nothing more.

    Without a descriptor to be had there is no file and no socket: no query reaches either.
    macOS accepts the limit of memory and ignores it.
    """
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_AS, size_gauge()() + memory)
    _limit(resource.RLIMIT_NOFILE, 0)


def size_gauge() -> Callable[[], int]:
    """Return what tells the size of this process in bytes; it works in a confined one as well."""
    if not _SIZES.exists():
        return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE
    descriptor = os.open(_SIZES, os.O_RDONLY)
    return lambda: int(os.pread(descriptor, 32, 0).split()[0]) * _PAGE


def end_with_parent(parent: int) -> None:
    """Have this process killed when ``parent``, its parent, ends, where the system can do that."""
    if sys.platform == "linux":
        import ctypes

        set_death_signal, sigkill = 1, 9
        ctypes.CDLL(None).prctl(set_death_signal, sigkill)
    if os.getppid() != parent:
        os._exit(1)


def _limit(kind: int, wanted: int) -> None:
    _, most = resource.getrlimit(kind)
    value = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    try:
        resource.setrlimit(kind, (value, value))
    except ValueError:  # macOS refuses some: what a worker may take is then less bounded
        return
