"""`briefgen lock` and `briefgen quote` as they are run."""

import json
from pathlib import Path

import pytest

from briefgen.models.scalars import Plain
from tests.conftest import BRIEF, MakeWorkspace, Run

ROOT = Path(__file__).parents[2]


def test_lock_then_check_is_a_fixed_point(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace()
    assert briefgen("-C", root, "check", "--locked").returncode == 1
    assert briefgen("-C", root, "lock", "--check").returncode == 1
    assert not (root / "briefs/quay.lock").exists()
    assert briefgen("-C", root, "lock").returncode == 0
    data = (root / "briefs/quay.lock").read_bytes()
    assert briefgen("-C", root, "lock", "--check").returncode == 0
    assert briefgen("-C", root, "lock").returncode == 0
    assert (root / "briefs/quay.lock").read_bytes() == data
    checked = briefgen("-C", root, "check", "--locked", "--format", "json")
    assert checked.returncode == 0
    assert {each["rule"] for each in json.loads(checked.stdout)["diagnostics"]} == {"single-source"}


def test_a_quote_that_is_not_found_is_told_and_not_recorded(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    faulty = BRIEF.replace("quote: The northern quay is closed", "quote: The northern quay is open")
    root = make_workspace({"briefs/quay.yaml": faulty})
    done = briefgen("-C", root, "lock")
    assert done.returncode == 1
    assert "quote-not-found" in done.stderr
    assert "not recorded" in done.stderr
    assert json.loads((root / "briefs/quay.lock").read_text())["quotes"] == {}


def test_lock_tells_of_quotes_and_sources_and_of_nothing_else(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    """What is wrong with statements keeps no quote from being recorded."""
    ferries = "  - id: ferries\n    statement: All 12 ferries run.\n    citations: [{source: port-notice, quote: Ferries run as usually}]\n"
    faulty = BRIEF.replace(
        "statement: The northern quay is closed.", "statement: The 3 northern quays are closed."
    )
    root = make_workspace({"briefs/quay.yaml": faulty.replace("positions", f"{ferries}positions")})
    done = briefgen("-C", root, "lock")
    assert done.returncode == 1
    assert "quote-not-found" in done.stderr
    assert "number-unsupported" not in done.stderr
    assert "number-unsupported" in briefgen("-C", root, "check").stdout


@pytest.mark.parametrize("data", [b"\x00\x01\xff" * 50, b"", None])
def test_a_source_that_cannot_be_read_keeps_its_records(
    make_workspace: MakeWorkspace, briefgen: Run, data: bytes | None
) -> None:
    root = make_workspace()
    assert briefgen("-C", root, "lock").returncode == 0
    recorded = (root / "briefs/quay.lock").read_bytes()
    (file,) = (root / "seeds").rglob("*.txt")
    text = file.read_text()
    file.unlink() if data is None else file.write_bytes(data)
    again = briefgen("-C", root, "lock")
    assert again.returncode == 1
    assert "kept from before: port-notice" in again.stderr
    told = briefgen("-C", root, "lock", "--check")
    assert told.returncode == 1
    assert "briefs/quay.lock cannot be compared in full: " in told.stdout
    assert (root / "briefs/quay.lock").read_bytes() == recorded
    assert briefgen("-C", root, "lock", "--check").returncode == 1
    file.write_text(text.replace("closed", "open"))
    assert "quote-altered" in briefgen("-C", root, "check").stdout


def test_a_brief_that_cannot_be_read_keeps_its_lock(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace({"briefs/quay.lock": "{}"})
    (root / "briefs/quay.yaml").write_text("title: [")
    assert briefgen("-C", root, "lock").returncode == 1
    assert (root / "briefs/quay.lock").read_text() == "{}"


def test_line_ends_of_another_system_leave_a_lock_up_to_date(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    """Git on Windows writes them by default."""
    root = make_workspace()
    assert briefgen("-C", root, "lock").returncode == 0
    path = root / "briefs/quay.lock"
    data = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(data)
    assert briefgen("-C", root, "lock", "--check").returncode == 0
    assert briefgen("-C", root, "check", "--locked").returncode == 0
    assert briefgen("-C", root, "lock").returncode == 0
    assert path.read_bytes() == data


SECOND = """  - id: ferries
    statement: Ferries run as usual.
    citations: [{source: port-notice, quote: Ferries run as usual}]
positions"""


@pytest.mark.parametrize(
    ("brief", "notice", "lock", "why"),
    [
        (("", ""), ("Ferries run as usual", "No ferries run"), None, "port-notice has changed, 1 quote stands elsewhere or among other words"),
        (("", ""), ("The northern", "News.\n\nThe northern"), None, "port-notice has changed, 1 quote stands elsewhere or among other words"),
        (("positions", SECOND), ("", ""), None, "1 quote is new"),
        (("is closed}", "is closed until further notice}"), ("", ""), None, "1 quote is new, 1 is cited no more"),
        (("", ""), ("quay is closed", "quay is open"), None, "1 quote stands there no more"),
        (("", ""), ("", ""), ('"version": "1"', '"version": "0"'), "port-notice is read by another version of briefgen"),
        (("", ""), ("", ""), ('"sources": {', '"sources":  {'), "it is written otherwise"),
        (("", ""), ("", ""), ('"sources": {', '"sources": {<'), "it cannot be read"),
        (("", ""), ("", ""), ("", None), "there is none yet"),
    ],
)  # fmt: skip
def test_lock_check_says_why_a_lock_is_not_up_to_date(
    make_workspace: MakeWorkspace,
    briefgen: Run,
    brief: tuple[str, str],
    notice: tuple[str, str],
    lock: tuple[str, str | None] | None,
    why: str,
) -> None:
    root = make_workspace()
    assert briefgen("-C", root, "lock").returncode == 0
    for name, change in (
        ("briefs/quay.yaml", brief),
        ("seeds/notice.txt", notice),
        ("briefs/quay.lock", lock),
    ):
        old, new = change or ("", "")
        if new is None:
            (root / name).unlink()
        else:
            assert old in (root / name).read_text()
            (root / name).write_text((root / name).read_text().replace(old, new, 1))
    done = briefgen("-C", root, "lock", "--check")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("briefs/quay.lock is not up to date: ")
    assert f": {why} (" in line


@pytest.mark.parametrize(
    ("omitted", "why"),
    [(None, "1 quote is recorded without what it leaves out"), ("for all", "1 quote leaves out other words")],
)
def test_lock_check_tells_what_a_quote_leaves_out_from_where_it_stands(
    make_workspace: MakeWorkspace, briefgen: Run, omitted: str | None, why: str
) -> None:
    """Locks of before say nothing of it."""
    brief = BRIEF.replace("The northern quay is closed}", "'The harbour master [...] spoke on Monday'}")
    notice = "The harbour master for the northern quay spoke on Monday.\n"
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": notice})
    briefgen("-C", root, "lock")
    path = root / "briefs/quay.lock"
    data = json.loads(path.read_text())
    for quote in data["quotes"].values():
        quote["omitted"] = [omitted] if omitted else []
    path.write_text(json.dumps(data))
    done = briefgen("-C", root, "lock", "--check")
    assert f": {why} (" in done.stdout


def test_a_lock_without_its_brief_is_told(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace()
    assert briefgen("-C", root, "lock").returncode == 0
    (root / "briefs/quay.yaml").rename(root / "briefs/pier.yaml")
    for command in (("check",), ("check", "--locked"), ("lock", "--check"), ("lock",)):
        done = briefgen("-C", root, *command)
        assert (
            "briefs/quay.lock is the lock of no brief: rename it with its brief, or remove it" in done.stderr
        )
    assert (root / "briefs/quay.lock").exists()
    assert "of no brief" not in briefgen("-C", root, "lock", "pier").stderr


def test_build_locked_refuses_what_nobody_reviewed(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace()
    assert briefgen("-C", root, "build", "-f", "json").returncode == 0
    refused = briefgen("-C", root, "build", "-f", "json", "--locked")
    assert refused.returncode == 1
    assert "not-locked" in refused.stderr
    assert briefgen("-C", root, "lock").returncode == 0
    assert briefgen("-C", root, "build", "-f", "json", "--locked").returncode == 0


def test_quote_prints_a_citation_that_passes(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace()
    found = briefgen("-C", root, "quote", "northern quay")
    assert found.returncode == 0
    assert "port-notice, line 1" in found.stdout
    assert (
        "- source: port-notice\n    quote: The northern quay is closed until further notice." in found.stdout
    )


@pytest.mark.parametrize(
    ("words", "exact", "code"),
    [
        ("is closed until further notice", True, 0),
        ("is shut until further notice", False, 0),
        ("zwölf Boxkämpfer jagen", False, 1),
    ],
)
def test_quote_answers_in_json(
    make_workspace: MakeWorkspace, briefgen: Run, words: str, exact: bool, code: int
) -> None:
    from briefgen.documents.reading import load

    done = briefgen("-C", make_workspace(), "quote", words, "--format", "json")
    assert done.returncode == code
    matches = json.loads(done.stdout)["matches"]
    assert bool(matches) == (code == 0)
    for match in matches:
        assert match["exact"] is exact
        assert bool(match["changes"]) is not exact
        (citation,) = load(match["citation"], "").data
        assert citation == {Plain("source"): "port-notice", "quote": match["quote"]}


def test_each_key_of_the_json_answer_is_documented(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    page = (ROOT / "docs/quotes.md").read_text()
    answer = json.loads(briefgen("-C", make_workspace(), "quote", "Quay", "--format", "json").stdout)
    keys = {*answer, *answer["matches"][0]}
    assert not [key for key in keys if f"`{key}`" not in page]


def test_quote_ranks_passages_by_the_words_they_share(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    register = (
        "sources:\n  - {id: a, file: a.txt, title: A}\n  - {id: b, file: b.txt, title: B}\n"
        "  - {id: c, file: c.txt, title: C}\n"
    )
    files = {
        "seeds/sources.yaml": register,
        "seeds/a.txt": "Norther winds will blow. The closing bass is William.\n",
        "seeds/b.txt": "The port will close its northern basin in March. All is well.\n",
        "seeds/c.txt": "The northern basin is where ships lie. It will close.\n",
    }
    root = make_workspace(files)
    matches = json.loads(
        briefgen("-C", root, "quote", "northen bassin will close", "--format", "json").stdout
    )
    assert [(match["source"], match["quote"]) for match in matches["matches"]] == [
        ("b", "will close its northern basin")
    ]
    none = briefgen("-C", root, "quote", "zeppelins over Vienna")
    assert (none.returncode, none.stdout) == (1, "")
    assert "nothing near" in none.stderr


@pytest.mark.parametrize("words", ["Burkina Faso", "1.42", "Mali", "Niger 9", "Sum", "wells", "Chad", "Togo"])
def test_what_quote_offers_is_accepted(make_workspace: MakeWorkspace, briefgen: Run, words: str) -> None:
    """Cells of two words, words that stand twice, the last word of all: a passage that is long enough, and one only."""
    table = (
        "<table><tr><td>Burkina Faso<td>1.42<tr><td>Mali<td>12<tr><td>Niger<td>9<tr><td>Chad<td>9<tr><td>Chad<td>9"
        "<tr><td>Sum<td>30</table><p>The country has some wells. And still, with water in it, none of them is deep."
        "<p>Rain fell on all of it.<p>Togo</p>"
    )
    root = make_workspace(
        {
            "seeds/sources.yaml": "sources:\n  - {id: wells, file: wells.html, title: Wells, language: en}\n",
            "seeds/wells.html": f"<!DOCTYPE html><meta charset=utf-8><body>{table}",
        }
    )
    matches = json.loads(briefgen("-C", root, "quote", words, "--format", "json").stdout)["matches"]
    assert matches
    for match in matches:
        cited = match["citation"].replace("\n", "\n      ")
        (root / "briefs/quay.yaml").write_text(
            f"title: T\nkey_facts:\n  - statement: All is well.\n    citations:\n      {cited}\n"
            "positions: []\nopen_questions: []\nregional_context: []\n"
        )
        report = json.loads(briefgen("-C", root, "check", "--format", "json").stdout)
        assert {each["rule"] for each in report["diagnostics"]} <= {
            "not-locked",
            "single-source",
            "quote-respaced",
            "quote-trimmed-context",
        }


def test_where_nothing_can_be_cited_quote_says_why(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = make_workspace({"seeds/notice.txt": "Quay closed.\n"})
    done = briefgen("-C", root, "quote", "Quay")
    assert done.returncode == 0
    assert (
        "# no citation of this would be accepted: a quote of fewer than three words proves nothing"
        in done.stdout
    )
    (match,) = json.loads(briefgen("-C", root, "quote", "Quay", "--format", "json").stdout)["matches"]
    assert (match["citation"], match["problem"]) == (None, "a quote of fewer than three words proves nothing")


def test_the_words_asked_for_are_marked_in_a_wider_passage(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    done = briefgen("-C", make_workspace(), "quote", "northern quay")
    assert "  The [northern quay] is closed until further notice.\n" in done.stdout
    assert "    quote: The northern quay is closed until further notice.\n" in done.stdout


def test_a_difference_is_told_of_the_words_asked_for_alone(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    """The passage is widened to what can be cited, which is no difference."""
    root = make_workspace()
    done = briefgen("-C", root, "quote", "nortern quay")
    assert "  [-nortern-] {+northern+} quay\n" in done.stdout
    assert "  The [northern quay] is closed until further notice.\n" in done.stdout
    (match,) = json.loads(briefgen("-C", root, "quote", "nortern quay", "--format", "json").stdout)["matches"]
    assert match["changes"] == [{"quoted": "nortern", "found": "northern"}]
    assert (match["words"], match["exact"]) == ("northern quay", False)


def test_places_that_are_not_shown_are_counted(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    lines = "\n\n".join(f"On day {day} the council met in the hall." for day in range(40))
    root = make_workspace({"seeds/notice.txt": lines})
    done = briefgen("-C", root, "quote", "the council met")
    assert done.stdout.count("- source: port-notice") == 20
    assert "port-notice has 20 more places with these words: give more of them" in done.stderr
    answer = json.loads(briefgen("-C", root, "quote", "the council met", "--format", "json").stdout)
    assert (len(answer["matches"]), answer["more"]) == (20, {"port-notice": 20})
    assert json.loads(briefgen("-C", root, "quote", "On day 7 the", "--format", "json").stdout)["more"] == {}


REGISTER = "sources:\n  - {id: port-notice, file: notice.txt, title: N}\n  - {id: pilot-book, file: pilots.txt, title: P}\n"


@pytest.mark.parametrize("words", ["northern quay", "zwölf Boxkämpfer jagen"])
def test_quote_says_what_it_could_not_look_into(
    make_workspace: MakeWorkspace, briefgen: Run, words: str
) -> None:
    """What it does not find may stand there."""
    root = make_workspace({"seeds/sources.yaml": REGISTER, "seeds/more/sources.yaml": "sources: ["})
    done = briefgen("-C", root, "quote", words)
    assert done.returncode == (0 if words == "northern quay" else 1)
    assert "not searched: pilot-book (source-missing)" in done.stderr
    assert (
        "not searched: the sources of seeds/more/sources.yaml; `briefgen check` says what is wrong with it"
        in done.stderr
    )
    answer = json.loads(briefgen("-C", root, "quote", words, "--format", "json").stdout)
    assert answer["unread"] == {"pilot-book": "source-missing"}
    assert "not searched" not in briefgen("-C", root, "quote", words, "-s", "port-notice").stderr
    unknown = briefgen("-C", root, "quote", words, "-s", "mole-notice")
    assert "seeds/more/sources.yaml cannot be read" in unknown.stderr


def test_where_the_places_are_not_all_counted_quote_says_so(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    root = make_workspace({"seeds/notice.txt": "The council met in the hall. " * 600})
    assert "port-notice has at least 480 more places" in briefgen("-C", root, "quote", "council met").stderr


def test_quote_takes_known_sources_only(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    done = briefgen("-C", make_workspace(), "quote", "northern quay is", "-s", "port-notices")
    assert done.returncode == 2
    assert "did you mean port-notice?" in done.stderr
    assert briefgen("-C", make_workspace(), "quote", " ").returncode == 2
