"""The date of a timeline entry against its quotes. It is data, not a statement: a warning at the most."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Item
from briefgen.checks.words.compare import quotes_of
from briefgen.checks.words.reading import evidence_of, says_date
from briefgen.diagnostics import Finding, Severity
from briefgen.evidence.figures.backing import DATE, read_figures
from briefgen.evidence.languages import pack_for


def timeline_faults(item: Item, case: Case) -> Iterator[Finding]:
    """Yield `date-unsupported` where neither the quotes nor the cited sources give an entry's date."""
    stated = getattr(item.model, "date", None) if item.section == "timeline" else None
    if not stated:
        return
    quotes, _ = quotes_of(item, case.by_id(), case)
    figures = read_figures(stated.rstrip("?~%"), pack_for("en"))
    if (
        not quotes
        or len(figures.dates) != 1
        or says_date(figures, evidence_of(quotes))
        or says_date(figures, evidence_of(quotes, whole=True))
    ):
        return
    yield Finding(
        DATE,
        f"{stated} is in no quote of this entry, nor in its sources",
        (*item.route, "date"),
        help="quote the words that date it, or correct the date",
        severity=Severity.WARNING,
    )
