"""`briefgen source` as a user runs it: what it writes, what it says, and that a fault leaves the workspace as it was."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefgen.cli import main
from tests.conftest import MakeWorkspace, Run
from tests.sources.conftest import Web

PAGE = b"<!DOCTYPE html><html lang=en><title>The quay closes</title><p>The southern quay is closed from May. Ships wait."


@pytest.fixture
def briefgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program inside this process, in the test's folder: each run as a process of its own takes half a second."""

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("sys.argv", ["briefgen", *map(str, arguments)])
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return subprocess.CompletedProcess([], int(stop.value.code or 0), out, err)

    return run


def snapshot(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def register(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load((folder / "seeds/sources.yaml").read_text())["sources"]
    return found


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
    assert str(entry["accessed"]) == "1970-01-02"
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


BRIEF = """\
title: Southern quay
bottom_line:
  - {id: traffic, statement: Ships wait., basis: [closure]}
key_facts:
  - id: closure
    statement: The southern quay is closed.
    citations:
      - {source: the-quay-closes, quote: The southern quay is closed}
  - id: ships
    statement: Ships wait in May.
    citations:
      - {source: the-quay-closes, quote: closed from May. Ships wait}
positions: []
open_questions: []
regional_context: []
"""


@pytest.fixture
def fetched(make_workspace: MakeWorkspace, briefgen: Run, web: Web) -> Path:
    """A workspace whose second brief cites a page that was fetched from the test's server as application/pdf."""
    workspace = make_workspace({"briefs/south.yaml": BRIEF})
    url = web.page("/quay", PAGE, "application/pdf", ETag='"1"')
    done = briefgen("-C", workspace, "source", "add", url, "--allow-private", SOURCE_DATE_EPOCH="0")
    assert done.returncode == 0, done.stderr
    return workspace


def test_the_web_is_archived_as_received(fetched: Path, web: Web) -> None:
    entry = register(fetched)[1]
    assert (entry["file"], entry["URL"], entry["type"]) == ("quay.html", web.url + "/quay", "webpage")
    assert (fetched / "seeds/quay.html").read_bytes() == PAGE
    record = json.loads((fetched / "seeds/sources.fetched.json").read_text())["sources"]["the-quay-closes"]
    assert (record["etag"], record["fetched"]) == ('"1"', "1970-01-01")


def test_an_address_is_registered_once(fetched: Path, briefgen: Run, web: Web) -> None:
    web.page("/quay", PAGE + b"<p>More.")
    before = snapshot(fetched)
    done = briefgen("-C", fetched, "source", "add", web.url + "/quay", "--allow-private")
    assert (done.returncode, "source refresh the-quay-closes" in done.stderr) == (2, True)
    assert snapshot(fetched) == before


def test_refresh_of_what_has_not_changed_writes_nothing(fetched: Path, briefgen: Run, web: Web) -> None:
    before = snapshot(fetched)
    web.page("/quay", b"", status=304)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert (done.returncode, done.stdout) == (0, "the-quay-closes: unchanged\n")
    assert web.requests[-1][1]["if-none-match"] == '"1"'
    assert snapshot(fetched) == before


def test_refresh_keeps_the_old_version_and_says_what_is_touched(
    fetched: Path, briefgen: Run, web: Web
) -> None:
    before = snapshot(fetched)
    new = PAGE.replace(b"southern quay is", b"western quay is")
    web.page("/quay", new)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private", "--format", "json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["sources"][0]["state"] == "changed"
    assert answer["affected"] == [
        {
            "brief": "south",
            "item": "closure",
            "source": "the-quay-closes",
            "quote": "The southern quay is closed",
            "path": "briefs/south.yaml",
            "line": 8,
            "column": 42,
            "rests": ["traffic"],
        }
    ]
    assert answer["standing"] == 1
    after = snapshot(fetched)
    assert (fetched / "seeds/quay.html").read_bytes() == new
    (kept,) = (fetched / "seeds/versions").iterdir()
    assert kept.read_bytes() == PAGE
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"seeds/quay.html", "seeds/sources.fetched.json", f"seeds/versions/{kept.name}"}


def test_refresh_in_words(fetched: Path, briefgen: Run, web: Web) -> None:
    web.page("/quay", PAGE.replace(b"southern quay is", b"western quay is"))
    done = briefgen("-C", fetched, "source", "refresh", "the-quay-closes", "--allow-private")
    assert (
        "briefs/south.yaml:8:42: closure quotes the-quay-closes, where this no longer stands; traffic rests on it"
        in done.stdout
    )
    assert "kept the old version as versions/quay." in done.stdout
    assert "of the quotes of changed sources 1 still stand, 1 do not" in done.stdout


@pytest.mark.parametrize("trouble", ["gone", "binary", "pdf"])
def test_refresh_that_fails_changes_nothing(fetched: Path, briefgen: Run, web: Web, trouble: str) -> None:
    before = snapshot(fetched)
    body = {"gone": b"", "binary": b"\0\1", "pdf": b"%PDF-1.7"}[trouble]
    web.page("/quay", body, status=410 if trouble == "gone" else 200)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert done.returncode == 1
    assert ("unreachable" if trouble == "gone" else "refused") in done.stdout
    assert snapshot(fetched) == before


def test_refresh_of_what_was_never_fetched(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    workspace = make_workspace()
    assert briefgen("-C", workspace, "source", "refresh").returncode == 0
    assert briefgen("-C", workspace, "source", "refresh", "port-notice").returncode == 2
    assert "did you mean port-notice" in briefgen("-C", workspace, "source", "refresh", "port-notices").stderr
    damaged = make_workspace({"seeds/sources.fetched.json": "["})
    assert "sources.fetched.json" in briefgen("-C", damaged, "source", "refresh").stderr


def test_list_shows_use_and_state(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    text = "sources:\n  - {id: port-notice, file: notice.txt, title: Notice}\n  - {id: other, file: other.pdf, title: Other}\n  - {id: none, file: none.txt, title: None}\n"
    workspace = make_workspace({"seeds/sources.yaml": text, "seeds/other.pdf": "%PDF-1.7 broken"})
    done = briefgen("-C", workspace, "source", "list")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["none", "source-missing"],
        ["other", "source-unreadable"],
        ["port-notice", "ok"],
    ]
    assert "1 quote in quay" in lines[2]
    listed = json.loads(briefgen("-C", workspace, "source", "list", "--format", "json").stdout)["sources"]
    assert [each["citations"] for each in listed] == [0, 0, 1]
    assert listed[2]["sha256"] == hashlib.sha256((workspace / "seeds/notice.txt").read_bytes()).hexdigest()


def test_list_of_nothing(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    done = briefgen("-C", make_workspace({"seeds/sources.yaml": "sources: []\n"}), "source", "list")
    assert (done.returncode, "source add" in done.stdout) == (0, True)


def test_list_says_what_has_changed_since_it_was_locked(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    workspace = make_workspace()
    assert briefgen("-C", workspace, "lock").returncode == 0
    assert briefgen("-C", workspace, "source", "list").stdout.split()[1] == "ok"
    (workspace / "seeds/notice.txt").write_text(
        "The northern quay is closed until further notice. No ferries.\n"
    )
    done = briefgen("-C", workspace, "source", "list")
    assert (done.returncode, done.stdout.split()[1]) == (0, "changed")
