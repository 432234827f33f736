"""Words looked for in sources: each citation once, rows of tables with the headings that count their figures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.inspection.inspecting import open_library
from briefgen.sources.searching import Match, search
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

Find = Callable[[str], tuple[Match, ...]]
HEADING = "Country\tPetrol (US$ per litre)\tGrowth (%)\tPeople"
TABLE = """<table>
<tr><th>Country</th><th>Petrol (US$ per litre)</th><th>Growth (%)</th><th>People</th></tr>
<tr><td>Burkina Faso</td><td>1.42</td><td>2.6</td><td>12</td></tr>
<tr><td>Mali and Niger</td><td>1.30</td><td>3.1</td><td>14</td></tr>
<tr><td>Chad</td><td>1.42</td><td>3.2</td><td>14</td></tr>
</table>
"""


def finder(root: Path) -> Find:
    sources = open_library(open_workspace(root)).sources.values()
    return lambda words: search(words, sources).matches


@pytest.fixture
def find(make_workspace: MakeWorkspace) -> Find:
    page = (
        f"<!DOCTYPE html><meta charset=utf-8><body><main><p>Prices fell.</p>\n{TABLE}<p>Rain fell.</p></main>"
    )
    register = "sources:\n  - {id: prices, file: prices.html, title: Prices, language: en}\n"
    return finder(make_workspace({"seeds/sources.yaml": register, "seeds/prices.html": page}))


def test_one_citation_is_offered_once(make_workspace: MakeWorkspace) -> None:
    notice = "The quay is shut and the quay stays shut, as the quay fell. A quay is a quay.\n"
    found = finder(make_workspace({"seeds/notice.txt": notice}))("quay")
    assert [match.quote for match in found] == [
        "The quay is shut and the quay stays shut, as the quay fell.",
        "A quay is a quay.",
    ]


def test_places_that_cannot_be_cited_are_told_once_a_line(make_workspace: MakeWorkspace) -> None:
    found = finder(make_workspace({"seeds/notice.txt": "quay, quay.\n"}))("quay")
    assert [(match.line, bool(match.problem)) for match in found] == [(1, True)]


def test_every_row_is_offered_with_the_headings_of_its_figures(find: Find) -> None:
    rows = [(match.quote, [head.quote for head in match.headings]) for match in find("1.42")]
    assert rows == [
        ("Burkina Faso\t1.42\t2.6\t12", [HEADING]),
        ("Chad\t1.42\t3.2\t14", [HEADING]),
    ]


def test_words_of_a_heading_are_cited_without_the_row_below(find: Find) -> None:
    (match,) = find("Petrol")
    assert (match.quote, match.headings) == (HEADING, ())


def test_a_row_without_figures_to_be_counted_needs_no_heading(make_workspace: MakeWorkspace) -> None:
    table = "| Party | Seats | Since |\n|---|---|---|\n| The Greens | 23 | 2019 |\n"
    register = "sources:\n  - {id: seats, file: seats.md, title: Seats, language: en}\n"
    (match,) = finder(make_workspace({"seeds/sources.yaml": register, "seeds/seats.md": table}))("Greens")
    assert (match.quote, match.headings) == ("The Greens\t23\t2019", ())


def test_words_with_an_elision_that_would_be_refused_bring_up_the_whole_passage(
    make_workspace: MakeWorkspace,
) -> None:
    """It stands right there; a lookalike that is nearer by its letters is of no use."""
    notice = "Repairs have cost US$48 million so far, of which US$30 million came from the bank. Rain fell.\n"
    (match,) = finder(make_workspace({"seeds/notice.txt": notice}))("Repairs [...] US$30 million")
    assert match.quote == "Repairs have cost US$48 million so far, of which US$30 million"
    assert [(change.quoted, change.found) for change in match.changes] == [
        ("[...]", "have cost US$48 million so far, of which")
    ]
    assert not match.problem
