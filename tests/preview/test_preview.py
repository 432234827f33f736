"""The preview: what is saved is shown, faults too, to this machine's browser only."""

import contextlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from briefgen.preview.latest import Latest
from briefgen.preview.making import Made
from briefgen.preview.server import make_server
from briefgen.preview.studio import Studio
from briefgen.publishing import exclusive
from tests.conftest import BRIEF, NOTICE, REGISTER, write_files
from tests.threebriefs import edit

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


@contextlib.contextmanager
def previewing(root: Path, out: Path) -> Iterator[Preview]:
    """A preview of a workspace, watching, with its first editions made."""
    studio = Studio(root.resolve(), out)
    server = make_server(studio, 0)
    threads = [
        threading.Thread(target=server.serve_forever, daemon=True),
        threading.Thread(target=studio.watch, daemon=True),
    ]
    for thread in threads:
        thread.start()
    assert next(each for each in studio.listen() if each and json.loads(each)["formats"] == ["pdf"])
    yield Preview(root, f"http://127.0.0.1:{server.server_address[1]}")
    studio.ending.set()
    studio.end()
    server.shutdown()
    server.server_close()
    for thread in threads:
        thread.join(timeout=10)


@pytest.fixture
def preview(make_workspace: MakeWorkspace, tmp_path: Path) -> Iterator[Preview]:
    """A preview of a workspace of one brief."""
    with previewing(make_workspace(), tmp_path / "out") as begun:
        yield begun


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The same, for all tests that change nothing in it."""
    folder = tmp_path_factory.mktemp("standing")
    files = {"briefs/quay.yaml": BRIEF, "seeds/sources.yaml": REGISTER, "seeds/notice.txt": NOTICE}
    with previewing(write_files(folder / "ws", files), folder / "out") as begun:
        yield begun


def test_pages_and_outputs(standing: Preview) -> None:
    front = httpx.get(f"{standing.address}/").text
    assert "<b dir=auto>Northern quay</b> <small>(quay" in front
    assert '<a href="/view/quay/default">default</a>' in front
    view = httpx.get(f"{standing.address}/view/quay/default").text
    assert 'data-src="/out/quay/default.html"' in view
    assert "The northern quay is closed" in httpx.get(f"{standing.address}/out/quay/default.html").text
    pdf = httpx.get(f"{standing.address}/out/quay/default.pdf")
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
def test_nothing_else_is_served(standing: Preview, path: str) -> None:
    assert httpx.get(standing.address + path).status_code == 404


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
def test_requests_from_elsewhere_are_refused(standing: Preview, headers: dict[str, str]) -> None:
    for path in ("/", "/events", "/out/quay/default.html"):
        assert httpx.get(standing.address + path, headers=headers).status_code == 403


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
    brief.write_text(brief.read_text().replace("quote: The northern", "quote: Our northern"))
    faulty = next(each for each in news if each["diagnostics"])
    assert faulty["diagnostics"][0]["rule"] == "quote-not-found"
    assert "Our northern quay" in faulty["diagnostics"][0]["source"][0]
    assert "The northern quay is closed<" in httpx.get(f"{preview.address}/out/quay/default.html").text


def test_a_broken_settings_file_is_told_and_what_was_made_can_still_be_seen(preview: Preview) -> None:
    news = preview.news()
    next(news)
    assert httpx.get(f"{preview.address}/view/quay/default").status_code == 200
    (preview.root / "briefgen.toml").write_text("[rules\n")
    assert "briefgen.toml is not TOML" in next(each for each in news if each["error"])["error"]
    for path in ("/view/quay/default", "/out/quay/default.html"):
        assert httpx.get(preview.address + path).status_code == 200


def test_a_save_while_the_first_editions_are_made_is_not_missed(
    make_workspace: MakeWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace()
    studio = Studio(root.resolve(), tmp_path / "out")
    times: list[int] = []

    def made() -> None:
        times.append(len(times))
        if len(times) == 1:
            time.sleep(1)  # others are watching by now
            edit(root / "briefs/quay.yaml", "title: Northern", "title: The northern")
            time.sleep(1)
        else:
            studio.ending.set()

    monkeypatch.setattr(Studio, "make", lambda self: made())
    timer = threading.Timer(30, studio.ending.set)
    timer.start()
    studio.watch()
    timer.cancel()
    assert times == [0, 1]


def test_requests_that_are_broken_off_or_malformed_leave_no_traceback(
    standing: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    port = int(standing.address.rpartition(":")[2])
    head = f"HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as link:
        link.sendall(b"GET http://[ " + head)
        assert link.recv(100).startswith(b"HTTP/1.1 404")
    for _ in range(5):
        link = socket.create_connection(("127.0.0.1", port))
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        link.sendall(b"GET /out/quay/default.pdf " + head)
        link.close()  # with a reset, as a browser that reloads
    assert httpx.get(f"{standing.address}/").status_code == 200
    assert "Traceback" not in capfd.readouterr().err


def set_for_ever(root: Path, out: Path) -> Made:
    """A PDF that takes its time, and the output folder for itself."""
    with exclusive(out, root / ".briefgen"):
        (out.parent / "under way").touch()
        time.sleep(3600)
    return Made("pdf")


def test_html_does_not_wait_for_the_pdf_of_an_earlier_save(
    make_workspace: MakeWorkspace, tmp_path: Path
) -> None:
    root = make_workspace()
    studio = Studio(root.resolve(), tmp_path / "out")
    studio._pdf = Latest(set_for_ever, studio._publish, Made("pdf"))
    studio.make()
    while not (tmp_path / "under way").exists():
        time.sleep(0.01)
    edit(root / "briefs/quay.yaml", "title: Northern", "title: The northern")
    studio.make()
    studio.end()
    assert (studio.news["version"], studio.news["formats"], studio.news["error"]) == (2, ["html"], None)
    assert "The northern quay</h1>" in (tmp_path / "out/quay/default.html").read_text()


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("later", [0, 0.3])
def test_it_ends_with_nothing_left(
    make_workspace: MakeWorkspace, tmp_path: Path, how: signal.Signals, later: float
) -> None:
    """At once: while the news go out. Later: it waits for the next save, and all that sets the first PDF is being loaded."""
    root, temporary = make_workspace(), tmp_path / "tmp"
    temporary.mkdir()
    command = [sys.executable, "-m", "briefgen", "-C", str(root), "serve", "--port", "0"]
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(temporary)}
    serving = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=here, start_new_session=True)
    assert serving.stderr is not None
    address = serving.stderr.readline().split()[2]
    with httpx.stream("GET", f"{address}events", timeout=60) as answer:
        assert next(line for line in answer.iter_lines() if '"version": 1' in line)
    time.sleep(later)
    os.killpg(serving.pid, how)  # as a terminal does
    assert serving.wait(60) == 0
    told = serving.stderr.read()
    assert told == "preview ended\n", told
    assert list(temporary.iterdir()) == []
    for _ in range(200):
        if not (left := list(running_in(serving.pid))):
            break
        time.sleep(0.05)
    assert left == []


def running_in(session: int) -> Iterator[str]:
    """The processes of a session, as Linux tells them."""
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            alive = folder.name.isdigit() and "(zombie)" not in (folder / "status").read_text()
            if alive and os.getsid(int(folder.name)) == session:
                yield (folder / "cmdline").read_text()
