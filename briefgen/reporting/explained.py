"""Explanations of an item, as text."""

from collections.abc import Iterable, Iterator

from briefgen.checks.words.explanation import DERIVED, Explanation, Quote, Recognised


def render_explanations(explanations: Iterable[Explanation]) -> str:
    """Each statement with its mentions and their matches, then each quote with what was read there."""
    return "\n".join(line for each in explanations for line in _lines(each)) + "\n"


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"{explanation.brief}#{explanation.item} ({explanation.language}): {explanation.statement}"
    for mention in explanation.mentions:
        yield f"  {_mention(mention)}"
        yield f"      {_matched(mention)}"
    if not explanation.mentions:
        yield "  nothing that a word rule looks at"
    for quote in explanation.quotes:
        yield from _quote(quote)
    for family in explanation.silent:
        yield f"  not run in this language: {family}"
    yield ""


def _mention(mention: Recognised) -> str:
    reading = f" = {mention.reading}" if mention.reading else ""
    return f"{mention.kind} “{mention.words}”{reading}"


def _matched(mention: Recognised) -> str:
    if mention.rule:
        return f"{mention.rule}: {mention.message}"
    if mention.matched == DERIVED:
        return f"backed by {DERIVED}"
    if mention.matched:
        where = f"quote {mention.quote}: " if mention.quote else ""
        return f"backed by {where}“{mention.matched}”"
    return "no fault found"


def _quote(quote: Quote) -> Iterator[str]:
    yield f"  quote {quote.number} ({quote.source or 'a fact of the basis'}): {quote.text}"
    for mention in quote.mentions:
        yield f"      {_mention(mention)}"
