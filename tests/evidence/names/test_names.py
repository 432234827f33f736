"""Names: what is a name, what is the same name, and the level of one that the quotes lack."""

import pytest

from briefgen.evidence.languages.english_names import NAMES
from briefgen.evidence.names.backing import Backing, find_names, unsupported_names
from briefgen.evidence.names.lexicon import Lexicon, fold, spellings
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import read


def names(text: str) -> list[str]:
    """The names that are found in a text."""
    found = read(text)
    return [found.raw(name.first, name.last) for name in find_names(found, NAMES)]


def check(
    statement: str, quote: str, source: str | None = None, register: str = "", **aliases: list[str]
) -> list[Mismatch]:
    """What the rule finds; the quote is the source unless another is given."""
    backing = Backing(Lexicon((source or quote,), NAMES), Lexicon((register,), NAMES), aliases)
    return list(unsupported_names(read(statement), (read(quote),), NAMES, backing))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Villagers fled to Al-Hasakah.", ["Al-Hasakah"]),
        ("The Government of Iraq agreed.", ["Government of Iraq"]),
        ("The Committee met on Monday in May.", []),
        ("Greater Manchester Fire and Rescue Service came.", ["Greater Manchester Fire and Rescue Service"]),
        ("50 GW cost US$3 billion.", []),
        ("CLICK HERE for news.", []),
        ("South Korea fired.", ["South Korea"]),
        ("give us food", []),
        ("Talks between the US and Iraq began.", ["US", "Iraq"]),
        ("THE WHOLE TEXT IS SHOUTED IN BAGHDAD", ["BAGHDAD"]),
    ],
)
def test_what_is_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("own", "quote"),
    [
        ("Sudani", "al-Sudani's"), ("AlSudani", "Al Sudani"), ("Guterres", "António Guterres"), ("Iraqi", "Iraq"),
        ("France", "Frenchmen"), ("PMF", "Popular Mobilization Forces"), ("US", "American"), ("US", "the U.S."),
        ("Muhammad", "Mohammed"), ("Zelensky", "Zelenskyy"), ("Nazism", "Nazi"), ("Rob", "Robert"), ("NATO", "Nato"),
        ("Østergaard", "OSTERGAARD"), ("Łódź", "Lodz"), ("IMF", "International Monetary Fund"), ("Burmese", "Myanmar"), ("Kurdish", "Kurds"), ("NGOs", "non-governmental organisations"),
    ],
)  # fmt: skip
def test_one_name_in_two_forms(own: str, quote: str) -> None:
    assert Lexicon((quote,), NAMES).has(fold(own))


@pytest.mark.parametrize(
    ("own", "quote"),
    [
        ("Iran", "Iraq"), ("Niger", "Nigerian"), ("US", "tell us"), ("Austria", "Australia"), ("John", "Johnson"),
        ("Sweden", "Swiss"), ("Chen", "Chan"), ("Martin", "Morton"),
    ],
)  # fmt: skip
def test_two_names(own: str, quote: str) -> None:
    assert not Lexicon((quote,), NAMES).has(fold(own))


def test_short_words_have_no_spelling_key() -> None:
    assert not spellings("chen")


def test_levels() -> None:
    quote, source = (
        "The convoy left for Homs",
        "The convoy left for Homs. Another waits in Aleppo, says Reem.",
    )
    assert [m.level for m in check("The convoy left for Rakka.", quote, source)] == ["error"]
    (swapped,) = check("The convoy left for Aleppo.", quote, source)
    assert (swapped.level, swapped.instead) == ("warning", "Homs")
    assert [m.level for m in check("The convoy left for Homs, says Reem.", quote, source)] == ["info"]
    assert [
        m.level
        for m in check("The convoy left for Homs, says Rudaw.", quote, source, register="Rudaw English")
    ] == ["info"]


def test_the_finding_covers_the_missing_words() -> None:
    statement = "Prime Minister Karim al-Sudani said so."
    (found,) = check(statement, "Prime Minister Mohammed al-Sudani said so")
    assert statement[found.start : found.end] == "Karim"


def test_aliases_are_the_same_name() -> None:
    quote = "Myanmar's army denied the raid"
    assert check("The Tatmadaw denied the raid.", quote)
    assert not check("The Tatmadaw denied the raid.", quote, Tatmadaw=["Myanmar's army"])


def test_a_seat_of_government_acts_for_it_but_is_a_place_after_in() -> None:
    assert not check("Ankara rejected the offer.", "Turkey rejected the offer")
    assert check("Talks were held in Ankara.", "Talks were held in Turkey")


@pytest.mark.parametrize(
    ("own", "quote"),
    [
        ("Mrs Prudham left.", "Mr Prudham left"), ("King Abdullah left.", "Prince Abdullah left"),
        ("The defence minister resigned on Monday.", "The foreign minister resigned on Monday"),
    ],
)  # fmt: skip
def test_titles_and_offices_are_names(own: str, quote: str) -> None:
    assert [m.level for m in check(own, quote)] == ["warning"]


def test_the_words_that_are_nowhere_are_pointed_at() -> None:
    quote = "The council backed the draft, the ministry of Karsia wrote"
    own = "Karsia's Prime Minister Ali Sudani left, Omar Haddad of the Karsia council stayed."
    found = check(own, quote)
    assert [own[m.start : m.end] for m in found] == ["Ali Sudani", "Omar Haddad"]
    assert {m.level for m in found} == {"error"}


def test_a_place_is_reported_once() -> None:
    quote = "The foreign minister resigned on Monday"
    (found,) = check("The defence minister resigned on Monday.", quote)
    assert found.instead == "foreign"


def test_the_rival_of_a_group_is_shown_with_the_group() -> None:
    own = "German diplomats stayed away."
    (found,) = check(own, "Germany sent observers; Turkish diplomats stayed away")
    assert found.message == "“German” stands where the quote says “Turkish” (“Turkish diplomats”)"
    assert (own[found.start : found.end], found.instead) == ("German", "Turkish")


def test_no_name_is_put_in_the_place_of_half_a_name() -> None:
    quote = "Colonel Hisham Rikabi left on Monday"
    source = f"{quote}. Sudani stayed."
    (found,) = check("Colonel Omar Sudani left on Monday.", quote, source)
    assert (found.level, found.instead) == ("error", "")
    (found,) = check("Colonel Omar Haddad left on Monday.", quote, source)
    assert (found.level, found.instead) == ("error", "Hisham Rikabi")
