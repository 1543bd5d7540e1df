"""Messages between the processes: a request and its result, and what the fork server is told.

A request and a result have a head in JSON and a body of bytes, with their lengths before them. The
service and the fork server send each other three numbers at a time.
"""

import json
import socket
import struct
from collections.abc import Iterator, Mapping
from typing import Any, Final

Message = tuple[dict[str, Any], bytes]
"""Head and body."""

_LENGTHS: Final = struct.Struct("!IQ")

CONTROL: Final = struct.Struct("!Bqi")
"""The kind of the message, the number of a worker, and its exit status."""

FORK: Final = 1
"""To the fork server: fork a worker; its end of a connection comes with it."""
KILL: Final = 2
"""To the fork server: kill a worker, if it lives."""
READY: Final = 3
"""From the fork server: the data are loaded."""
ENDED: Final = 4
"""From the fork server: a worker has ended."""

OUT_OF_MEMORY: Final = 70
"""The exit status of a worker that has no memory left to report that it ran out."""


def packed(head: Mapping[str, object], body: bytes = b"") -> bytes:
    """Return a message as it is sent."""
    text = json.dumps(head).encode()
    return b"".join((_LENGTHS.pack(len(text), len(body)), text, body))


def send(connection: socket.socket, head: Mapping[str, object], body: bytes = b"") -> None:
    """Send a message over a blocking ``connection``; raises OSError once it is closed."""
    connection.sendall(packed(head, body))


def receive(connection: socket.socket) -> Message | None:
    """Return the next message of a blocking ``connection``; None at its end."""
    lengths = _exactly(connection, _LENGTHS.size)
    if lengths is None:
        return None
    head, body = _LENGTHS.unpack(lengths)
    content = _exactly(connection, head + body)
    return None if content is None else (json.loads(content[:head]), bytes(content[head:]))


class Inbox:
    """Assembles messages from the pieces that arrive."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._size = 0
        self._needed = _LENGTHS.size

    def take(self, piece: bytes) -> Iterator[Message]:
        """Yield the messages that ``piece`` completes."""
        self._pieces.append(piece)
        self._size += len(piece)
        while self._size >= self._needed:
            content = b"".join(self._pieces)
            self._pieces = [content]
            head, body = _LENGTHS.unpack_from(content)
            start, end = _LENGTHS.size + head, _LENGTHS.size + head + body
            if len(content) < end:
                self._needed = end
                return
            self._pieces, self._size = [content[end:]], len(content) - end
            self._needed = _LENGTHS.size
            yield json.loads(content[_LENGTHS.size : start]), content[start:end]


def _exactly(connection: socket.socket, size: int) -> bytearray | None:
    content = bytearray(size)
    view, done = memoryview(content), 0
    while done < size:
        count = connection.recv_into(view[done:])
        if not count:
            return None
        done += count
    return content
