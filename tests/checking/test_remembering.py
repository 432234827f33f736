"""What is remembered of checks: after any single change, a warm check says byte for byte what a cold one says."""

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.checking import judging, running
from briefgen.checking.judging import Task, judge
from briefgen.checking.memory import FOLDER, Memory
from briefgen.checking.running import Checked, check_workspace
from briefgen.checking.verdicts import Verdict, diagnostics_data, diagnostics_of, verdict_data, verdict_of
from briefgen.reporting import REPORTERS
from briefgen.reporting.text import render_text
from briefgen.workspace import open_workspace
from tests.checking.changes import CHANGES, FAULTY, FILES, FRENCH, PORT, lead_out, remove, write

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLES = sorted(path for path in (Path(__file__).parents[1] / "examples").glob("*valid/*") if path.is_dir())


def shown(checked: Checked) -> list[str]:
    """The check in every form that there is."""
    forms = ["".join(reporter(checked.report, "")) for reporter in REPORTERS.values()]
    return [render_text(checked.report), *forms, repr(sorted(checked.silence.items()))]


def check(root: Path, remember: bool = True, jobs: int = 1) -> list[str]:
    workspace = open_workspace(root)
    return shown(check_workspace(workspace, workspace.brief_ids(), jobs=jobs, remember=remember))


def counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The briefs that a warm check reads again."""
    seen: list[str] = []

    def watched(task: Task) -> Verdict:
        seen.append(task.brief)
        return judge(task)

    monkeypatch.setattr(judging, "judge", watched)
    check(root)
    return seen


@pytest.fixture
def root(make_workspace: MakeWorkspace) -> Path:
    return make_workspace(FILES)


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_a_warm_check_says_what_a_cold_one_says(root: Path, name: str) -> None:
    before = check(root)
    assert check(root) == before
    CHANGES[name](root)
    warm, cold = check(root), check(root, remember=False)
    assert warm == cold
    assert cold != before, "a change that nothing shows would prove nothing"
    assert check(root) == cold


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_after_many_changes_too(root: Path, seed: int) -> None:
    chance = random.Random(seed)
    check(root)
    for name in chance.sample(sorted(CHANGES), 8):
        try:
            CHANGES[name](root)
        except (OSError, AssertionError):
            continue  # an earlier change has taken away what this one would change
        assert check(root) == check(root, remember=False), name


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_remembered_exactly(example: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(example, tmp_path / "ws")
    cold = check(copy, remember=False)
    assert not (copy / FOLDER).exists()
    assert check(copy) == check(copy) == cold


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("nothing", set()),
        ("a brief", {"port"}),
        ("a source", {"port", "deep/faulty"}),
        ("a shared fact", {"port", "french"}),
        ("a register's lines", set()),
        ("a register's entry", {"port", "deep/faulty"}),
        ("a template", set()),
        ("settings", {"port", "deep/faulty", "french", "quay"}),
    ],
)
def test_only_what_depends_on_a_change_is_read_again(
    root: Path, name: str, read: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(root)
    if name in CHANGES:
        CHANGES[name](root)
    assert set(counted(root, monkeypatch)) == read


def test_a_source_that_was_gone_and_now_leads_out_is_told_so(root: Path) -> None:
    lead_out(root)
    (root / "seeds/staff.txt").rename(root / "kept")
    gone = check(root)
    (root / "kept").rename(root / "seeds/staff.txt")
    assert check(root) == check(root, remember=False) != gone


def test_a_moved_workspace_remembers(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(root)
    assert counted(shutil.copytree(root, tmp_path / "moved"), monkeypatch) == []


def test_another_version_remembers_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(root)
    monkeypatch.setattr("briefgen.checking.now.reading_inputs", lambda: {"briefgen": "another"})
    assert len(counted(root, monkeypatch)) == 4


def test_locks_that_are_asked_for_are_remembered_apart(root: Path) -> None:
    workspace = open_workspace(root)
    ids = workspace.brief_ids()
    strict = [shown(check_workspace(workspace, ids, locked=True)) for _ in range(2)]
    lenient = [shown(check_workspace(workspace, ids)) for _ in range(2)]
    assert strict[0] == strict[1] != lenient[0] == lenient[1]
    assert strict[0] == shown(check_workspace(workspace, ids, locked=True, remember=False))


def test_some_briefs_alone_leave_the_others_remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = check(root)
    workspace = open_workspace(root)
    alone = shown(check_workspace(workspace, ("port",)))
    assert alone == shown(check_workspace(workspace, ("port",), remember=False)) != whole
    assert counted(root, monkeypatch) == []
    assert check(root) == whole


@given(data=st.data())
def test_a_damaged_cache_is_no_cache(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    root, cold, good = damaged_example(tmp_path_factory)
    place = data.draw(st.integers(0, len(good) - 1))
    harm: bytes = data.draw(st.binary(max_size=4))
    length = data.draw(st.sampled_from((0, 1, 2, 60, len(good))))
    (root / FOLDER / "check").write_bytes(good[:place] + harm + good[place + length :])
    assert check(root) == cold


_DAMAGED: list[tuple[Path, list[str], bytes]] = []


def damaged_example(folders: pytest.TempPathFactory) -> tuple[Path, list[str], bytes]:
    if not _DAMAGED:
        root = folders.mktemp("damaged")
        for name, text in {**FILES, "seeds/notice.txt": "Ferries run as usual.\n"}.items():
            write(name, text)(root)
        cold = check(root)
        _DAMAGED.append((root, cold, (root / FOLDER / "check").read_bytes()))
    return _DAMAGED[0]


def test_a_cache_that_cannot_be_written_is_done_without(root: Path) -> None:
    (root / ".briefgen").write_text("a file where the folder should be")
    assert check(root) == check(root, remember=False)


def test_the_cache_keeps_itself_out_of_git_and_forgets_briefs_that_are_gone(root: Path) -> None:
    check(root)
    assert (root / FOLDER / ".gitignore").read_text() == "*\n"
    assert Memory(root / FOLDER / "check").get("brief deep/faulty") is not None
    remove("briefs/deep/faulty.yaml")(root)
    check(root)
    assert Memory(root / FOLDER / "check").get("brief deep/faulty") is None


def test_a_verdict_is_the_same_after_it_was_kept(root: Path) -> None:
    workspace = open_workspace(root)
    for brief in workspace.brief_ids():
        verdict = judge(Task(workspace, brief, False, "world"))
        kept = Memory(None)
        kept.put("it", verdict_data(verdict))
        assert verdict_of(brief, kept.get("it")) == verdict
        assert diagnostics_of(diagnostics_data(verdict.diagnostics)) == verdict.diagnostics


def test_what_is_found_does_not_depend_on_the_number_of_workers(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "WORTH_A_WORKER", 1)
    for number in range(6):
        write(f"briefs/more-{number}.yaml", (PORT, FAULTY, FRENCH)[number % 3])(root)
    alone = check(root, remember=False)
    assert check(root, remember=False, jobs=3) == alone
    assert check(root, jobs=2) == alone == check(root, jobs=2)


def test_the_command_line_takes_jobs_and_does_without_the_cache(root: Path, program: Run) -> None:
    cold = program("-C", root, "check", "--no-cache", "--format", "json")
    assert not (root / ".briefgen").exists()
    warm = [program("-C", root, "check", "-j", "2", "--format", "json") for _ in range(2)]
    assert cold.returncode == 1
    assert {each.stdout for each in warm} == {cold.stdout}
    assert {each.stderr for each in warm} == {cold.stderr}
    assert (root / FOLDER / "check").is_file()
