"""The words that give a figure its edge: over 80, at most 80, 80 or more, about 80.

Owns the look for such words on both sides of a figure; every function looks at a handful of tokens and no more.
"""

from itertools import pairwise

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Unit
from briefgen.evidence.quantities.vocabulary import LENGTHS
from briefgen.evidence.text.auxiliaries import BE, HAVE
from briefgen.evidence.text.tokens import HYPHENS, NUMBER, SIGN, WORD, Token, glued

_UP_TO = frozenset({"to", "at"})

_COMPARING = frozenset(
    {"for", "well", "just", "lasting", "lasted", "after", "little", "slightly", "far", "aged", "took", "with"}
)

_PAST = "past"
_HELPERS = BE | HAVE
_NEAR = 3
"""So many tokens after a figure tell what it is the subject of, or the rate of."""


def edge_before(tokens: list[Token], first: int, words: NumberWords, unit: Unit) -> tuple[Bound, int]:
    """The edge that stands before a figure, and the token where its words begin."""
    at = first - 1
    if at > 0 and tokens[at].text in HYPHENS and _plural(tokens, first):
        at -= 1  # under-fives
    for _ in range(3):
        if at < 0:
            break
        size, bound = _phrase_before(tokens, at, words)
        if bound is Bound.AT_MOST and at > size - 1 and tokens[at - size].low in words.creeps:
            return Bound.EXACT, first  # edged up to 4.3 per cent
        if bound is not None and _compares(tokens, at - size, at, unit, words):
            return Bound.EXACT, first
        if bound is not None and not (tokens[at].low in words.partial and tokens[at + 1].low in words.of):
            return _in_context(tokens, at, bound, unit, words), at - size + 1
        limit = _limit_before(tokens, at, words)
        if limit is not None:
            return limit
        if tokens[at].low not in words.spacers:
            break
        at -= 1
    if first and tokens[first - 1].low in _UP_TO and _caps(tokens, first - 1, words):
        return Bound.AT_MOST, first - 1
    return _side_of(tokens, first, words)


def _side_of(tokens: list[Token], first: int, words: NumberWords) -> tuple[Bound, int]:
    """The side of a threshold: "above the emergency threshold of 15 per cent"."""
    if first < 3 or tokens[first - 1].low not in words.of or tokens[first - 2].low not in words.thresholds:
        return Bound.EXACT, first
    for at in range(first - 3, max(first - 6, -1), -1):
        bound = _phrase_before(tokens, at, words)[1]
        if bound is Bound.OVER or bound is Bound.UNDER:
            return bound, first
    return Bound.EXACT, first


def _caps(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether a verb of limiting stands before a "to": limits enrichment to 3.67 per cent."""
    for token in reversed(tokens[max(at - 5, 0) : at]):
        if token.kind != WORD:
            break
        if token.low in words.capping:
            return True
    return False


def _compares(tokens: list[Token], before: int, at: int, unit: Unit, words: NumberWords) -> bool:
    """Whether "fewer than" compares with a time: "20 per cent fewer than three months earlier"."""
    if unit.dimension not in LENGTHS or tokens[at].low != words.than or before < 0:
        return False
    return tokens[before].low in words.units or tokens[before].kind == NUMBER


def _limit_before(tokens: list[Token], of: int, words: NumberWords) -> tuple[Bound, int] | None:
    """ "a minimum order of", "a maximum purchase price of"."""
    if tokens[of].low not in words.of:
        return None
    for at in range(of - 2, max(of - 5, -1), -1):
        if tokens[at].low in words.limits:
            bound = _phrase_before(tokens, at, words)[1]
            return None if bound is None else (bound, at)
    return None


def _phrase_before(tokens: list[Token], at: int, words: NumberWords) -> tuple[int, Bound | None]:
    for phrase, bound in words.before.get(tokens[at].low, ()):
        size = len(phrase)
        if size <= at + 1 and all(tokens[at - size + 1 + n].low == word for n, word in enumerate(phrase)):
            return size, bound
    return 0, None


def _in_context(tokens: list[Token], at: int, bound: Bound, unit: Unit, words: NumberWords) -> Bound:
    """ "over two years" may last two years, "over four sessions" take four; "over 80" and "over 400 sessions" are more."""
    if bound is Bound.UNDER and tokens[at].low == _PAST and _is_exchanged(tokens, at):
        return Bound.OVER
    if bound is not Bound.OVER or tokens[at].low != "over" or (at and tokens[at - 1].low in _COMPARING):
        return bound
    occasions = unit.name in words.occasions and _takes_its_course(tokens, at)
    return Bound.EITHER if occasions or unit.dimension in LENGTHS | {"nights"} else bound


def _takes_its_course(tokens: list[Token], at: int) -> bool:
    """Whether "over" may be said of the course of a few occasions: not of so many that there were, or that were held."""
    few = tokens[at + 1].kind == WORD or len(tokens[at + 1].text) == 1
    before = tokens[at - 1].low if at else ""
    follow = {token.low for token in tokens[at + 2 : at + 2 + _NEAR]}
    return few and before not in _HELPERS and _HELPERS.isdisjoint(follow)


def _is_exchanged(tokens: list[Token], at: int) -> bool:
    """Whether a figure is a rate of exchange: a currency that "fell past 30 to the dollar" takes more of it."""
    after = [token.low for token in tokens[at + 2 : at + 2 + _NEAR]]
    return "per" in after or ("to", "the") in pairwise(after)


def edge_after(tokens: list[Token], last: int, noun_last: int, words: NumberWords) -> tuple[Bound, int]:
    """The edge that stands after a figure or its noun (80 or more, 80+, 80 people or so), and the token after it."""
    for at in {last: None, noun_last: None}:
        if at >= len(tokens):
            continue
        for phrase, bound in words.after.get(tokens[at].low, ()):
            if all(at + n < len(tokens) and tokens[at + n].low == word for n, word in enumerate(phrase)):
                if phrase[0] in ("+", "-") and not glued(tokens[at - 1], tokens[at]):
                    continue
                if _figure_at(tokens, at + len(phrase), words):
                    continue
                return bound, at + len(phrase)
    return Bound.EXACT, last


def _plural(tokens: list[Token], at: int) -> bool:
    """The fives of "under-fives", the 60s of "over-60s": not the 20 of an under-20 team."""
    follow = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].low.endswith("s") or (
        follow is not None and follow.low == "s" and glued(tokens[at], follow)
    )


def _figure_at(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether another figure follows, so that "and over" belongs to that one."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    return (
        token.kind == NUMBER
        or token.low in words.cardinals
        or (token.kind == SIGN and token.low in words.prefixes)
    )
