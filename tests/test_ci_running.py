"""The shell parts of the CI files that people copy, run on a real repository as GitHub and GitLab run them."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from tests.conftest import NOTICE
from tests.test_ci_files import PLACES, written

ROOT = Path(__file__).parents[1]
MakeWorkspace = Callable[..., Path]
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


GITHUB = ROOT / "tests/tools/gh.py"


def git(cwd: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True, text=True
    ).stdout


def reword(brief: Path, old: str, new: str) -> None:
    text = brief.read_text()
    assert old in text
    brief.write_text(text.replace(old, new))


@pytest.fixture(params=PLACES, ids=str)
def place(request: pytest.FixtureRequest) -> PurePosixPath:
    return PurePosixPath(request.param)


@pytest.fixture
def origin(make_workspace: MakeWorkspace, tmp_path: Path, place: PurePosixPath, briefgen: Run) -> Path:
    """A repository, some of whose folders are a workspace, with the files of both services."""
    workspace = make_workspace({".gitignore": "/dist/\n/.briefgen/build/\n"})
    top = tmp_path / "repository"
    (top / place).parent.mkdir(parents=True, exist_ok=True)
    workspace.rename(top / place)
    git(top, "init", "--quiet")
    for service in ("github", "gitlab"):
        assert briefgen("init", "--ci", service, cwd=top / place).returncode == 0
    for number in range(3):
        (top / "note.txt").write_text(f"{number}\n")
        git(top, "add", ".")
        git(top, "commit", "--quiet", "-m", f"{number}")
    return top


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of a step: `briefgen` is this checkout, `gh` a stand-in that keeps what it is told."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, called in (("briefgen", "-m briefgen"), ("gh", f"'{GITHUB}'")):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -P {called} "$@"\n')
        (tools / name).chmod(0o755)
    (tmp_path / "temp").mkdir()
    return {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GH_STATE": str(tmp_path / "gh.json"),
        "GH_REPO": "desk/briefs",
        "PAGES": "https://example.org/artifact",
        "PUBLISHED": "https://desk.example.org/briefs/",
    }


def step(path: str, name: str, place: PurePosixPath, top: Path, runner: dict[str, str]) -> Done:
    """Run the step called `name` of the only job of a workflow, as GitHub does."""
    (job,) = yaml.safe_load(written(place)[path])["jobs"].values()
    (found,) = (each for each in job["steps"] if each.get("name") == name)
    return shell(found["run"], top / place, runner)


def shell(script: str, cwd: Path, environment: dict[str, str]) -> Done:
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def slug(place: PurePosixPath) -> str:
    return "briefs" if place == PurePosixPath() else "briefs-desks-news-room"


def test_a_pull_request_is_checked_built_and_compared_from_a_shallow_clone(
    origin: Path, place: PurePosixPath, runner: dict[str, str], tmp_path: Path
) -> None:
    git(origin, "switch", "--quiet", "--create", "reworded")
    reword(origin / place / "briefs/quay.yaml", "quay is closed.", "quay is shut.")
    (origin / place / "briefs/broken.yaml").write_text("title: [\n")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "-m", "Reworded")
    git(origin, "switch", "--quiet", "main")
    (origin / "note.txt").write_text("main went on\n")
    git(origin, "commit", "--quiet", "--all", "-m", "Elsewhere")
    git(origin, "merge", "--quiet", "--no-edit", "reworded")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{origin}", str(clone))
    workflow = f".github/workflows/{slug(place)}.yml"
    said = {
        name: step(workflow, name, place, clone, runner)
        for name in ("Check", "Build", "Differences", "Summary")
    }
    assert [done.returncode for done in said.values()] == [1, 1, 0, 0], said
    slash = "" if place == PurePosixPath() else f"{place}/"
    assert f"::error file={slash}briefs/broken.yaml,line=" in said["Check"].stdout
    assert "quay/default: first build" in said["Build"].stderr
    assert (clone / place / "dist/quay/default.pdf").exists()
    assert (clone / place / "dist/index.html").exists()
    assert json.loads((clone / place / "report.json").read_text())["refused"] == ["broken"]
    comment = (tmp_path / "temp" / slug(place) / "comment.md").read_text()
    assert "<ins>shut</ins>" in comment
    summary = (tmp_path / "summary.md").read_text()
    for part in ("| quay | default | first build |", "https://example.org/artifact", "<ins>shut</ins>"):
        assert part in summary
    (picture,) = re.findall(r'<img src="https://desk\.example\.org/briefs/([^"?]+)\?', summary)
    assert (clone / place / "dist" / picture).read_bytes().startswith(b"\x89PNG")


FORGED = {"dist/quay/default.html": "<p>The quay is open.</p>", ".briefgen/build/quay.json": "{}"}


def forge(workspace: Path) -> None:
    """Commit outputs and records against `.gitignore`, as somebody may who wants them taken for built."""
    for name, text in FORGED.items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text(text)
    git(workspace, "add", "--force", *FORGED)
    git(workspace, "commit", "--quiet", "-m", "Forged")


def test_committed_outputs_and_records_are_not_believed(
    origin: Path, place: PurePosixPath, runner: dict[str, str]
) -> None:
    forge(origin / place)
    clear = step(f".github/workflows/{slug(place)}.yml", "Clear", place, origin, runner)
    assert clear.returncode == 0, clear.stderr
    assert not [name for name in FORGED if (origin / place / name).exists()]
    git(origin, "checkout", "--quiet", "--", ".")
    (clear_action,) = (
        each
        for each in yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
        if each.get("name") == "Clear"
    )
    assert shell(clear_action["run"], origin, {**runner, "WORKSPACE": str(place)}).returncode == 0
    assert not [name for name in FORGED if (origin / place / name).exists()]


def test_committed_outputs_and_records_are_not_believed_on_gitlab(
    origin: Path, place: PurePosixPath, runner: dict[str, str]
) -> None:
    forge(origin / place)
    (origin / place / "dist/quay/cached.html").write_text("from the cache")
    lines = yaml.safe_load(written(place)[".gitlab-ci.yml"])[".briefgen"]["before_script"]
    (clear,) = (line for line in lines if "ls-files" in line)
    assert shell(clear, origin / place, runner).returncode == 0
    assert [path.name for path in (origin / place / "dist/quay").iterdir()] == ["cached.html"]
    assert (origin / place / ".briefgen/build/quay.json").exists() is False


def test_one_comment_a_pull_request_whoever_wrote_the_text(
    place: PurePosixPath, runner: dict[str, str], tmp_path: Path
) -> None:
    workflow = f".github/workflows/{slug(place)}-comment.yml"
    runner |= {"OWNER": "stranger", "BRANCH": "fix & more", "SHA": "a" * 40}
    (tmp_path / "top" / place).mkdir(parents=True)

    def comment(text: str) -> dict[str, Any]:
        (tmp_path / "top" / place / "comment.md").write_bytes(text.encode()[:59_999] + b"\xc3")
        done = step(workflow, "Comment", place, tmp_path / "top", runner)
        assert done.returncode == 0, done.stderr
        return dict(json.loads((tmp_path / "gh.json").read_text()))

    pulls = [
        {"number": 3, "head": {"label": "stranger:fix & more", "sha": "b" * 40}},
        {"number": 7, "head": {"label": "stranger:fix & more", "sha": "a" * 40}},
    ]
    others = [{"id": 1, "issue": "7", "user": {"login": "somebody"}, "body": "<!-- briefs: what changed -->"}]
    (tmp_path / "gh.json").write_text(json.dumps({"pulls": pulls, "comments": others}))
    comment("first $(touch oops) `touch oops`")
    comments = comment("second")["comments"]
    (body,) = [each["body"] for each in comments[1:]]
    assert body.splitlines()[1:] == [
        "*What this pull request changes, as its own run tells it:*",
        "",
        "second�",
    ]
    assert [each["issue"] for each in comments] == ["7", "7"]
    runner["SHA"] = "c" * 40
    assert len(comment("a run that was overtaken")["comments"]) == 2
    assert not list(tmp_path.rglob("oops"))


def test_moved_sources_open_one_pull_request(
    origin: Path, place: PurePosixPath, runner: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "gh.json").write_text(json.dumps({"pulls": [], "comments": []}))
    workflow = f".github/workflows/{slug(place)}-sources.yml"
    runner["BRANCH"] = f"briefgen/{slug(place)}-sources"
    for number, moved in enumerate(("", "It opens in May.", "It opens in June.")):
        clone = tmp_path / f"clone{number}"
        git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{origin}", str(clone))
        refreshed = step(workflow, "Refresh", place, clone, runner)
        assert refreshed.returncode == 0, refreshed.stderr
        notice = clone / place / "seeds/notice.txt"
        notice.write_text(notice.read_text() + moved)
        # What a server says of an unchanged version.
        (clone / place / "seeds/sources.fetched.json").write_text(f"{number}")
        done = step(workflow, "Pull request", place, clone, runner)
        assert done.returncode == 0, done.stderr
        assert ("No source has moved." in done.stdout) == (not moved)
    (opened,) = json.loads((tmp_path / "gh.json").read_text())["pulls"]
    assert "port-notice" in opened["body"]
    assert opened["head"]["label"].endswith(runner["BRANCH"])
    assert "June" in git(
        origin, "show", f"{runner['BRANCH']}:{place / 'seeds/notice.txt'}".replace(":./", ":")
    )


def test_the_pipeline_of_gitlab_checks_builds_and_compares(
    origin: Path, place: PurePosixPath, runner: dict[str, str], tmp_path: Path
) -> None:
    base = git(origin, "rev-parse", "HEAD").strip()
    git(origin, "switch", "--quiet", "--create", "reworded")
    reword(origin / place / "briefs/quay.yaml", "quay is closed.", "quay is shut for 2 days.")
    git(origin, "commit", "--quiet", "--all", "-m", "Reworded")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=reworded", f"file://{origin}", str(clone))
    pipeline = yaml.safe_load(written(place)[".gitlab-ci.yml"])
    runner |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    done = shell("\n".join(pipeline["briefs"]["script"]), clone / place, runner)
    assert done.returncode == 1, done.stderr
    quality = json.loads((clone / place / "quality.json").read_text())
    assert {each["location"]["path"] for each in quality} == {str(place / "briefs/quay.yaml")}
    assert "number-unsupported" in {each["check_name"] for each in quality}
    assert "shut for 2 days" in (clone / place / "changes.md").read_text()
    assert json.loads((clone / place / "report.json").read_text())["refused"] == ["quay"]


def worked_on(origin: Path, branch: str, tmp_path: Path) -> str:
    """Somebody adds a commit to the branch with the sources that moved."""
    git(tmp_path, "clone", "--quiet", f"--branch={branch}", f"file://{origin}", str(tmp_path / "desk"))
    git(tmp_path / "desk", "commit", "--quiet", "--allow-empty", "-m", "The brief follows")
    git(tmp_path / "desk", "push", "--quiet", "origin", f"HEAD:{branch}")
    return git(origin, "rev-parse", branch)


def test_work_on_the_branch_of_moved_sources_is_kept(
    origin: Path, place: PurePosixPath, runner: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "gh.json").write_text(json.dumps({"pulls": [], "comments": []}))
    workflow = f".github/workflows/{slug(place)}-sources.yml"
    runner["BRANCH"] = branch = f"briefgen/{slug(place)}-sources"

    def moved(text: str) -> Done:
        clone = tmp_path / text
        git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{origin}", str(clone))
        step(workflow, "Refresh", place, clone, runner)
        (clone / place / "seeds/notice.txt").write_text(f"{NOTICE}{text}\n")
        return step(workflow, "Pull request", place, clone, runner)

    assert moved("May").returncode == 0
    tip = worked_on(origin, branch, tmp_path)
    again = moved("June")
    assert (again.returncode, again.stdout.startswith("::warning::Somebody has worked on")) == (0, True), (
        again
    )
    assert git(origin, "rev-parse", branch) == tip


def test_moved_sources_become_one_merge_request(
    origin: Path, place: PurePosixPath, runner: dict[str, str], tmp_path: Path
) -> None:
    git(origin, "config", "receive.advertisePushOptions", "true")
    script = "\n".join(yaml.safe_load(written(place)[".gitlab-ci.yml"])["sources"]["script"])
    branch = f"briefgen/{slug(place)}-sources"
    runner |= {
        "CI_SERVER_HOST": "gitlab.example",
        "CI_REPOSITORY_URL": "https://gitlab-ci-token:t@gitlab.example/desk/briefs.git",
        "CI_DEFAULT_BRANCH": "main",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.file://{origin}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://gitlab.example/desk/briefs.git",
    }

    def moved(text: str, token: str = "secret") -> str:
        clone = Path(tempfile.mkdtemp(dir=tmp_path)) / "clone"
        git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{origin}", str(clone))
        # After the refresh, which writes refresh.txt: nothing here was fetched from the web.
        append = f"printf '%s' '{text}' >> seeds/notice.txt; echo 1 > seeds/sources.fetched.json"
        fetched = script.replace("cat refresh.txt", append)
        done = shell(fetched, clone / place, {**runner, "BRIEFGEN_TOKEN": token})
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "No source has moved." in moved("")
    assert "kept as an artifact" in moved("May", token="")
    moved("June")
    moved("July")
    notice = f"{place / 'seeds/notice.txt'}".removeprefix("./")
    assert git(origin, "show", f"{branch}:{notice}").endswith("July")
    tip = worked_on(origin, branch, tmp_path)
    assert "Somebody has worked on" in moved("August")
    assert git(origin, "rev-parse", branch) == tip
