"""Framing of messages between processes: a head in JSON and a body of bytes, with their lengths."""

import json
import socket
import struct
from collections.abc import Iterator, Mapping
from typing import Any, Final

Message = tuple[dict[str, Any], bytes]
"""Head and body."""

_LENGTHS: Final = struct.Struct("!IQ")


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
    """Puts messages together from pieces as they come in."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._held = 0
        self._wanted = _LENGTHS.size

    def take(self, piece: bytes) -> Iterator[Message]:
        """Yield the messages that ``piece`` completes."""
        self._pieces.append(piece)
        self._held += len(piece)
        while self._held >= self._wanted:
            content = b"".join(self._pieces)
            self._pieces = [content]
            head, body = _LENGTHS.unpack_from(content)
            start, end = _LENGTHS.size + head, _LENGTHS.size + head + body
            if len(content) < end:
                self._wanted = end
                return
            self._pieces, self._held = [content[end:]], len(content) - end
            self._wanted = _LENGTHS.size
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
