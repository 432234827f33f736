"""`briefgen build`, as it is used: exit codes, what it says, and its report."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.threebriefs import FILES, edit

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_faulty_audience_files_are_faults_of_the_content(
    briefgen: Run, make_workspace: MakeWorkspace
) -> None:
    root = make_workspace({"templates/desk/audience.yaml": "labl: Desk\nextends: press\n"})
    done = briefgen("-C", root, "build", "-f", "html")
    assert done.returncode == 1
    for words in ("templates/desk/audience.yaml:1:1: error[unknown-field]", "error[unknown-reference]"):
        assert words in done.stderr
    assert not list((root / "dist").rglob("*.html"))
    assert "no brief checked: 2 errors" in done.stderr


def test_the_summary_counts_what_was_checked(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    locked = briefgen("-C", root, "build", "-f", "html", "--locked").stderr
    assert "3 briefs, 3 items, 3 quotes: 3 errors" in locked
    briefgen("-C", root, "build", "-f", "html")
    edit(root / "briefs/port.yaml", "quote: Ferries", "quote: No ferries")
    assert "1 brief, 1 item, 1 quote: 2 errors" in briefgen("-C", root, "build", "-f", "html").stderr


def test_build_through_the_command_line(program: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    done = program("-C", root, "build", "--explain", "--report", root / "report.json")
    assert done.returncode == 0, done
    assert "quay/default: first build\n" in done.stderr
    assert (root / "dist/quay/default.pdf").read_bytes().startswith(b"%PDF-")
    report = json.loads((root / "report.json").read_text())
    assert [each["audience"] for each in report["built"]] == ["default"]
    again = program("-C", root, "build", "--explain")
    assert again.stderr == "up to date\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-a", "minsters"), "no audience"),
        (("-f", "pfd"), "did you mean pdf?"),
        (("nobrief",), "no brief"),
        (("-o", "file"), "is a file"),
    ],
)
def test_build_usage(
    briefgen: Run, make_workspace: MakeWorkspace, arguments: tuple[str, ...], words: str
) -> None:
    root = make_workspace({"file": ""})
    done = briefgen("build", *arguments, cwd=root)
    assert (done.returncode, words in done.stderr) == (2, True), done
