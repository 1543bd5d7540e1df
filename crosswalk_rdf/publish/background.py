"""Files written by a second process while this one goes on."""

import gc
import multiprocessing
import sys
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from crosswalk_rdf.errors import CrosswalkError

Written = list[tuple[str, int]]
"""Paths, and the bytes at each."""


class SharedFiles(MutableMapping[str, bytes]):
    """Files that are kept where another process can write as well: on disk."""

    sizes: dict[str, int]
    """How long each is, in bytes."""

    @abstractmethod
    def take_note(self, written: Written) -> None:
        """Take account of what another process has written."""


class ProcessLost(CrosswalkError):
    """A second process that ended without an answer."""


@contextmanager
def background(
    produce: Callable[[], Iterable[tuple[str, bytes]]],
    files: MutableMapping[str, bytes],
    *,
    worth: bool,
) -> Iterator[Callable[[], None]]:
    """Start to put what ``produce`` yields into ``files``; give what waits for the end of it.

    A copy of this process does it, where that is ``worth`` while, ``files`` are shared, and the
    system can copy a process safely; else it is done when it is waited for. What ``produce``
    raises is raised then; raises :class:`ProcessLost` where the process was killed. A process
    that was not waited for is stopped at the end of the block.
    """
    if not worth or not isinstance(files, SharedFiles) or sys.platform != "linux":
        yield lambda: files.update(produce())
        return
    shared = files
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_write, args=(produce, shared, sender), daemon=True)
    gc.freeze()  # the collector writes to what it looks at, and so makes shared memory two copies
    process.start()
    sender.close()
    try:
        yield lambda: _wait(process, receiver, shared)
    finally:
        process.terminate()
        process.join()
        gc.unfreeze()


def _wait(process: BaseProcess, receiver: Connection, files: SharedFiles) -> None:
    try:
        outcome = receiver.recv()
    except EOFError as error:
        raise ProcessLost("a process of the build was killed: give it more memory") from error
    process.join()
    if isinstance(outcome, BaseException):
        raise outcome
    files.take_note(outcome)


def _write(
    produce: Callable[[], Iterable[tuple[str, bytes]]], files: SharedFiles, sender: Connection
) -> None:
    try:
        sender.send(list(_written(produce(), files)))
    except (CrosswalkError, OSError) as error:
        sender.send(error)
    sender.close()


def _written(
    produced: Iterable[tuple[str, bytes]], files: SharedFiles
) -> Iterator[tuple[str, int]]:
    for path, content in produced:
        files[path] = content
        yield path, len(content)
