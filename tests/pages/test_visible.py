"""Two extractions of one page agree, and no two different figures do."""

import pytest

from briefgen.pages.visible import characters, digest, shows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mission ends", "The  mission\r\nends"),
        ("co\u00adoperation", "co\x02\r\noperation"),
        ("hyphen-\nated", "hyphenated"),
        ("office", "oﬃce"),
        ("café", "cafe\u0301"),
        ("“so”, he said", '"so", he said'),
        ("− 5", "−5"),
        ("fell to -5", "fell to −5"),
    ],
)
def test_the_same_text(one: str, other: str) -> None:
    assert characters(one) == characters(other)
    assert digest(one) == digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2,500", "2.500"),
        ("2,500", "2500"),
        ("2,500", "5,200"),
        ("12:30", "1230"),
        ("-5", "5"),
        ("fell to –5 degrees", "fell to 5 degrees"),
        ("€5", "$5"),
        ("5%", "5"),
        ("< 5", "> 5"),
        ("is", "is not"),
        ("Київ", "Киів"),
        ("٢٥", "٥٢"),
    ],
)
def test_other_text(one: str, other: str) -> None:
    assert characters(one) != characters(other)


def test_a_page_shows_what_stands_on_it() -> None:
    page = "Key facts\r\nThe quay has closed for 2,500\r\nships.1 Ferries run."
    assert shows(page, "The quay has closed for 2,500 ships.")
    assert not shows(page, "The quay has closed for 2,501 ships.")
    assert not shows(page, "Ferries do not run.")


PAGE = "قد ينتهي اإلصالح\r\nأعيد فتح رصيفني من أصل خمسة أرصفة يوم 2 فرباير \r\n.2031 1\r\nوحدة"


def test_letters_of_ligatures_may_be_turned_around() -> None:
    """Extraction gives لا as ال, and ين as ني."""
    assert shows(PAGE, "أعيد فتح رصيفين من أصل خمسة أرصفة يوم 2 فبراير 2031.")
    assert shows(PAGE, "قد ينتهي الإصلاح")


@pytest.mark.parametrize(
    "said",
    [
        "أعيد فتح رصيفين من أصل خمسة أرصفة يوم 3 فبراير 2031.",
        "أعيد فتح رصيفين من أصل خمسة أرصفة يوم 2 فبراير 2013.",
        "أعيد فتح رصيفين من أصل ستة أرصفة يوم 2 فبراير 2031.",
    ],
)
def test_other_words_and_figures_are_not_shown(said: str) -> None:
    assert not shows(PAGE, said)
