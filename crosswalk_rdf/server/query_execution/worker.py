"""The main loop of a worker: requests to results, one at a time, in a sandboxed process."""

import os
import socket
from typing import Any, Final

from crosswalk_rdf.server.query_execution import framing
from crosswalk_rdf.server.query_execution.control_messages import OUT_OF_MEMORY
from crosswalk_rdf.server.query_execution.evaluation import QueryEvaluator
from crosswalk_rdf.server.query_execution.sandbox import restrict_process, size_gauge
from crosswalk_rdf.store.backend import LimitReached, QueryRequest, Refused

_WORN: Final = 4
"""The part of its memory, one in so many, that a worker may keep from its answers."""


def work(connection: socket.socket, evaluator: QueryEvaluator, memory: int) -> None:
    """Answer requests from ``connection`` until it is closed."""
    gauge = size_gauge()
    restrict_process(memory)
    most = gauge() + memory // _WORN
    try:
        framing.send(connection, {"pid": os.getpid()})
        while (message := framing.receive(connection)) is not None:
            head, body = _answer(evaluator, message[0])
            framing.send(connection, {**head, "worn": gauge() > most}, body)
    except OSError:  # the service has closed the connection
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _answer(evaluator: QueryEvaluator, head: dict[str, Any]) -> framing.Message:
    request = QueryRequest(head["text"], head["type"], tuple(head["default"]), tuple(head["named"]))
    try:
        result = evaluator.answer(request)
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
    return {"rows": result.rows}, result.body


def _error(kind: str, message: str) -> framing.Message:
    return {"error": kind, "message": message}, b""
