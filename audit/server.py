"""Serves a site as a portal does: under a sub-path, compressed, with its own page for what is not there."""

import contextlib
import functools
import gzip
import sys
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SUB_PATH = "/gov/minzheng/"
# Worth compressing; pictures, fonts and archives are compressed already.
_TEXTS = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
# Level 6 is what servers are set to: sizes are those that a phone really gets.
_LEVEL = 6


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self._file()
        missing = Path(self.directory) / "404.html"
        if path is not None:
            self._answer(HTTPStatus.OK, path)
        elif missing.is_file():
            self._answer(HTTPStatus.NOT_FOUND, missing)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _file(self) -> Path | None:
        """The file that was asked for, if it lies in the site."""
        if not self.path.startswith(SUB_PATH):
            return None
        path = Path(self.translate_path("/" + self.path.removeprefix(SUB_PATH)))
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() else None

    def _answer(self, status: HTTPStatus, path: Path) -> None:
        media_type = self.guess_type(path)
        compressed = media_type.startswith(_TEXTS) and "gzip" in self.headers.get("Accept-Encoding", "")
        content = _compressed(path) if compressed else path.read_bytes()
        self.send_response(status)
        self.send_header(
            "Content-Type", f"{media_type}; charset=utf-8" if media_type.startswith(_TEXTS) else media_type
        )
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing: the checkers say what is wrong."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that is closed in mid-sentence is no fault of the site's."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@functools.lru_cache(maxsize=64)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), _LEVEL, mtime=0)


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine, while the context is open."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
