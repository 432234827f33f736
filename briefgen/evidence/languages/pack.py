"""What the word rules know about one language: tables, never code.

Owns the shape of a language pack. Each part may be absent: then the rules that need it stay silent for that
language, and `check` says so once.
"""

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.languages.number_words import NumberWords


def _absent() -> None:
    """A language without such tables."""


class LanguagePack(Struct, frozen=True, eq=False, dict=True):
    """The tables of one language, equal to itself only; `code` is its BCP 47 primary subtag (`en`)."""

    code: str
    numbers: NumberWords
    calendar: CalendarWords
    load_names: Callable[[], NameWords | None] = _absent
    load_modality: Callable[[], ModalityWords | None] = _absent

    @cached_property
    def names(self) -> NameWords | None:
        """The tables of names; loaded when they are first asked for."""
        return self.load_names()

    @cached_property
    def modality(self) -> ModalityWords | None:
        """The cue tables of negation, hedges and attribution; loaded when they are first asked for."""
        return self.load_modality()

    @cached_property
    def hours(self) -> frozenset[str]:
        """The words that a time of day can begin with, so that all others are passed over at once."""
        hours = {word for word, number in self.numbers.cardinals.items() if 0 < number <= 12}
        return frozenset(hours | self.calendar.clock.keys() | self.calendar.quarters_past.keys())
