"""Builds: whole files, the same bytes whoever made them, and nothing left of what is gone."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.errors import EnvironmentFault
from briefgen.inspection.inspecting import open_library
from briefgen.sources.library import Library
from briefgen.workspace import Workspace
from tests.threebriefs import ALL, FILES, build, edit, reasons

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_what_there_is_to_warn_of_in_an_audience_is_told_by_builds_too(make_workspace: MakeWorkspace) -> None:
    outcome = build(make_workspace({**FILES, "templates/desk/audience.css": "b { colour: red }\n"}))
    told = [each for each in outcome.report.diagnostics if each.rule == "style-ignored"]
    assert {(each.path, each.source) for each in told} == {
        ("templates/desk/audience.css", ("b { colour: red }",))
    }
    assert len(outcome.built) == len(ALL)
    assert outcome.refused == ()


def test_registers_are_read_once(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shutil.copytree(built, tmp_path / "ws")
    edit(root / "seeds/rail.txt", "on time.", "on time.\nMore below.")
    opened: list[Path] = []

    def watched(workspace: Workspace) -> Library:
        opened.append(workspace.root)
        return open_library(workspace)

    for place in ("briefgen.building.jobs", "briefgen.inspection.inspecting"):
        monkeypatch.setattr(f"{place}.open_library", watched)
    assert set(reasons(build(root, ("json",)))) == {"rail/desk", "rail/press"}
    assert opened == [root]


def test_bytes_do_not_depend_on_folder_or_workers(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "elsewhere" / "ws"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("dist", ".briefgen"))
    build(root, jobs=2)
    for path in sorted((built / "dist").rglob("*.*")):
        assert (root / "dist" / path.relative_to(built / "dist")).read_bytes() == path.read_bytes()


def test_forced_builds_make_all_and_change_nothing(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built, root)
    before = {path: path.stat().st_mtime_ns for path in (root / "dist").rglob("*") if path.is_file()}
    assert set(reasons(build(root, force=True)).values()) == {"forced"}
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_outputs_alone_are_known_for_fresh_by_their_manifest(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns(".briefgen"))
    outcome = build(root)
    assert (outcome.built, outcome.fresh) == ((), len(ALL))
    assert reasons(build(root)) == {}


def test_a_declared_time_beyond_the_calendar_is_told(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    with pytest.raises(EnvironmentFault, match="beyond the calendar"):
        build(Path(shutil.copytree(built, tmp_path / "copy")), ("docx",))


def test_what_is_gone_is_taken_back(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "copy"))
    (root / "briefs/port.yaml").unlink()
    shutil.rmtree(root / "templates/press")
    (root / "dist/port/notes.txt").write_text("somebody's own")
    edit(root / "dist/quay/press.html", "<", "<!-- by hand --><")
    assert build(root, briefs=("quay",)).removed == ()
    outcome = build(root)
    assert set(outcome.removed) == {
        *(f"port/{audience}.{form}" for audience in ("desk", "press") for form in ("html", "json")),
        "quay/press.json",
        *(f"rail/press.{form}" for form in ("html", "json")),
    }
    assert outcome.summary() == "2 up to date; removed 7 outputs of what is gone"
    assert sorted(str(path.relative_to(root)) for path in (root / "dist").rglob("*") if path.is_file()) == [
        "dist/manifest.json",
        "dist/port/notes.txt",
        *(f"dist/quay/{name}" for name in ("desk.html", "desk.json", "press.html")),
        *(f"dist/rail/desk.{form}" for form in ("html", "json")),
    ]
    assert "port" not in (root / "dist/manifest.json").read_text()
    assert not (root / ".briefgen/build/port.json").exists()
    assert build(root).summary() == "up to date"


def test_what_no_build_makes_any_more_is_taken_back_once_it_does_not_hold(
    built: Path, tmp_path: Path
) -> None:
    """An audience that is off the list, or that only `-a` asked for: its folder may stand, or it ships with briefgen."""
    root = Path(shutil.copytree(built, tmp_path / "copy"))
    build(root, ("json",), audiences=("default",), briefs=("quay", "rail"))
    (root / "briefgen.toml").write_text("audiences = ['desk']\n")
    assert build(root).removed == ()
    edit(root / "briefs/port.yaml", "title: Port", "title: The port")
    edit(root / "briefs/rail.yaml", "title: Rail", "title: Trains")
    edit(root / "briefs/quay.yaml", "quote: The northern", "quote: The southern")
    assert build(root, audiences=("desk",)).removed == ()
    outcome = build(root)
    assert set(outcome.removed) == {
        "rail/default.json",
        *(f"{brief}/press.{form}" for brief in ("port", "rail") for form in ("html", "json")),
    }
    assert outcome.refused == ("quay",)
    assert {path.name for path in (root / "dist/quay").iterdir()} == {
        "default.json", "desk.html", "desk.json", "press.html", "press.json",
    }  # fmt: skip
    assert build(root).removed == ()


def test_formats_are_made_one_after_another_and_none_is_forgotten(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built, root)
    assert set(reasons(build(root, ("txt",))).values()) == {"first build of txt"}
    for formats in (("html",), ("txt",), ("json", "txt"), ("html", "json", "txt")):
        assert reasons(build(root, formats)) == {}


def test_manifest_holds_no_words(built: Path) -> None:
    text = (built / "dist/manifest.json").read_text()
    for word in ("Ferries", "trains", "closure", "port-notice", "Northern", "notice.txt"):
        assert word not in text


def test_a_faulty_brief_keeps_its_old_output_and_the_sound_ones_are_made(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built, root)
    old = (root / "dist/quay/desk.html").read_bytes()
    edit(root / "briefs/quay.yaml", "quote: The northern", "quote: The southern")
    edit(root / "briefs/port.yaml", "title: Port", "title: The port")
    outcome = build(root)
    assert outcome.refused == ("quay",)
    assert set(reasons(outcome)) == {"port/desk", "port/press"}
    assert (root / "dist/quay/desk.html").read_bytes() == old
    assert outcome.failed
