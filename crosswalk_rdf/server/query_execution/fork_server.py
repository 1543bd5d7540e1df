"""The process that holds the data, and of which workers are forked: it only waits and forks.

It is started with the numbers of two descriptors: its connection to the service, and the N-Quads of
the data. Messages on the connection say what to fork and what to kill, and which process has ended.
"""

import contextlib
import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.server.query_execution import messages
from crosswalk_rdf.server.query_execution.evaluation import QueryEvaluator
from crosswalk_rdf.server.query_execution.messages import CONTROL, ENDED, FORK, KILL, READY
from crosswalk_rdf.server.query_execution.worker import end_with_parent, work
from crosswalk_rdf.store.dataset import MergedDataset

_IGNORED: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""It is for the service to say when the end has come."""


class ForkServer:
    """Forks workers that run ``work`` on a connection, and knows which of them live."""

    def __init__(self, control: socket.socket, work: Callable[[socket.socket], None]) -> None:
        self._control, self._work = control, work
        self._workers: dict[int, int] = {}
        """The process of each worker, by its number."""
        self._woken, self._waker = socket.socketpair()

    def run(self) -> None:
        """Do as the service says until it has gone, and leave no worker behind."""
        for end in (self._woken, self._waker):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        try:
            self._control.sendall(CONTROL.pack(READY, 0, 0))
            while self._turn():
                pass
        except OSError:
            pass  # the service has gone
        finally:
            signal.set_wakeup_fd(-1)  # the workers that end now must not wake a socket that is gone
            for process in self._workers.values():
                os.kill(process, signal.SIGKILL)

    def _turn(self) -> bool:
        readable, _, _ = select.select([self._control, self._woken], [], [])
        if self._woken in readable:
            with contextlib.suppress(BlockingIOError):
                self._woken.recv(4096)
            self._reap()
        return self._control not in readable or self._obey()

    def _obey(self) -> bool:
        """Carry out the next order; return whether there was one."""
        content, descriptors, _, _ = socket.recv_fds(self._control, CONTROL.size, 1)
        if len(content) < CONTROL.size:
            return False
        order, worker, _ = CONTROL.unpack(content)
        if order == FORK:
            with socket.socket(fileno=descriptors[0]) as connection:
                self._fork(worker, connection)
        elif order == KILL and worker in self._workers:
            os.kill(self._workers[worker], signal.SIGKILL)
        return True

    def _fork(self, worker: int, connection: socket.socket) -> None:
        parent = os.getpid()
        try:
            process = os.fork()
        except OSError:
            self._control.sendall(CONTROL.pack(ENDED, worker, 0))
            return
        if process:
            self._workers[worker] = process
            return
        try:
            self._become_worker(parent)
            self._work(connection)
            os._exit(0)
        finally:
            os._exit(1)

    def _become_worker(self, parent: int) -> None:
        end_with_parent(parent)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for end in (self._control, self._woken, self._waker):
            end.close()
        os.dup2(0, 2)  # what the allocator says at the end is told by the service

    def _reap(self) -> None:
        processes = {process: worker for worker, process in self._workers.items()}
        while True:
            try:
                process, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not process:
                return
            if process in processes:
                worker = processes[process]
                del self._workers[worker]
                self._control.sendall(CONTROL.pack(ENDED, worker, status))


def main(control: int, dump: int) -> None:
    """Load the data, say so, and run until the service has gone."""
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    connection = socket.socket(fileno=control)
    message = messages.receive(connection)
    if message is None:
        return
    head, _ = message
    with open(dump, "rb") as file:
        file.seek(0)
        dataset = MergedDataset.read(file)
    evaluator = QueryEvaluator(
        dataset=dataset,
        prefixes=head["prefixes"],
        context=parse_context(head["context"]) if head["context"] else Context(),
        most_rows=head["rows"],
        most_bytes=head["bytes"],
    )
    gc.collect()
    gc.freeze()  # so that forked processes go on sharing what there is
    ForkServer(connection, lambda worker: work(worker, evaluator, head["memory"])).run()


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]), int(sys.argv[2]))
    except (CrosswalkError, SyntaxError, OSError) as error:
        sys.exit(f"the data cannot be loaded: {error}")
