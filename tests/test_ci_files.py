"""The CI files that people copy: valid by the official schemas, and their shell parts run on a real repository."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen import __version__
from briefgen.starting import ci_files

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "briefgen/starter/ci"
MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        *(("github-workflows", path) for path in sorted((STARTER / "github").glob("*.yml"))),
        *(("github-workflows", path) for path in sorted((ROOT / ".github/workflows").glob("*.yml"))),
        ("github-actions", ROOT / "action.yml"),
        ("gitlab-ci", STARTER / "gitlab/gitlab-ci.yml"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_valid_by_the_official_schema(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hooks_are_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [*STARTER.rglob("*.yml"), ROOT / "action.yml"], ids=lambda path: path.name)
def test_shell_parts_are_sound_and_take_no_untrusted_text(path: Path) -> None:
    for script in _scripts(yaml.safe_load(path.read_text())):
        subprocess.run(["bash", "-n", "-c", script], check=True)
        assert "${{ github.event.pull_request.title" not in script
        assert "${{ github.head_ref" not in script


def _scripts(data: Any) -> list[str]:
    if isinstance(data, dict):
        own = [data["run"]] if isinstance(data.get("run"), str) else []
        own += ["\n".join(map(str, data["script"]))] if isinstance(data.get("script"), list) else []
        return own + [script for value in data.values() for script in _scripts(value)]
    return [script for value in data for script in _scripts(value)] if isinstance(data, list) else []


@pytest.mark.parametrize(
    ("service", "path"), [("github", ".github/workflows/briefs.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_init_writes_them_and_keeps_what_stands(
    briefgen: Run, make_workspace: MakeWorkspace, service: str, path: str
) -> None:
    root = make_workspace({path: "# mine\n"})
    done = briefgen("init", "--ci", service, cwd=root)
    assert done.returncode == 0, done
    assert (root / path).read_text() == "# mine\n"
    assert f"kept {path}" in done.stdout
    assert (root / f".{service}/briefgen-requirements.txt").read_text() == f"briefgen=={__version__}\n"
    assert sorted(ci_files(service)) == sorted(
        str(each.relative_to(root))
        for each in root.rglob("*")
        if each.is_file() and f".{service}" in str(each.relative_to(root))
    )


@pytest.fixture
def repository(make_workspace: MakeWorkspace, tmp_path: Path) -> Path:
    """A shallow clone of a repository with two branches: `main`, and one that rewords a fact."""
    root = make_workspace({".gitignore": "/dist/\n/.briefgen/build/\n"})

    def git(*arguments: str, cwd: Path = root) -> str:
        identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True, text=True
        ).stdout

    git("init", "--quiet")
    for number in range(3):
        (root / "note.txt").write_text(f"{number}\n")
        git("add", ".")
        git("commit", "--quiet", "-m", f"{number}")
    git("switch", "--quiet", "--create", "reworded")
    brief = root / "briefs/quay.yaml"
    brief.write_text(
        brief.read_text().replace(
            "statement: The northern quay is closed.", "statement: The northern quay is shut."
        )
    )
    git("commit", "--quiet", "--all", "-m", "Reworded")
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth=1", "--branch", "reworded", f"file://{root}", str(clone), cwd=tmp_path)
    (clone / "base").write_text(git("rev-parse", "main"))
    return clone


def test_the_workflow_runs_from_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    workflow = yaml.safe_load((STARTER / "github/briefs.yml").read_text())
    steps = {step["name"]: step for step in workflow["jobs"]["briefs"]["steps"] if "name" in step}
    tools = tmp_path / "bin"
    tools.mkdir()
    program = tools / "briefgen"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    summary = tmp_path / "summary.md"
    here = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(summary),
        "BASE": (repository / "base").read_text().strip(),
    }
    said = {}
    for name in ("Check", "Build", "Summary", "Differences"):
        script = steps[name]["run"].replace("${{ github.event.number }}", "7")
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=repository,
            env=here,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, (name, done.stdout, done.stderr)
        said[name] = done
    assert "quay/default: first build" in said["Build"].stderr
    assert (repository / "dist/quay/default.pdf").exists()
    assert json.loads((repository / "report.json").read_text())["refused"] == []
    assert (repository / "pull-request/number").read_text() == "7\n"
    comment = (repository / "pull-request/comment.md").read_text()
    assert "closure" in comment
    assert "shut" in comment
    assert "| quay | default | first build |" in summary.read_text()
