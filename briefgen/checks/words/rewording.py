"""Edits that put a quote's figure in the place of the stated one.

Owns when such an edit may be offered: the quote stands in its source, the two figures are about the same thing, and
the statement with the edit has one fault less. No such edit is safe to apply unseen.
"""

from briefgen.checks.case import Case
from briefgen.checks.words.compare import Comparison, Quoted, basis_of
from briefgen.diagnostics import Fix, ValueEdit
from briefgen.evidence.figures.backing import DATE, read_figures
from briefgen.evidence.figures.records import Figures, Match
from briefgen.evidence.quantities.matching import UNIT, UNSUPPORTED
from briefgen.evidence.quantities.quantity import Quantity, words_apart
from briefgen.evidence.text.wording import read


def stands(quoted: Quoted) -> bool:
    """Whether words may be taken from a quote: it stands in its source, or is the statement of a fact."""
    return quoted.cited is None or (quoted.cited.found is not None and quoted.cited.found.anchor is not None)


def is_operand(comparison: Comparison, match: Match, case: Case) -> bool:
    """Whether the quoted figure is one that the item reckons with: then the stated one is not meant to be it."""
    owners = (comparison.item, *(() if comparison.own else basis_of(comparison.item, case.by_id())))
    lines = [line for owner in owners for line in getattr(owner.model, "derived", None) or ()]
    if not lines or match.partner is None:
        return False
    operands = (read_figures(line.partition("=")[2], comparison.pack) for line in lines)
    return any(
        getattr(match.partner, "value", None) == q.value for figures in operands for q in figures.quantities
    )


def reworded(comparison: Comparison, match: Match, instead: str) -> Fix | None:
    """The edit that writes what the quote says (`instead`, with its edge and unit) for a mention."""
    if not instead or match.quote is None or match.quote >= len(comparison.quotes):
        return None
    if not stands(comparison.quotes[match.quote]):
        return None
    start, end, text = _place(comparison, match, instead)
    if comparison.quotes[match.quote].language != comparison.language and not text.isdecimal():
        return None
    if not _is_whole(comparison, match, start, end) or _stammers(comparison.text, start, end, text):
        return None
    return Fix(f"write “{text}”, as the quote does", (ValueEdit(comparison.route, text, start, end),))


def edited(comparison: Comparison, fix: Fix) -> Figures:
    """The figures of a statement with an edit made."""
    text = comparison.text
    for edit in fix.edits:
        if isinstance(edit, ValueEdit):
            text = text[: edit.start] + edit.text + text[edit.end :]
    return read_figures(text, comparison.pack)


def _place(comparison: Comparison, match: Match, instead: str) -> tuple[int, int, str]:
    """The stretch of the statement that is replaced, and by what: the figure alone, or with its edge and unit."""
    mention, partner = match.mention, match.partner
    start, end = mention.start, mention.end
    if isinstance(mention, Quantity):
        if match.rule == UNSUPPORTED and partner is not None and match.quote is not None:
            return start, end, comparison.quotes[match.quote].text[partner.start : partner.end]
        start, end = words_apart(
            mention, partner if match.rule == UNIT and isinstance(partner, Quantity) else None
        )
    elif match.rule == DATE:
        start = getattr(mention, "lead", start)
    led = partner is not None and getattr(partner, "lead", partner.start) < partner.start
    return start, end, _cased(comparison.text, start, instead) if led else instead


def _cased(text: str, start: int, words: str) -> str:
    """Words that began, or begin, a sentence, with the first letter as it is to be at their new place."""
    if not words[1:2].islower():
        return words
    opens = start == 0 or text[start].isupper()
    return (words[:1].upper() if opens else words[:1].lower()) + words[1:]


def _is_whole(comparison: Comparison, match: Match, start: int, end: int) -> bool:
    """Whether the words that are replaced hold all that is compared: "each day up to 40 trains" has its rate outside."""
    mention = match.mention
    if not isinstance(mention, Quantity) or match.rule == UNSUPPORTED or not mention.rate:
        return True
    alone = read_figures(comparison.text[start:end], comparison.pack).quantities
    return any(each.rate == mention.rate for each in alone)


def _stammers(text: str, start: int, end: int, words: str) -> bool:
    """Whether words would say again what stands right before or after them: "40 trains a week trains"."""
    kept, put = read(text), frozenset(read(words).stems)
    before = [kept.stems[i] for i in range(len(kept)) if kept.ends[i] <= start][-1:]
    after = [kept.stems[i] for i in range(len(kept)) if kept.starts[i] >= end][:1]
    return not put.isdisjoint([*before, *after])
