"""What is loaded and begun before a command runs: as little as the command asks for."""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from briefgen import cli
from tests.conftest import Run

LOADED = """
import sys
from briefgen.cli import main
sys.argv = ["briefgen", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


def test_help_loads_nothing_of_what_commands_do() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "--help"], capture_output=True, text=True, check=True
    )
    ours = {name for name in done.stderr.split() if name.startswith("briefgen")}
    assert {name for name in ours if not name.startswith("briefgen.cli")} == {"briefgen", "briefgen.errors"}
    assert {"pydantic", "yaml", "weasyprint", "hashlib"}.isdisjoint(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "builds"),
    [("build", True), ("-C there build quay", True), ("check build", False), ("-C build check", False)],
)
def test_a_build_is_known_by_its_place(arguments: str, builds: bool) -> None:
    assert cli._builds(arguments.split()) == builds


@pytest.mark.parametrize(
    ("arguments", "ahead"),
    [
        ("build", True),
        ("build us-forces -h-two", False),
        ("build us-forces joint-handover", True),
        ("build -j 2", True),
        ("build -j 1", False),
        ("build -j1", False),
        ("build --jobs=1", False),
        ("build -f html,json", False),
        ("build --format=html,pdf", True),
        ("build -fhtml", False),
        ("build --fit report", False),
        ("build --scheduler tcp://here", False),
        ("build --help", False),
        ("build -j", True),
    ],
)
def test_pages_are_begun_where_one_will_probably_be_set(arguments: str, ahead: bool) -> None:
    assert isinstance(cli._pages_ahead(arguments.split()), nullcontext) != ahead


INTERRUPTED = """
import sys
from briefgen import cli
from tests.conftest import Run

def run():
    try:
        exec("raise KeyboardInterrupt")
    except KeyboardInterrupt:
        sys.exit(130)

cli._run = run
sys.argv = ["briefgen", "check"]
cli.main()
"""


def test_an_answered_interruption_ends_with_its_exit_code(tmp_path: Path) -> None:
    """Python remembers an interruption that came while text was run, as dataclasses do when they are made."""
    (tmp_path / "interrupted.py").write_text(INTERRUPTED)
    environment = {**os.environ, "PYTHONPATH": f"{Path.cwd()}{os.pathsep}{tmp_path}"}
    command = [sys.executable, "-m", "interrupted"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 130


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("check", "--format", "xml"),
            "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'github', 'gitlab', 'sarif'.",
        ),
        (("build", "-j", "many"), "Invalid value for '--jobs' / '-j': a whole number is wanted"),
        (
            ("source", "list", "--format", "xml"),
            "Invalid value for '--format': 'xml' is not one of 'text', 'json'.",
        ),
    ],
)
def test_wrong_values_are_told_in_plain_words(briefgen: Run, arguments: tuple[str, ...], told: str) -> None:
    done = briefgen(*arguments)
    assert done.returncode == 2
    assert f"Error: {told}" in done.stderr
