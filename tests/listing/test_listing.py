"""The list of editions: what it tells, what it must not, when it is written."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.editions.data import parse_edition
from briefgen.errors import EnvironmentFault
from briefgen.listing.entries import Entry, Health, health_of
from briefgen.listing.page import page
from briefgen.listing.thumbnails import thumbnail
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]

PORT = """\
title: Port <script>alert(1)</script>
subtitle: {}
as_of: 2026-03
marking: TLP:CLEAR
key_facts:
  - id: ferries
    statement: Ferries run as usual.
    citations: [{{source: port-notice, quote: Ferries run as usual}}]
  - id: closure
    statement: The northern quay is closed.
    marking: TLP:AMBER
    tags: [zebracode]
    citations: [{{source: port-notice, quote: The northern quay is closed}}]
positions: []
open_questions: []
regional_context: []
""".format("Ferries and quays")
FILES = {
    "briefs/port.yaml": PORT,
    "templates/desk/audience.yaml": "label: Desk\nmarking: TLP:RED\n",
    "templates/press/audience.yaml": "label: Press\nmarking: TLP:GREEN\nevidence: none\n",
}


def build(root: Path, formats: tuple[str, ...] = ("html", "json"), **more: object) -> Outcome:
    options = Options(briefs=(), audiences=(), formats=formats, out=root / "dist", jobs=1, index=True)
    return build_workspace(open_workspace(root), replace(options, **more))  # type: ignore[arg-type]


def listed(root: Path) -> str:
    return (root / "dist/index.html").read_text()


def row(root: Path, name: str) -> str:
    (found,) = [line for line in listed(root).splitlines() if f'href="{name}.html"' in line]
    return found


def test_every_edition_is_listed_with_what_it_says_of_itself(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    desk = row(root, "port/desk")
    assert "Port &lt;script&gt;alert(1)" in desk
    assert "Ferries and quays" in desk
    assert "as of 2026-03" in desk
    assert 'data-marking="TLP:AMBER"' in desk
    assert "2 rest on one source" in desk
    assert 'data-marking="TLP:CLEAR"' in row(root, "port/press")
    assert "evidence not shown" in row(root, "port/press")
    assert "4 editions of 2 briefs" in listed(root)
    assert '<p class="marking">TLP:AMBER</p>' in listed(root)


def test_a_list_for_one_audience_holds_nothing_of_the_others(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root, audiences=())
    build(root, audiences=("press",))
    assert "desk" not in listed(root).lower()
    assert "AMBER" not in listed(root)
    build(root, audiences=("desk",), index=None, force=True)
    assert "desk" not in listed(root).lower(), "a later build widened it"


def test_no_statement_quote_tag_or_item_id_gets_into_the_list(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    for word in ("closed", "zebracode", "ferries run", "port-notice", "closure"):
        assert word not in listed(root).lower()


def test_a_build_with_nothing_to_do_reads_no_edition(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(FILES)
    build(root)
    before = (root / "dist/index.html").stat().st_mtime_ns
    monkeypatch.setattr("briefgen.listing.writing._entry", lambda *_: pytest.fail("an edition was read"))
    monkeypatch.setattr(
        "briefgen.listing.writing.page", lambda entries: pytest.fail("written") if entries else page(())
    )
    build(root)
    assert (root / "dist/index.html").stat().st_mtime_ns == before


def test_only_what_changed_is_read_again(
    make_workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    import briefgen.listing.writing as writing

    root, read, real = make_workspace(FILES), [], writing._entry

    def watched(index: writing.Index, name: str, key: str) -> Entry:
        read.append(name)
        return real(index, name, key)

    build(root)
    monkeypatch.setattr(writing, "_entry", watched)
    (root / "briefs/port.yaml").write_text(PORT.replace("Ferries and quays", "Ferries only"))
    build(root)
    assert set(read) == {"port/desk", "port/press"}
    assert "Ferries only" in row(root, "port/desk")


@pytest.mark.parametrize("damage", ["{", "[]", '{"entries": {"port/desk": 3}}', "\x00"])
def test_a_damaged_state_means_a_new_list(make_workspace: MakeWorkspace, damage: str) -> None:
    root = make_workspace(FILES)
    build(root)
    good = listed(root)
    (state,) = (root / ".briefgen/listing").iterdir()
    state.write_text(damage)
    (root / "dist/index.html").write_text('<meta name="generator" content="briefgen">')
    build(root)
    assert listed(root) == good


def test_an_altered_list_is_written_again_and_a_lost_one_on_request(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    good = listed(root)
    (root / "dist/index.html").write_text(good + "more")
    build(root, index=None)
    assert listed(root) == good
    (root / "dist/index.html").unlink()
    build(root, index=None)
    assert not (root / "dist/index.html").exists()


def test_without_being_asked_for_there_is_none(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root, index=None)
    assert not (root / "dist/index.html").exists()
    assert not (root / ".briefgen/listing").exists()


def test_a_page_of_somebody_else_is_left_alone(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    (root / "dist").mkdir()
    (root / "dist/index.html").write_text("<h1>Mine</h1>")
    with pytest.raises(EnvironmentFault, match="not written by briefgen"):
        build(root)
    assert listed(root) == "<h1>Mine</h1>"


def test_a_refused_brief_is_out_of_date_until_it_is_sound(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    (root / "briefs/port.yaml").write_text(PORT.replace("quote: Ferries run", "quote: Trains run"))
    assert build(root, index=None).failed
    assert "out of date" in row(root, "port/desk")
    build(root, index=None, briefs=("quay",))
    assert "out of date" in row(root, "port/desk"), "forgotten by a build of another brief"
    (root / "briefs/port.yaml").write_text(PORT)
    build(root, index=None)
    assert "out of date" not in row(root, "port/desk")


def test_what_rests_on_a_changed_source_is_drifted(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace(FILES)
    assert briefgen("-C", root, "lock").returncode == 0
    build(root)
    assert "drifted" not in row(root, "port/desk")
    notice = root / "seeds/notice.txt"
    notice.write_text(notice.read_text() + "Signed.\n")
    build(root)
    assert "2 rest on a source that has changed" in row(root, "port/desk")
    assert "changed" not in row(root, "port/press"), "its readers are shown no evidence"


def test_pictures_follow_their_pdfs_and_go_with_them(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace(FILES)
    done = briefgen("-C", root, "build", "port", "-a", "desk", "--index", "-j", "1")
    assert done.returncode == 0, done.stderr
    picture = root / "dist/index.thumbnails/port/desk.png"
    first = picture.read_bytes()
    assert first.startswith(b"\x89PNG")
    assert 'src="index.thumbnails/port/desk.png"' in listed(root)
    assert first == thumbnail((root / "dist/port/desk.pdf").read_bytes())
    picture.unlink()
    build(root, ("html", "json", "pdf"), briefs=("port",), audiences=("desk",), index=None)
    assert picture.read_bytes() == first
    (root / "dist/port/desk.pdf").unlink()
    (root / "briefs/port.yaml").write_text(PORT.replace("Ferries and quays", "Ferries only"))
    build(root, ("html", "json"), briefs=("port",), audiences=("desk",), index=None)
    assert not picture.exists()


def test_no_index_removes_what_was_written(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    build(root, index=False)
    assert not (root / "dist/index.html").exists()
    assert not list((root / ".briefgen/listing").iterdir())


def test_an_edition_without_data_is_listed_by_its_name(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root, ("html",))
    assert ">port</a>" in row(root, "port/desk")
    assert "not known" in row(root, "port/desk")


def test_a_pdf_that_is_none_has_no_picture() -> None:
    assert thumbnail(b"%PDF-1.7 but no more") is None


def test_a_source_that_disputes_does_not_carry(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    data = json.loads((root / "dist/port/desk.json").read_text())
    for section in data["sections"]:
        for item in section["items"]:
            item["notes"] = [{**note, "relation": "disputes"} for note in item["notes"]]
    view = parse_edition(json.dumps(data))
    assert view is not None
    assert health_of(view, {}) == Health(0, 0, 0)


def test_an_edition_that_leaks_leaves_the_list(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(FILES)
    build(root)
    assert 'href="port/press.html"' in listed(root)
    footer = "{% block footer %}<footer>The northern quay is closed</footer>{% endblock %}"
    (root / "templates/press/brief.html.j2").write_text('{% extends "default/brief.html.j2" %}' + footer)
    outcome = build(root, index=None, briefs=("port",))
    assert [each.rule for each in outcome.report.diagnostics if each.rule == "leak"]
    assert 'href="port/press.html"' not in listed(root)
    assert 'href="port/desk.html"' in listed(root)
