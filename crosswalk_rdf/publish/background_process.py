"""Write files in a second process while this one continues."""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.publish.output import Output, SharedFiles

Produce = Callable[[], Iterable[PublishedFile]]

_BATCH: Final = 1_000


class ProcessLost(CrosswalkError):
    """A second process that ended without an answer."""


@contextmanager
def background(
    produce: Produce,
    output: Output,
    *,
    worth: bool,
) -> Iterator[Callable[[], None]]:
    """Start to write what ``produce`` yields to ``output``; yield a function that waits for it.

    A forked process does it if ``worth`` is true, the files are shared, and the platform can fork
    safely; otherwise it is done when the function is called. Exceptions of ``produce`` are raised
    there, and :class:`ProcessLost` if the process was killed. A process that was not waited for
    is terminated at the end of the block.
    """
    if not worth or not isinstance(output.files, SharedFiles) or sys.platform != "linux":
        yield lambda: output.update(produce())
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_write, args=(produce, output.files, sender), daemon=True)
    gc.freeze()  # garbage collection writes to objects, which would copy shared pages
    process.start()
    sender.close()
    try:
        yield lambda: _wait(process, receiver, output)
    finally:
        process.terminate()
        process.join()
        gc.unfreeze()


def _wait(process: BaseProcess, receiver: Connection, output: Output) -> None:
    """Index the files that ``process`` reports as written, until it sends an empty batch."""
    while True:
        try:
            batch = receiver.recv()
        except EOFError as error:
            raise ProcessLost("a process of the build was killed: give it more memory") from error
        if isinstance(batch, BaseException):
            raise batch
        if not batch:
            break
        output.note(batch)
    process.join()


def _write(produce: Produce, files: SharedFiles, sender: Connection) -> None:
    output = Output(files)
    try:
        output.update(produce())
        entries = iter(output.index.values())
        while batch := list(islice(entries, _BATCH)):
            sender.send(batch)
        sender.send([])
    except (CrosswalkError, OSError) as error:
        sender.send(error)
    sender.close()
