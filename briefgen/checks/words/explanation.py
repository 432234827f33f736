"""What the word rules recognised in an item, and how it was matched: the answer to "why this alarm?".

Owns the record that `briefgen check --explain-item` prints. It repeats the comparison of the rules, never another one.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from briefgen.checks.case import Case
from briefgen.checks.words import check_words
from briefgen.checks.words.compare import Comparison, Quoted, comparisons
from briefgen.checks.words.figures import Outcome, compare_statement
from briefgen.checks.words.told import modality_of, names_of
from briefgen.diagnostics import Finding
from briefgen.evidence.figures.describe import describe
from briefgen.evidence.figures.records import Figures, Mention
from briefgen.evidence.modality.cues import find_cues
from briefgen.evidence.names.backing import find_names
from briefgen.evidence.text.wording import read

DERIVED = "a derivation"
"""What backs a figure that is in no quote, and comes out of one of the item's derivations."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """One mention: what it is, the words and their place, and how they are read.

    In a statement `quote` is the number of the quote (from 1) that it was matched with and `matched` the words there;
    `rule` and `message` say what is wrong, if anything.
    """

    kind: str
    words: str
    start: int
    end: int
    reading: str = ""
    quote: int | None = None
    matched: str = ""
    rule: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote as it is written, and what was recognised in it; `source` is "" for the statement of a basis."""

    number: int
    source: str
    text: str
    mentions: tuple[Recognised, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement of an item in one language with all that was recognised."""

    brief: str
    item: str
    language: str
    statement: str
    mentions: tuple[Recognised, ...]
    quotes: tuple[Quote, ...]
    silent: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def explain_item(case: Case, name: str) -> tuple[Explanation, ...]:
    """Explain each statement of the item called `name` (its id, or its place); empty where there is none."""
    wanted = [each for each in comparisons(case) if each.item.name == name]
    if not wanted:
        return ()
    findings = tuple(check_words(case))
    return tuple(_explained(comparison, case, findings) for comparison in wanted)


def _explained(comparison: Comparison, case: Case, findings: tuple[Finding, ...]) -> Explanation:
    outcome = compare_statement(comparison, case)
    own = tuple(found for found in findings if found.route == comparison.route)
    stated = (*_figures(comparison, outcome), *_words(comparison, comparison.text))
    marked = tuple(_marked(each, own) for each in sorted(stated, key=lambda each: each.start))
    quotes = tuple(_quote(comparison, outcome, n, quoted) for n, quoted in enumerate(comparison.quotes))
    silent = tuple(
        family
        for family, tables in (
            ("names", names_of(comparison)),
            ("negation, hedges, attribution", modality_of(comparison)),
        )
        if tables is None
    )
    return Explanation(
        case.id, comparison.item.name, comparison.language, comparison.text, marked, quotes, silent
    )


def _figures(comparison: Comparison, outcome: Outcome) -> Iterator[Recognised]:
    """The figures of the statement that were matched."""
    for match in outcome.matches:
        yield _mention(
            match.mention, comparison.text, match.quote, _there(comparison, match.partner, match.quote)
        )


def _there(comparison: Comparison, partner: Mention | None, number: int | None) -> str:
    if partner is None or number is None:
        return ""
    if number >= len(comparison.quotes):
        return DERIVED
    text = comparison.quotes[number].text
    return text[
        getattr(partner, "lead", partner.start) : getattr(partner, "tail", partner.end) or partner.end
    ].strip()


def _mention(mention: Mention, text: str, quote: int | None = None, matched: str = "") -> Recognised:
    kind, reading = describe(mention)
    number = None if quote is None else quote + 1
    return Recognised(
        kind, text[mention.start : mention.end], mention.start, mention.end, reading, number, matched
    )


def _words(comparison: Comparison, text: str) -> Iterator[Recognised]:
    """The names and cues of a text."""
    wording = read(text)
    names, modality = names_of(comparison), modality_of(comparison)
    for name in find_names(wording, names) if names is not None else ():
        yield _recognised("name", text, wording.starts[name.first], wording.ends[name.last])
    for cue in find_cues(wording, modality) if modality is not None else ():
        head = "" if cue.head is None else f"governs “{wording.words[cue.head]}”"
        yield _recognised(str(cue.kind), text, wording.starts[cue.first], wording.ends[cue.last], head)


def _recognised(kind: str, text: str, start: int, end: int, reading: str = "") -> Recognised:
    return Recognised(kind, text[start:end], start, end, reading)


def _marked(mention: Recognised, findings: tuple[Finding, ...]) -> Recognised:
    """A mention with the rule that is broken at its place."""
    for found in findings:
        if (
            found.start is not None
            and found.end is not None
            and found.start < mention.end
            and mention.start < found.end
        ):
            return Recognised(**{**asdict(mention), "rule": found.rule, "message": found.message})
    return mention


def _quote(comparison: Comparison, outcome: Outcome, number: int, quoted: Quoted) -> Quote:
    figures: Figures = outcome.evidence[number].figures
    read_there: tuple[Mention, ...] = (*figures.quantities, *figures.dates, *figures.clocks)
    found = [*(_mention(each, quoted.text) for each in read_there), *_words(comparison, quoted.text)]
    source = quoted.cited.citation.source if quoted.cited else ""
    return Quote(number + 1, source, quoted.text, tuple(sorted(found, key=lambda each: each.start)))
