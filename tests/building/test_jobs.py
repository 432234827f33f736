"""A job's page is begun before its brief is checked; what comes of it is the same, and a faulty brief has none of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.building import jobs
from briefgen.building.jobs import Done, Job, run
from briefgen.inspection.inspecting import inspect
from briefgen.pages.beside import Outcome, in_this_process
from briefgen.workspace import open_workspace

MakeWorkspace = Callable[..., Path]
FORMATS = ("html", "pdf")


class Beside:
    """A typesetter that notes what had been checked when it was asked."""

    def __init__(self, checked: list[str]) -> None:
        self.checked = checked
        self.asked: list[int] = []

    def __call__(self, *asked: Any) -> Outcome:
        self.asked.append(len(self.checked))
        return in_this_process(*asked)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The briefs that were checked, in order."""
    seen: list[str] = []
    jobs.start("one", None)

    def watched(workspace: Any, briefs: Any, *more: Any, **named: Any) -> Any:
        inspection = inspect(workspace, briefs, *more, **named)
        seen.extend(briefs)
        return inspection

    monkeypatch.setattr(jobs, "inspect", watched)
    return seen


def job(root: Path, build: str = "one", audience: str = "default") -> Job:
    return Job(build, open_workspace(root), "quay", ((audience, None),), FORMATS)


def plain(done: Done) -> dict[str, Any]:
    return {each.audience: dict(each.files) for each in done.made}


def test_a_page_is_begun_before_the_brief_is_checked(
    make_workspace: MakeWorkspace, checked: list[str]
) -> None:
    root = make_workspace()
    beside = Beside(checked)
    early = run(job(root), beside)
    assert (beside.asked, checked) == ([0], ["quay"])
    assert plain(early) == plain(run(job(root, "two")))
    assert set(plain(early)["default"]) == set(FORMATS)


def test_a_faulty_brief_has_no_page(make_workspace: MakeWorkspace, checked: list[str]) -> None:
    root = make_workspace()
    brief = root / "briefs/quay.yaml"
    text = brief.read_text()
    assert "quote: " in text
    brief.write_text(text.replace("quote: ", "quote: never said that "))
    beside = Beside(checked)
    done = run(job(root), beside)
    assert beside.asked == [0]
    assert done.refused
    assert not done.made
    assert done == run(job(root, "two"))


def test_what_cannot_be_composed_is_told_when_its_turn_comes(
    make_workspace: MakeWorkspace, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise KeyError("unchecked")

    monkeypatch.setattr(jobs, "begin", broken)
    with pytest.raises(KeyError, match="unchecked"):
        run(job(make_workspace()), Beside(checked))
    assert checked == ["quay"]


def test_a_brief_is_checked_once_in_a_build(make_workspace: MakeWorkspace, checked: list[str]) -> None:
    root = make_workspace({"templates/desk/audience.yaml": "label: Desk\n"})
    for audience in ("desk", "default"):
        assert run(job(root, audience=audience)).made
    assert checked == ["quay"]
    run(job(root, "two"))
    assert checked == ["quay", "quay"]
