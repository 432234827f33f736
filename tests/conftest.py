"""What all tests share: small workspaces, and the installed program run as a user runs it."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

if sys.dont_write_bytecode:
    # Or each of the many processes that are run would compile the program anew, and each build the templates.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

from hypothesis import HealthCheck, settings

settings.register_profile(
    "quick",
    derandomize=True,
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("long", max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("quick")

NOTICE = "The northern quay is closed until further notice. Ferries run as usual.\n"
REGISTER = "sources:\n  - id: port-notice\n    file: notice.txt\n    title: Notice to shipping\n"
BRIEF = """\
title: Northern quay
key_facts:
  - id: closure
    statement: The northern quay is closed.
    citations:
      - {source: port-notice, quote: The northern quay is closed}
positions: []
open_questions: []
regional_context: []
"""

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, with the folders on their way; return the folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


@pytest.fixture
def make_workspace(tmp_path: Path) -> MakeWorkspace:
    """Writes a workspace of one sound brief, with more files or others in their place."""

    def make(files: dict[str, str | bytes] | None = None) -> Path:
        return write_files(
            tmp_path / "ws",
            {
                "briefs/quay.yaml": BRIEF,
                "seeds/sources.yaml": REGISTER,
                "seeds/notice.txt": NOTICE,
                **(files or {}),
            },
        )

    return make


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of three briefs and two audiences, built once: tests change copies of it."""
    from tests.threebriefs import ALL, FILES, build, reasons

    root = write_files(
        tmp_path_factory.mktemp("built") / "ws",
        {"briefs/quay.yaml": BRIEF, "seeds/notice.txt": NOTICE, **FILES},
    )
    outcome = build(root)
    assert set(reasons(outcome)) == ALL, outcome.report.diagnostics
    assert set(reasons(outcome).values()) == {"first build"}
    return root


@pytest.fixture
def briefgen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program inside this process, in a folder of its own; returns code, standard output and error.

    A process of its own takes half a second. `program` starts one, where exit, signals, streams or the start matter.
    """
    from briefgen.cli import main

    def run(
        *arguments: object, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        words = list(map(str, arguments))
        capsys.readouterr()
        kept = gc.get_threshold(), signal.getsignal(signal.SIGINT)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(cwd or tmp_path)
            patch.setattr("sys.argv", ["briefgen", *words])
            for name, value in {"NO_COLOR": "1", **environment}.items():
                patch.setenv(name, value)
            try:
                main()
                code = 0
            except SystemExit as stop:
                code = int(stop.code or 0)
        # What the program leaves as it likes because its process ends.
        gc.unfreeze()
        gc.set_threshold(*kept[0])
        signal.signal(signal.SIGINT, kept[1])
        return subprocess.CompletedProcess(words, code, *capsys.readouterr())

    return run


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """Runs the program as a user does, as a process, in a folder of its own; returns code, standard output and error."""

    def run(
        *arguments: object, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "briefgen", *map(str, arguments)]
        here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "NO_COLOR": "1", **environment}
        return subprocess.run(
            command, cwd=cwd or tmp_path, env=here, capture_output=True, text=True, timeout=120
        )

    return run
