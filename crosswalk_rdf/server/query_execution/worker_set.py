"""The set of workers: forked, counted, and replaced when one ends."""

import asyncio
import itertools
import signal
import socket
from collections.abc import Callable
from typing import Final

from crosswalk_rdf.server.query_execution.fork_server_process import ForkServerProcess, kill_orphan
from crosswalk_rdf.server.query_execution.worker_connection import WorkerConnection

_PATIENCE: Final = 0.2
"""Seconds before another worker is forked in place of one that did not even start."""


class WorkerSet:
    """Keeps ``size`` workers alive; ``ready`` is called with each that can take a request."""

    def __init__(
        self,
        size: int,
        ready: Callable[[WorkerConnection], None],
        gone: Callable[[WorkerConnection], None],
    ) -> None:
        self._size, self._ready, self._gone = size, ready, gone
        self._fork_server: ForkServerProcess | None = None
        self._numbers = itertools.count(1)
        self._living: dict[int, WorkerConnection] = {}
        self._dying: dict[int, WorkerConnection] = {}
        self._forking: set[asyncio.Task[None]] = set()
        self._complete = asyncio.Event()
        self.workers_replaced = 0

    @property
    def count(self) -> int:
        """The number of workers that have not been stopped."""
        return len(self._living)

    @property
    def processes(self) -> tuple[int, ...]:
        """Their process IDs."""
        return tuple(link.process for link in self._living.values())

    def start(self, server: ForkServerProcess) -> None:
        """Have all workers forked by ``server``."""
        self._fork_server = server
        for _ in range(self._size):
            self._fork()

    async def complete(self, seconds: float) -> None:
        """Wait until all can be asked; raise TimeoutError."""
        await asyncio.wait_for(self._complete.wait(), seconds)

    def stop(self, link: WorkerConnection) -> None:
        """Kill a worker, busy or not, and replace it."""
        if self._fork_server and self._living.pop(link.number, None):
            self._dying[link.number] = link
            try:
                self._fork_server.kill(link.number)
            except OSError:  # the fork server has ended, and its workers with it
                kill_orphan(link.process)
            link.close()
            self._replace()

    def retire(self, link: WorkerConnection) -> None:
        """End an idle worker, and replace it."""
        if self._living.pop(link.number, None):
            link.close()
            self._replace()

    def ended(self, number: int, status: int) -> None:
        """Note that a worker has ended."""
        link = self._dying.pop(number, None) or self._living.get(number)
        if link and not link.ended.done():
            link.ended.set_result(status)

    def abandon(self) -> None:
        """Give up all workers: their fork server has ended."""
        self._fork_server = None
        for link in [*self._living.values(), *self._dying.values()]:
            kill_orphan(link.process)
            self.ended(link.number, signal.SIGKILL)
            link.close()
        self._living.clear()

    def _replace(self) -> None:
        self.workers_replaced += 1
        self._fork()

    def _fork(self) -> None:
        if self._fork_server is None:
            return
        task = asyncio.create_task(self._forked(self._fork_server))
        self._forking.add(task)
        task.add_done_callback(self._forking.discard)

    async def _forked(self, server: ForkServerProcess) -> None:
        number = next(self._numbers)
        try:
            ours, theirs = socket.socketpair()
        except OSError:  # no descriptors left, for the time being
            asyncio.get_running_loop().call_later(_PATIENCE, self._fork)
            return
        link = WorkerConnection(number, self._greeted, self._lost)
        self._living[number] = link
        with theirs:
            try:
                server.fork(number, theirs)
            except OSError:  # the fork server has ended: all of this begins anew
                ours.close()
                return
        loop = asyncio.get_running_loop()
        await loop.create_unix_connection(lambda: link, sock=ours)

    def _greeted(self, link: WorkerConnection) -> None:
        if link.number in self._living:
            self._ready(link)
        if len(self._living) == self._size and all(self.processes):
            self._complete.set()

    def _lost(self, link: WorkerConnection) -> None:
        """Replace a worker that ended of itself."""
        if self._living.pop(link.number, None):
            if not link.ended.done():
                self._dying[link.number] = link
            self._gone(link)
            if link.process:
                self._replace()
            else:
                asyncio.get_running_loop().call_later(_PATIENCE, self._replace)
