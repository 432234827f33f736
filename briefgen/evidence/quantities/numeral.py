"""A number in a text: the record that reading one gives."""

from enum import Enum, auto

from msgspec import Struct

from briefgen.evidence.languages.units import Rational


class Kind(Enum):
    """How a number is used."""

    CARDINAL = auto()
    ORDINAL = auto()
    PROPORTION = auto()
    VAGUE = auto()


class Numeral(Struct, frozen=True):
    """A number at the tokens `[first:last)`. `scale` is its magnitude word's worth; `parts` of "26 out of 29"."""

    value: Rational
    step: Rational
    first: int
    last: int
    kind: Kind = Kind.CARDINAL
    scale: int = 1
    spelled: bool = False
    parts: tuple[Rational, Rational] | None = None
