"""Work done by a second process while this one goes on."""

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from crosswalk_rdf.errors import CrosswalkError

Result = TypeVar("Result")


class ProcessLost(CrosswalkError):
    """A second process that ended without an answer."""


def aside(work: Callable[[], Result], *, worth: bool) -> Callable[[], Result]:
    """Start ``work`` in a copy of this process; return what waits for its result.

    Where it is not ``worth`` a process, or the system cannot copy one safely, it is done when the
    result is asked for. What ``work`` raises is raised then; raises :class:`ProcessLost` where the
    process was killed, for want of memory perhaps.
    """
    if not worth or sys.platform != "linux":
        return work
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sender), daemon=True)
    process.start()
    sender.close()

    def result() -> Result:
        try:
            done, value = receiver.recv()
        except EOFError as error:
            raise ProcessLost("a process of the build was killed: give it more memory") from error
        process.join()
        if not done:
            raise value
        answer: Result = value
        return answer

    return result


def _send(work: Callable[[], Any], sender: Connection) -> None:
    try:
        outcome = (True, work())
    except (CrosswalkError, OSError) as error:
        outcome = (False, error)
    sender.send(outcome)
    sender.close()
