"""The shape of the tables that tell names from other words in one language."""

from collections.abc import Callable, Mapping

from msgspec import Struct


class NameWords(Struct, frozen=True, eq=False):
    """Tables of one language; a constant, equal to itself only. All words are folded (lower case, no accents).

    `is_common` knows the words that begin sentences and name nobody; `generic` are words that are written with a
    capital without naming anything alone (Government, Minister); `titles` stand before a person's name, `civil` are
    those of anybody; `links` stand inside names (of, bin, al); `telling` are parts that tell one name from another
    (north, south); `same` lists names of one thing; `dates` are months, weekdays and number
    words, which other rules compare.

    `kin` ties words of one place: a region and its people, a city's names; `lands` has lands by the words that make
    them others (South Sudan); `sides` the letters of a side of the compass, `partitive` what it may be the side of (the
    southern part of); `currencies` are told apart by a people's name.

    `roles` maps an office to its synonym; those among `portfolios` say what one of the `offices` is for. `relations`
    are what one person is to another; `groups` maps people, and what they man, to a synonym.

    `demonyms` maps a word to its territories (ISO 3166, lower case); `capitals` maps a seat of government to the
    territory whose government it may stand for (the last word of its name, `seat_leads` has the one before), `places`
    are the words before a place; `spelled` maps a well-known acronym to what it stands for; `short_names` ties given
    names to their short forms; `name_endings` make words from names.
    """

    is_common: Callable[[str], bool]
    generic: frozenset[str]
    titles: frozenset[str]
    links: frozenset[str]
    telling: frozenset[str]
    same: tuple[tuple[str, ...], ...]
    dates: frozenset[str]
    roles: Mapping[str, str]
    portfolios: frozenset[str]
    offices: Mapping[str, str]
    relations: frozenset[str]
    groups: Mapping[str, str]
    civil: frozenset[str]
    demonyms: Mapping[str, frozenset[str]]
    capitals: Mapping[str, str]
    seat_leads: Mapping[str, str]
    places: frozenset[str]
    spelled: Mapping[str, tuple[str, ...]]
    short_names: Mapping[str, frozenset[str]]
    name_endings: tuple[str, ...]
    kin: Mapping[str, frozenset[str]]
    lands: Mapping[str, frozenset[str]]
    sides: Mapping[str, str]
    partitive: frozenset[str]
    currencies: frozenset[str]
