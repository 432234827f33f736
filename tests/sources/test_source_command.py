"""`briefgen source` as a user runs it: what it writes, what it says, and that a fault leaves the workspace as it was."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.sources.importing import RECORD_ONLY
from tests.conftest import MakeWorkspace, Run
from tests.sources.conftest import PAGE, Web, register, snapshot


def test_add_archives_the_bytes_and_registers_them(
    make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path
) -> None:
    workspace = make_workspace()
    before = (workspace / "seeds/sources.yaml").read_text()
    (tmp_path / "page.html").write_bytes(PAGE)
    done = briefgen("-C", workspace, "source", "add", "page.html", SOURCE_DATE_EPOCH="86400")
    assert (done.returncode, done.stderr) == (0, "")
    assert (workspace / "seeds/page.html").read_bytes() == PAGE
    assert (workspace / "seeds/sources.yaml").read_text().startswith(before)
    entry = register(workspace)[1]
    assert (entry["id"], entry["title"], entry["language"], entry["issued"]) == (
        "the-quay-closes",
        "The quay closes",
        "en",
        None,
    )
    assert entry["accessed"] is None
    assert briefgen("-C", workspace, "check").returncode == 0


def test_add_answers_in_json(make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("A report.")
    answer = json.loads(
        briefgen(
            "-C",
            make_workspace(),
            "source",
            "add",
            "report.txt",
            "--id",
            "r",
            "--title",
            "T",
            "--format",
            "json",
        ).stdout
    )
    assert (answer["added"][0]["id"], answer["added"][0]["title"]) == ("r", "T")
    assert answer["files"] == ["seeds/report.txt", "seeds/sources.yaml"]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--id", "Not Kebab", "--id: `id`: `Not Kebab` is not kebab-case"),
        ("--type", "reprot", "--type: `type` cannot be `reprot`; did you mean report?"),
    ],
)
def test_options_that_cannot_be_are_a_fault_of_usage(
    briefgen: Run, make_workspace: MakeWorkspace, option: str, value: str, words: str
) -> None:
    root = make_workspace({"report.txt": "Report\n\nThe ferry is late.\n"})
    done = briefgen("-C", root, "source", "add", root / "report.txt", option, value)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("binary.txt", b"\x89PNG\r\n\x1a\n\0", 1, "PNG"),
        ("latin.txt", "où ça à £5".encode("cp1252"), 1, "UTF-8"),
        ("broken.pdf", b"%PDF-1.7 broken", 1, "damaged"),
        ("broken.docx", b"PK\x03\x04broken", 1, "damaged"),
        ("empty.txt", b" ", 1, "no text"),
        ("table.xlsx", b"PK", 1, ".docx"),
        ("broken.bib", b"@article{x, title={", 1, "BibTeX"),
        (
            "again.txt",
            b"The northern quay is closed until further notice. Ferries run as usual.\n",
            2,
            "port-notice",
        ),
        (None, b"", 2, "no file"),
    ],
)
def test_a_fault_leaves_the_workspace_as_it_was(
    make_workspace: MakeWorkspace,
    briefgen: Run,
    tmp_path: Path,
    name: str | None,
    data: bytes,
    code: int,
    words: str,
) -> None:
    workspace = make_workspace()
    before = snapshot(workspace)
    if name:
        (tmp_path / name).write_bytes(data)
    done = briefgen("-C", workspace, "source", "add", name or "none.txt")
    assert done.returncode == code
    assert words in done.stdout + done.stderr
    assert (name or "none.txt") in done.stdout + done.stderr or code == 2
    assert "Traceback" not in done.stderr
    assert snapshot(workspace) == before
    if code == 1:
        report = json.loads(briefgen("-C", workspace, "source", "add", name, "--format", "json").stdout)
        assert report["diagnostics"][0]["help"]


@pytest.mark.parametrize("text", ["sources: [\n", "sources: x\n", "sources: &a []\n"])
def test_a_broken_register_is_left_alone(
    make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path, text: str
) -> None:
    workspace = make_workspace({"seeds/sources.yaml": text})
    (tmp_path / "a.txt").write_text("Text.")
    before = snapshot(workspace)
    done = briefgen("-C", workspace, "source", "add", "a.txt")
    assert done.returncode == 1
    assert "sources.yaml" in done.stdout
    assert snapshot(workspace) == before


def test_links_and_names_that_lead_nowhere_are_told_as_such(
    make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path
) -> None:
    workspace = make_workspace()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    odd = workspace / "seeds" / os.fsdecode(b"caf\xe9.txt")
    odd.write_text("Some words of its own.")
    said = {
        name: briefgen("-C", workspace, "source", "add", name).stderr for name in ("loop.txt", "gone.txt", "")
    }
    assert "loop.txt is a link that leads nowhere" in said["loop.txt"]
    assert "gone.txt is a link that leads nowhere" in said["gone.txt"]
    assert "name a file or an address" in said[""]
    done = briefgen("-C", workspace, "source", "add", odd)
    assert (done.returncode, "not in UTF-8" in done.stderr) == (2, True)


def test_a_folder_of_sources_that_is_a_link_to_itself(
    make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path
) -> None:
    workspace = make_workspace()
    shutil.rmtree(workspace / "seeds")
    (workspace / "seeds").symlink_to("seeds")
    (tmp_path / "a.txt").write_text("Words.")
    done = briefgen("-C", workspace, "source", "add", "a.txt")
    assert (done.returncode, "a fault of briefgen" in done.stderr) == (2, False)
    assert "seeds" in done.stderr


def test_add_takes_a_file_that_lies_in_seeds_where_it_is(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    workspace = make_workspace({"seeds/sub/new.txt": "New text."})
    assert briefgen("-C", workspace, "source", "add", workspace / "seeds/sub/new.txt").returncode == 0
    assert register(workspace)[1]["file"] == "sub/new.txt"


def test_into_another_register(make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path) -> None:
    workspace = make_workspace()
    (tmp_path / "a.txt").write_text("Text.")
    assert briefgen("-C", workspace, "source", "add", "a.txt", "--into", "seeds/iraq").returncode == 0
    assert (workspace / "seeds/iraq/a.txt").exists()
    assert "file: a.txt" in (workspace / "seeds/iraq/sources.yaml").read_text()
    assert briefgen("-C", workspace, "source", "add", "a.txt", "--into", "briefs").returncode == 2


def test_a_bibliography(make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path) -> None:
    workspace = make_workspace()
    (tmp_path / "refs.bib").write_text(
        "@misc{port-notice, title={x}, year=2024}\n@report{un, title={Report}, author={{United Nations}}}\n"
    )
    done = briefgen("-C", workspace, "source", "add", "refs.bib")
    assert (done.returncode, done.stderr) == (0, "")
    assert [entry["id"] for entry in register(workspace)] == ["port-notice", "un"]
    assert str(register(workspace)[0]["issued"]) == "2024"
    assert briefgen("-C", workspace, "check").returncode == 0


def test_nothing_is_said_twice(make_workspace: MakeWorkspace, tmp_path: Path) -> None:
    """In a process of its own, where libraries print what nobody else handles."""
    (tmp_path / "bad.bib").write_text("@article{x, title={open")
    command = [
        sys.executable,
        "-m",
        "briefgen",
        "-C",
        str(make_workspace()),
        "source",
        "add",
        str(tmp_path / "bad.bib"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stderr) == (1, "")
    assert "BibTeX" in done.stdout


def test_add_from_the_web_needs_leave_for_private_addresses(
    make_workspace: MakeWorkspace, briefgen: Run, web: Web
) -> None:
    workspace = make_workspace()
    before = snapshot(workspace)
    done = briefgen("-C", workspace, "source", "add", web.page("/a", PAGE))
    assert done.returncode == 2
    assert "--allow-private" in done.stderr
    assert snapshot(workspace) == before
    assert web.requests == []


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"\x89PNG\0", "text/plain", 1),
        ("où ça à £5".encode("cp1252"), "text/html; charset=windows-1252", 1),
        (b"", "text/html", 1),
    ],
)
def test_what_the_web_gives_is_checked(
    make_workspace: MakeWorkspace, briefgen: Run, web: Web, body: bytes, kind: str, code: int
) -> None:
    workspace = make_workspace()
    before = snapshot(workspace)
    assert (
        briefgen("-C", workspace, "source", "add", web.page("/a", body, kind), "--allow-private").returncode
        == code
    )
    assert briefgen("-C", workspace, "source", "add", web.url + "/none", "--allow-private").returncode == 2
    assert snapshot(workspace) == before


@pytest.mark.parametrize(
    ("path", "kind", "body", "ids"),
    [
        ("/refs.bib", "text/plain", b"@misc{a, title={One}}\n@misc{b, title={Two}}\n", ["a", "b"]),
        ("/export?format=bibtex", "application/x-bibtex; charset=utf-8", b"@misc{a, title={One}}\n", ["a"]),
        ("/x", "application/x-research-info-systems", b"TY  - RPRT\nTI  - One\nER  - \n", ["one"]),
        ("/items.json", "application/json", b'[{"id": "a", "type": "report", "title": "One"}]', ["a"]),
        ("/x", "application/vnd.citationstyles.csl+json", b'{"id": "a", "type": "report", "title": "One"}', ["a"]),
    ],
)  # fmt: skip
def test_a_bibliography_from_the_web_fills_the_register(
    make_workspace: MakeWorkspace, briefgen: Run, web: Web, path: str, kind: str, body: bytes, ids: list[str]
) -> None:
    workspace = make_workspace()
    done = briefgen("-C", workspace, "source", "add", web.page(path, body, kind), "--allow-private")
    assert (done.returncode, done.stderr) == (0, "")
    assert [entry["id"] for entry in register(workspace)] == ["port-notice", *ids]
    assert register(workspace)[1]["descriptor"] == RECORD_ONLY
    assert not (workspace / "seeds/sources.fetched.json").exists()


@pytest.mark.parametrize(
    ("path", "kind", "body", "file"),
    [
        ("/data.json", "application/json", b'[{"type": "Feature", "title": "A place"}]', "data.json.txt"),
        ("/refs.bib", "text/html", b"<!DOCTYPE html><title>Log in</title><p>Log in first.", "refs.bib.html"),
    ],
)
def test_what_only_looks_like_a_bibliography_is_a_document(
    make_workspace: MakeWorkspace, briefgen: Run, web: Web, path: str, kind: str, body: bytes, file: str
) -> None:
    workspace = make_workspace()
    assert (
        briefgen("-C", workspace, "source", "add", web.page(path, body, kind), "--allow-private").returncode
        == 0
    )
    assert register(workspace)[1]["file"] == file


def test_a_broken_bibliography_from_the_web_changes_nothing(
    make_workspace: MakeWorkspace, briefgen: Run, web: Web
) -> None:
    workspace = make_workspace()
    before = snapshot(workspace)
    url = web.page("/refs.bib", b"@misc{a, title={One", "application/x-bibtex")
    done = briefgen("-C", workspace, "source", "add", url, "--allow-private")
    assert done.returncode == 1
    assert f"{url}: its entry on line 1 cannot be read as BibTeX" in done.stdout
    done = briefgen("-C", workspace, "source", "add", url, "--allow-private", "--id", "x")
    assert "for one document" in done.stderr
    assert snapshot(workspace) == before


@pytest.mark.parametrize(
    ("stated", "file"),
    [
        ('attachment; filename="Annual report 2024.htm"', "Annual report 2024.html"),
        ("inline; filename*=UTF-8''Rapport%20d%C3%A9fense.html", "Rapport défense.html"),
        ("attachment; filename=../../etc/passwd", "passwd.html"),
        ('attachment; filename="C:\\\\reports\\\\one.html"', "one.html"),
        ("attachment", "dl.html"),
        ('attachment; filename=""', "dl.html"),
        ("attachment; filename*=nonsense''%ff", "ÿ.html"),
        ('attachment; filename="Défense.html"', "Défense.html"),
        (";;;=", "dl.html"),
        ("attachment; filename*=idna''%ff%ff", "dl.html"),
        ("attachment; filename*=UTF-8''a%C2%9Fb%EF%BF%BE.html", "a_b_.html"),
        ("attachment; filename*=UTF-8''report%E2%80%AElmth.pdf", "report_lmth.html"),
        ("attachment; filename=AUX.html", "_AUX.html"),
    ],
)
def test_the_server_may_name_the_file(
    make_workspace: MakeWorkspace, briefgen: Run, web: Web, stated: str, file: str
) -> None:
    workspace = make_workspace()
    url = web.page("/dl?id=9", PAGE, Content_Disposition=stated)
    assert briefgen("-C", workspace, "source", "add", url, "--allow-private").returncode == 0
    assert register(workspace)[1]["file"] == file
    assert (workspace / "seeds" / file).read_bytes() == PAGE


def test_a_page_that_scripts_fill_says_how_to_save_it(
    make_workspace: MakeWorkspace, briefgen: Run, tmp_path: Path
) -> None:
    (tmp_path / "app.html").write_text(
        "<!DOCTYPE html><title>App</title><div id=root></div><script>x</script>"
    )
    done = briefgen("-C", make_workspace(), "source", "add", "app.html")
    assert "open it in a browser" in done.stdout
