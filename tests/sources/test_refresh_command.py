"""`briefgen source refresh` and `list` as a user runs them."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import MakeWorkspace, Run
from tests.sources.conftest import PAGE, Web, register, snapshot

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
    page = (Path(__file__).parents[2] / "docs/sources.md").read_text()
    assert not [
        key
        for part in (answer, *answer["sources"], *answer["affected"])
        for key in part
        if f"`{key}`" not in page
    ]
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
            "fault": "quote-not-found",
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
    assert "of the quotes of changed sources 1 still stands, 1 does not" in done.stdout


def test_refresh_keeps_saying_which_quotes_do_not_stand(fetched: Path, briefgen: Run, web: Web) -> None:
    """The source changes once; the brief is wrong until somebody mends it."""
    web.page("/quay", PAGE.replace(b"southern quay is", b"western quay is"))
    assert briefgen("-C", fetched, "source", "refresh", "--allow-private").returncode == 1
    for _ in range(2):
        done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
        assert done.returncode == 1
        first, second, *_, last = done.stdout.splitlines()
        assert first == "the-quay-closes: unchanged"
        assert second == (
            "briefs/south.yaml:8:42: closure quotes the-quay-closes, where this does not stand; traffic rests on it:"
        )
        assert last == "of the quotes of these sources 1 still stands, 1 does not"
    answer = json.loads(
        briefgen("-C", fetched, "source", "refresh", "--allow-private", "--format", "json").stdout
    )
    assert [each["item"] for each in answer["affected"]] == ["closure"]
    path = fetched / "briefs/south.yaml"
    path.write_text(path.read_text().replace("southern quay", "western quay"))
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert (done.returncode, done.stdout) == (0, "the-quay-closes: unchanged\n")


def test_a_quote_that_stands_twice_now_is_not_called_gone(fetched: Path, briefgen: Run, web: Web) -> None:
    web.page("/quay", PAGE + b"<p>Once more: The southern quay is closed for good.")
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert done.returncode == 1
    assert (
        "closure quotes the-quay-closes, where this now stands more than once; traffic rests" in done.stdout
    )


@pytest.mark.parametrize("trouble", ["gone", "binary", "pdf"])
def test_refresh_that_fails_changes_nothing(fetched: Path, briefgen: Run, web: Web, trouble: str) -> None:
    before = snapshot(fetched)
    body = {"gone": b"", "binary": b"\0\1", "pdf": b"%PDF-1.7"}[trouble]
    web.page("/quay", body, status=410 if trouble == "gone" else 200)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert done.returncode == 1
    assert ("unreachable" if trouble == "gone" else "refused") in done.stdout
    assert snapshot(fetched) == before


def rewritten(workspace: Path, old: str, new: str) -> None:
    path = workspace / "seeds/sources.yaml"
    path.write_text(path.read_text().replace(old, new))


def test_a_source_that_got_another_id_is_still_asked_for(fetched: Path, briefgen: Run, web: Web) -> None:
    rewritten(fetched, "id: the-quay-closes", "id: quay-page")
    web.page("/quay", b"", status=304)
    done = briefgen("-C", fetched, "source", "refresh", "quay-page", "--allow-private")
    assert (done.returncode, done.stdout) == (0, "quay-page: unchanged\n")
    assert web.requests[-1][1]["if-none-match"] == '"1"'
    assert list(json.loads((fetched / "seeds/sources.fetched.json").read_text())["sources"]) == ["quay-page"]


def test_the_same_address_in_another_register_is_no_new_id(fetched: Path, briefgen: Run, web: Web) -> None:
    rewritten(fetched, "id: the-quay-closes", "id: quay-page")
    (fetched / "seeds/zz").mkdir()
    (fetched / "seeds/zz/copy.txt").write_text("The quay.")
    (fetched / "seeds/zz/sources.yaml").write_text(
        f"sources:\n  - {{id: zz-copy, file: copy.txt, title: Copy, URL: {web.url}/quay}}\n"
    )
    web.page("/quay", b"", status=304)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert (done.returncode, done.stdout) == (0, "quay-page: unchanged\n")


def test_the_address_in_the_register_goes_before_the_one_it_was_fetched_from(
    fetched: Path, briefgen: Run, web: Web
) -> None:
    moved = web.page("/new/quay", PAGE.replace(b"wait", b"leave"), ETag='"9"')
    rewritten(fetched, web.url + "/quay", moved)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert "the-quay-closes: changed" in done.stdout
    assert (web.requests[-1][0], "if-none-match" in web.requests[-1][1]) == ("/new/quay", False)
    record = json.loads((fetched / "seeds/sources.fetched.json").read_text())["sources"]["the-quay-closes"]
    assert (record["url"], record["etag"]) == (moved, '"9"')


def test_a_file_that_is_not_what_was_fetched_is_asked_for_as_new(
    fetched: Path, briefgen: Run, web: Web
) -> None:
    (fetched / "seeds/quay.html").write_bytes(PAGE.replace(b"wait", b"sail"))
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private")
    assert "if-none-match" not in web.requests[-1][1]
    assert "the-quay-closes: changed" in done.stdout
    assert (fetched / "seeds/quay.html").read_bytes() == PAGE


def test_a_source_whose_file_is_gone_says_so(fetched: Path, briefgen: Run) -> None:
    (fetched / "seeds/quay.html").unlink()
    done = briefgen("-C", fetched, "source", "refresh", "the-quay-closes", "--allow-private")
    assert done.returncode == 2
    assert "there is no quay.html beside the register" in done.stderr


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
def test_refresh_where_the_server_is_troubled(fetched: Path, briefgen: Run, web: Web, status: int) -> None:
    before = snapshot(fetched)
    web.page("/quay", b"<p>Sorry", status=status)
    done = briefgen("-C", fetched, "source", "refresh", "--allow-private", "--format", "json")
    (source,) = json.loads(done.stdout)["sources"]
    assert (done.returncode, source["state"]) == (1, "unreachable")
    assert str(status) in source["message"]
    assert source["help"]
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
