"""A build with nothing to do is known by hashing alone; any change, damage or doubt makes it look closely."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import pipeline
from briefgen.building import hashing
from briefgen.building.options import Options
from briefgen.building.records import BriefRecord, read_record
from briefgen.building.settled import _LOOKED, PLACE, look
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace
from tests.building.settling import WORDS, build, outcome, settled
from tests.conftest import BRIEF, NOTICE, write_files
from tests.threebriefs import CHANGES, FILES, edit, reasons

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("settled") / "ws"
    write_files(root, {"briefs/quay.yaml": BRIEF, "seeds/notice.txt": NOTICE, **FILES})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        build(root)
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what was built, and the command given in the same folder of it."""
    copy = shutil.copytree(once, tmp_path / "ws")
    monkeypatch.chdir(copy)
    return copy


MORE: dict[str, Change] = {
    "a new brief": lambda root: (root / "briefs/new.yaml").write_text(BRIEF),
    "a lock": lambda root: (root / "briefs/quay.lock").write_text("{}"),
    "a brief that is gone": lambda root: (root / "briefs/port.yaml").unlink(),
    "an audience without files": lambda root: (root / "templates/radio").mkdir(),
    "an audience of one's own for one that ships": lambda root: (root / "templates/default").mkdir(),
    "an audience that is gone": lambda root: shutil.rmtree(root / "templates/press"),
    "a source that is gone": lambda root: (root / "seeds/rail.txt").unlink(),
    "a record that is gone": lambda root: (root / ".briefgen/build/quay.json").unlink(),
    "a record of other outputs": lambda root: edit(
        root / ".briefgen/build/quay.json", '"json": "', '"json": "0'
    ),
    "a manifest of other outputs": lambda root: edit(
        root / "dist/manifest.json", '"sha256": "', '"sha256": "0'
    ),
    "a damaged note": lambda root: (root / PLACE).write_bytes((root / PLACE).read_bytes()[:-9]),
}
SAME = ("nothing", "a touched brief")
ALL_CHANGES: dict[str, Change] = {name: change for name, (change, _, _) in CHANGES.items()} | MORE


@pytest.mark.parametrize("name", ALL_CHANGES)
def test_only_a_workspace_in_which_nothing_changed_is_settled(root: Path, name: str) -> None:
    assert settled(root)
    ALL_CHANGES[name](root)
    assert settled(root) is (name in SAME)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The briefs whose records were read."""
    found: list[str] = []

    def watched(root: Path, brief: str) -> BriefRecord:
        found.append(brief)
        return read_record(root, brief)

    monkeypatch.setattr(pipeline, "read_record", watched)
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_a_build_after_a_look_in_vain_makes_exactly_what_is_touched(root: Path, name: str) -> None:
    change, expected, reason = CHANGES[name]
    change(root)
    settled(root)
    found = reasons(outcome(root))
    assert set(found) == expected
    assert all(reason in said for said in found.values())
    assert settled(root)


def test_only_briefs_that_are_touched_are_looked_at_closely(root: Path, read: list[str]) -> None:
    edit(root / "seeds/rail.txt", "on time.", "on time.\nMore below.")
    (root / "dist/port/desk.json").unlink()
    assert not settled(root)
    assert build(root) == "built 3 editions; 3 up to date"
    assert read == ["port", "rail"]
    assert settled(root)
    edit(root / "dist/quay/press.html", "<", "<!-- by hand --><")
    assert not settled(root), "what was not looked at closely is known all the same"
    assert build(root) == "built 1 edition; 5 up to date"
    assert read == ["port", "rail", "quay"]


@pytest.mark.parametrize("path", ["seeds/sources.yaml", "templates/desk/audience.yaml", "dist/manifest.json"])
def test_what_concerns_all_briefs_has_all_looked_at(root: Path, read: list[str], path: str) -> None:
    (root / path).write_text((root / path).read_text() + "\n")
    assert not settled(root)
    assert build(root) == "up to date"
    assert read == ["port", "quay", "rail"]


def test_a_look_before_another_build_or_for_another_command_is_not_relied_on(
    root: Path, read: list[str]
) -> None:
    edit(root / "briefs/port.yaml", "title: Port", "title: The port")
    assert not settled(root)
    looked = dict(_LOOKED)
    build(root)
    edit(root / "dist/quay/desk.json", "quay", "quai")
    _LOOKED.update(looked)
    assert build(root) == "built 1 edition; 5 up to date"
    read.clear()
    edit(root / "briefs/port.yaml", "title: The port", "title: Port")
    assert not settled(root)
    outcome(root, ["build", "-j", "1"])
    assert read == ["port", "quay", "rail"]


def test_another_command_another_machine_and_another_day_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not settled(root, [*WORDS, "--force"])
    assert not settled(root, ["check"])
    with monkeypatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "86400")
        assert not settled(root)
    monkeypatch.setattr("briefgen.building.settled.environment_inputs", lambda: {"weasyprint": "71.0"})
    assert not settled(root)


@given(data=st.data())
def test_a_damaged_note_says_nothing(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.getbasetemp() / "noted"
    good = root / "good"
    if not good.exists():
        (root / "briefs").mkdir(parents=True)
        (root / "briefs/quay.yaml").write_text(BRIEF)
        (root / "seeds").mkdir()
        (root / "seeds/sources.yaml").write_text(
            "sources: [{id: port-notice, file: notice.txt, title: Notice}]\n"
        )
        (root / "seeds/notice.txt").write_text(NOTICE)
        build(root)
        assert settled(root)
        good.write_bytes((root / PLACE).read_bytes())
    raw = good.read_bytes()
    place = data.draw(st.integers(0, len(raw) - 1))
    harm: bytes = data.draw(st.binary(max_size=3))
    harmed = raw[:place] + harm + raw[place + data.draw(st.integers(0, 3)) :]
    (root / PLACE).write_bytes(harmed)
    assert settled(root) is (harmed == raw)


def test_a_build_that_was_killed_leaves_nothing_settled(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its temporary files are swept by the next build, which must not be answered at once."""
    text = (root / "briefs/quay.yaml").read_text()
    (root / "briefs/quay.yaml").write_text(text.replace("Northern", "Southern"))

    def killed(*_: object) -> None:
        (root / "dist/quay/.briefgen-0.tmp").write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline._Build, "_make", killed)
    with pytest.raises(KeyboardInterrupt):
        build(root)
    (root / "briefs/quay.yaml").write_text(text)
    assert not settled(root)
    assert build(root) == "up to date"
    assert not (root / "dist/quay/.briefgen-0.tmp").exists()
    assert settled(root)


def test_a_forced_build_leaves_what_was_known(root: Path) -> None:
    options = Options(("quay",), (), ("html", "json"), root / "dist", force=True, jobs=1)
    assert build_workspace(open_workspace(root), options).summary() == "built 2 editions"
    assert settled(root)
    edit(root / "dist/quay/desk.html", "quay", "quai")
    assert not settled(root)


def test_a_refused_brief_is_told_of_each_time(root: Path) -> None:
    edit(root / "briefs/quay.yaml", "quote: The northern quay is closed", "quote: The southern quay is open")
    for _ in range(2):
        assert "refused quay" in build(root)
        assert not settled(root)


def test_a_file_that_two_editions_saw_differently_is_not_settled(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes while the build runs."""
    (root / "briefgen.toml").write_text("[aliases]\nUS = ['U.S.']\n")
    take = pipeline._Build._take

    def taken(self: pipeline._Build, *given: object) -> None:
        take(self, *given)  # type: ignore[arg-type]
        (root / "templates/desk/audience.css").write_text("h1 { margin: 0 }\n")

    monkeypatch.setattr(pipeline._Build, "_take", taken)
    build(root)
    assert not settled(root)


def test_a_register_that_is_laid_out_anew_is_settled_by_the_next_build(root: Path) -> None:
    edit(root / "seeds/sources.yaml", "sources:", "# note\nsources:")
    assert not settled(root)
    assert build(root) == "up to date"
    assert settled(root)


def test_a_build_that_follows_reads_inputs_once_and_outputs_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(root / "briefs/port.yaml", "title: Port", "title: The port")
    assert not settled(root)
    monkeypatch.setattr(hashing, "sha256_of", lambda path: None)
    hasher = look(root, root / "dist").hasher
    assert hasher.current("briefs/port.yaml") is not None
    assert hasher.current("dist/port/desk.json") is None, "another build may have written it"
    assert hasher.current(".briefgen/build/port.json") is None
    (root / "dist/port/desk.json").unlink()
    monkeypatch.undo()
    monkeypatch.chdir(root)
    assert not settled(root)
    assert build(root).startswith("built")
    assert (root / "dist/port/desk.json").is_file()
