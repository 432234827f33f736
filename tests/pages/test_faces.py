"""Fonts leave nothing behind in the temporary folder, however a process ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.fonts import FOLDER

SCRIPT = """
import multiprocessing, os, signal, sys
from pathlib import Path
from briefgen.pages import Copy, Metadata, PageSpec, Resources, Typeset, typeset

def page(faces=""):
    html = '<html lang="en"><title>x</title><p>Facts'
    css = faces + 'p{font-family:"House","Briefgen Serif"}'
    outcome = typeset(Copy(html, Metadata("x", "en")), (css,), PageSpec(), Resources(roots=(Path(sys.argv[1]),)))
    assert isinstance(outcome, Typeset), outcome
    print(outcome.fonts)
"""
HOUSE = """page('@font-face{font-family:"House";src:url(house.ttf)}')"""


def left_by(tmp_path: Path, code: str, ends: int = 0) -> tuple[str, list[Path]]:
    """What a process prints and leaves in its temporary folder."""
    templates, temporary = tmp_path / "templates", tmp_path / "temporary"
    templates.mkdir()
    temporary.mkdir()
    (templates / "house.ttf").write_bytes((FOLDER / "Sans.ttf").read_bytes())
    environment = {**os.environ, "TMPDIR": str(temporary)}
    command = [sys.executable, "-c", SCRIPT + code, str(templates)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == ends, done.stderr
    return done.stdout, list(temporary.iterdir())


def test_not_even_a_killed_process_leaves_the_fonts_that_ship(tmp_path: Path) -> None:
    printed, left = left_by(
        tmp_path, "page(); sys.stdout.flush(); os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL
    )
    assert "Briefgen Serif" in printed
    assert not left


@pytest.mark.parametrize(
    "code",
    [
        HOUSE,
        f"{HOUSE}; sys.exit()",
        f"try:\n    {HOUSE}\n    raise KeyboardInterrupt\nexcept KeyboardInterrupt:\n    pass",
        f"worker = multiprocessing.get_context('fork').Process(target=lambda: {HOUSE})\nworker.start()\nworker.join()",
    ],
    ids=["end", "exit", "interrupt", "worker"],
)
def test_copies_of_other_faces_go_with_the_process(tmp_path: Path, code: str) -> None:
    printed, left = left_by(tmp_path, code)
    assert "House" in printed
    assert not left


SERVED = """
from briefgen.pages.beside import PageServer

css = '@font-face{font-family:"House";src:url(house.ttf)}p{font-family:"House"}'
copy = Copy('<html lang="en"><title>x</title><p>Facts', Metadata("x", "en"))
resources = Resources(roots=(Path(sys.argv[1]),))
server = PageServer(lambda: None)
server.begin(resources, "en", alone=ALONE)
print(server.typesetter()(copy, (css,), PageSpec(), resources, None, None)().fonts)
server.end()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="page processes are forked on Linux only")
@pytest.mark.parametrize("alone", [True, False])
def test_copies_go_with_the_server_that_set_pages(tmp_path: Path, alone: bool) -> None:
    """It is ended by a signal, and so are the processes that it forked."""
    printed, left = left_by(tmp_path, SERVED.replace("ALONE", str(alone)))
    assert "House" in printed
    assert not left
