"""`quote-moved`, `quote-altered`, `quote-gone`: locked quotes in sources that have changed."""

from collections.abc import Iterator
from dataclasses import replace

from briefgen.checks.case import Case, Cited
from briefgen.checks.elsewhere import sources_with
from briefgen.diagnostics import Finding, Fix, Route, ValueEdit
from briefgen.evidence.quotes.anchoring import Anchor
from briefgen.evidence.quotes.context import Context
from briefgen.evidence.quotes.difference import applied, changes, marked, words_in
from briefgen.evidence.quotes.drift import ALIKE, altered, left_out, standing, surroundings
from briefgen.evidence.quotes.faults import Nearest
from briefgen.evidence.quotes.nearest import nearest
from briefgen.evidence.quotes.quoted import ELISION
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.said import said
from briefgen.evidence.text.source_text import SourceText
from briefgen.models.lock import LockedQuote, key_of
from briefgen.sources.extracted import SourceFault

LONG = 4
"""Words of fewer letters tell nothing of what a passage is about."""


def locked_quote(case: Case, cited: Cited) -> LockedQuote | None:
    """What the lock says of a citation; None where it says nothing."""
    return case.lock.quotes.get(key_of(cited.citation)) if case.lock else None


def is_reviewed(case: Case, cited: Cited) -> bool:
    """Whether the lock knows a citation and its source: of a merge of two locks either may be lacking."""
    return (
        case.lock is not None
        and cited.citation.source in case.lock.sources
        and locked_quote(case, cited) is not None
    )


def is_lost(case: Case, cited: Cited) -> bool:
    """Whether a locked quote does not stand in its source any more as it was (its drift is told, not its absence).

    It is lost, too, where the words next to it are no longer those of its context, or where it has become a part of
    a longer word or figure.
    """
    locked = locked_quote(case, cited)
    if locked is None or cited.found is None:
        return False
    faults = [fault for fault in cited.found.faults if fault.field != "page"]
    cut = has_changed(case, cited) and any(fault.rule == "quote-cuts-token" for fault in faults)
    return cut or any(fault.rule == "quote-not-found" for fault in faults)


def has_changed(case: Case, cited: Cited) -> bool:
    """Whether the file of the citation's source is another one than was locked."""
    locked = case.lock.sources.get(cited.citation.source) if case.lock else None
    return bool(locked and cited.source and cited.source.sha256 not in (None, locked.sha256))


def drifted_quotes(case: Case) -> Iterator[Finding]:
    """Yield a finding for each locked quote that is lost, or whose surroundings have changed."""
    for _, cited in case.cited():
        locked = locked_quote(case, cited)
        source = cited.source.prepared if cited.source else None
        if locked is None or source is None or cited.found is None:
            continue
        if is_lost(case, cited):
            yield _explained(case, cited, _lost(case, cited, locked, source))
        elif cited.found.anchor:
            moved = (
                *_moved(cited, locked, source, cited.found.anchor),
                *_emended(cited, locked, source, cited.found.anchor),
            )
            yield from (_explained(case, cited, finding) for finding in moved)


def _explained(case: Case, cited: Cited, finding: Finding) -> Finding:
    """The finding with the cause first, where it is not a change of the file."""
    known = case.lock.sources.get(cited.citation.source) if case.lock else None
    content = cited.source.content if cited.source else None
    if known is None or has_changed(case, cited) or content is None or isinstance(content, SourceFault):
        return finding
    same = "the file is the one that was locked"
    reread = (content.extractor, content.version) != (known.extractor, known.version)
    cause = (
        ", and is read by another version of briefgen" if reread else ": the lock itself was edited or merged"
    )
    return replace(finding, help=f"{same}{cause}; {finding.help}")


def _moved(cited: Cited, locked: LockedQuote, source: SourceText, anchor: Anchor) -> Iterator[Finding]:
    recorded = Context(locked.before, locked.after)
    if surroundings(source, anchor.start, anchor.end) == recorded:
        return  # as nearly all do, which need not be looked at any closer
    now = standing(source, anchor.start, anchor.end)
    sides = now.changed_sides(recorded, locked.start)
    if not sides:
        return
    told = {"before": said(now.recorded.prefix), "after": said(now.recorded.suffix)}
    which = "around" if len(sides) > 1 else sides[0]
    words = " … ".join(told[side] for side in sides)
    yield Finding(
        "quote-moved",
        f"the words {which} this quote have changed in {locked.source} (now line {source.line_of(anchor.start)}): {words}",
        (*cited.route, "quote"),
        help=f"it stood between {said(locked.before)} and {said(locked.after)}; see that it still means what the statement "
        "says, then run `briefgen lock`",
    )


def _emended(cited: Cited, locked: LockedQuote, source: SourceText, anchor: Anchor) -> Iterator[Finding]:
    """Whether what an elided quote leaves out is no longer what was left out when it was reviewed."""
    old, new = (" [...] ".join(texts) for texts in (locked.omitted, left_out(source, anchor)))
    if not old or normalise(old) == normalise(new):
        return
    line = source.line_of(anchor.start)
    yield Finding(
        "quote-moved",
        f"the words that this quote leaves out have changed in {locked.source} (now line {line}): {marked(old, changes(old, new))}",
        (*cited.route, "quote"),
        help="see that it still means what the statement says, then run `briefgen lock`",
    )


def _lost(case: Case, cited: Cited, locked: LockedQuote, source: SourceText) -> Finding:
    route = (*cited.route, "quote")
    quote = cited.citation.quote
    place = _grown(cited) or altered(quote, source, locked.before, locked.after)
    if place is None:
        return _gone(case, quote, locked, source, route)
    if not place.changes:
        return _among_others(locked, source, place, route)
    # What the quote leaves out was left out when it was reviewed, too.
    other = tuple(each for each in place.changes if not ELISION.fullmatch(each.quoted)) or place.changes
    text = place.text if len(other) == len(place.changes) else applied(quote, other)
    return Finding(
        "quote-altered",
        f"{locked.source} now says something else here: {marked(quote, other)}",
        route,
        other[0].quote_start,
        other[0].quote_end,
        help=f"line {source.line_of(place.start)}; see whether the statement still holds, quote the new words, then run `briefgen lock`",
        fixes=(Fix("quote the words that stand there now", (ValueEdit(route, text),)),),
    )


def _grown(cited: Cited) -> Nearest | None:
    """The passage with the whole words that the quote has become a part of, where it has."""
    faults = cited.found.faults if cited.found else ()
    cut = next((fault for fault in faults if fault.rule == "quote-cuts-token"), None)
    if cut is None or cut.replacement is None:
        return None
    start, end = cut.places[0]
    return Nearest(start, end, cut.replacement, 1.0, changes(cited.citation.quote, cut.replacement))


def _gone(case: Case, quote: str, locked: LockedQuote, source: SourceText, route: Route) -> Finding:
    elsewhere = sources_with(case, quote, locked.source)
    near = nearest(quote, source)
    if elsewhere:
        remedy = (
            f"it stands in {' and in '.join(elsewhere)}: write `source: {elsewhere[0]}`, "
            "if the two files have not merely changed places"
        )
    else:
        remedy = f"{_nearest_said(quote, near, source)}; cite another passage, or take the statement back"
    return Finding("quote-gone", f"{locked.source} no longer has this quote", route, help=remedy)


def _nearest_said(quote: str, near: Nearest | None, source: SourceText) -> str:
    if near is None or not _helps(quote, near):
        return "nothing there is like it"
    line = f"(line {source.line_of(near.start)})"
    return (
        f"the nearest passage now is: {said(near.text)} {line}"
        if near.changes
        else f"the same words stand among others {line}"
    )


def _helps(quote: str, near: Nearest) -> bool:
    """Whether a passage is worth showing: very like the quote, or with half of its longer words and figures."""
    asked, there = (
        {found[0] for found in words_in(normalise(text).casefold()) if _tells(found[0])}
        for text in (quote, near.text)
    )
    return near.likeness >= ALIKE or 2 * len(asked & there) >= len(asked)


def _tells(word: str) -> bool:
    return len(word) >= LONG or word[0].isdigit()


def _among_others(locked: LockedQuote, source: SourceText, place: Nearest, route: Route) -> Finding:
    """The quote's own words stand there; those of its prefix or suffix do not."""
    around = surroundings(source, place.start, place.end)
    return Finding(
        "quote-altered",
        f"{locked.source} now has other words next to this quote (line {source.line_of(place.start)})",
        route,
        help=f"it stands between {said(around.prefix)} and {said(around.suffix)}; see whether the statement still holds, correct "
        "prefix and suffix, then run `briefgen lock`",
    )
