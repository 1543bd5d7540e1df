"""Questions to answers, one at a time, in a process that is killed when one takes too much."""

import os
import socket
from typing import Any, Final

from crosswalk_rdf.server.asking import wire
from crosswalk_rdf.server.asking.answering import Answering
from crosswalk_rdf.server.asking.confinement import confine, size_gauge
from crosswalk_rdf.server.asking.orders import OUT_OF_MEMORY
from crosswalk_rdf.server.asking.question import LimitReached, Question, Refused

_WORN: Final = 4
"""The part of its memory, one in so many, that a worker may keep from its answers."""


def work(connection: socket.socket, answering: Answering, memory: int) -> None:
    """Answer what comes over ``connection`` until it ends."""
    gauge = size_gauge()
    confine(memory)
    most = gauge() + memory // _WORN
    try:
        wire.send(connection, {"pid": os.getpid()})
        while (message := wire.receive(connection)) is not None:
            head, body = _answer(answering, message[0])
            wire.send(connection, {**head, "worn": gauge() > most}, body)
    except OSError:  # whoever asked has gone
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _answer(answering: Answering, head: dict[str, Any]) -> wire.Message:
    question = Question(head["text"], head["type"], tuple(head["default"]), tuple(head["named"]))
    try:
        reply = answering.answer(question)
    except SyntaxError as error:
        return _error("syntax", error.msg)
    except UnicodeEncodeError:
        return _error("syntax", "half of a surrogate pair is no character")
    except LimitReached as error:
        return {**_error("limit", str(error))[0], "limit": error.limit}, b""
    except Refused as error:
        return _error("refused", str(error))
    except (OSError, RuntimeError) as error:
        return _error("failed", str(error))
    return {"rows": reply.rows}, reply.body


def _error(kind: str, message: str) -> wire.Message:
    return {"error": kind, "message": message}, b""
