"""Two figures, or two dates, that are paired with each other's words: "six in Aleppo and ten in Homs" for "ten in Aleppo
and six in Homs".

Owns that look in free wording. It needs a sentence in two halves, a figure in each, in the statement and in the quote;
and it speaks only where every word that tells the halves apart has gone over to the other figure.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from briefgen.evidence.dates.date import Date
from briefgen.evidence.figures.fates import FATES
from briefgen.evidence.figures.records import Evidence, Figures, Match, Mention
from briefgen.evidence.languages.units import same_dimension
from briefgen.evidence.names.mentions import FUNCTION
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import Break, Wording, read

_JOINTS = frozenset({"and", "while", "but", "whereas", "against"})

_JOINED = frozenset({"on", "for", "in", "of", "from"})
"""Words that join a figure to what it is told of."""

Pair = tuple[Quantity | Date, Quantity | Date]
Halves = tuple[frozenset[str], frozenset[str]]
"""The words of the first half of a sentence and of the second, those that both have left out."""


def paired(
    stated: Figures, quotes: Sequence[Evidence], matches: list[Match], rules: dict[type, str]
) -> list[Match]:
    """The matches, with those put right whose two figures have exchanged what they are told of."""
    found = list(matches)
    for kind, rule in rules.items():
        places = [n for n, match in enumerate(found) if isinstance(match.mention, kind)]
        for one, other in pairwise(places):
            if _crossed(stated, quotes, found[one], found[other]):
                first, second = found[one], found[other]
                found[one] = replace(first, partner=second.partner, rule=rule)
                found[other] = replace(second, partner=first.partner, rule=rule)
    return found


def _crossed(stated: Figures, quotes: Sequence[Evidence], one: Match, other: Match) -> bool:
    """Whether both figures stand with the words that are the other's in the quote.

    Where the quote has the figures in the same order, the words before both may be what the whole sentence is about.
    Where it has them the other way round, such words would seem to have gone over: there only the surest words
    count.
    """
    own, theirs = _pair(one.mention, other.mention), _pair(one.partner, other.partner)
    if one.rule or other.rule or one.quote is None or one.quote != other.quote or one.quote >= len(quotes):
        return False
    if own is None or theirs is None or type(own[0]) is not type(theirs[0]):
        return False
    turned = theirs[0].start > theirs[1].start
    said = _halves(stated, own, turned)
    there = _halves(quotes[one.quote].figures, theirs, turned) if said else None
    if said is None or there is None:
        return False
    straight = said[1] & there[1] or (turned and said[0] & there[0])
    return not straight and bool(said[0] & there[1]) and bool(said[1] & there[0])


def _pair(one: Mention | None, other: Mention | None) -> Pair | None:
    """Two mentions that are figures of one unit, or dates, and not the same; None where they are not."""
    if isinstance(one, Date) and isinstance(other, Date):
        spans = {(date.years, date.months, date.days) for date in (one, other)}
        return (one, other) if len(spans) > 1 and one.ends is None and other.ends is None else None
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        like = same_dimension(one.unit, other.unit) and one.kind is other.kind
        return (one, other) if like and one.value != other.value else None
    return None


def _halves(figures: Figures, pair: Pair, surest: bool) -> Halves | None:
    """The telling words on both sides of the joint between two mentions, in the order of the pair; if asked the surest only."""
    first, second = sorted(pair, key=lambda mention: mention.start)
    text = read(figures.text)
    inside = [i for i in range(len(text)) if first.end <= text.starts[i] <= second.start]
    joints = [i for i in inside if text.breaks[i] is not Break.NONE or _is_joint(text, i)]
    if not joints or any(text.breaks[i] is Break.SENTENCE for i in joints):
        return None
    low, high = _reach(figures, text, first, second, joints)
    left, right = (
        frozenset(
            _meaning(text, i) for i in _telling(text, places, pair) if not surest or _is_sure(text, i, pair)
        )
        for places in (range(low, joints[0]), range(joints[-1], high))
    )
    halves = left - right, right - left
    return halves if first is pair[0] else (halves[1], halves[0])


def _reach(
    figures: Figures, text: Wording, first: Quantity | Date, second: Quantity | Date, joints: list[int]
) -> tuple[int, int]:
    """The words of the sentence around a joint, up to the next figures of the same kind."""
    low, high = text.sentence_of(joints[0])
    mentions = figures.quantities if isinstance(first, Quantity) else figures.dates
    before = max((m.end for m in mentions if m.firm and m.end <= first.start), default=0)
    after = min((m.start for m in mentions if m.firm and m.start >= second.end), default=len(text.text))
    places = [i for i in range(low, high) if before <= text.starts[i] < after]
    return (places[0], places[-1] + 1) if places else (low, low)


def _telling(text: Wording, places: range, pair: Pair) -> Iterator[int]:
    """The words that tell something, without the two mentions and what they count."""
    counted = {stem(m.noun) for m in pair if isinstance(m, Quantity) and m.noun}
    dates = isinstance(pair[0], Date)
    for i in places:
        plain = (
            text.words[i] in FUNCTION or text.stems[i] in counted or (dates and text.words[i][0].isdigit())
        )
        inside = any(_lead(m) <= text.starts[i] < _tail(m) for m in pair)
        if text.stems[i] in FATES or not (plain or inside):
            yield i


def _meaning(text: Wording, index: int) -> str:
    """What a word comes to: its stem, or what became of somebody (dead, died)."""
    return FATES.get(text.stems[index], text.stems[index])


def _is_sure(text: Wording, index: int, pair: Pair) -> bool:
    """Whether a word belongs to its figure, whatever stands between: a name, a year, what became of somebody.

    So does what a figure is joined to: "25 per cent on steel". The word that opens the sentence may be no name; but a
    sentence has one such word, and both halves must tell.
    """
    named = text.words[index][0].isdigit() or text.capital(index) or text.stems[index] in FATES
    joined = index > 1 and text.words[index - 1] in _JOINED
    return named or (joined and any(m.start <= text.starts[index - 2] < max(_tail(m), m.end) for m in pair))


def _is_joint(text: Wording, index: int) -> bool:
    """Whether a word joins two halves: and, while; the "to" of "52 per cent to Mr Hart's 47"."""
    named = index + 1 < len(text) and text.words[index] == "to" and text.capital(index + 1)
    return named or text.words[index] in _JOINTS


def _lead(mention: Quantity | Date) -> int:
    return mention.lead if isinstance(mention, Quantity) else mention.start


def _tail(mention: Quantity | Date) -> int:
    return mention.tail if isinstance(mention, Quantity) else mention.end
