"""Builds: only what a change touches, each with its reason; whole files; the same bytes whoever made them."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.building.manifest import read_manifest
from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.errors import EnvironmentFault
from briefgen.inspection.inspecting import open_library
from briefgen.pipeline import build_workspace
from briefgen.sources.library import Library
from briefgen.workspace import Workspace, open_workspace
from tests.conftest import BRIEF, NOTICE, write_files

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]

PORT = """\
title: Port
key_facts:
  - id: ferries
    statement: Ferries run as usual.
    citations: [{source: port-notice, quote: Ferries run as usual}]
positions: []
open_questions: []
regional_context: []
"""
RAIL = """\
title: Rail
key_facts:
  - id: trains
    statement: All trains run on time.
    citations: [{source: rail-notice, quote: All trains run on time}]
positions: []
open_questions: []
regional_context: []
"""
REGISTER = """\
sources:
  - id: port-notice
    file: notice.txt
    title: Notice to shipping
  - id: rail-notice
    file: rail.txt
    title: Notice to travellers
"""
FILES = {
    "briefs/port.yaml": PORT,
    "briefs/rail.yaml": RAIL,
    "seeds/sources.yaml": REGISTER,
    "seeds/rail.txt": "All trains run on time.\n",
    "templates/desk/audience.yaml": "label: Desk\n",
    "templates/press/audience.yaml": "label: Press\nextends: desk\n",
}
ALL = {f"{brief}/{audience}" for brief in ("port", "quay", "rail") for audience in ("desk", "press")}


def build(root: Path, formats: tuple[str, ...] = ("html", "json"), **more: object) -> Outcome:
    options = Options(briefs=(), audiences=(), formats=formats, out=root / "dist", jobs=1)
    return build_workspace(open_workspace(root), replace(options, **more))  # type: ignore[arg-type]


def reasons(outcome: Outcome) -> dict[str, str]:
    return {f"{each.brief}/{each.audience}": each.reason for each in outcome.built}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def _older_record(root: Path) -> None:
    edit(root / ".briefgen/build/quay.json", '"version": 3', '"version": 1')
    (root / "dist/manifest.json").unlink()


CHANGES: dict[str, tuple[Callable[[Path], object], set[str], str]] = {
    "nothing": (lambda root: None, set(), ""),
    "a touched brief": (lambda root: (root / "briefs/quay.yaml").touch(), set(), ""),
    "a brief": (
        lambda root: edit(root / "briefs/port.yaml", "title: Port", "title: The port"),
        {"port/desk", "port/press"},
        "brief changed",
    ),
    "a source": (
        lambda root: edit(root / "seeds/rail.txt", "on time.", "on time.\nMore below."),
        {"rail/desk", "rail/press"},
        "source rail-notice changed",
    ),
    "a register entry": (
        lambda root: edit(root / "seeds/sources.yaml", "Notice to shipping", "Notice to all shipping"),
        {"port/desk", "port/press", "quay/desk", "quay/press"},
        "source port-notice changed",
    ),
    "a comment in the register": (
        lambda root: edit(root / "seeds/sources.yaml", "sources:", "# note\nsources:"),
        set(),
        "",
    ),
    "another register": (
        lambda root: write_files(
            root,
            {"seeds/b/sources.yaml": "sources: [{id: b, file: b.txt, title: B}]\n", "seeds/b/b.txt": "B\n"},
        ),
        set(),
        "",
    ),
    "a comment in a brief, and how it is laid out": (
        lambda root: edit(
            root / "briefs/port.yaml",
            "    statement: Ferries run as usual.",
            "    # They do.\n\n    statement:   Ferries run\n      as usual.   # all",
        ),
        set(),
        "",
    ),
    "a comment that cuts a text short": (
        lambda root: edit(root / "briefs/port.yaml", "title: Port", "title: Port #1"),
        {"port/desk", "port/press"},
        "brief changed",
    ),
    "quotation marks in a brief": (
        lambda root: edit(root / "briefs/port.yaml", "title: Port", "title: 'Port'"),
        {"port/desk", "port/press"},
        "brief changed",
    ),
    "the order of fields in a brief": (
        lambda root: edit(
            root / "briefs/port.yaml",
            "positions: []\nopen_questions: []",
            "open_questions: []\npositions: []",
        ),
        {"port/desk", "port/press"},
        "brief changed",
    ),
    "an audience": (
        lambda root: edit(root / "templates/press/audience.yaml", "Press", "The press"),
        {"port/press", "quay/press", "rail/press"},
        "audience press changed",
    ),
    "an audience that another extends": (
        lambda root: edit(
            root / "templates/desk/audience.yaml", "label: Desk", "label: Desk\nmin_body_pt: 9"
        ),
        ALL,
        "audience",
    ),
    "a new stylesheet": (
        lambda root: (root / "templates/press/audience.css").write_text("h1 { color: #333 }\n"),
        {"port/press", "quay/press", "rail/press"},
        "template press/audience.css added",
    ),
    "a note beside the templates": (
        lambda root: (root / "templates/press/README.md").write_text("x"),
        set(),
        "",
    ),
    "what a file manager and an editor leave": (
        lambda root: [
            (root / "templates/press" / name).write_text("x") for name in (".DS_Store", "brief.css~")
        ],
        set(),
        "",
    ),
    "the settings": (
        lambda root: (root / "briefgen.toml").write_text("[aliases]\nUS = ['U.S.']\n"),
        ALL,
        "briefgen.toml [aliases] changed",
    ),
    "a lost output": (
        lambda root: (root / "dist/quay/desk.html").unlink(),
        {"quay/desk"},
        "output quay/desk.html is missing",
    ),
    "an altered output": (
        lambda root: edit(root / "dist/quay/desk.json", "quay", "quai"),
        {"quay/desk"},
        "output quay/desk.json was altered",
    ),
    "a damaged record": (
        lambda root: (root / ".briefgen/build/quay.json").write_text('{"version": 1, "editions": ['),
        set(),
        "",
    ),
    "a lost manifest": (lambda root: (root / "dist/manifest.json").unlink(), set(), ""),
    "a damaged record and manifest": (
        lambda root: [
            (root / name).write_text("{}") for name in (".briefgen/build/quay.json", "dist/manifest.json")
        ],
        {"quay/desk", "quay/press"},
        "record damaged",
    ),
    "a record and a manifest that git could not merge": (
        lambda root: [
            (root / name).write_text("<<<<<<< HEAD\n" + (root / name).read_text())
            for name in (".briefgen/build/quay.json", "dist/manifest.json")
        ],
        {"quay/desk", "quay/press"},
        "record holds a merge conflict",
    ),
    "a record of another version, without a manifest": (
        _older_record,
        {"quay/desk", "quay/press"},
        "record of version 1, not 3",
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of three briefs and two audiences, built once."""
    root = tmp_path_factory.mktemp("built") / "ws"
    write_files(
        root,
        {
            "briefs/quay.yaml": BRIEF,
            "seeds/notice.txt": NOTICE,
            **FILES,
        },
    )
    outcome = build(root)
    assert set(reasons(outcome)) == ALL, outcome.report.diagnostics
    assert set(reasons(outcome).values()) == {"first build"}
    return root


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_rebuilds_exactly_what_it_touches(built: Path, tmp_path: Path, name: str) -> None:
    change, expected, reason = CHANGES[name]
    root = tmp_path / "copy"
    shutil.copytree(built, root)
    change(root)
    outcome = build(root)
    assert set(reasons(outcome)) == expected
    assert all(reason in said for said in reasons(outcome).values())
    assert reasons(build(root)) == {}
    whole = read_manifest(root / "dist").outputs
    assert set(whole) == {f"{edition}.{form}" for edition in ALL for form in ("html", "json")}


def test_a_file_for_an_audience_of_the_same_name_as_one_that_ships_is_no_other(tmp_path: Path) -> None:
    """The workspace's `default` and the shipped one stand in one chain; each has a `brief.css`."""
    write_files(
        tmp_path,
        {
            "briefs/rail.yaml": RAIL,
            "seeds/sources.yaml": REGISTER,
            "seeds/rail.txt": FILES["seeds/rail.txt"],
            "seeds/notice.txt": "Ferries run as usual.\n",
            "templates/default/audience.yaml": "label: Readers\n",
        },
    )
    assert set(reasons(build(tmp_path, ("html",)))) == {"rail/default"}
    (tmp_path / "templates/default/brief.css").write_text("h1 { color: #135 }\n")
    assert "template default/brief.css" in reasons(build(tmp_path, ("html",)))["rail/default"]
    assert "#135" in (tmp_path / "dist/rail/default.html").read_text()
    (tmp_path / "templates/default/brief.css").write_text("h1 { color: #246 }\n")
    assert reasons(build(tmp_path, ("html",))) == {"rail/default": "template default/brief.css changed"}


def test_what_there_is_to_warn_of_in_an_audience_is_told_by_builds_too(make_workspace: MakeWorkspace) -> None:
    outcome = build(make_workspace({**FILES, "templates/desk/audience.css": "b { colour: red }\n"}))
    told = [each for each in outcome.report.diagnostics if each.rule == "style-ignored"]
    assert {(each.path, each.source) for each in told} == {
        ("templates/desk/audience.css", ("b { colour: red }",))
    }
    assert len(outcome.built) == len(ALL)
    assert outcome.refused == ()


def test_a_fact_that_is_borrowed_twice_over_reaches_every_brief(tmp_path: Path) -> None:
    """The brief names a brief that itself takes the item from a third."""
    write_files(
        tmp_path,
        {
            "briefs/rail.yaml": RAIL.replace("positions:", "  - {id: more, use: port#trains}\npositions:"),
            "briefs/port.yaml": PORT.replace(
                "positions:", "  - {id: trains, use: shared/law#act}\npositions:"
            ),
            "briefs/shared/law.yaml": RAIL.replace("id: trains", "id: act")
            .split("positions")[0]
            .split("\n", 1)[1],
            "seeds/sources.yaml": REGISTER,
            "seeds/rail.txt": FILES["seeds/rail.txt"],
            "seeds/notice.txt": "Ferries run as usual.\n",
        },
    )
    assert set(reasons(build(tmp_path, ("json",)))) == {"port/default", "rail/default"}
    edit(tmp_path / "briefs/shared/law.yaml", "All trains run on time.", "All trains now run on time.")
    assert set(reasons(build(tmp_path, ("json",))).values()) == {"brief shared/law changed"}
    for brief in ("port", "rail"):
        assert "All trains now run" in (tmp_path / f"dist/{brief}/default.json").read_text()


def test_the_marking_of_a_source_beneath_a_borrowed_item_counts(tmp_path: Path) -> None:
    """What the item rests on in its own brief is cited nowhere in the brief that takes it."""
    port = PORT.replace(
        "positions:", RAIL.split("key_facts:\n")[1].split("positions", maxsplit=1)[0] + "positions:"
    )
    write_files(
        tmp_path,
        {
            "briefs/port.yaml": port.replace("id: trains", "id: trains\n    basis: [ferries]"),
            "briefs/rail.yaml": RAIL.replace("positions:", "  - {use: port#trains, id: taken}\npositions:"),
            "seeds/sources.yaml": REGISTER,
            "seeds/rail.txt": FILES["seeds/rail.txt"],
            "seeds/notice.txt": "Ferries run as usual.\n",
        },
    )
    build(tmp_path, ("json",))
    assert '"taken"' in (tmp_path / "dist/rail/default.json").read_text()
    edit(tmp_path / "seeds/sources.yaml", "file: notice.txt", "file: notice.txt\n    marking: TLP:RED")
    assert reasons(build(tmp_path, ("json",)))["rail/default"] == "source port-notice changed"
    assert '"taken"' not in (tmp_path / "dist/rail/default.json").read_text()


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


def test_another_register_may_take_away_what_briefs_rest_on(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "ws")
    write_files(root, {"seeds/a/sources.yaml": REGISTER, "seeds/a/notice.txt": "Other.\n"})
    assert build(root).refused == ("port", "quay", "rail")


def test_a_record_has_one_line_for_all_registers(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "ws")
    before = (root / ".briefgen/build/quay.json").read_text()
    write_files(root, {f"seeds/{number}/sources.yaml": "sources: []\n" for number in range(20)})
    assert len(reasons(build(root, force=True))) == len(ALL)
    assert len((root / ".briefgen/build/quay.json").read_text()) == len(before)


def test_comments_and_layout_leave_no_trace_in_what_is_made(built: Path, tmp_path: Path) -> None:
    """Or an output that stands would not be the one that would be made."""
    root = shutil.copytree(built, tmp_path / "ws")
    change, _, _ = CHANGES["a comment in a brief, and how it is laid out"]
    change(root)
    build(root, force=True)
    for path in sorted((built / "dist").rglob("*.*")):
        assert (root / "dist" / path.relative_to(built / "dist")).read_bytes() == path.read_bytes()


def test_a_comment_in_shared_facts_makes_nothing_and_a_word_does(tmp_path: Path) -> None:
    shared = PORT.replace("ferries", "law")
    borrowing = PORT.replace(
        PORT[PORT.index("  - id") : PORT.index("positions")], "  - use: shared/law#law\n"
    )
    write_files(
        tmp_path,
        {
            **FILES,
            "briefs/port.yaml": borrowing,
            "briefs/shared/law.yaml": shared,
            "seeds/notice.txt": NOTICE,
        },
    )
    assert "port/desk" in reasons(build(tmp_path))
    edit(tmp_path / "briefs/shared/law.yaml", "key_facts:", "# facts\nkey_facts:")
    assert reasons(build(tmp_path)) == {}
    edit(tmp_path / "briefs/shared/law.yaml", "Ferries run as usual.", "Ferries run as usual!")
    assert reasons(build(tmp_path))["port/desk"] == "brief shared/law changed"


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


def test_the_declared_time_counts_where_a_brief_has_no_date_of_its_own(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(built, tmp_path / "copy"))
    edit(root / "briefs/port.yaml", "title: Port", "title: Port\nprepared: 2026-11-20")
    build(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert reasons(build(root)) == {
        name: "SOURCE_DATE_EPOCH unset → 1700000000" for name in ALL if not name.startswith("port")
    }
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
