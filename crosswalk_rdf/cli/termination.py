"""SIGTERM and SIGHUP end a command as an interrupt does: what it was writing is cleaned up."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_SIGNALS: Final = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)
_KILLED: Final = 128
"""What shells add to the number of the signal that ended a process."""


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Exit by SystemExit where a signal asks the process to end; one that is ignored stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.getsignal(number) for number in _SIGNALS}
    handled = [number for number, handler in handlers.items() if handler is signal.SIG_DFL]
    for number in handled:
        signal.signal(number, _exit)
    try:
        yield
    finally:
        for number in handled:
            signal.signal(number, signal.SIG_DFL)


def _exit(number: int, _frame: FrameType | None) -> None:
    sys.exit(_KILLED + number)
