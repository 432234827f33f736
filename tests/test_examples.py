"""Every example workspace below `tests/examples`: valid ones are clean, an invalid one breaks the rule it is named after.

A new folder is picked up by itself. `expected.txt` beside an example lists `rule path:line:column`, one a line.
"""

import shutil
from pathlib import Path

import pytest

from briefgen.building.options import Options
from briefgen.catalogue import rule, rules
from briefgen.checking.running import check_workspace
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace

EXAMPLES = Path(__file__).parent / "examples"
VALID = sorted(path for path in (EXAMPLES / "valid").iterdir() if path.is_dir())
INVALID = sorted(path for path in (EXAMPLES / "invalid").iterdir() if path.is_dir())


def diagnose(folder: Path) -> tuple[Diagnostic, ...]:
    workspace = open_workspace(folder)
    return check_workspace(workspace, workspace.brief_ids(), remember=False).report.diagnostics


@pytest.mark.parametrize("folder", VALID, ids=lambda path: path.name)
def test_valid_examples_are_clean(folder: Path) -> None:
    assert [each for each in diagnose(folder) if each.severity is not Severity.INFO] == []


def made(folder: Path, out: Path) -> tuple[Diagnostic, ...]:
    """What a build tells of an example."""
    options = Options(briefs=(), audiences=(), formats=("html", "pdf"), out=out, jobs=1)
    return build_workspace(open_workspace(folder), options).report.diagnostics


@pytest.mark.parametrize("folder", INVALID, ids=lambda path: path.name)
def test_invalid_examples_break_the_rule_they_are_named_after(folder: Path, tmp_path: Path) -> None:
    found = diagnose(folder)
    if rule(folder.name).family in ("page", "readers") and not any(
        each.rule == folder.name for each in found
    ):  # it shows when pages are made
        found = made(Path(shutil.copytree(folder, tmp_path / folder.name)), tmp_path / "out")
    assert folder.name in {each.rule for each in found}
    assert {each.rule for each in found if each.severity is not Severity.INFO} <= {folder.name}


@pytest.mark.parametrize(
    "folder", [path for path in INVALID if (path / "expected.txt").exists()], ids=lambda path: path.name
)
def test_invalid_examples_are_marked_at_the_place(folder: Path) -> None:
    found = {f"{each.rule} {each.path}:{each.span.line}:{each.span.column}" for each in diagnose(folder)}
    assert set((folder / "expected.txt").read_text().split("\n")) - {""} <= found


def test_every_rule_has_an_example() -> None:
    lacking = {each.name for each in rules()} - {path.name for path in INVALID}
    assert lacking == set()


def test_the_iraq_brief_is_clean() -> None:
    found = diagnose(Path(__file__).parents[1])
    assert [each for each in found if each.severity in (Severity.ERROR, Severity.WARNING)] == []
