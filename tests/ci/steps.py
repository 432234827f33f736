"""The steps of the CI files, run as the services do."""

import subprocess
from pathlib import Path, PurePosixPath

import yaml

from tests.ci.written import written

Done = subprocess.CompletedProcess[str]

ROOT = Path(__file__).parents[2]


def git(cwd: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True, text=True
    ).stdout


def reword(brief: Path, old: str, new: str) -> None:
    text = brief.read_text()
    assert old in text
    brief.write_text(text.replace(old, new))


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


FORGED = {"dist/quay/default.html": "<p>The quay is open.</p>", ".briefgen/build/quay.json": "{}"}


def forge(workspace: Path) -> None:
    """Commit outputs and records against `.gitignore`, as somebody may who wants them taken for built."""
    for name, text in FORGED.items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text(text)
    git(workspace, "add", "--force", *FORGED)
    git(workspace, "commit", "--quiet", "-m", "Forged")


def worked_on(origin: Path, branch: str, tmp_path: Path) -> str:
    """Somebody adds a commit to the branch with the sources that moved."""
    git(tmp_path, "clone", "--quiet", f"--branch={branch}", f"file://{origin}", str(tmp_path / "desk"))
    git(tmp_path / "desk", "commit", "--quiet", "--allow-empty", "-m", "The brief follows")
    git(tmp_path / "desk", "push", "--quiet", "origin", f"HEAD:{branch}")
    return git(origin, "rev-parse", branch)
