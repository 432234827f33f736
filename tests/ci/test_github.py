"""The shell parts of the GitHub workflows that people copy, run on a real repository."""

import json
import re
import subprocess
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from tests.ci.steps import FORGED, ROOT, forge, git, reword, shell, slug, step, worked_on
from tests.conftest import NOTICE

Done = subprocess.CompletedProcess[str]


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
