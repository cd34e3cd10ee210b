"""A small static web server for tests and measurements: right types, brotli, any sub-path.

with serving(site, prefix="/portal/", brotli=QUICK) as server:
    page.goto(server.url + "wizard/")
"""

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import unquote, urlsplit

import brotli as brotli_codec

from clauses.build_cache import BuildCache

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
QUICK, SMALLEST = 5, 11
"""Qualities of brotli: a thirtieth of the time, or the bytes that a good host sends."""
_CACHE = BuildCache()
_KEEP = 2_000
"""Compressed files kept: those of a few sites."""


class Line:
    """A line with a limited number of bytes per second, shared by all connections."""

    CHUNK = 16_384

    def __init__(self, bytes_per_second: float) -> None:
        self._rate = bytes_per_second
        self._lock = threading.Lock()
        self._free_at = 0.0

    def send(self, body: bytes, write: Callable[[bytes], object]) -> None:
        """Write a body in parts, each when the line has carried the previous ones."""
        for at in range(0, len(body), self.CHUNK):
            part = body[at : at + self.CHUNK]
            with self._lock:
                self._free_at = max(self._free_at, monotonic()) + len(part) / self._rate
                wait = self._free_at - monotonic()
            sleep(max(0.0, wait))
            write(part)


class StaticServer(ThreadingHTTPServer):
    """Serves a folder below a prefix; `extra` files take precedence over those of the folder."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self, folder: Path, prefix: str, extra: Mapping[str, bytes], *, brotli: int | None
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.prefix, self.extra, self.brotli = folder, prefix, extra, brotli
        self.url = f"http://127.0.0.1:{self.server_port}{prefix}"
        self.headers: Callable[[str], Mapping[str, str]] = lambda path: {}
        """Further headers by path, like the settings of a host."""
        self.down = False
        """Whether the network is cut, so that every connection is broken off."""
        self.hold: Callable[[str], object] = lambda path: None
        """Called with the path before each answer; the answer is sent when it returns."""
        self.missing: Callable[[str], bool] = lambda path: False
        """Which files are not found."""
        self.cut: Callable[[str], bool] = lambda path: False
        """Which answers end half-way, with their connection."""
        self.spoil: Callable[[str, bytes], bytes] = lambda path, body: body
        """Makes the bytes of a file others."""
        self.line: Line | None = None
        """The line that all answers share; None means no limit."""
        self.queries: list[str] = []
        """Addresses that were requested with a query."""
        self.sent: dict[str, int] = {}
        """Bytes of body sent since the start or the last `clear()`, by address."""

    def content(self, name: str) -> bytes | None:
        """Return a file by its name below the prefix, or None."""
        name = name + "index.html" if name.endswith("/") or not name else name
        if name in self.extra:
            return self.extra[name]
        path = (self.folder / name).resolve()
        inside = path.is_relative_to(self.folder.resolve())
        return path.read_bytes() if inside and path.is_file() else None

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a connection broken off by a browser, which is not an error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: StaticServer

    def do_GET(self) -> None:
        if self.server.down:
            self.close_connection = True
            return
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        if parts.query:
            self.server.queries.append(self.path)
        self.server.hold(path)
        prefix = self.server.prefix
        name = path.removeprefix(prefix)
        there = path.startswith(prefix) and not self.server.missing(path)
        body = self.server.content(name) if there else None
        self.send_response(404 if body is None else 200)
        body = b"not found" if body is None else body
        body = self.server.spoil(path, body)
        suffix = Path(name).suffix if not name.endswith("/") and name else ".html"
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        accepted = self.headers.get("Accept-Encoding", "")
        if self.server.brotli and "br" in accepted:
            body = compressed(body, self.server.brotli)
            self.send_header("Content-Encoding", "br")
        elif self.server.brotli and "gzip" in accepted:  # WebKit accepts brotli only over https
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        for header, value in {"Cache-Control": "no-cache", **self.server.headers(path)}.items():
            self.send_header(header, value)
        self.end_headers()
        if self.server.cut(path):
            body = body[: len(body) // 2]
            self.close_connection = True
        if line := self.server.line:
            line.send(body, self.wfile.write)
        else:
            self.wfile.write(body)
        self.server.sent[path] = self.server.sent.get(path, 0) + len(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def serving(
    folder: Path,
    *,
    prefix: str = "/",
    extra: Mapping[str, bytes] | None = None,
    brotli: int | None = None,
) -> Iterator[StaticServer]:
    """Serve a folder on a free port for the duration of a block, compressed with a quality."""
    server = StaticServer(folder, prefix, extra or {}, brotli=brotli)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def compressed(body: bytes, quality: int) -> bytes:
    """Compress like a host that compresses once and keeps the result."""
    return _CACHE.content(
        f"brotli-{quality}",
        [body],
        lambda: brotli_codec.compress(body, quality=quality),
        _KEEP,
    )
