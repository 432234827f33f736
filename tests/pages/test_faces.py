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
