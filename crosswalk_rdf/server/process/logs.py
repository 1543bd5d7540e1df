"""What happens to lines of JSON on stderr: one object a line, for people and for machines."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Final, TextIO

from starlette.requests import Request

from crosswalk_rdf.server.requests import raw_path, request_id

LOGGER: Final = logging.getLogger("crosswalk_rdf.server")


class JsonFormatter(logging.Formatter):
    """A record as JSON: time, level, message, and what was given as ``extra={"fields": {…}}``."""

    def format(self, record: logging.LogRecord) -> str:
        """Return ``record`` as one line."""
        moment = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def start_logging(stream: TextIO = sys.stderr) -> None:
    """Send what the service and its HTTP server log to ``stream``."""
    output = logging.StreamHandler(stream)
    output.setFormatter(JsonFormatter())
    LOGGER.handlers[:] = [output]
    LOGGER.propagate = False
    LOGGER.setLevel(logging.INFO)
    web = logging.getLogger("uvicorn")
    web.handlers[:] = [output]
    web.propagate = False
    web.setLevel(logging.WARNING)


class RequestLog:
    """Logs each request; the query string and the body only with ``queries``."""

    def __init__(self, *, queries: bool) -> None:
        self._queries = queries

    def __call__(self, request: Request, status: int, size: int, seconds: float) -> None:
        """Log one request that has been answered."""
        fields: dict[str, object] = {
            "request": request_id(request),
            "client": request.client.host if request.client else "",
            "method": request.method,
            "path": raw_path(request),
            "status": status,
            "bytes": size,
            "seconds": round(seconds, 6),
            "agent": request.headers.get("user-agent", ""),
        }
        if self._queries:
            fields["query"] = request.scope["query_string"].decode("latin-1")
            if body := getattr(request.state, "body", b""):
                fields["body"] = body.decode(errors="replace")
        LOGGER.info("request", extra={"fields": fields})
