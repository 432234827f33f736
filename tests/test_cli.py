"""The command line as a user meets it: exit codes, streams, messages, never a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeWorkspace = Callable[..., Path]
FAULTY = {"briefs/quay.yaml": "title: Quay\nkey_facts: [{statment: x}]\npositions: []\nopen_questions: []\n"}


@pytest.mark.parametrize(
    "arguments", [("--help",), ("build", "--help"), ("check", "--help"), ("explain",), ("schema",)]
)
def test_help_and_reference_need_no_workspace(program: Run, arguments: tuple[str, ...]) -> None:
    done = program(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_check_of_a_sound_workspace(program: Run, make_workspace: MakeWorkspace) -> None:
    done = program("-C", make_workspace(), "check")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "1 brief, 1 item, 1 quote: 0 errors, 0 warnings"


def test_workspace_is_the_nearest_above(program: Run, make_workspace: MakeWorkspace) -> None:
    done = program("check", cwd=make_workspace() / "seeds")
    assert done.returncode == 0


def test_faults_end_with_1_and_are_drawn(program: Run, make_workspace: MakeWorkspace) -> None:
    done = program("-C", make_workspace(FAULTY), "check")
    assert done.returncode == 1
    assert "briefs/quay.yaml:2:14: error[unknown-field]: there is no field `statment` here" in done.stdout
    assert "2 | key_facts: [{statment: x}]\n  |              ^^^^^^^^" in done.stdout
    assert "did you mean `statement`?" in done.stdout
    assert done.stderr == ""


def test_json_is_one_document_and_nothing_else(program: Run, make_workspace: MakeWorkspace) -> None:
    done = program("-C", make_workspace(FAULTY), "check", "--format", "json")
    report = json.loads(done.stdout)
    assert done.stderr == ""
    assert report["version"] == 1
    assert (
        report["summary"]["errors"]
        == len([d for d in report["diagnostics"] if d["severity"] == "error"])
        == 3
    )
    first = next(d for d in report["diagnostics"] if d["rule"] == "unknown-field")
    assert {
        key: first[key] for key in ("path", "line", "column", "end_line", "end_column", "brief", "item")
    } == {
        "path": "briefs/quay.yaml",
        "line": 2,
        "column": 14,
        "end_line": 2,
        "end_column": 22,
        "brief": "quay",
        "item": "key_facts[0]",
    }


def test_no_workspace(program: Run, tmp_path: Path) -> None:
    done = program("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "no workspace here" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_brief(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    (root / "briefs/quay.yaml").chmod(0)
    done = briefgen("-C", root, "check")
    assert done.returncode == 2
    assert "cannot be read" in done.stderr


def test_a_link_that_leads_nowhere_is_a_fault_of_that_brief(
    briefgen: Run, make_workspace: MakeWorkspace
) -> None:
    root = make_workspace()
    (root / "briefs/x.yaml").symlink_to(root / "gone.yaml")
    done = briefgen("-C", root, "check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    report = json.loads(done.stdout)
    assert (report["summary"]["briefs"], report["summary"]["items"]) == (2, 1)
    (fault,) = (each for each in report["diagnostics"] if each["severity"] == "error")
    assert (fault["rule"], fault["path"], fault["line"], fault["column"]) == (
        "yaml-syntax",
        "briefs/x.yaml",
        1,
        1,
    )
    assert "briefs/x.yaml leads nowhere" in fault["message"]
    built = briefgen("-C", root, "build", "-f", "json")
    assert built.returncode == 1
    assert "briefs/x.yaml leads nowhere" in built.stderr
    assert (root / "dist/quay/default.json").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links of POSIX")
@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_brief_that_is_no_file_of_the_workspace(
    briefgen: Run, make_workspace: MakeWorkspace, tmp_path: Path, kind: str
) -> None:
    root, secret = make_workspace(), tmp_path / "secret"
    secret.write_text("the password\n")
    brief = root / "briefs/x.yaml"
    if kind == "pipe":
        os.mkfifo(brief)
    else:
        brief.symlink_to(secret)
    words = {"pipe": "is no regular file", "link": "leads out of the workspace"}[kind]
    for command in (("check",), ("build", "-f", "json")):
        done = briefgen("-C", root, *command)
        assert done.returncode == 1
        assert f"briefs/x.yaml {'is a link that ' * (kind == 'link')}{words}" in done.stdout + done.stderr
        assert "password" not in done.stdout + done.stderr
    assert (root / "dist/quay/default.json").exists()


def test_what_looks_like_a_brief_or_a_register_is_noted(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace(
        {"briefs/sub/x.yml": "title: X\n", "briefs/.y.yml": "", "seeds/more/sources.yml": ""}
    )
    (root / "briefs/folder.yaml").mkdir()
    (root / "seeds/other/sources.yaml").mkdir(parents=True)
    done = briefgen("-C", root, "check", "--format", "json")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "briefs/sub/x.yml is not read: briefs end in .yaml",
        "seeds/more/sources.yml is not read: a register is called sources.yaml",
        "briefs/folder.yaml is not read: it is a folder",
        "seeds/other/sources.yaml is not read: it is a folder",
    ]
    assert briefgen("-C", root, "check", "quay").stderr == ""


def test_a_folder_where_an_output_should_be(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    (root / "dist/quay/default.html").mkdir(parents=True)
    done = briefgen("-C", root, "build", "-f", "html,json")
    assert done.returncode == 2
    assert "dist/quay/default.html cannot be written: Is a directory" in done.stderr
    assert [path.name for path in (root / "dist/quay").iterdir()] == ["default.html"]


def test_a_list_in_place_of_text_is_drawn_at_the_list(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    brief = "title: [a]\nkey_facts: []\npositions: []\nopen_questions: []\nregional_context: []\n"
    done = briefgen("-C", make_workspace({"briefs/quay.yaml": brief}), "check")
    assert "briefs/quay.yaml:1:8: error[wrong-type]" in done.stdout
    assert "1 | title: [a]\n  |        ^^^\n" in done.stdout


def test_a_fault_of_a_whole_folded_text_is_drawn_under_its_words(
    briefgen: Run, make_workspace: MakeWorkspace
) -> None:
    brief = (
        "title: Quay\nkey_facts:\n  - id: a\n    statement: The northern quay is closed.\n    citations:\n"
        "      - source: port-notice\n        quote: >-\n          the southern quay is shut\n"
        "          for all ships there are\n"
        "positions: []\nopen_questions: []\nregional_context: []\n"
    )
    done = briefgen("-C", make_workspace({"briefs/quay.yaml": brief}), "check")
    assert "briefs/quay.yaml:8:11: error[quote-not-found]" in done.stdout
    assert "8 |           the southern quay is shut\n  |           ^^^^^^^^^^^^^^^^^^^^^^^^^\n" in done.stdout


def test_waivers_count_and_useless_ones_are_named(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    text = """\
title: Quay
key_facts:
  - statement: The quay is closed.
    allow: [{rule: uncited, reason: Seen from the office window.}]
  - statement: The northern quay is closed.
    citations: [{source: port-notice, quote: The northern quay is closed}]
    allow: [{rule: uncited, reason: Not needed.}]
positions: []
open_questions: []
regional_context: []
"""
    done = briefgen("-C", make_workspace({"briefs/quay.yaml": text}), "check")
    assert done.returncode == 0
    assert "warning[unused-waiver]" in done.stdout
    assert "1 waived" in done.stdout.splitlines()[-1]


def test_output_to_a_closed_pipe_is_quiet(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FAULTY)
    done = subprocess.run(
        f"'{sys.executable}' -m briefgen -C '{root}' explain | head -1",
        shell=True,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert done.stderr == ""


def test_a_big_hostile_brief_is_refused_quickly(program: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace({"briefs/big.yaml": b"- " + b"x" * 50_000_000, "briefs/deep.yaml": "[" * 30_000})
    done = program("-C", root, "check")
    assert done.returncode == 1
    assert done.stdout.count("error[yaml-syntax]") == 2
    assert "Traceback" not in done.stderr
    assert max(map(len, done.stdout.splitlines())) < 400


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("briefgen che", ["check"]),
        ("briefgen check qu", ["quay"]),
        ("briefgen -C {root} lock q", ["quay"]),
        ("briefgen build -a exec", ["executive"]),
        ("briefgen explain quote-a", ["quote-altered", "quote-ambiguous"]),
        ("briefgen -C nowhere check q", []),
    ],
)
def test_the_shell_completes(
    briefgen: Run, make_workspace: MakeWorkspace, words: str, offered: list[str]
) -> None:
    root = make_workspace()
    typed = words.format(root=root)
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" ")), "_BRIEFGEN_COMPLETE": "complete_bash"}
    done = briefgen(cwd=root if "{root}" not in words else None, **asked)
    assert done.stdout.split() == offered
    assert "Traceback" not in done.stderr
