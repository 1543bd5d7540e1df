"""The handle of the service on the fork server: it starts it, sends it messages, and ends it."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from crosswalk_rdf.server.query_execution import messages
from crosswalk_rdf.server.query_execution.messages import CONTROL, ENDED, FORK, KILL
from crosswalk_rdf.store.backend import Unavailable

_MODULE: Final = "crosswalk_rdf.server.query_execution.fork_server"
_ENDING: Final = 5.0
"""Seconds that the process has to end once it was left alone."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Callbacks: a worker has ended (its number, its exit status), the fork server has ended."""

    ended: Callable[[int, int], None]
    lost: Callable[[], None]


class ForkServerProcess:
    """A process that has loaded the data, and forks workers."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self._process, self._control = process, control
        self._listening: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, dump: int, head: Mapping[str, object], listeners: Listeners) -> Self:
        """Return a fork server of the N-Quads in the open file ``dump``, once it has loaded them.

        Raises Unavailable where it cannot.
        """
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with theirs:
            process = await asyncio.to_thread(_process, theirs.fileno(), dump)
        server = cls(process, ours)
        try:
            await server._greet(head)
        except BaseException:
            await server.close()
            raise
        server._listening = asyncio.create_task(server._listen(listeners))
        return server

    @property
    def process(self) -> int:
        """The process ID."""
        return self._process.pid

    def fork(self, worker: int, connection: socket.socket) -> None:
        """Have a worker forked that answers at the other end of ``connection``; raises OSError."""
        order = CONTROL.pack(FORK, worker, 0)
        socket.send_fds(self._control, [order], [connection.fileno()])

    def kill(self, worker: int) -> None:
        """Have a worker killed, if it lives; raises OSError."""
        self._control.send(CONTROL.pack(KILL, worker, 0))

    async def close(self) -> None:
        """Have the process end with all its workers."""
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        self._control.close()
        try:
            await asyncio.to_thread(self._process.wait, _ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)

    async def _greet(self, head: Mapping[str, object]) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.sock_sendall(self._control, messages.packed(head))
            if len(await loop.sock_recv(self._control, CONTROL.size)) == CONTROL.size:
                return
        except ConnectionError:
            pass
        raise Unavailable("the process that holds the data did not start: see its message above")

    async def _listen(self, listeners: Listeners) -> None:
        loop, content = asyncio.get_running_loop(), b""
        while piece := await self._piece(loop):
            content += piece
            while len(content) >= CONTROL.size:
                order, worker, status = CONTROL.unpack_from(content)
                content = content[CONTROL.size :]
                if order == ENDED:
                    listeners.ended(worker, status)
        listeners.lost()

    async def _piece(self, loop: asyncio.AbstractEventLoop) -> bytes:
        try:
            return await loop.sock_recv(self._control, 4096)
        except ConnectionError:
            return b""


def _process(control: int, dump: int) -> subprocess.Popen[bytes]:
    """Start the fork server in a session of its own, so that Ctrl-C reaches the service only."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)  # noqa: PTH109
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", "-m", _MODULE, str(control), str(dump)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=(control, dump),
        env={**os.environ, "PYTHONPATH": path, "RUST_BACKTRACE": "0"},
        start_new_session=True,
    )


def kill_orphan(process: int) -> None:
    """Kill a worker whose fork server has ended, if it lives."""
    if process:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            return
