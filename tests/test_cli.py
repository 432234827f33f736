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


@pytest.mark.parametrize(
    ("files", "arguments", "words"),
    [
        ({}, ("check", "quai"), "did you mean quay?"),
        ({}, ("check", "--format", "xml"), "xml"),
        ({}, ("explain", "quote-not-fond"), "did you mean quote-not-found?"),
        ({}, ("new", "Not Kebab"), "is no id"),
        ({}, ("new", "quay"), "stands already"),
        ({}, ("init", "."), "is a workspace already"),
        ({}, ("frobnicate",), "frobnicate"),
        ({}, ("build", "-f", ""), "there is no format ''"),
        ({}, ("build", "-f", "html,,pdf"), "there is no format ''"),
        ({"briefgen.toml": "[rules\n"}, ("check",), "briefgen.toml is not TOML"),
        (
            {"briefgen.toml": "[rules]\n<<<<<<< HEAD\n=======\n>>>>>>> x\n"},
            ("check",),
            "git could not merge two versions",
        ),
        ({"briefgen.toml": "rulez = 1\n"}, ("check",), "briefgen.toml"),
        ({"briefgen.toml": "[rules]\nuncitd = 'off'\n"}, ("check",), "did you mean uncited?"),
        ({"briefgen.toml": "[rules]\nuncited = 'loud'\n"}, ("check",), "error, warning, info or off"),
        (
            {"briefgen.toml": "rulez = 1\n"},
            ("check",),
            "there is no field `rulez` here; did you mean `rules`?",
        ),
        ({"briefgen.toml": "rules = 1\n"}, ("check",), "`rules` must be a mapping, not `1`"),
        ({"briefgen.toml": "[aliases]\nUS = 'x'\n"}, ("check",), '`US` must be a list, not `x`; write ["x"]'),
        ({"briefgen.toml": "audiences = 'desk, press'\n"}, ("check",), 'write ["desk", "press"]'),
        ({"briefgen.toml": "[rules]\nuncited = off\n"}, ("check",), "a text stands in quotation marks"),
        (
            {"briefgen.toml": "[rules]\nuncited = false\n"},
            ("check",),
            'uncited = false; a severity is error, warning, info or off: write "off"',
        ),
        ({"briefgen.toml": "[rules]\nuncited = 'warn'\n"}, ("check",), 'write "warning"'),
        ({"briefgen.toml": b"# \xe9\n"}, ("check",), "briefgen.toml is not UTF-8"),
        (
            {"briefgen.toml": "[defaults]\nmarkng = 'x'\n"},
            ("check",),
            "no field `markng` here; did you mean `mark",
        ),
        ({"briefgen.toml": "[defaults]\nmarking = 'RED'\n"}, ("check",), "`marking` cannot be `RED`"),
        ({"briefgen.toml": "audiences = ['pres']\n"}, ("check",), "`audiences`: there is no audience 'pres'"),
        ({"briefgen.toml": "audiences = ['pubic']\n"}, ("build",), "did you mean public?"),
    ],
)
def test_usage_faults_end_with_2(
    briefgen: Run,
    make_workspace: MakeWorkspace,
    files: dict[str, str | bytes],
    arguments: tuple[str, ...],
    words: str,
) -> None:
    done = briefgen(*arguments, cwd=make_workspace(files))
    assert done.returncode == 2, done
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_settings_may_begin_with_a_byte_order_mark(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace({"briefgen.toml": "\ufeff[rules]\nsingle-source = 'off'\n"})
    assert briefgen("-C", root, "check").returncode == 0


def test_an_audience_that_the_settings_list_already_can_be_started(
    briefgen: Run, make_workspace: MakeWorkspace
) -> None:
    root = make_workspace({"briefgen.toml": "audiences = ['press']\n"})
    assert briefgen("-C", root, "check").returncode == 2
    assert briefgen("-C", root, "audience", "new", "press").returncode == 0
    assert briefgen("-C", root, "check").returncode == 0


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


def test_new_takes_a_path_too(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    assert "wrote briefs/fuel.yaml" in briefgen("-C", root, "new", "briefs/fuel.yaml").stdout


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


def test_severities_from_the_settings(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    facts = "title: Q\nkey_facts: [{statement: Closed.}]\npositions: []\nopen_questions: []\nregional_context: []\n"
    for severity, code in (("error", 1), ("warning", 0), ("off", 0)):
        root = make_workspace(
            {"briefs/quay.yaml": facts, "briefgen.toml": f"[rules]\nuncited = '{severity}'\n"}
        )
        done = briefgen("-C", root, "check")
        assert done.returncode == code
        assert (f"{severity}[uncited]" in done.stdout) is (severity != "off")


def test_defaults_are_inherited(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    text = "title: Q\nkey_facts: []\npositions: []\nopen_questions: []\n"
    root = make_workspace(
        {
            "briefs/quay.yaml": text,
            "briefgen.toml": "[defaults]\nregional_context = []\nas_of = 2024-09\n".replace(
                "2024-09\n", "'2024-09'\n"
            ),
        }
    )
    assert briefgen("-C", root, "check").returncode == 0


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


def test_new_brief_filled_in_as_its_comments_say(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    briefgen("-C", root, "new", "fuel")
    brief = root / "briefs" / "fuel.yaml"
    filled = brief.read_text(encoding="utf-8").replace("\n#  ", "\n  ")
    for section in ("bottom_line", "key_facts", "positions", "open_questions", "regional_context"):
        filled = filled.replace(f"{section}: []", f"{section}:")
    brief.write_text(filled, encoding="utf-8")
    found = json.loads(briefgen("-C", root, "check", "fuel", "--format", "json").stdout)
    left = [each["message"] for each in found["diagnostics"] if each["severity"] == "error"]
    assert left == ["`source`: `...` is not kebab-case (small letters, digits and single hyphens)"] * 4


def test_new_writes_a_brief_that_is_sound(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    assert briefgen("-C", root, "new", "sahel/fuel-prices").returncode == 0
    text = (root / "briefs/sahel/fuel-prices.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=../../.briefgen/schema/brief.json\n")
    assert (root / ".briefgen/schema/brief.json").exists()
    assert briefgen("-C", root, "check", "sahel/fuel-prices").returncode == 0


def test_init_makes_a_workspace_that_is_sound(briefgen: Run, tmp_path: Path) -> None:
    done = briefgen("init", "desk", cwd=tmp_path)
    assert done.returncode == 0
    assert "cd desk && briefgen build" in done.stdout
    assert briefgen("check", cwd=tmp_path / "desk").stdout.splitlines()[-1].endswith("0 errors, 0 warnings")


def test_init_touches_nothing_that_stands(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/sources.yaml").write_text("sources: []\n")
    assert briefgen("init", cwd=tmp_path).returncode == 0
    assert (tmp_path / "seeds/sources.yaml").read_text() == "sources: []\n"


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


def test_what_stands_in_a_misspelt_table_of_settings_is_not_judged(
    briefgen: Run, make_workspace: MakeWorkspace
) -> None:
    done = briefgen("-C", make_workspace({"briefgen.toml": "[rule]\nuncited = 'off'\n"}), "check")
    assert done.stderr.count("briefgen.toml:") == 1
    assert "did you mean `rules`?" in done.stderr
