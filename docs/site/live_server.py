"""Shows the built site on this machine and rebuilds it after every edit.

A separate process builds it, so that an edit of a template or of the code counts
too. A build that fails changes nothing: the last good site stays, and the faults are printed.
"""

import html
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from clauses.messages import Language, catalogue, say

ROOT = Path(__file__).resolve().parents[2]
WATCHED = (
    "clauses",
    "docs",
    "wizard",
    "mkdocs.yml",
    "build.py",
    "package.json",
)
SITE = ROOT / "build" / "preview"
PAUSE = 0.4
"""Seconds between two looks at the files."""

_NO_SITE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>
<h1>{title}</h1><p>{what}</p><pre style="white-space: pre-wrap">{said}</pre></html>"""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a built site as a plain web server does: right types, 404.html, no lists of files."""

    protocol_version = "HTTP/1.1"
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".jsonld": "application/ld+json",
        ".md": "text/markdown; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".xml": "application/xml",
    }

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._missing_page()
        if code == HTTPStatus.NOT_FOUND and page is not None:
            self._answer(HTTPStatus.NOT_FOUND, page.read_bytes())
        elif code == HTTPStatus.NOT_FOUND and not any(Path(self.directory).glob("*")):
            said, language = "", "en"
            if isinstance(self.server, SiteServer):
                said, language = self.server.said, self.server.language
            words = catalogue(language)["commands"]
            page_text = _NO_SITE.format(
                lang="zh-CN" if language == "zh" else "en",
                title=words["no-site"],
                what=words["no-site-fix" if said else "no-site-yet"],
                said=html.escape(said),
            )
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, page_text.encode())
        else:
            super().send_error(code, message, explain)

    def _missing_page(self) -> Path | None:
        folder = Path(self.directory)
        asked = [folder / "en" / "404.html"] if self.path.startswith("/en/") else []
        return next((page for page in [*asked, folder / "404.html"] if page.is_file()), None)

    def _answer(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        if code == HTTPStatus.NOT_FOUND and getattr(self.server, "tells", False):
            print(f"404  {self.path}", flush=True)


class SiteServer(ThreadingHTTPServer):
    """A server that keeps quiet when a browser breaks off a request."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    """Elsewhere it lets a port be used again at once; Windows would let two servers share one."""
    said = ""
    """What the last build printed, shown while there is no site."""
    language: Language = "en"
    tells = False
    """Print each address that has no page."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def open_server(folder: Path, host: str, port: int) -> SiteServer:
    """Return a server of `folder` that listens already; raises `OSError` where it cannot."""
    return SiteServer((host, port), partial(SiteHandler, directory=str(folder)))


def serve(host: str, port: int, language: Language = "en", built: Path | None = None) -> int:
    """Build, serve and follow every edit until Ctrl-C; return the exit status.

    `built` is the folder of a site that is served as it is, in the place of all this.
    """
    try:
        server = open_server(built or SITE, host, port)
    except OSError as error:
        values = {"host": host, "port": port, "reason": error.strerror, "other": port + 1}
        print(say(("commands", "cannot-listen"), language, values), file=sys.stderr)
        return 2
    server.tells = True
    server.language = language
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shown = "127.0.0.1" if host in ("", "0.0.0.0", "::") else host
    address = f"http://{shown}:{server.server_port}"
    watched = () if built else WATCHED
    try:
        seen = snapshot(watched)
        server.said = "" if built else _build(language)
        print(say(("commands", "site-at"), language, {"address": address}), flush=True)
        while True:
            time.sleep(PAUSE)
            now = snapshot(watched)
            if now == seen:
                continue
            names = sorted({p for p, _ in set(now.items()) ^ set(seen.items())})
            values = {"names": [*names[:3], *["…"][: len(names) - 3]]}
            print(f"\n==> {say(('commands', 'changed'), language, values)}", flush=True)
            seen = now
            server.said = _build(language)
    except KeyboardInterrupt:
        print(f"\n{say(('commands', 'stopped'), language)}")
        return 130
    finally:
        server.shutdown()
        server.server_close()


def snapshot(names: Iterable[str], root: Path = ROOT) -> dict[str, tuple[int, int]]:
    """Return each watched file with its time and size; editors’ own files do not count."""
    found: dict[str, tuple[int, int]] = {}
    for name in names:
        top = root / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            own = path.name.startswith(".") or path.name.endswith(("~", ".swp", ".pyc", ".part"))
            if own or not path.is_file():
                continue
            with suppress(OSError):  # an editor replaces it at this moment
                state = path.stat()
                found[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found


def _build(language: Language) -> str:
    """Build into the preview’s folder; print and return what the build says against it."""
    command = [sys.executable, str(ROOT / "build.py"), "site", "--lang", language]
    command += ["--out", str(SITE)]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    if done.stderr:
        print(done.stderr.rstrip(), file=sys.stderr, flush=True)
    if done.returncode and SITE.is_dir():
        print(say(("commands", "site-stays"), language), file=sys.stderr, flush=True)
    return done.stderr
