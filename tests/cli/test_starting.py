"""`briefgen new` and `briefgen init`: what they write is sound, and nothing that stands is touched."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
MakeWorkspace = Callable[..., Path]


def test_new_takes_a_path_too(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    assert "wrote briefs/fuel.yaml" in briefgen("-C", root, "new", "briefs/fuel.yaml").stdout


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
