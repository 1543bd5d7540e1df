"""Write files in several processes: each takes the next task, the one that started them too."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.build_index import FileEntry
from crosswalk_rdf.model.published_file import SharedFiles, Task
from crosswalk_rdf.publish.output import Output

MAX_PROCESSES: Final = 4
"""Processes of a build unless their number is given: each needs memory of its own."""

_BATCH: Final = 1_000
_NUMBER_BYTES: Final = 2
_MAX_TASKS: Final = 16_384
"""Their numbers fit in a pipe, and in two bytes."""

_PR_SET_PDEATHSIG: Final = 1

Entries = Mapping[int, list[FileEntry]]
"""What was written, by the number of the task."""


class ProcessLost(CrosswalkError):
    """A process of the build that ended without an answer."""


def default_processes() -> int:
    """Return how many processes a build takes unless it is told."""
    return min(_processors(), MAX_PROCESSES)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


@contextmanager
def parallel(
    tasks: Sequence[Task], output: Output, *, processes: int
) -> Iterator[Callable[[], None]]:
    """Start to write the files of ``tasks`` to ``output``; yield a function that finishes it.

    ``processes`` counts this process, which takes tasks as well once that function is called. The
    others are forked, if the files are shared and the platform can fork safely; if not, or for one
    process, everything is done in the function. The order of the index is that of the tasks in any
    case. Exceptions of tasks are raised in the function, and :class:`ProcessLost` if a process was
    killed. Processes that were not waited for are terminated at the end of the block.
    """
    files, others = output.files, min(processes, len(tasks)) - 1
    if others < 1 or not isinstance(files, SharedFiles) or sys.platform != "linux":
        yield lambda: _write_all(tasks, output)
        return
    queue = _queue(len(tasks))
    gc.freeze()  # garbage collection writes to objects, which would copy shared pages
    try:
        workers = [_start(tasks, queue, files) for _ in range(others)]
        try:
            yield lambda: _finish(_written(tasks, queue, files), output, workers)
        finally:
            for process, _ in workers:
                process.terminate()
                process.join()
    finally:
        os.close(queue)
        gc.unfreeze()


def _write_all(tasks: Iterable[Task], output: Output) -> None:
    """Write the files of ``tasks`` to ``output``, one task after the other."""
    for task in tasks:
        output.update(task())


def _queue(count: int) -> int:
    """Return the end of a pipe that gives each number below ``count`` once.

    Whoever reads next gets the next number. Nobody can be killed while holding a lock of it.
    """
    if count > _MAX_TASKS:
        raise ValueError(f"{count} tasks: make fewer and larger ones")
    reader, writer = os.pipe()
    os.write(writer, b"".join(number.to_bytes(_NUMBER_BYTES, "big") for number in range(count)))
    os.close(writer)
    return reader


def _numbers(queue: int) -> Iterator[int]:
    while number := os.read(queue, _NUMBER_BYTES):
        yield int.from_bytes(number, "big")


def _drain(queue: int) -> None:
    """Take all numbers, so that no process begins another task."""
    while os.read(queue, _MAX_TASKS):
        pass


def _start(tasks: Sequence[Task], queue: int, files: SharedFiles) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(tasks, queue, files, sender), daemon=True)
    process.start()
    sender.close()
    return process, receiver


def _work(tasks: Sequence[Task], queue: int, files: SharedFiles, sender: Connection) -> None:
    """Do tasks until none is left, then send what was written, and at last an empty batch."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # how the process that began this one ends it
    _end_with_parent()
    try:
        for number, entries in _written(tasks, queue, files).items():
            rest = iter(entries)
            while batch := list(islice(rest, _BATCH)):
                sender.send((number, batch))
        sender.send(())
    except (CrosswalkError, OSError) as error:
        _drain(queue)
        sender.send(error)
    sender.close()


def _end_with_parent() -> None:
    """Have the system end this process with the one that began it (Linux, prctl)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _written(tasks: Sequence[Task], queue: int, files: SharedFiles) -> Entries:
    """Return what this process wrote once no task is left."""
    written: dict[int, list[FileEntry]] = {}
    for number in _numbers(queue):
        output = Output(files)
        output.update(tasks[number]())
        written[number] = list(output.index.values())
    return written


def _finish(
    own: Entries, output: Output, workers: Sequence[tuple[BaseProcess, Connection]]
) -> None:
    """Wait for ``workers``, and put into the index what they wrote and ``own``, by tasks."""
    written = dict(own)
    for process, receiver in workers:
        for number, batch in _batches(receiver):
            written.setdefault(number, []).extend(batch)
        process.join()
    for number in sorted(written):
        output.note(written.pop(number))


def _batches(receiver: Connection) -> Iterator[tuple[int, list[FileEntry]]]:
    """Yield what a process reports as written; raise its error."""
    while True:
        try:
            batch = receiver.recv()
        except EOFError as error:
            raise ProcessLost("a process of the build was killed: give it more memory") from error
        if isinstance(batch, BaseException):
            raise batch
        if not batch:
            return
        yield batch
