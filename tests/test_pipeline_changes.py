"""Builds make only what a change touches, each edition with its reason."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.building.manifest import read_manifest
from tests.conftest import NOTICE, write_files
from tests.threebriefs import ALL, CHANGES, FILES, PORT, RAIL, REGISTER, build, edit, reasons

MakeWorkspace = Callable[..., Path]


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
