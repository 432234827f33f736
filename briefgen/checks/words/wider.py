"""The sentence to quote: where a source says what is stated, outside the words that are quoted."""

from dataclasses import dataclass

from briefgen.checks.words.compare import Comparison, Quoted, sentence_at
from briefgen.diagnostics import Fix, ValueEdit
from briefgen.sources.library import Source

MAX_GAP = 200
"""So many characters may lie between a quote and the sentence that it is to be widened to."""

MAX_SHOWN = 300
"""Longer sentences are shown from around the words that matter."""


@dataclass(frozen=True, slots=True)
class Wider:
    """Words of a source at `[start:end)` of its text."""

    source: Source
    start: int
    end: int

    @property
    def sentence(self) -> str:
        """The sentence around the words, on one line; a very long one is cut."""
        text = self.source.text or ""
        first, last = sentence_at(self.source, self.start, self.end)
        first, last = max(first, self.start - MAX_SHOWN), min(last, self.end + MAX_SHOWN)
        return " ".join(text[first:last].split())


def wider_fix(comparison: Comparison, wider: Wider) -> Fix | None:
    """The edit that widens a quote of the same source, where one stands near, to the sentence."""
    if not comparison.own:
        return None
    first, last = sentence_at(wider.source, wider.start, wider.end)
    for quoted in comparison.quotes:
        place = _place(quoted)
        if quoted.cited is None or quoted.source is not wider.source or place is None:
            continue
        low, high = min(first, place[0]), max(last, place[1])
        if high - low <= (last - first) + (place[1] - place[0]) + MAX_GAP:
            text = " ".join((wider.source.text or "")[low:high].split())
            return Fix("quote the sentence that says so", (ValueEdit((*quoted.cited.route, "quote"), text),))
    return None


def _place(quoted: Quoted) -> tuple[int, int] | None:
    """Where a quote stands in its source; None where it is elided, or stands nowhere."""
    found = quoted.cited.found if quoted.cited else None
    if found is None or found.anchor is None or len(found.anchor.parts) > 1:
        return None
    return found.anchor.start, found.anchor.end
