"""Built sites over HTTP on this machine, below a path of their own, under a strict policy."""

import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
"""What the site's own recipes ask of a browser: nothing inline, nothing from elsewhere."""

_TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".woff2": "font/woff2",
          ".svg": "image/svg+xml", ".nq": "application/n-quads", ".css": "text/css"}  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    files: Mapping[str, bytes]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        content = self.files.get(f"{path}index.html" if path.endswith("/") else path)
        self.send_response(404 if content is None else 200)
        suffix = f".{path.rpartition('.')[2]}"
        kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        text = "text/html" if path.endswith("/") else kind
        self.send_header("Content-Type", f"{text}; charset=utf-8" if "text" in text else text)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content or b"")

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(sites: Mapping[str, Mapping[str, bytes]]) -> Iterator[str]:
    """Serve each site below its name until the block is left; gives the address of the server."""
    files = {f"{name}/{p}": content for name, site in sites.items() for p, content in site.items()}
    handler = type("Handler", (_Handler,), {"files": files})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
