"""The reporters: what each form promises its reader."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefgen.diagnostics import Diagnostic, Report, Severity, Span, Summary, TextEdit, TextFix
from briefgen.reporting.github import LIMIT, render_github, render_summary
from briefgen.reporting.gitlab import render_gitlab
from briefgen.reporting.json_report import render_json, to_data
from briefgen.reporting.sarif import render_sarif
from briefgen.reporting.text import columns, render_text, underline, visible


def diagnostic(
    line: int = 3, message: str = "100% wrong: a,b", severity: Severity = Severity.ERROR
) -> Diagnostic:
    fix = TextFix("write this", (TextEdit(Span(line, 5, line, 9), "this"),), safe=True)
    return Diagnostic(
        "uncited",
        severity,
        message,
        "briefs/a b.yaml",
        Span(line, 5, line, 9),
        "a b",
        "closure",
        "look\ntwice",
        (fix,),
        ("    text here",),
    )


def report(*diagnostics: Diagnostic) -> Report:
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    return Report(Summary(1, 2, 3, errors, 0, 4), diagnostics)


def test_text_draws_the_line_and_the_remedy() -> None:
    assert render_text(report(diagnostic())) == (
        "briefs/a b.yaml:3:5: error[uncited]: 100% wrong: a,b\n"
        "  |\n"
        "3 |     text here\n"
        "  |     ^^^^\n"
        "  = help: look\n"
        "  = help: twice\n"
        "  = fix: write this (`check --fix` does it)\n"
        "\n"
        "1 brief, 2 items, 3 quotes: 1 error, 0 warnings, 4 waived\n"
    )


def test_only_what_is_applied_is_called_a_fix() -> None:
    safe = diagnostic()
    (fix,) = safe.fixes
    offered = replace(safe, fixes=(replace(fix, safe=False),))
    register = replace(safe, path="seeds/sources.yaml", brief=None)
    said = replace(offered, help="did you mean this?")
    lines = [
        [line.strip() for line in render_text(report(each)).splitlines() if "write this" in line]
        for each in (safe, offered, register, said)
    ]
    assert lines == [
        ["= fix: write this (`check --fix` does it)"],
        ["= suggestion: write this"],
        ["= suggestion: write this"],
        [],
    ]


def test_a_fault_in_a_shared_fact_is_told_once_with_the_briefs_that_it_reaches() -> None:
    shared = replace(diagnostic(), path="briefs/shared/port.yaml")
    own = replace(diagnostic(), path="briefs/quay.yaml", brief="quay")
    locked = replace(diagnostic(), path="briefs/quay.lock", brief="quay")
    text = render_text(report(replace(shared, brief="quay"), replace(shared, brief="rail"), own, locked))
    assert text.count("briefs/shared/port.yaml:3:5: error[uncited]") == 1
    assert [line.strip() for line in text.splitlines() if "reaches" in line] == ["= reaches: quay, rail"]


def test_a_fault_in_a_fact_that_others_borrow_is_told_once_too() -> None:
    """The brief that the fact stands in is no news, those that take it from there are."""
    own = replace(diagnostic(), path="briefs/quay.yaml", brief="quay")
    text = render_text(report(own, replace(own, brief="rail"), replace(own, brief="roads")))
    assert text.count("briefs/quay.yaml:3:5: error[uncited]") == 1
    assert "= reaches: rail, roads" in text
    assert text.endswith("1 error, 0 warnings, 4 waived\n")
    moved = [replace(each, severity=Severity.INFO) for each in (own, replace(own, brief="rail"))]
    assert render_text(report(*moved)).splitlines()[0] == (
        "briefs/quay.yaml:3:5: info[uncited]: 100% wrong: a,b (reaches: rail)"
    )


def test_a_fault_in_a_template_is_told_once_however_many_briefs_it_stops() -> None:
    broken = replace(diagnostic(), path="templates/press/brief.html.j2", audience="press")
    found = report(*(replace(broken, brief=f"b{number}") for number in range(1000)))
    assert render_text(found).count("error[uncited]") == 1
    assert "= reaches: b0, b1, b2, b3, b4 and 995 more" in render_text(found)
    (annotation,) = [line for line in render_github(found).splitlines() if line.startswith("::")]
    assert "file=templates/press/brief.html.j2,line=3" in annotation
    assert "%0Areaches: b0, b1, b2, b3, b4 and 995 more%0A" in annotation


def test_colour_only_where_asked_for() -> None:
    assert "\x1b[" in render_text(report(diagnostic()), colour=True)
    assert "\x1b[" not in render_text(report(diagnostic()))


def test_what_a_terminal_would_obey_is_written_out() -> None:
    hostile = diagnostic(message="a\x1b[2Jb\u202ec\nd")
    text = render_text(report(hostile)).splitlines()[0]
    assert "a<U+001B>[2Jb<U+202E>c<U+000A>d" in text


@pytest.mark.parametrize(
    ("before", "words"),
    [("", "abc"), ("漢字 ", "語"), ("e\u0301 ", "x"), ("x" * 300 + " ", "here"), ("\t", "tab")],
)
def test_the_caret_stands_under_the_words(before: str, words: str) -> None:
    line = f"{before}{words} and more"
    shown, caret = underline(line, len(before), len(before) + len(words))
    start = len(caret) - len(caret.lstrip())
    cut = next(
        index
        for index in range(len(shown) + 1)
        if columns(shown[:index]) == start and not shown[index:].startswith("\u0301")
    )
    assert shown[cut:].startswith(visible(words))
    assert caret.strip() == "^" * columns(words)
    assert columns(shown) < 115


def test_json_keeps_every_field() -> None:
    data = json.loads(render_json(report(diagnostic())))
    assert data["summary"] == {"briefs": 1, "items": 2, "quotes": 3, "errors": 1, "warnings": 0, "waived": 4}
    (one,) = data["diagnostics"]
    assert one["fixes"][0]["edits"] == [
        {"line": 3, "column": 5, "end_line": 3, "end_column": 9, "text": "this"}
    ]
    assert one["item"] == "closure"


def test_github_escapes_and_places() -> None:
    line = render_github(report(diagnostic()), "desk/").splitlines()[0]
    assert line == (
        "::error file=desk/briefs/a b.yaml,line=3,endLine=3,col=5,endColumn=9,title=uncited::100%25 wrong: a,b%0Alook%0Atwice"
    )


def test_github_drops_nothing_past_its_limit() -> None:
    many = [diagnostic(line, f"fault {line}") for line in range(1, 26)] + [
        diagnostic(1, "w", Severity.WARNING)
    ]
    lines = render_github(report(*many)).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == LIMIT
    assert all(re.search(rf"fault {line}\b", "\n".join(errors)) for line in range(1, 26))
    assert len([line for line in lines if line.startswith("::warning")]) == 1
    assert render_summary(report(*many)).count("\n| error |") == 25


def test_github_is_handed_no_more_than_it_takes() -> None:
    many = report(*(diagnostic(line, f"fault {line} " + "ü" * 100) for line in range(1, 8001)))
    last = [line for line in render_github(many).splitlines() if line.startswith("::error")][-1]
    assert len(last.encode()) < 2**16
    assert re.search(r"title=7991 more::.*… and 7,\d+ lines more", last)
    assert len(render_summary(many).encode()) < 2**20 - 4 * 65_536


def test_gitlab_fingerprints_survive_moved_lines_and_tell_twins_apart() -> None:
    before = json.loads(render_gitlab(report(diagnostic(3), diagnostic(9))))
    after = json.loads(render_gitlab(report(diagnostic(30), diagnostic(90))))
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]
    assert len({each["fingerprint"] for each in before}) == 2


def test_gitlab_fingerprints_survive_moved_lines_of_which_the_message_speaks() -> None:
    said = "the key `id` stands here a second time (first on line {})"
    before, after = (
        json.loads(render_gitlab(report(diagnostic(line, said.format(line - 2))))) for line in (9, 90)
    )
    assert before[0]["fingerprint"] == after[0]["fingerprint"]


def test_sarif_points_rules_and_fixes() -> None:
    run = json.loads(render_sarif(report(diagnostic()), "desk/"))["runs"][0]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "uncited"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "desk/briefs/a%20b.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "this"}


@pytest.mark.parametrize("render", [render_text, render_json, render_github, render_gitlab, render_sarif])
def test_nothing_found(render: Callable[..., str]) -> None:
    assert render(report()).endswith("\n")


def test_json_is_written_as_the_library_would_with_an_indent() -> None:
    plain = replace(diagnostic(message='“quotes” "and" \x07 \u2028 \\'), fixes=(), item=None)
    for found in ((), (plain,), (diagnostic(), plain, replace(plain, audience="press", brief=None))):
        made = replace(report(*found), extra={"drift": [{"brief": "a", "items": []}], "fixed": []})
        assert render_json(made) == json.dumps(to_data(made), ensure_ascii=False, indent=1) + "\n"


def test_many_infos_of_a_kind_in_a_file_take_four_lines() -> None:
    info = replace(diagnostic(message="m", severity=Severity.INFO), rule="single-source")
    infos = (
        replace(info, path=path, item=f"i{number}")
        for path, count in (("briefs/a.yaml", 9), ("briefs/b.yaml", 4))
        for number in range(count)
    )
    lines = render_text(report(*infos)).splitlines()
    assert [line for line in lines if "more" in line] == [
        "briefs/a.yaml: info[single-source]: 6 more: i3, i4, i5, i6, i7, i8"
    ]
    assert sum("info[single-source]: m" in line for line in lines) == 3 + 4
