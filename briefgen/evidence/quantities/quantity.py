"""Quantities as they are meant: value, unit, edge, precision and place. Owns the record, not the reading."""

from msgspec import Struct

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import NONE, Rational, Unit
from briefgen.evidence.quantities.numeral import Kind


class Reading(Struct, frozen=True):
    """One way to understand a figure: 1.5m is 1,500,000 or 1.5 metres."""

    value: Rational
    step: Rational
    unit: Unit = NONE

    @property
    def size(self) -> Rational:
        """The value in the smallest unit of its dimension."""
        return self.value * self.unit.factor


class Quantity(Struct, frozen=True):
    """A figure at `[start:end)` of its text; its edge and unit lie in `[lead:tail)`.

    - `readings`: all ways to understand it, the likeliest first; `scale`: the worth of its magnitude words
    - `rate`: what it is counted per ("day"), `explicit_rate` if by "a day", not by "daily" near by; `apiece`: what it is
      the price or share of each of ("barrel")
    - `whole`: what a share is taken of ("money GDP": of GDP, among wholes of money), up to `whole_tail`
    - `threshold`: it is a target or limit, so that "below" need not bound it
    - `move`: how a change is told of it, with its sign ("+by", "-to"; "": none), from `move_lead` on; `subject`: what
      changes so; `origin`: what it changed from
    - `among`: the number of the whole that it is a part of ("19 of our 22"); `partner`: the other end of a range;
      `parts`: the two numbers of "26 out of 29"; `score`: those of "2-1" and "two to one", the higher first
    - `compass`: the letters of a side ("NE")
    - `firm`: it needs backing; other figures only give it. `spelled`: in words
    - `noun`: the word that says what is counted; `label`: the word before ("season 4")
    - `ago`: a time is counted back; `streak`: without a gap ("third consecutive", "three in a row")
    - `calendar`: a year, day or hour as a bare number; `dates`: an ordinal that may tell when ("the first week of June")
    - `pieces`: the figures that it is the sum of ("two years and six months")
    - `implies`: figures that it gives besides, as evidence only ("for the third time": three times); such a one is
      `implied`
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    kind: Kind = Kind.CARDINAL
    bound: Bound = Bound.EXACT
    scale: int = 1
    rate: str = ""
    apiece: str = ""
    explicit_rate: bool = False
    whole: str = ""
    whole_tail: int = 0
    threshold: bool = False
    move: str = ""
    move_lead: int = 0
    subject: str = ""
    origin: Rational | None = None
    among: Rational | None = None
    partner: Rational | None = None
    parts: tuple[Rational, Rational] | None = None
    score: tuple[Rational, Rational] | None = None
    compass: str = ""
    firm: bool = True
    spelled: bool = False
    noun: str = ""
    label: str = ""
    ago: bool = False
    streak: bool = False
    calendar: bool = False
    dates: bool = False
    pieces: tuple["Quantity", ...] = ()
    implies: tuple["Quantity", ...] = ()
    implied: bool = False
    lead: int = 0
    tail: int = 0

    @property
    def value(self) -> Rational:
        """The value of the likeliest reading."""
        return self.readings[0].value

    @property
    def unit(self) -> Unit:
        """The unit of the likeliest reading."""
        return self.readings[0].unit


def words_apart(own: Quantity, other: Quantity | None) -> tuple[int, int]:
    """The place of a figure with its unit, and with what else tells it from another: "by 5 per cent", "9% of GDP"."""
    if other is None:
        return own.lead, own.tail
    moved = own.move and other.move and own.move[1:] != other.move[1:]
    shared = own.whole and other.whole and own.whole != other.whole
    return own.move_lead if moved else own.lead, own.whole_tail if shared else own.tail
