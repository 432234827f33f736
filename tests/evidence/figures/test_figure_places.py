"""A figure in another place of a quote that is otherwise kept."""

import pytest

from briefgen.evidence.figures.backing import Evidence, compare_figures, read_figures
from briefgen.evidence.languages import pack_for

ENGLISH = pack_for("en")


def rules(stated: str, *quotes: str) -> list[str]:
    evidence = [Evidence(read_figures(quote, ENGLISH)) for quote in quotes]
    return [match.rule for match in compare_figures(read_figures(stated, ENGLISH), evidence) if match.rule]


def test_exchanged_figures_are_seen_in_kept_wording() -> None:
    quote = "The attack killed 13 people and wounded 31 others on the road"
    assert (
        rules("The attack killed 31 people and wounded 13 others on the road", quote)
        == ["number-unsupported"] * 2
    )


def test_exchanged_years_are_seen_in_kept_wording() -> None:
    quote = "The treaty of 1998 was amended in 2007 and is still in force"
    assert (
        rules("The treaty of 2007 was amended in 1998 and is still in force", quote)
        == ["date-unsupported"] * 2
    )


@pytest.mark.parametrize(
    ("stated", "quotes"),
    [
        ("Thirteen people died and 31 were hurt.", ["31 hurt, 13 dead: that was the toll on the road"]),
        ("The camp holds 3,400 people in tents", ["The camp holds 2,500 people in tents", "now 3,400"]),
        ("Between 5 and 10 people came to the camp", ["5-10 people came to the camp"]),
    ],
    ids=["free wording", "a figure of another quote", "a range"],
)
def test_what_is_no_exchange(stated: str, quotes: list[str]) -> None:
    assert rules(stated, *quotes) == []


def test_a_whole_source_is_not_asked_for_places() -> None:
    source = Evidence(read_figures("The attack killed 13 people and wounded 31 others", ENGLISH))
    stated = read_figures("The attack killed 31 people and wounded 13 others", ENGLISH)
    assert [match.rule for match in compare_figures(stated, [source], in_place=False)] == ["", ""]
