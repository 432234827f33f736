"""Whether two equal figures are told of the same basis: a day, a barrel, a share of GDP, by how much or to what.

Owns that comparison, and what may be left out.
"""

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.stems import stem


def rate_changed(stated: Quantity, quoted: Quantity, said: frozenset[str], there: frozenset[str]) -> bool:
    """Whether a rate is another, is lost or is new: 500 a day, 500 a week, 500; or a price is for each of another thing.

    What the price is for may be left out, and what a share is taken of.

    `said` and `there` are all the periods that the statement and the quote name: "daily output of 500 barrels".
    """
    if Bound.UNSAID in (stated.bound, quoted.bound):
        return False
    if counted_per_another(stated, quoted):
        return True
    if _other_whole(stated.whole, quoted.whole) or moved_otherwise(stated, quoted):
        return True
    if stated.rate and quoted.rate:
        return False
    if quoted.explicit_rate and quoted.rate not in said:
        return True
    return stated.explicit_rate and stated.rate not in there


def counted_per_another(stated: Quantity, quoted: Quantity) -> bool:
    """Whether both say what they are counted per, and it is another period, or another thing: a day, an hour."""
    pairs = ((stated.rate, quoted.rate), (stated.apiece, quoted.apiece))
    return any(one and other and one != other for one, other in pairs)


def _other_whole(stated: str, quoted: str) -> bool:
    """Whether two shares are of different wholes of one family: of GDP, of the budget."""
    return stated != quoted and stated.partition(" ")[0] == quoted.partition(" ")[0]


def moved_otherwise(stated: Quantity, quoted: Quantity) -> bool:
    """Whether of one and the same thing the one says by how much it changed, the other to what."""
    told = (
        stated.move
        and quoted.move
        and stated.move[1:] != quoted.move[1:]
        and stated.unit.dimension != "times"
    )
    return bool(told and stated.subject) and stem(stated.subject) == stem(quoted.subject)
