"""Small repositories with a workspace, and what `briefgen diff` tells of them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., subprocess.CompletedProcess[str]]

SOURCE = "The quay is closed since May. Some 40 boats may leave by June 2026. Ferries run twice a day.\n"
REGISTER = """\
sources:
  - {id: port-notice, file: notice.txt, title: Notice to shipping}
  - {id: rail-notice, file: rail.txt, title: Notice to travellers}
"""
BRIEF = """\
title: Quay
key_facts:
  - id: closure
    statement: The quay is closed.
    citations: [{source: port-notice, quote: The quay is closed}]
  - id: boats
    statement: Some 40 boats may leave by June 2026.
    citations: [{source: port-notice, quote: Some 40 boats may leave by June 2026}]
  - statement: Ferries run twice a day.
    citations: [{source: port-notice, quote: Ferries run twice a day}]
positions: []
open_questions: []
regional_context: []
"""
FILES = {
    "briefs/quay.yaml": BRIEF,
    "seeds/sources.yaml": REGISTER,
    "seeds/notice.txt": SOURCE,
    "seeds/rail.txt": "All trains run.\n",
    "templates/desk/audience.yaml": "label: Desk\nmarking: TLP:RED\n",
    "templates/press/audience.yaml": "label: Press\n",
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def commit(root: Path, *more: str) -> None:
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x", *more)


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def data(run: Run, root: Path, *arguments: str) -> dict[str, Any]:
    done = run("-C", root, "diff", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def lost(difference: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The quotes that are told as lost, by item; none of them is told as standing elsewhere."""
    found = {}
    for item in (item for brief in difference["briefs"] for item in brief["items"]):
        kinds = [each["kind"] for each in item["changes"]]
        if "quote-lost" in kinds:
            assert "quote-reanchored" not in kinds
            found[item["item"]] = item["changes"][kinds.index("quote-lost")]
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [brief["brief"] for brief in found["briefs"]]
