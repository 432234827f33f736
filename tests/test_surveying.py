"""`briefgen diff` on real small repositories, and against editions that were published."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Path]
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


@pytest.fixture(autouse=True)
def _own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Curator")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "curator@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-11-01T12:00:00Z")


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


@pytest.fixture
def workspace(make_workspace: Make) -> Path:
    root = make_workspace(FILES)
    commit(root)
    return root


def data(run: Run, root: Path, *arguments: str) -> dict[str, Any]:
    done = run("-C", root, "diff", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_nothing_changed(workspace: Path, briefgen: Run) -> None:
    done = briefgen("-C", workspace, "diff")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No difference since HEAD (")


def test_figures_firmness_sources_and_readers(workspace: Path, briefgen: Run) -> None:
    edit(
        workspace / "briefs/quay.yaml",
        (
            "statement: Some 40 boats may leave by June 2026",
            "statement: Some 45 boats will leave by June 2026",
        ),
        (
            "statement: The quay is closed.",
            "statement: The quay is closed.\n    marking: TLP:RED\n    audiences: [desk]",
        ),
        ("Ferries run twice a day.\n", "Ferries run three times a day.\n"),
    )
    found = data(briefgen, workspace)
    assert (found["since"], found["date"], found["audiences"], found["problems"]) == (
        "HEAD",
        "2026-11-01",
        ["desk", "press"],
        [],
    )
    (brief,) = found["briefs"]
    items = {
        item["item"]: [(each["kind"], each.get("old"), each.get("new")) for each in item["changes"]]
        for item in brief["items"]
    }
    assert items["closure"] == [("marking", "TLP:CLEAR", "TLP:RED"), ("audiences", "desk, press", "desk")]
    assert ("figure", "Some 40", "Some 45") in items["boats"]
    assert ("firmer", "may", "will leave") in items["boats"]
    assert items["key_facts[2]"][-1] == ("figure", "twice a day", "three times a day")


def test_a_source_that_changed_is_told_with_what_rests_on_it(workspace: Path, briefgen: Run) -> None:
    (workspace / "seeds/notice.txt").write_text("In short: " + SOURCE.replace("since May", "since April"))
    (brief,) = data(briefgen, workspace)["briefs"]
    assert [(each["source"], each["items"]) for each in brief["sources"]] == [
        ("port-notice", ["closure", "boats", "key_facts[2]"])
    ]
    moved = [
        item["item"]
        for item in brief["items"]
        if any(each["kind"] == "quote-reanchored" for each in item["changes"])
    ]
    assert moved == ["closure", "boats"]  # the third stands where it stood, only further on


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is closed since May", "is closed\u00a0since  May"),
        ("is closed since May. Some", "is closed since May.\n\n\n\nSome"),
        ("The quay", "Newly printed.\n\nThe quay"),
    ],
)
def test_a_quote_that_check_does_not_call_moved_is_not_re_anchored(
    workspace: Path, briefgen: Run, old: str, new: str
) -> None:
    assert briefgen("-C", workspace, "lock").returncode == 0
    commit(workspace)
    edit(workspace / "seeds/notice.txt", (old, new))
    report = json.loads(briefgen("-C", workspace, "check", "--format", "json").stdout)
    rules = {each["rule"] for each in report["diagnostics"]}
    assert "source-changed" in rules
    assert "quote-moved" not in rules
    (brief,) = data(briefgen, workspace)["briefs"]
    assert brief["items"] == []


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ("The quay", "WITHDRAWN: The quay", "closure"),
        ("twice a day.\n", "twice a day. No more they do.\n", "key_facts[2]"),
    ],
)
def test_a_quote_that_check_calls_moved_is_re_anchored_at_the_edges_too(
    workspace: Path, briefgen: Run, old: str, new: str, item: str
) -> None:
    assert briefgen("-C", workspace, "lock").returncode == 0
    commit(workspace)
    edit(workspace / "seeds/notice.txt", (old, new))
    report = json.loads(briefgen("-C", workspace, "check", "--format", "json").stdout)
    assert [each["item"] for each in report["diagnostics"] if each["rule"] == "quote-moved"] == [item]
    (brief,) = data(briefgen, workspace)["briefs"]
    kinds = {each["item"]: [change["kind"] for change in each["changes"]] for each in brief["items"]}
    assert kinds == {item: ["quote-reanchored"]}


def lost(difference: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The quotes that are told as lost, by item; none of them is told as standing elsewhere."""
    found = {}
    for item in (item for brief in difference["briefs"] for item in brief["items"]):
        kinds = [each["kind"] for each in item["changes"]]
        if "quote-lost" in kinds:
            assert "quote-reanchored" not in kinds
            found[item["item"]] = item["changes"][kinds.index("quote-lost")]
    return found


def test_a_quote_that_its_source_no_longer_says_is_told(workspace: Path, briefgen: Run) -> None:
    edit(workspace / "seeds/notice.txt", ("40 boats", "90 boats"), ("twice a day", "twice a daybreak"))
    edit(workspace / "seeds/notice.txt", ("The quay is closed since May.", "Nothing new."))
    found = lost(data(briefgen, workspace))
    assert {name: (each["old"], each["new"], each["source"]) for name, each in found.items()} == {
        "closure": ("The quay is closed", None, "port-notice"),
        "boats": (
            "Some 40 boats may leave by June 2026",
            "Some 90 boats may leave by June 2026",
            "port-notice",
        ),
        "key_facts[2]": ("Ferries run twice a day", "Ferries run twice a daybreak", "port-notice"),
    }
    commit(workspace)
    (workspace / "seeds/notice.txt").write_text("Nothing at all.\n")
    assert lost(data(briefgen, workspace)) == {}  # they were lost before


def test_a_quote_whose_words_stand_elsewhere_is_not_lost(workspace: Path, briefgen: Run) -> None:
    brief = workspace / "briefs/quay.yaml"
    edit(brief, ("quote: The quay is closed}", "quote: The quay is closed, suffix: since May}"))
    commit(workspace)
    notice = workspace / "seeds/notice.txt"
    notice.write_text(
        "In short: " + SOURCE.replace("since May", "no more") + "Now, ferries run twice a day.\n"
    )
    difference = data(briefgen, workspace)
    assert lost(difference) == {}
    (item, *_) = difference["briefs"][0]["items"]
    assert (item["item"], [each["kind"] for each in item["changes"]]) == ("closure", ["quote-reanchored"])
    notice.unlink()
    assert lost(data(briefgen, workspace)) == {}  # not known: the source itself is told as not there


def test_briefs_that_came_and_went_and_what_they_lend(workspace: Path, briefgen: Run) -> None:
    (workspace / "briefs/rail.yaml").write_text(
        "title: Rail\nkey_facts: [{use: quay#closure}]\npositions: []\nopen_questions: []\nregional_context: []\n"
    )
    commit(workspace)
    edit(
        workspace / "briefs/quay.yaml",
        ("statement: The quay is closed.", "statement: The whole quay is closed."),
    )
    assert [brief["brief"] for brief in data(briefgen, workspace)["briefs"]] == ["quay", "rail"]
    (workspace / "briefs/quay.yaml").unlink()
    told = {brief["brief"]: brief["status"] for brief in data(briefgen, workspace, "HEAD~1")["briefs"]}
    assert told == {"quay": "removed", "rail": "added"}


def ids(found: dict[str, Any]) -> list[str]:
    return [brief["brief"] for brief in found["briefs"]]


def test_briefs_may_be_named_after_the_revision(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace(
        {**FILES, "briefs/rail.yaml": BRIEF, "briefs/gone.yaml": BRIEF, "briefs/broken.yaml": "title: [\n"}
    )
    commit(root)
    (root / "briefs/gone.yaml").unlink()
    for name in ("quay", "rail"):
        edit(root / f"briefs/{name}.yaml", ("title: Quay", "title: The quay"))
    (root / "briefs/broken.yaml").write_text("title: {\n", encoding="utf-8")
    assert ids(data(briefgen, root)) == ["gone", "quay", "rail"]
    only = data(briefgen, root, "HEAD", "rail")
    assert (ids(only), only["problems"]) == (["rail"], [])
    assert ids(data(briefgen, root, "HEAD", "briefs/rail.yaml", "gone")) == ["gone", "rail"]


def test_a_renamed_brief_is_meant_by_either_id(workspace: Path, briefgen: Run) -> None:
    (workspace / "briefs/quay.yaml").rename(workspace / "briefs/north.yaml")
    for name in ("quay", "north"):
        (renamed,) = data(briefgen, workspace, "HEAD", name)["briefs"]
        assert renamed["changes"] == [{"kind": "id", "old": "quay", "new": "north"}]


def test_a_brief_that_never_was_is_named(workspace: Path, briefgen: Run) -> None:
    done = briefgen("-C", workspace, "diff", "HEAD", "quai")
    assert done.returncode == 2
    assert "there is no brief 'quai'" in done.stderr
    assert "did you mean quay?" in done.stderr


def test_a_brief_in_place_of_the_revision_is_told(workspace: Path, briefgen: Run) -> None:
    done = briefgen("-C", workspace, "diff", "quay")
    assert done.returncode == 2
    assert "`briefgen diff HEAD quay`" in done.stderr


def test_a_brief_whose_file_was_renamed_is_compared_with_itself(workspace: Path, briefgen: Run) -> None:
    (workspace / "briefs/harbour").mkdir()
    (workspace / "briefs/quay.yaml").rename(workspace / "briefs/harbour/north.yaml")
    edit(
        workspace / "briefs/harbour/north.yaml",
        ("statement: The quay is closed.", "statement: The whole quay is closed."),
    )
    (workspace / "briefs/rail.yaml").write_text(
        "title: Rail\nkey_facts: []\npositions: []\nopen_questions: []\nregional_context: []\n"
    )
    renamed, added = data(briefgen, workspace)["briefs"]
    assert (renamed["brief"], renamed["status"]) == ("harbour/north", "changed")
    assert renamed["changes"] == [{"kind": "id", "old": "quay", "new": "harbour/north"}]
    assert [item["item"] for item in renamed["items"]] == ["closure"]
    assert (added["brief"], added["status"]) == ("rail", "added")


@pytest.mark.parametrize("broken", ["before", "now"])
def test_a_brief_that_cannot_be_read_did_not_come_or_go(workspace: Path, briefgen: Run, broken: str) -> None:
    brief = workspace / "briefs/quay.yaml"
    texts = {"before": brief.read_text(), "now": brief.read_text(), broken: "title: [\n"}
    if broken == "before":
        brief.write_text(texts["before"])
        commit(workspace)
    brief.write_text(texts["now"])
    found = data(briefgen, workspace)
    assert found["briefs"] == []
    assert [(each["side"], each["path"]) for each in found["problems"]] == [(broken, "briefs/quay.yaml")]


def test_a_sub_folder_and_a_shallow_clone(make_workspace: Make, briefgen: Run, tmp_path: Path) -> None:
    root = make_workspace(FILES)
    commit(root.parent)
    edit(
        root / "briefs/quay.yaml",
        ("Some 40 boats may leave by June 2026.\n", "Some 45 boats may leave by June 2026.\n"),
    )
    assert data(briefgen, root)["briefs"][0]["items"][0]["item"] == "boats"
    commit(root.parent)
    git(tmp_path, "clone", "--quiet", "--depth=1", tmp_path.as_uri(), "shallow")
    shallow = tmp_path / "shallow/ws"
    assert data(briefgen, shallow)["briefs"] == []
    refused = briefgen("-C", shallow, "diff", "HEAD~1")
    assert refused.returncode == 2
    assert "this clone is shallow" in refused.stderr


def test_faulty_documents_on_either_side_are_told(workspace: Path, briefgen: Run) -> None:
    good = (workspace / "briefs/quay.yaml").read_text()
    (workspace / "briefs/quay.yaml").write_text("title: [\n")
    (workspace / "briefgen.toml").write_text("nonsense = \n")
    commit(workspace)
    (workspace / "briefgen.toml").unlink()
    (workspace / "briefs/quay.yaml").write_text(
        good.replace("statement: The quay is closed.", "statement: {no: [}")
    )
    done = briefgen("-C", workspace, "diff")
    assert done.returncode == 0
    assert "before: briefgen.toml:1: " in done.stdout
    assert "before: briefs/quay.yaml:" in done.stdout
    assert "now: briefs/quay.yaml:4: " in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("ref", ["v9", "--end-of-options", "gone.pdf", "seeds/notice.json"])
def test_what_cannot_be_read_is_exit_2(workspace: Path, briefgen: Run, ref: str) -> None:
    (workspace / "seeds/notice.json").write_text("[1, 2]")
    done = briefgen("-C", workspace, "diff", "--", ref, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_without_a_repository_an_edition_still_serves(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace(FILES)
    refused = briefgen("-C", root, "diff")
    assert refused.returncode == 2
    assert "lies in no git repository" in refused.stderr
    assert briefgen("-C", root, "build", "-f", "json,pdf").returncode == 0
    shutil.copytree(root / "dist/quay", root / "published")
    edit(
        root / "briefs/quay.yaml", ("statement: The quay is closed.", "statement: The whole quay is closed.")
    )
    for name in ("press.json", "press.pdf"):
        (brief,) = data(briefgen, root, str(root / "published" / name))["briefs"]
        assert [(item["item"], item["audiences"]) for item in brief["items"]] == [("closure", ["press"])]
    assert ids(data(briefgen, root, str(root / "published/press.json"), "quay")) == ["quay"]
    (root / "briefs/rail.yaml").write_text(BRIEF, encoding="utf-8")
    refused = briefgen("-C", root, "diff", str(root / "published/press.json"), "rail")
    assert refused.returncode == 2
    assert "is an edition of quay" in refused.stderr


def test_a_quote_of_an_edition_that_its_source_no_longer_says_is_told(
    make_workspace: Make, briefgen: Run
) -> None:
    root = make_workspace(FILES)
    assert briefgen("-C", root, "build", "-f", "json,pdf").returncode == 0
    shutil.copytree(root / "dist/quay", root / "published")
    edit(root / "seeds/notice.txt", ("quay is closed", "quay is open"), ("twice a day", "thrice a day"))
    with (root / "seeds/notice.txt").open("a") as notice:
        notice.write("Once more: Some 40 boats may leave by June 2026.\n")
    for name in ("press.json", "press.pdf"):
        found = lost(difference := data(briefgen, root, str(root / "published" / name)))
        assert {item: each["new"] for item, each in found.items()} == {
            "closure": "The quay is open",
            "key_facts[2]": "Ferries run thrice a day",
        }
        assert "quote-reanchored" not in json.dumps(difference)  # "boats" stands in two places now


def test_an_edition_names_only_briefs_of_the_workspace(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace({**FILES, "seeds/notes.yaml": FILES["briefs/quay.yaml"]})
    assert briefgen("-C", root, "build", "-f", "json").returncode == 0
    edition = json.loads((root / "dist/quay/press.json").read_text())
    (root / "other.json").write_text(json.dumps({**edition, "brief": "../seeds/notes"}))
    (brief,) = data(briefgen, root, str(root / "other.json"))["briefs"]
    assert brief["status"] == "removed"
