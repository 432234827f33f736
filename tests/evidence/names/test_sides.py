"""Sides of the compass, and lands that another's name holds."""

import pytest

from briefgen.evidence.languages.english_names import NAMES
from briefgen.evidence.names.sides import changed_lands, changed_sides
from briefgen.evidence.text.wording import read


@pytest.mark.parametrize(
    ("statement", "quote", "instead"),
    [
        ("in southern Kordofan", "in northern Kordofan", "northern Kordofan"),
        ("in the north-east of Syria", "in north-western Syria", "north-western Syria"),
        ("in the north of Syria", "in north-western Syria", ""),
        ("in the southern part of the island", "in the north of the island", "north of the island"),
        ("south of Kordofan", "in northern Kordofan", ""),
        ("in southern Kordofan", "in northern Darfur", ""),
        ("in southern Iraq", "in northern Iraqi", "northern Iraqi"),
    ],
)
def test_a_side_excludes_another(statement: str, quote: str, instead: str) -> None:
    found = list(changed_sides(read(statement), (read(quote),), NAMES))
    assert [mismatch.instead for mismatch in found] == [instead] * bool(instead)


@pytest.mark.parametrize(
    ("statement", "quote", "instead"),
    [
        ("Sudan's army", "the army of South Sudan", "South Sudan"),
        ("Guinea voted", "Guinea-Bissau voted", "Guinea-Bissau"),
        ("Sudan's army", "the army of Sudan in South Sudan", ""),
        ("South Sudan's army", "the army of South Sudan", ""),
    ],
)
def test_a_land_is_not_the_one_whose_name_holds_its_own(statement: str, quote: str, instead: str) -> None:
    found = list(changed_lands(read(statement), (read(quote),), NAMES))
    assert [mismatch.instead for mismatch in found] == [instead] * bool(instead)


def test_long_texts_are_compared_once() -> None:
    """The sides of the quotes are looked up: 10,000 of them beside as many take no longer than they take to read."""
    statement, quote = (
        read("eastern Kordofan, Sudan, " * 10_000),
        read("western Kordofan, South Sudan, " * 10_000),
    )
    assert len(list(changed_sides(statement, (quote,), NAMES))) == 10_000
    assert len(list(changed_lands(statement, (quote,), NAMES))) == 1
