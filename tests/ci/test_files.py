"""The CI files that people copy: valid by the official schemas, pinned, and written where they belong."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from briefgen.errors import UsageFault
from briefgen.origin import requirement
from briefgen.starting import UNKNOWN, ci_files, installed_from
from tests.ci.written import PLACES, written

ROOT = Path(__file__).parents[2]
MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
SCHEMAS = {".github/workflows": "github-workflows", ".gitlab-ci.yml": "gitlab-ci"}


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_what_is_written_is_valid_by_the_official_schemas(place: PurePosixPath, tmp_path: Path) -> None:
    for name, text in written(place).items():
        assert not re.search(r"@[a-z]+@", text), name
        (schema,) = (schema for start, schema in SCHEMAS.items() if name.startswith(start))
        (tmp_path / "ci.yml").write_text(text)
        validate(schema, tmp_path / "ci.yml")


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        *(("github-workflows", path) for path in sorted((ROOT / ".github/workflows").glob("*.yml"))),
        ("github-actions", ROOT / "action.yml"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_our_own_are_valid_by_the_official_schemas(schema: str, path: Path) -> None:
    validate(schema, path)


def validate(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "text", [*written(PLACES[0]).values(), (ROOT / "action.yml").read_text()], ids=lambda text: text[:40]
)
def test_actions_are_pinned_and_no_token_may_more_than_it_must(text: str) -> None:
    data = yaml.safe_load(text)
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used)
    if "runs-on" in text:
        assert set(data["permissions"]) <= {"actions", "contents", "pull-requests"}


def test_hooks_are_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("place", ["", "desks/news room/"])
def test_hooks_run_for_what_they_look_at_wherever_the_workspace_lies(place: str) -> None:
    check, lock = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    touched = ("briefs/a/b.yaml", "briefs/a.lock", "seeds/x/sources.yaml")
    for hook, names in ((check, (*touched, "templates/press/brief.css", "briefgen.toml")), (lock, touched)):
        assert [name for name in names if not re.search(hook["files"], place + name)] == []
        assert not re.search(hook["files"], f"{place}my-briefs/a.yaml")


@pytest.mark.parametrize(
    "text", [*written(PLACES[1]).values(), (ROOT / "action.yml").read_text()], ids=lambda text: text[:40]
)
def test_shell_parts_are_sound_and_have_nothing_pasted_in(text: str) -> None:
    for script in _scripts(yaml.safe_load(text)):
        subprocess.run(["bash", "-n", "-c", script], check=True)
        assert "${{" not in script


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
    pinned = (root / f".{service}/briefgen-requirements.txt").read_text()
    assert pinned.splitlines()[1:] == [requirement() or UNKNOWN]
    assert ("say in" in done.stdout) == (requirement() is None)
    assert (root / f".{service}/briefgen-requirements.lock").read_bytes() == (
        ROOT / "requirements.lock"
    ).read_bytes()
    assert sorted(ci_files(service)) == sorted(
        str(each.relative_to(root))
        for each in root.rglob("*")
        if each.is_file() and f".{service}" in str(each.relative_to(root))
    )


def test_ci_gets_the_copy_that_wrote_its_files_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare name would install whatever anybody has put under it in an index."""
    for line in ("briefgen @ git+https://example.org/desk/briefgen@" + "c" * 40, None):
        monkeypatch.setattr("briefgen.origin.requirement", lambda line=line: line)
        pinned = ci_files("github")[".github/briefgen-requirements.txt"]
        assert installed_from(pinned) == line
        assert "briefgen==" not in pinned.decode()


@pytest.mark.parametrize("name", ['a"b', "a!b", "a$b", "a*b", "a`b", "a@b", "a+b"])
def test_a_folder_that_a_workflow_would_take_for_something_else_is_refused(name: str) -> None:
    with pytest.raises(UsageFault, match="cannot name the folder"):
        ci_files("github", PurePosixPath(name))
