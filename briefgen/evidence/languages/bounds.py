"""What a figure says about its edge: exactly, more than, at most, nearly, about. Owns which follows from which."""

from enum import StrEnum


class Bound(StrEnum):
    """The edge of a figure, as its words give it."""

    EXACT = "exactly"
    OVER = "more than"
    AT_LEAST = "at least"
    UNDER = "less than"
    AT_MOST = "at most"
    NEARLY = "nearly"
    ABOUT = "about"
    EITHER = "over"  # "over two years": more than, or in the course of
    UNSAID = ""  # in a language without tables: there may be an edge, and nobody can tell

    @property
    def rising(self) -> bool:
        """Whether the figure is open towards more."""
        return self in (Bound.OVER, Bound.AT_LEAST)

    @property
    def falling(self) -> bool:
        """Whether the figure is open towards less."""
        return self in (Bound.UNDER, Bound.AT_MOST)


IMPLIED: dict[Bound, frozenset[Bound]] = {
    Bound.EXACT: frozenset({Bound.EXACT, Bound.ABOUT}),
    Bound.OVER: frozenset({Bound.OVER, Bound.AT_LEAST}),
    Bound.AT_LEAST: frozenset({Bound.AT_LEAST}),
    Bound.UNDER: frozenset({Bound.UNDER, Bound.AT_MOST}),
    Bound.AT_MOST: frozenset({Bound.AT_MOST}),
    Bound.NEARLY: frozenset({Bound.NEARLY, Bound.UNDER, Bound.AT_MOST, Bound.ABOUT}),
    Bound.ABOUT: frozenset({Bound.ABOUT}),
}
"""For the same figure: what a statement may say when the quote says the key."""


def implied(quoted: Bound, stated: Bound) -> bool:
    """Whether a figure with the edge `quoted` backs the same figure with the edge `stated`."""
    if Bound.UNSAID in (quoted, stated):
        return True
    if stated is Bound.EITHER:
        return quoted in (Bound.EITHER, Bound.EXACT, Bound.OVER, Bound.ABOUT)
    if quoted is Bound.EITHER:
        return stated in (Bound.EXACT, Bound.OVER, Bound.AT_LEAST, Bound.ABOUT)
    return stated in IMPLIED[quoted]
