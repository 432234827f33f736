"""The three forms of the report, fed with texts that would like to be more than text."""

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.differences.comparing import compare_briefs
from briefgen.differences.data import render_json
from briefgen.differences.markdown import CUT, LIMIT, render_markdown
from briefgen.differences.records import Difference, Problem
from briefgen.differences.states import BriefState, ItemState, QuoteState
from briefgen.differences.text import render_text


def difference(old: str, new: str, count: int = 1) -> Difference:
    def state(text: str) -> BriefState:
        names = [f"fact-{number}" for number in range(count)]
        items = (
            ItemState(name, True, "key_facts", {"statement": text}, {"statement": "en"}, readers=("desk",))
            for name in names
        )
        return BriefState("quay", {"title": "Quay"}, tuple(items))

    found = compare_briefs(state(old), state(new))
    return Difference("v1", "a" * 40, "2026-11-01", (found,) if found else ())


def test_text_marks_words_and_colours_them_on_a_terminal_only() -> None:
    found = difference("About 12 boats leak.", "About 13 boats leak.")
    assert render_text(found) == (
        "Since v1 (aaaaaaaaaa, 2026-11-01): 1 brief changed\n\nquay: 1 changed\n  ~ fact-0 (key_facts)\n"
        "      reworded: About [-12-] {+13+} boats leak.\n      figure: About 12 → About 13\n\nAudiences affected: desk\n"
    )
    assert "\x1b[31m[-12-]\x1b[0m" in render_text(found, colour=True)


@pytest.mark.parametrize(
    ("likest", "text", "markdown"),
    [
        ("", "", ""),
        (
            "about nine weeks",
            "        most like it there now: about [-six-] {+nine+} weeks\n",
            "; most like it there now: about <del>six</del><ins>nine</ins> weeks",
        ),
    ],
)
def test_a_lost_quote_is_told_with_what_is_most_like_it(likest: str, text: str, markdown: str) -> None:
    then, now = (
        BriefState("quay", {}, (ItemState("fact", True, "key_facts", {"statement": "So."}, {}, (quote,)),))
        for quote in (
            QuoteState("notice", "about six weeks", ("lasts", "or so"), stands=True),
            QuoteState("notice", "about six weeks", stands=False, likest=likest),
        )
    )
    brief = compare_briefs(then, now)
    assert brief is not None
    found = Difference("v1", "", "", (brief,))
    said = f"      quote no longer stands in notice: “about six weeks”\n{text}"
    assert render_text(found).endswith(f"~ fact (key_facts)\n{said}")
    told = f"  - **quote no longer stands in notice**: “about six weeks”{markdown}\n"
    assert render_markdown(found).endswith(told)
    (change,) = json.loads(render_json(found))["briefs"][0]["items"][0]["changes"]
    assert (change["kind"], change["old"], change["new"]) == ("quote-lost", "about six weeks", likest or None)


def test_of_the_words_around_a_quote_those_are_shown_that_changed() -> None:
    then, now = (
        BriefState("quay", {}, (ItemState("fact", True, "key_facts", {"statement": "So."}, {}, (quote,)),))
        for quote in (
            QuoteState("notice", "about six weeks", (before, "or so"), stands=True)
            for before in ("It lasts", "It does not last")
        )
    )
    brief = compare_briefs(then, now)
    assert brief is not None
    told = "words around a quote: … It [-lasts-] {+does not last+} [about six weeks] or so … [notice]"
    assert told in " ".join(render_text(Difference("v1", "", "", (brief,))).split())


def test_nothing_changed_is_said() -> None:
    assert render_text(difference("So.", "So.")) == "No difference since v1 (aaaaaaaaaa, 2026-11-01).\n"
    assert "No difference." in render_markdown(difference("So.", "So."))
    assert json.loads(render_json(difference("So.", "So.")))["briefs"] == []


def test_problems_stand_in_every_form() -> None:
    found = Difference("v1", "", "", (), (Problem("before", "briefs/a.yaml", 3, "not YAML"),))
    assert "before: briefs/a.yaml:3: not YAML" in render_text(found)
    assert "line 3: not YAML" in render_markdown(found)
    assert json.loads(render_json(found))["problems"] == [
        {"side": "before", "path": "briefs/a.yaml", "line": 3, "message": "not YAML"}
    ]


def test_text_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in render_text(difference("a b c", "a \x1b[2J b\x07 c"))


REFERRING = re.compile(r"[@#!~%$&^]\w|:\w+:|://|mailto:\w|\bwww\.|\bGH-\d", re.IGNORECASE)
"""What GitHub and GitLab look for in the text of the page that they made of Markdown: character references are read by then."""
CALLS = (
    "@everyone",
    "desk@example.org",
    "#12",
    "!7",
    "~bug",
    "%v1",
    "$4",
    "&3",
    "^alert#1",
    "GH-26",
    "org/repo#5",
)
LINKS = ("https://example.org/x", "HTTP://example.org", "mailto:desk", "www.example.org", ":tada:", ":100:")


@pytest.mark.parametrize("said", [*CALLS, *LINKS])
def test_nothing_calls_people_or_opens_a_link_once_it_is_a_page(said: str) -> None:
    found = difference("old words here", f"old {said} words ({said}) here")
    page = MarkdownIt("commonmark").render(render_markdown(found))
    texts = [html.unescape(text) for text in re.split(r"<[^>]*>", page)]
    assert not [text for text in texts if REFERRING.search(text)]
    assert said in "".join(texts).replace("\u200b", "")


def test_what_is_no_reference_is_left_as_it_is() -> None:
    shown = render_markdown(difference("old", "At 12:30 & 5% of A: B! Cost $ 3 # ~ x"))
    assert "&#8203;" not in shown


HOSTILE = st.text(st.sampled_from("ab1 <>&@#*_[]()`~|\\!$:/.-\n"), max_size=30)


@given(HOSTILE)
def test_markdown_takes_nothing_of_what_is_said_for_markup(said: str) -> None:
    rendered = MarkdownIt("commonmark").render(
        render_markdown(difference("old words here", f"old {said} here"))
    )
    tags = set(re.findall(r"</?([a-z0-9]+)", rendered))
    assert tags <= {"h3", "h4", "p", "ul", "li", "strong", "code", "del", "ins"}
    assert "@" not in render_markdown(difference("old words", f"old {said}"))


def test_a_long_difference_is_cut_where_a_comment_would_be_refused() -> None:
    found = render_markdown(difference("About 12 boats leak.", "About 13 boats leak.", 600))
    assert len(found) < LIMIT + len(CUT) + 2
    assert found.endswith(CUT)


def test_json_has_ids_kinds_and_words() -> None:
    (item,) = json.loads(render_json(difference("About 12 boats leak.", "About 13 boats leak.")))["briefs"][
        0
    ]["items"]
    assert (item["item"], item["status"], item["audiences"]) == ("fact-0", "changed", ["desk"])
    reworded, figure = item["changes"]
    assert reworded["words"] == [{"same": "About "}, {"old": "12"}, {"new": "13"}, {"same": " boats leak."}]
    assert figure == {"kind": "figure", "field": "statement", "old": "About 12", "new": "About 13"}
