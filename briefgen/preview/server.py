"""The preview's server: loopback only, and only for pages that it served itself."""

import sys
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from briefgen.errors import EnvironmentFault
from briefgen.preview import pages
from briefgen.preview.studio import Studio

HOSTS = ("127.0.0.1", "localhost", "[::1]")
TYPES = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".json": "application/json"}


def make_server(studio: Studio, port: int) -> ThreadingHTTPServer:
    """A server of `studio` at 127.0.0.1; port 0 takes any that is free.

    Raises:
        EnvironmentFault: the port is taken.
    """

    class Handler(_Handler):
        shown = studio

    try:
        server = _Server(("127.0.0.1", port), Handler)
    except OSError as error:
        raise EnvironmentFault(
            f"port {port} cannot be used: {error.strerror} (choose another with --port)"
        ) from error
    return server


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up while it is answered (each reload does) is nobody's fault."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers GET; refuses requests that come from elsewhere (DNS rebinding, other sites' pages)."""

    shown: Studio
    protocol_version = "HTTP/1.1"
    server: ThreadingHTTPServer

    def do_GET(self) -> None:
        """Answer one request."""
        if not self._is_ours():
            self._answer(HTTPStatus.FORBIDDEN, b"only for this machine's browser\n", "text/plain")
            return
        path = unquote(self.path.partition("?")[0])
        kind, _, rest = path.lstrip("/").partition("/")
        answers: dict[str, Callable[[str], None]] = {
            "": self._list,
            "view": self._view,
            "out": self._out,
            "events": self._events,
        }
        answers.get(kind, self._missing)(rest)

    def _is_ours(self) -> bool:
        port = self.server.server_address[1]
        allowed = {f"{host}:{port}" for host in HOSTS}
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        return (
            self.headers.get("Host", "") in allowed
            and (origin is None or origin in {f"http://{each}" for each in allowed})
            and site in ("none", "same-origin")
        )

    def _list(self, _rest: str) -> None:
        page = pages.listing(self.shown.editions(), self.shown.heads())
        self._answer(HTTPStatus.OK, page.encode(), TYPES[".html"])

    def _view(self, rest: str) -> None:
        brief, _, audience = rest.rpartition("/")
        if (brief, audience) not in self.shown.editions():
            self._missing(rest)
        else:
            self._answer(HTTPStatus.OK, pages.frame(brief, audience).encode(), TYPES[".html"])

    def _out(self, rest: str) -> None:
        brief, _, name = rest.rpartition("/")
        audience, suffix = Path(name).stem, Path(name).suffix
        path = self.shown.out / brief / name
        if (brief, audience) not in self.shown.editions() or suffix not in TYPES or not path.is_file():
            self._missing(rest)
        else:
            self._answer(HTTPStatus.OK, path.read_bytes(), TYPES[suffix])

    def _events(self, _rest: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for news in self.shown.listen():
                self.wfile.write(f"data: {news}\n\n".encode() if news else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the page was closed

    def _missing(self, _rest: str) -> None:
        self._answer(HTTPStatus.NOT_FOUND, b"there is nothing here (yet)\n", "text/plain; charset=utf-8")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing for each request."""


def serve(studio: Studio, port: int, ready: Callable[[str], None]) -> None:
    """Serve until the studio's end is asked for; `ready` is told the address.

    Raises:
        EnvironmentFault: the port is taken.
    """
    server = make_server(studio, port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    ready(f"http://127.0.0.1:{server.server_address[1]}/")
    try:
        studio.watch()
    finally:
        studio.end()
        server.shutdown()
        server.server_close()
