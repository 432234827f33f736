"""Files that are edited while a build runs: what is recorded is what was read, so the next build takes the edit up."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.building import jobs
from briefgen.building.hashing import Hasher
from briefgen.building.production import begin
from briefgen.inspection.inspecting import inspect
from briefgen.pages.beside import in_this_process
from briefgen.workspace import open_workspace
from tests.conftest import NOTICE
from tests.threebriefs import ALL, build, edit, reasons

EDITS: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "register": (
        lambda root: edit(root / "seeds/sources.yaml", "Notice to shipping", "Notice to all"),
        {"port/desk", "port/press", "quay/desk", "quay/press"},
    ),
    "source": (
        lambda root: (root / "seeds/notice.txt").write_text(NOTICE + "More.\n"),
        {"port/desk", "port/press", "quay/desk", "quay/press"},
    ),
    "settings": (lambda root: (root / "briefgen.toml").write_text("[aliases]\nUS = ['U.S.']\n"), ALL),
    "brief": (
        lambda root: edit(root / "briefs/port.yaml", "title: Port", "title: The port"),
        {"port/desk", "port/press"},
    ),
    "lock": (lambda root: (root / "briefs/port.lock").write_text("{}\n"), {"port/desk", "port/press"}),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_during_a_build_is_taken_up_by_the_next(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = Path(shutil.copytree(built, tmp_path / "copy"))
    change, expected = EDITS[name]
    pending = [change]

    def edited_after_reading(*arguments: Any, **named: Any) -> Any:
        found = inspect(*arguments, **named)
        while pending:
            pending.pop()(root)
        return found

    monkeypatch.setattr(jobs, "inspect", edited_after_reading)
    build(root, force=True)
    monkeypatch.undo()
    again = build(root)
    assert expected <= set(reasons(again)) | set(again.refused), (reasons(again), again.refused)


def test_a_worker_that_outlives_a_build_reads_anew_in_the_next(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "copy"))
    workspace = open_workspace(root)

    def sources(build_name: str) -> list[str]:
        done = jobs.run(jobs.Job(build_name, workspace, "port", (("desk", None),), ("json",)))
        (made,) = done.made
        return [json.loads(made.files["json"])["sources"][0]["title"]]

    assert sources("first") == ["Notice to shipping"]
    edit(root / "seeds/sources.yaml", "Notice to shipping", "Notice to all")
    assert sources("first") == ["Notice to shipping"]
    assert sources("second") == ["Notice to all"]


def test_templates_are_looked_at_before_a_page_is_begun_early(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(built, tmp_path / "copy"))

    def edited_after_beginning(*arguments: Any) -> Any:
        begun = begin(*arguments)
        (root / "templates/desk/audience.css").write_text("h1 { color: #333 }\n")
        return begun

    def elsewhere(*arguments: Any) -> Any:
        return in_this_process(*arguments)

    monkeypatch.setattr(jobs, "begin", edited_after_beginning)
    job = jobs.Job("one", open_workspace(root), "port", (("desk", None),), ("html",))
    (made,) = jobs.run(job, elsewhere).made
    assert made.record is not None
    assert made.record.files["templates/desk/"] == Hasher(built).listing(built / "templates/desk")
