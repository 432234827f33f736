"""The sentence to quote: where a source says what is stated, outside the words that are quoted.

Where it has the figure with another bound, that is told: quoting it is not enough.
"""

from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from briefgen.checks.case import Cited
from briefgen.checks.words.compare import Comparison, Quoted, sentence_at
from briefgen.checks.words.reading import evidence_in, whole_evidence
from briefgen.diagnostics import Fix, NewEntry, ValueEdit
from briefgen.evidence.dates.date import Date
from briefgen.evidence.figures.backing import (
    DATE,
    Evidence,
    Figures,
    Match,
    Mention,
    background,
    compare_figures,
)
from briefgen.evidence.figures.kindred import held_otherwise
from briefgen.evidence.quantities.matching import BOUND, HARDENED
from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.quotes.quoted import is_too_short, parts_of
from briefgen.evidence.text.sentences import Span
from briefgen.sources.library import Source

MAX_GAP = 200
"""So many characters may lie between a quote and the sentence that it is to be widened to."""

MAX_SHOWN = 300
"""Longer sentences are shown from around the words that matter."""


MOST_DATES = 100
"""So many dates of a source are looked at for one that is stated."""


@dataclass(frozen=True, slots=True)
class Wider:
    """A source that says what is stated; `held` are the words that do, None where no one sentence says all of it.

    `instead`: how the source says it where its bound or edge is another ("more than 80" for 80). `follows`: the words
    from which a date follows that the source does not give as it is ("last Thursday"), seen from its day of issue.
    """

    source: Source
    held: Span | None
    instead: str = ""
    follows: str = ""

    @property
    def sentence(self) -> str:
        """The sentence around the words, on one line; a very long one is cut."""
        if self.held is None:
            return ""
        text = self.source.text or ""
        first, last = _quotable(self.source, *self.held)
        first, last = max(first, self.held[0] - MAX_SHOWN), min(last, self.held[1] + MAX_SHOWN)
        return " ".join(text[first:last].split())


def stands_elsewhere(comparison: Comparison, stated: Figures) -> dict[Mention, Wider]:
    """Where the cited sources say the mentions of a statement, outside the quotes too: as stated, or else bounded
    otherwise.

    A date whose parts only stand apart (a May here, a 2023 there) stands nowhere.
    """
    found: dict[Mention, Wider] = {}
    languages = {id(q.source): q.language for q in comparison.quotes}
    for source in comparison.sources:
        language = languages[id(source)]
        whole = (whole_evidence(source, language),)
        around = background(whole)
        for match in compare_figures(stated, whole, in_place=False):
            if match.mention in found and not found[match.mention].instead:
                continue
            if match.rule:
                other = held_otherwise(stated.text, match, whole, around)
                if other is not None and other.rule in (BOUND, HARDENED, DATE):
                    found.setdefault(match.mention, _otherwise(source, other))
                continue
            if match.partner is None:
                continue
            place = _held(stated, match, source, language)
            if not isinstance(match.mention, Date):
                found[match.mention] = Wider(source, place)
            elif place is not None:
                follows = _relative(match, stated, whole[0], place)
                found[match.mention] = Wider(source, place, follows=follows)
    return found


def _relative(match: Match, stated: Figures, whole: Evidence, place: Span) -> str:
    """The words at `place`, if only with the source's day of issue they say the date; "" where they say it as it is."""
    undated = replace(whole, issued=None, year=None)
    said = compare_figures(stated, (undated,), in_place=False) if whole.issued or whole.year else (match,)
    stands = any(each.mention == match.mention and not each.rule for each in said)
    return "" if stands else " ".join(whole.figures.text[slice(*place)].split())


def _otherwise(source: Source, match: Match) -> Wider:
    """The place where a source has a mention with another edge."""
    partner, text = match.partner, source.text or ""
    if partner is None or not text:
        return Wider(source, None)
    first, last = getattr(partner, "lead", partner.start), getattr(partner, "tail", partner.end)
    return Wider(source, (partner.start, partner.end), " ".join(text[first:last].split()))


def _held(stated: Figures, match: Match, source: Source, language: str) -> Span | None:
    """The place of the mention in a source, if the sentence around it says the mention by itself.

    The parts of a date may be backed by several sentences; one that has them all is looked for.
    """
    if match.partner is None:
        return None
    places: list[Mention] = [match.partner]
    mention = match.mention
    if isinstance(mention, Date):
        dates = whole_evidence(source, language).figures.dates
        places += islice((date for date in dates if _meets(date, mention)), MOST_DATES)
    spans = ((each.start, each.end) for each in places)
    return next((span for span in spans if _says(stated, mention, source, language, span)), None)


def _meets(date: Date, stated: Date) -> bool:
    """Whether two dates have their year, month or day in common, or are both ranges."""
    pairs = ((date.years, stated.years), (date.months, stated.months), (date.days, stated.days))
    return any(one is not None and one == other for one, other in pairs) or bool(date.ends and stated.ends)


def _says(stated: Figures, mention: Mention, source: Source, language: str, span: Span) -> bool:
    """Whether the sentence at a place says a mention by itself; the year of a day or month may be said before."""
    first, last = sentence_at(source, *span)
    alone = evidence_in((source.text or "")[first:last], source, language)
    if isinstance(mention, Date) and mention.years and mention.months:
        alone = replace(alone, year=mention.years[0])
    found = compare_figures(stated, (alone,), in_place=False)
    return any(match.mention == mention and match.partner is not None and not match.rule for match in found)


def wider_fix(comparison: Comparison, wider: Wider) -> Fix | None:
    """The edit that quotes the sentence: by widening a quote of the same source, where one stands near, else beside it."""
    if not comparison.own or wider.held is None or wider.instead:
        return None
    first, last = _quotable(wider.source, *wider.held)
    cited = [quoted for quoted in comparison.quotes if quoted.cited and quoted.source is wider.source]
    for quoted in cited:
        place = _place(quoted)
        if quoted.cited is None or place is None:
            continue
        low, high = min(first, place[0]), max(last, place[1])
        if high - low <= (last - first) + (place[1] - place[0]) + MAX_GAP:
            text = " ".join((wider.source.text or "")[low:high].split())
            return Fix("quote the sentence that says so", (ValueEdit((*quoted.cited.route, "quote"), text),))
    return _beside(wider.source, cited[-1].cited, (first, last)) if cited else None


def _beside(source: Source, cited: Cited | None, sentence: Span) -> Fix | None:
    """The edit that adds a citation of the sentence after that of another one, where it can be quoted as it stands."""
    text = " ".join((source.text or "")[slice(*sentence)].split())
    if cited is None or source.prepared is None or anchor(text, source.prepared).faults:
        return None
    fields = (("source", source.record.id), ("quote", text))
    return Fix("quote the sentence that says so as well", (NewEntry(cited.route[:-1], fields),))


def _quotable(source: Source, start: int, end: int) -> Span:
    """The sentence around some words; with the next one where it is the mere number of an entry (`4. Vertical files`)."""
    first, last = sentence_at(source, start, end)
    text = source.text or ""
    if is_too_short(parts_of(text[first:last])) and text[last:].strip():
        after = last + len(text[last:]) - len(text[last:].lstrip())
        last = sentence_at(source, after, after + 1)[1]
    return first, last


def _place(quoted: Quoted) -> Span | None:
    """Where a quote stands in its source; None where it is elided, or stands nowhere."""
    found = quoted.cited.found if quoted.cited else None
    if found is None or found.anchor is None or len(found.anchor.parts) > 1:
        return None
    return found.anchor.start, found.anchor.end
