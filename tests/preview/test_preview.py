"""The preview: what is saved is shown, faults too, to this machine's browser only."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from briefgen.preview.server import make_server
from briefgen.preview.studio import Studio

MakeWorkspace = Callable[..., Path]


@dataclass
class Preview:
    root: Path
    address: str

    def news(self) -> Iterator[dict[str, Any]]:
        with httpx.stream("GET", f"{self.address}/events", timeout=30) as answer:
            for line in answer.iter_lines():
                if line.startswith("data: "):
                    yield json.loads(line[6:])


@pytest.fixture
def preview(make_workspace: MakeWorkspace, tmp_path: Path) -> Iterator[Preview]:
    """A preview of a workspace of one brief, watching, with its first editions made."""
    root = make_workspace()
    studio = Studio(root.resolve(), tmp_path / "out")
    studio.make()
    server = make_server(studio, 0)
    stop = threading.Event()
    threads = [
        threading.Thread(target=server.serve_forever, daemon=True),
        threading.Thread(target=studio.watch, args=(stop,), daemon=True),
    ]
    for thread in threads:
        thread.start()
    yield Preview(root, f"http://127.0.0.1:{server.server_address[1]}")
    stop.set()
    server.shutdown()
    server.server_close()
    for thread in threads:
        thread.join(timeout=10)


def test_pages_and_outputs(preview: Preview) -> None:
    assert '<a href="/view/quay/default">quay</a>' in httpx.get(f"{preview.address}/").text
    view = httpx.get(f"{preview.address}/view/quay/default").text
    assert 'data-src="/out/quay/default.html"' in view
    assert "The northern quay is closed" in httpx.get(f"{preview.address}/out/quay/default.html").text
    pdf = httpx.get(f"{preview.address}/out/quay/default.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/view/quay/nobody",
        "/out/quay/default.txt",
        "/out/../../etc/passwd",
        "/out/quay/..%2f..%2fbriefs%2fquay.yaml",
    ],
)
def test_nothing_else_is_served(preview: Preview, path: str) -> None:
    assert httpx.get(preview.address + path).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_requests_from_elsewhere_are_refused(preview: Preview, headers: dict[str, str]) -> None:
    for path in ("/", "/events", "/out/quay/default.html"):
        assert httpx.get(preview.address + path, headers=headers).status_code == 403


def test_a_save_is_shown_and_faults_come_with_their_line(preview: Preview) -> None:
    brief = preview.root / "briefs/quay.yaml"
    news = preview.news()
    before = next(news)["version"]
    brief.write_text(
        brief.read_text().replace(
            "statement: The northern quay is closed.", "statement: The northern quay is closed"
        )
    )
    made = next(each for each in news if each["formats"] == ["html"] and each["version"] > before)
    assert made["diagnostics"] == []
    assert "The northern quay is closed<" in httpx.get(f"{preview.address}/out/quay/default.html").text
    brief.write_text(brief.read_text().replace("quote: The northern", "quote: The southern"))
    faulty = next(each for each in news if each["diagnostics"])
    assert faulty["diagnostics"][0]["rule"] == "quote-not-found"
    assert "The southern quay" in faulty["diagnostics"][0]["source"][0]
    assert "The northern quay is closed<" in httpx.get(f"{preview.address}/out/quay/default.html").text


def test_a_broken_settings_file_is_told(preview: Preview) -> None:
    news = preview.news()
    next(news)
    (preview.root / "briefgen.toml").write_text("[rules\n")
    assert "briefgen.toml is not TOML" in next(each for each in news if each["error"])["error"]


def test_requests_that_are_broken_off_or_malformed_leave_no_traceback(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    port = int(preview.address.rpartition(":")[2])
    head = f"HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as link:
        link.sendall(b"GET http://[ " + head)
        assert link.recv(100).startswith(b"HTTP/1.1 404")
    for _ in range(5):
        link = socket.create_connection(("127.0.0.1", port))
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        link.sendall(b"GET /out/quay/default.pdf " + head)
        link.close()  # with a reset, as a browser that reloads
    assert httpx.get(f"{preview.address}/").status_code == 200
    assert "Traceback" not in capfd.readouterr().err
