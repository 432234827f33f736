"""What `briefgen.toml` says, and commands that cannot run as they are given."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeWorkspace = Callable[..., Path]


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


def test_what_stands_in_a_misspelt_table_of_settings_is_not_judged(
    briefgen: Run, make_workspace: MakeWorkspace
) -> None:
    done = briefgen("-C", make_workspace({"briefgen.toml": "[rule]\nuncited = 'off'\n"}), "check")
    assert done.stderr.count("briefgen.toml:") == 1
    assert "did you mean `rules`?" in done.stderr
