"""A workspace of three briefs for two audiences, how it is built, and what single changes of it make stale."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace
from tests.conftest import write_files

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
