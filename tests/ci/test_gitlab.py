"""The shell parts of the GitLab pipeline that people copy, run on a real repository."""

import json
import tempfile
from pathlib import Path, PurePosixPath

import yaml

from tests.ci.steps import forge, git, reword, shell, slug, worked_on
from tests.ci.written import written


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
