"""`changes_since`: what it means, what it cannot mean, and that builds notice when it means something else."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[..., Path]
Commit = Callable[[Path], None]
Git = Callable[..., str]
Run = Callable[..., subprocess.CompletedProcess[str]]

BRIEF = """\
changes_since: {since}
title: Northern quay
key_facts:
  - id: closure
    statement: {statement}
    citations:
      - {{source: port-notice, quote: The northern quay is closed}}
positions: []
open_questions: []
regional_context: []
"""


def write(root: Path, since: str, statement: str = "The northern quay is closed.") -> None:
    (root / "briefs/quay.yaml").write_text(BRIEF.format(since=since, statement=statement))


def build(run: Run, root: Path) -> str:
    done = run("-C", root, "build", "-f", "json", "--explain")
    assert done.returncode == 0, done.stderr
    return done.stderr


def changes(root: Path, audience: str = "default") -> object:
    return json.loads((root / f"dist/quay/{audience}.json").read_text())["changes"]


def test_a_revision_and_that_it_may_come_to_mean_another(
    make_workspace: Make, commit: Commit, git: Git, briefgen: Run
) -> None:
    root = make_workspace()
    write(root, "last")
    commit(root)
    git(root, "tag", "last")
    write(root, "last", "Closed is the northern quay.")
    build(briefgen, root)
    assert changes(root) == {"since": "2026-11-01", "new": 0, "changed": 1, "removed": 0}
    assert "up to date" in build(briefgen, root)
    commit(root)
    assert "up to date" in build(briefgen, root)
    git(root, "tag", "--force", "last")
    assert "quay/default: changes_since last" in build(briefgen, root)
    assert changes(root) == {"since": "2026-11-01", "new": 0, "changed": 0, "removed": 0}


def test_editions_that_were_published(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace(
        {f"templates/{name}/audience.yaml": f"label: {name}\n" for name in ("desk", "press")}
    )
    build(briefgen, root)
    shutil.copytree(root / "dist/quay", root / "published")
    (root / "published/press.json").unlink()
    write(root, "published/desk.json", "Closed is the northern quay.")
    build(briefgen, root)
    assert changes(root, "desk") == {"since": "", "new": 0, "changed": 1, "removed": 0}
    assert changes(root, "press") is None
    assert "up to date" in build(briefgen, root)
    data = json.loads((root / "published/desk.json").read_text())
    (root / "published/desk.json").write_text(json.dumps(data | {"prepared": "2026-04-01"}))
    assert "quay/desk: changes_since published/desk.json changed" in build(briefgen, root)
    assert changes(root, "desk") == {"since": "2026-04-01", "new": 0, "changed": 1, "removed": 0}


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("v9", "there is no git revision 'v9' here"),
        ("--output=x", "there is no git revision"),
        ("../outside.json", "lies outside of the workspace"),
        ("dist/quay/default.json", "is replaced by the next build"),
        ("seeds/other.json", "is an edition of `other`"),
        ("seeds/broken.pdf", "carries no edition"),
        ("seeds/list.json", "is no edition"),
    ],
)
def test_what_cannot_be_meant_is_a_fault_of_the_brief(
    make_workspace: Make, commit: Commit, briefgen: Run, since: str, said: str
) -> None:
    other = json.dumps({"brief": "other", "audience": "default"})
    root = make_workspace(
        {
            "seeds/other.json": other,
            "seeds/broken.pdf": "%PDF-1.7\n",
            "seeds/list.json": "[]",
            "../outside.json": other,
            "dist/quay/default.json": other,
        }
    )
    commit(root)
    write(root, since)
    done = briefgen("-C", root, "check", "--format", "json")
    (found,) = [each for each in json.loads(done.stdout)["diagnostics"] if each["severity"] == "error"]
    assert (done.returncode, found["rule"], found["line"]) == (1, "invalid-value", 1)
    assert said in found["message"]


def test_outside_of_a_repository_it_is_a_fault_that_names_the_remedy(
    make_workspace: Make, git: Git, briefgen: Run
) -> None:
    root = make_workspace()
    write(root, "HEAD")
    done = briefgen("-C", root, "check")
    assert done.returncode == 1
    assert "lies in no git repository" in done.stdout
    assert "name a git revision (a tag is best) or an edition file" in done.stdout
