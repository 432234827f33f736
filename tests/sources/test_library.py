"""The library: what a faulty register takes away, and what it leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.building.jobs import Job, run, start
from briefgen.checking.judging import Task, judge, prepare
from briefgen.checking.running import check_workspace
from briefgen.inspection.inspecting import inspect, open_library
from briefgen.sources import library as module
from briefgen.sources.extraction import MOST_GUESSES
from briefgen.sources.searching import search
from briefgen.workspace import Workspace, open_workspace
from tests.conftest import BRIEF, NOTICE

MakeWorkspace = Callable[..., Path]
ENTRY = "sources:\n  - id: port-notice\n    file: notice.txt\n    title: Notice\n"


@pytest.mark.parametrize(
    ("register", "rule"),
    [
        (ENTRY.replace("title: Notice", "title:"), "missing-field"),
        (ENTRY + "    author: [{family: A, literal: B}]\n", "invalid-value"),
        (ENTRY.replace("notice.txt", '""'), "invalid-value"),
        ("{}\n", "missing-field"),
        ("sources:\n", "missing-field"),
        ("sources: none\n", "wrong-type"),
    ],
)
def test_a_fault_of_the_register_is_told_once_and_there(
    make_workspace: MakeWorkspace, register: str, rule: str
) -> None:
    workspace = open_workspace(make_workspace({"seeds/sources.yaml": register}))
    inspection = inspect(workspace, ("quay",))
    told = [(each.rule, each.path) for each in inspection.report().diagnostics if each.severity == "error"]
    assert told == [(rule, "seeds/sources.yaml")]
    assert inspection.blocked(inspection.briefs[0])


def test_an_unknown_source_is_still_told_beside_a_faulty_entry(make_workspace: MakeWorkspace) -> None:
    register = ENTRY.replace("port-notice", "other").replace("title: Notice", "title:")
    report = inspect(open_workspace(make_workspace({"seeds/sources.yaml": register})), ("quay",)).report()
    assert [each.rule for each in report.diagnostics if each.severity == "error"] == [
        "unknown-source",
        "missing-field",
    ]


@pytest.mark.parametrize("second", ["seeds/tea/sources.yaml", "seeds/sources.yaml"])
def test_a_doubled_id_has_no_text_and_says_so_once_with_both_places(
    make_workspace: MakeWorkspace, second: str
) -> None:
    """Which of the two was meant nobody knows: what the wrong one says would bury the fault."""
    other = ENTRY.replace("notice.txt", "other.txt")
    files = {
        "seeds/sources.yaml": ENTRY,
        second: other if "tea" in second else ENTRY + other.removeprefix("sources:\n"),
        str(Path(second).with_name("other.txt")): "9 quays are open.\n",
        "briefs/quay.yaml": BRIEF.replace("quay is closed.\n", "quay has been closed for 12 days.\n"),
    }
    workspace = open_workspace(make_workspace(files))
    inspection = inspect(workspace, ("quay",))
    (fault,) = (each for each in inspection.report().diagnostics if each.severity == "error")
    assert (fault.rule, fault.path) == ("duplicate-id", second)
    assert fault.message == "the source id `port-notice` is given twice: here and in seeds/sources.yaml:2"
    assert inspection.blocked(inspection.briefs[0])
    assert inspection.library.sources["port-notice"].text is None
    report = check_workspace(workspace, ("quay",)).report
    assert [each.rule for each in report.diagnostics if each.severity == "error"] == ["duplicate-id"]


def test_many_missing_files_are_told_without_a_look_at_every_file_for_each(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.documents import validation

    asked: list[str] = []
    monkeypatch.setattr(validation, "nearest", lambda name, _: asked.append(name))
    register = "sources:\n" + "".join(
        f"  - {{id: s{each}, file: n{each}.txt, title: N}}\n" for each in range(100)
    )
    library = open_library(open_workspace(make_workspace({"seeds/sources.yaml": register})))
    assert len(library.findings) == 100
    assert len(asked) == MOST_GUESSES


def test_a_fault_of_the_file_names_it_once_and_speaks_of_scans_for_pdfs_only(
    make_workspace: MakeWorkspace,
) -> None:
    root = make_workspace({"seeds/notice.txt": ""})
    (empty,) = (each for each in inspect(open_workspace(root), ("quay",)).shared)
    assert (empty.message, empty.help) == ("notice.txt: it holds no text", "archive the document again")
    (root / "seeds/notice.txt").unlink()
    (root / "seeds/notice.txt").mkdir()
    (folder,) = (each for each in inspect(open_workspace(root), ("quay",)).shared)
    assert folder.message == "notice.txt: it is a folder"


MANY = {
    **{f"briefs/b{number}.yaml": BRIEF.replace("port-notice", f"s{number}") for number in range(4)},
    **{f"seeds/s{number}.txt": f"{NOTICE}{number}\n" for number in range(4)},
    "seeds/sources.yaml": "sources:\n"
    + "".join(f"  - {{id: s{number}, file: s{number}.txt, title: S}}\n" for number in range(4)),
}


@pytest.mark.parametrize("command", ["check", "build"])
def test_sources_that_no_brief_at_hand_uses_are_let_go(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Or a process would hold all of them in the end, and ten times their room."""
    monkeypatch.setattr(module, "HELD_BYTES", len(NOTICE) * 2 + 20)
    workspace = open_workspace(make_workspace(MANY))
    library = open_library(workspace)
    prepare(workspace, library)
    start("one", library)
    held: list[str] = []
    for brief in ("b0", "b1", "b0", "b2", "b3"):
        _look(workspace, brief, command)
        held.append("".join(name[1:] for name, each in library.sources.items() if each.was_read))
    assert held == ["0", "01", "01", "02", "23"]


def _look(workspace: Workspace, brief: str, command: str) -> None:
    if command == "check":
        assert judge(Task(workspace, brief, False, "")).whole
    else:
        assert run(Job("one", workspace, brief, (("default", None),), ("json",))).made[0].files


def test_a_quote_is_sought_everywhere_without_all_being_held(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HELD_BYTES", 1)
    astray = BRIEF.replace(
        "quote: The northern quay is closed", "quote: further notice. Ferries run as usual. 3"
    )
    workspace = open_workspace(
        make_workspace({**MANY, "briefs/b0.yaml": astray.replace("port-notice", "s0")})
    )
    library = open_library(workspace)
    (inspected,) = inspect(workspace, ("b0",), library).briefs
    assert any("it stands in s3" in each.help for each in inspected.diagnostics)
    assert [name for name, each in library.sources.items() if each.was_read] == ["s0"]


@pytest.mark.parametrize(
    "words", ["further notice. Ferries run as usual. 3", "further notice. Fairies run as usual"]
)
def test_words_are_looked_for_in_all_sources_without_all_being_held(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(module, "HELD_BYTES", 1)
    library = open_library(open_workspace(make_workspace(MANY)))
    assert search(words, library.sources.values()).matches
    assert not any(each.was_read for each in library.sources.values())


def test_a_source_that_was_let_go_is_read_anew(make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    source = open_library(open_workspace(root)).sources["port-notice"]
    before = source.text, source.sha256
    source.let_go()
    assert (source.was_read, source.sha256) == (False, before[1])
    (root / "seeds/notice.txt").write_text("Something else.\n")
    assert source.text == "Something else.\n"
    assert source.sha256 != before[1]


def test_a_source_that_is_read_twice_is_counted_once(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HELD_BYTES", 1)
    source = open_library(open_workspace(make_workspace())).sources["port-notice"]
    held = module.Held()
    for _ in range(2):
        held.add(source, len(NOTICE))
    held.release(())
    held.release(())
    assert not source.was_read
