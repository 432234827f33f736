"""What a figure is counted per, and of: a day, a barrel, each person, GDP.

Owns the look for such words around a figure; every function looks at a handful of tokens and no more.
"""

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Unit
from briefgen.evidence.text.tokens import HYPHENS, NUMBER, SIGN, WORD, Token, glued

_LEADING = frozenset({"to", "from", "by"})
"""Words before an article that begins another figure: from a third to a quarter."""

_SHARES = frozenset({"percent", "proportion"})


def rate_around(
    tokens: list[Token], first: int, last: int, noun_last: int, words: NumberWords
) -> tuple[str, int]:
    """What a figure is counted per ("day"), and the token after the words that say so."""
    if tokens[last - 1].low in words.rate_units:
        return words.rates[tokens[last - 1].low], last
    for at in range(last, min(noun_last + 4, len(tokens) - 1)):
        if tokens[at].kind == SIGN and tokens[at].text not in "-/":
            break
        if tokens[at].low in words.per and tokens[at - 1].low not in _LEADING:
            follow = at + 1 + (tokens[at + 1].text == "-" and at + 2 < len(tokens))
            rate = words.rates.get(tokens[follow].low)
            if rate is not None and not _is_moment(tokens, follow + 1, words):
                return rate, follow + 1
        if at > last and tokens[at].kind == NUMBER:
            break
    return _adverb(tokens, first, last, words) or _since(tokens, last, words), last


def _adverb(tokens: list[Token], first: int, last: int, words: NumberWords) -> str:
    """The period of an adverb or adjective near a figure: daily, annual."""
    for at in (*range(last, min(last + 3, len(tokens))), *range(first - 1, max(first - 6, -1), -1)):
        rate = words.rates.get(tokens[at].low) if tokens[at].low.endswith(("ly", "ual")) else None
        if rate is not None:
            return rate
        if at < first - 1 and (tokens[at].kind == NUMBER or tokens[at].text in ".,;:"):
            break
    return ""


def _since(tokens: list[Token], last: int, words: NumberWords) -> str:
    """The period over which a change is told: "month on month", "year-over-year", "from a year earlier"."""
    for at in range(last, min(last + 4, len(tokens) - 2)):
        if tokens[at].kind == SIGN and tokens[at].text not in HYPHENS:
            break
        period = words.rates.get(tokens[at].low)
        apart = 2 if tokens[at + 1].text in HYPHENS else 1
        turned = period is not None and tokens[at + apart].low in words.over
        if turned and at + 2 * apart < len(tokens) and tokens[at + 2 * apart].low == tokens[at].low:
            return period or ""
        if tokens[at].low in words.articles and tokens[at + 2].low in words.moments & words.back:
            return words.rates.get(tokens[at + 1].low, "")
    return ""


def rate_at(tokens: list[Token], at: int, words: NumberWords) -> tuple[str, int]:
    """What is told per what by the very next words, and the token after them: twice "a day", twice "weekly"."""
    follow = at + (at + 1 < len(tokens) and tokens[at].low in words.per)
    rate = words.rates.get(tokens[follow].low, "") if follow < len(tokens) else ""
    adverb = follow == at and not tokens[at].low.endswith(("ly", "ual")) if rate else False
    moment = _is_moment(tokens, follow + 1, words)
    return ("", at) if not rate or adverb or moment else (rate, follow + 1)


def _is_moment(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether a word makes the period before it no rate: "a day later", "a quarter of", "a year-long"; not "a day from 2027"."""
    if at < len(tokens) and tokens[at].low in words.of and tokens[at - 1].low in words.denominators:
        return True
    if at < len(tokens) and tokens[at].text in HYPHENS and glued(tokens[at - 1], tokens[at]):
        return True
    if at >= len(tokens) or tokens[at].low not in words.moments:
        return False
    return not (at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER and len(tokens[at + 1].text) == 4)


def whole_after(tokens: list[Token], last: int, unit: Unit, words: NumberWords) -> tuple[str, int]:
    """What a percentage or share is taken of, as far as it is a whole that others are mistaken for, and the token after it."""
    if unit.dimension not in _SHARES or not (last < len(tokens) and tokens[last].low in words.of):
        return "", last
    for at in range(last + 1, min(last + 6, len(tokens))):
        pair = f"{tokens[at].low} {tokens[at + 1].low}" if at + 1 < len(tokens) else ""
        for phrase, size in ((pair, 2), (tokens[at].low, 1)):
            if phrase in words.wholes:
                return words.wholes[phrase], at + size
        if tokens[at].kind != WORD or (
            tokens[at].low in words.plain and tokens[at].low not in words.determiners
        ):
            break
    return "", last


def apiece_after(tokens: list[Token], last: int, noun_last: int, words: NumberWords) -> tuple[str, int]:
    """What a figure is the price or share of each of ("barrel"), and the token after it: "$30 a barrel", "€40/MWh"."""
    for at in {last: None, noun_last: None}:
        if at + 1 < len(tokens) and tokens[at].low in words.per:
            each = words.apiece.get(tokens[at + 1].low)
            if each is not None:
                return each, at + 2
    return "", last
