"""A proxy that writes down every byte a browser sends, from whatever part of it, to whatever host.

It stands outside the browser, so that pages, workers and service workers are all seen, and lets
only one host through. Nothing else is reached, but what was sent to it is kept.
"""

import http.client
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from typing import Any
from urllib.parse import urlsplit

_HOP = {"connection", "proxy-connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Sent:
    """One request as it left the browser."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    """All of it: the first line, the headers, the body."""
    body: bytes


class Recorder(ThreadingHTTPServer):
    """Listens on a free port; `sent` holds everything, in the order of arrival."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, host: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.host = host
        self.sent: list[Sent] = []
        self.cut = False
        """The network is cut: every connection is broken off, but what was sent is kept."""

    @property
    def proxy(self) -> Any:
        """What a browser context is told, so that it also asks for its own machine here."""
        return {"server": f"http://127.0.0.1:{self.server_port}", "bypass": "<-loopback>"}

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that breaks a connection off is no error."""


class _Kept:
    """A stream that keeps what is read from it."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self.stream, self.read_so_far = stream, bytearray()

    def readline(self, size: int = -1) -> bytes:
        data = self.stream.readline(size)
        self.read_so_far += data
        return data

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.read_so_far += data
        return data

    def close(self) -> None:
        self.stream.close()

    @property
    def closed(self) -> bool:
        return self.stream.closed

    def flush(self) -> None:
        """Nothing is written to it."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Recorder

    def setup(self) -> None:
        super().setup()
        self.kept = _Kept(self.rfile)
        self.rfile = self.kept  # type: ignore[assignment]

    def handle_one_request(self) -> None:
        self.kept.read_so_far.clear()
        super().handle_one_request()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):  # any method at all
            return self._pass_on
        raise AttributeError(name)

    def _pass_on(self) -> None:
        body = self._body()
        raw = bytes(self.kept.read_so_far)
        headers = tuple(self.headers.items())
        self.server.sent.append(Sent(self.command, self.path, headers, raw, body))
        parts = urlsplit(self.path)
        if self.server.cut or self.command == "CONNECT":
            self.close_connection = True
            return
        if parts.netloc != self.server.host:
            self.send_error(502, "no way out")
            return
        port = int(parts.netloc.rpartition(":")[2])
        given = {name: value for name, value in headers if name.lower() not in _HOP}
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as upstream:
            upstream.request(self.command, parts.path, body or None, given)
            answer = upstream.getresponse()
            content = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        if length := self.headers.get("Content-Length"):
            return self.rfile.read(int(length))
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return b""
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        return body

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def recording(host: str) -> Iterator[Recorder]:
    """Record for the length of a block; `host` with its port is the only one that is reached."""
    recorder = Recorder(host)
    thread = threading.Thread(target=recorder.serve_forever, daemon=True)
    thread.start()
    try:
        yield recorder
    finally:
        recorder.shutdown()
        recorder.server_close()
        thread.join()
