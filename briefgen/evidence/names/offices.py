"""Offices by what they are for: the defence minister, the Ministry of Health, the foreign secretary.

Owns the fault that such an office has a charge which its quotes do not speak of; whether the person who holds one is
the right one is a matter of names.
"""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.lexicon import Lexicon, fold
from briefgen.evidence.names.rivals import Rival
from briefgen.evidence.names.swaps import told
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Break, Wording

_ROOT = 6
"""Words with so many first letters in common are of one charge (agriculture, agricultural)."""


class Office(Struct, frozen=True):
    """An office, words `first` to `last`: what it is (minister), and what it is for."""

    first: int
    last: int
    word: int
    charge: int


def strange_offices(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, quoted: Lexicon, source: Lexicon | None
) -> Iterator[Mismatch]:
    """Offices whose charge is nowhere in the source, or that stand where a quote has one with another charge."""
    for office in _offices(statement, names):
        charge = statement.words[office.charge]
        if _speaks_of(quoted, charge, names):
            continue
        place = statement.starts[office.first], statement.ends[office.last]
        words = statement.raw(office.first, office.last)
        if source is not None and not _speaks_of(source, charge, names):
            yield told("error", place, f"“{words}” is nowhere in the source", None)
            continue
        rival = next(_of_kind(statement.words[office.word], quotes, names), None)
        if rival is None:
            yield told("info", place, f"“{words}” is in the source, but in no quote of this statement", None)
            continue
        message = f"“{words}” stands where the quote says “{rival[1].raw(*rival[2:])}”"
        yield told("warning", place, message, rival)


def _of_kind(word: str, quotes: tuple[Wording, ...], names: NameWords) -> Iterator[Rival]:
    """The offices of the quotes that are of one kind with an office: minister and ministry, not a committee."""
    for number, quote in enumerate(quotes):
        for other in _offices(quote, names):
            if names.offices[quote.words[other.word]] == names.offices[word]:
                yield number, quote, other.first, other.last


def _offices(text: Wording, names: NameWords) -> Iterator[Office]:
    for i, word in enumerate(text.words):
        if word not in names.offices:
            continue
        before = i - 2 if i > 1 and text.words[i - 1] == "affairs" else i - 1
        after = i + 3 if text.words[i + 2 : i + 3] == ("the",) else i + 2
        if before >= 0 and _joined(text, before, i) and _is_charge(text, before, names):
            yield Office(before, i, i, before)
        elif _is_for(text, i, after) and _is_charge(text, after, names):
            yield Office(i, after, i, after)


def _is_for(text: Wording, index: int, charge: int) -> bool:
    """Whether a charge is given behind an office: the Ministry of Health."""
    return charge < len(text) and text.words[index + 1] in ("of", "for") and _joined(text, index, charge)


def _joined(text: Wording, first: int, last: int) -> bool:
    return all(text.breaks[i] is Break.NONE for i in range(first + 1, last + 1))


def _is_charge(text: Wording, index: int, names: NameWords) -> bool:
    return names.roles.get(text.words[index]) in names.portfolios - {"deputy"}


def _speaks_of(lexicon: Lexicon, charge: str, names: NameWords) -> bool:
    """Whether the texts have the charge, a word for it, or one of its root."""
    alike = {word for word, role in names.roles.items() if role == names.roles[charge]}
    roots = tuple(fold(word)[:_ROOT] for word in alike)
    return any(word.startswith(roots) for word in lexicon.words)
