"""Figures that the quote gives, but in another place: "13 killed and 31 hurt" for "31 killed and 13 hurt".

Owns the comparison of a figure with the one that stands in its place where a sentence keeps to its quote's wording.
In free wording nothing tells which figure belongs where.
"""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.evidence.dates.alternatives import otherwise_read
from briefgen.evidence.dates.date import Background, Date, backs
from briefgen.evidence.figures.fates import fate_after
from briefgen.evidence.figures.records import Evidence, Figures, Match
from briefgen.evidence.names.mentions import FUNCTION
from briefgen.evidence.quantities.matching import compare
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.alignment import Aligned, align
from briefgen.evidence.text.wording import Wording, read

_KEPT = 0.5
"""A sentence keeps to its quote's wording, for this, where half of its words stand there in order."""

_REACH = 2
"""So many words on each side of a figure are looked at for one that both texts share."""


def placed(
    stated: Figures, quotes: Sequence[Evidence], matches: Sequence[Match], rule_of: dict[type, str]
) -> tuple[Match, ...]:
    """The matches, with those put right whose figure stands in another place of the quote.

    `rule_of` gives the rule that a misplaced mention of each kind breaks.
    """
    several = [quote for quote in quotes if len(quote.figures.quantities) + len(quote.figures.dates) > 1]
    if not several or all(match.rule for match in matches):
        return tuple(matches)
    statement = read(stated.text)
    wordings = tuple(read(quote.figures.text) for quote in quotes)
    beside = [align(statement, sentence, wordings) for sentence in statement.sentences]
    near = [aligned for aligned in beside if aligned is not None and aligned.share >= _KEPT]
    return tuple(_placed(match, near, quotes, rule_of) for match in matches)


def _placed(match: Match, near: list[Aligned], quotes: Sequence[Evidence], rule_of: dict[type, str]) -> Match:
    if match.rule or type(match.mention) not in rule_of:
        return match
    for aligned in near:
        gap = _place(match, aligned) if match.quote == aligned.number else None
        if gap is None:
            continue
        other = _alone_in(quotes[aligned.number].figures, gap, type(match.mention))
        if other is not None and not _same(match, other) and not _beside_the_same(match, aligned):
            return replace(match, partner=other, quote=aligned.number, rule=rule_of[type(match.mention)])
    return match


def _beside_the_same(match: Match, aligned: Aligned) -> bool:
    """Whether the quoted figure that backs this one stands right behind the very word that this one stands behind.

    "rejected three of the 22" for "accepted 19 of our 22 and rejected three": the sentence was laid beside the other
    half. So it was where the words after both tell that the same became of so many: "12 people were killed", "30 hurt,
    12 killed".
    """
    partner = match.partner
    if partner is None:
        return False
    fate = fate_after(aligned.statement, match.mention.start)
    if fate and fate == fate_after(aligned.quote, partner.start):
        return True
    own, theirs = (
        _word_before(aligned.statement, match.mention.start),
        _word_before(aligned.quote, partner.start),
    )
    return own == theirs != ""


def _word_before(text: Wording, start: int) -> str:
    """The stem of the word before a place, where it tells something."""
    at = bisect_left(text.starts, start) - 1
    return text.stems[at] if at >= 0 and text.words[at] not in FUNCTION else ""


def _place(match: Match, aligned: Aligned) -> tuple[int, int] | None:
    """The stretch of the quote between the words that stand next to a figure in both texts."""
    text = aligned.statement
    inside = [
        i
        for i in range(aligned.first, aligned.stop)
        if text.ends[i] > match.mention.start and text.starts[i] < match.mention.end
    ]
    if not inside:
        return None
    left = _shared(aligned, range(inside[0] - 1, max(inside[0] - 1 - _REACH, aligned.first - 1), -1))
    right = _shared(aligned, range(inside[-1] + 1, min(inside[-1] + 1 + _REACH, aligned.stop)))
    if left is None or right is None or not 0 < right - left <= 2 * _REACH + len(inside) + 1:
        return None
    return aligned.quote.ends[left], aligned.quote.starts[right]


def _shared(aligned: Aligned, places: range) -> int | None:
    return next((aligned.partner(i) for i in places if aligned.partner(i) >= 0), None)


def _alone_in(figures: Figures, gap: tuple[int, int], kind: type) -> Quantity | Date | None:
    """The one mention of a kind that begins in a stretch of a quote."""
    mentions: Sequence[Quantity | Date] = figures.quantities if kind is Quantity else figures.dates
    found = [m for m in mentions if gap[0] <= m.start < gap[1] and m.firm]
    return found[0] if len(found) == 1 else None


def _same(match: Match, other: Quantity | Date) -> bool:
    if isinstance(match.mention, Quantity) and isinstance(other, Quantity):
        if bool(match.mention.unit.dimension) != bool(other.unit.dimension):
            return True  # "their mother, 38," and "the mother of four boys": an age takes no count's place
        if match.partner in other.pieces:
            return True
        alone = replace(other, partner=None)
        return not (compare(match.mention, other).rule and compare(match.mention, alone).rule)
    if isinstance(match.mention, Date) and isinstance(other, Date):
        ranged = match.mention.ends is not None or other.ends is not None
        around = Background(frozenset(match.mention.years or ()))
        return ranged or any(backs(each, match.mention, around) for each in (other, *otherwise_read(other)))
    return True
