"""Whether a word that may name a month stands for one: not the may of "may rise", nor Ms June Miller."""

from briefgen.evidence.dates.points import low_at
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.tokens import Token


def is_month(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether a month's name stands for the month: not may, march, nor Ms June Miller."""
    token, before = tokens[at], low_at(tokens, at - 1)
    if not calendar.leads:
        return token.low not in calendar.doubtful
    if token.low not in calendar.doubtful:
        return len(token.text) > 4 or token.text[0].isupper()
    other = low_at(tokens, at + 2)
    if low_at(tokens, at + 1) in calendar.connectors and other in calendar.months and other != token.low:
        return True
    if token.low in ("may", "march") and not token.text[0].isupper():
        return False
    if before in calendar.leads - calendar.weak_leads or before in calendar.shifts:
        return True
    if token.text[0].isupper() and len(token.text) > 2 and _dates_noun(tokens, at, calendar):
        return True
    previous = tokens[at - 1] if at else None
    inside = previous is not None and (
        previous.text in (",", "(", "/", "-", "\u2013") or previous.text.islower()
    )
    return token.text[0].isupper() and inside and len(token.text) > 2


def _dates_noun(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether a month stands between an article and what it dates: the June index, not the March of the hungry."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    led = low_at(tokens, at - 1) in calendar.articles and tokens[at].low not in calendar.short_months
    return led and after is not None and after.text.islower() and after.low not in calendar.leads


def opens(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether what may be a month opens a sentence ("June was wet"): it gives backing and needs none, as it may be a name."""
    opening = at == 0 or tokens[at - 1].text in ".!?"
    follow = tokens[at + 1].text if at + 1 < len(tokens) else ""
    named = tokens[at].low in calendar.short_months or tokens[at].low == "may" or not calendar.leads
    return opening and not named and tokens[at].text[0].isupper() and follow.islower()
