"""The words in which changes are told to people, the same on a terminal and in Markdown."""

from briefgen.differences.records import Change, Difference, Kind

LABELS = {
    Kind.REWORDED: "reworded",
    Kind.FIGURE: "figure",
    Kind.NEGATION: "affirmed or denied",
    # Told by what happens to the claim: a "stronger hedge" is read both ways.
    Kind.FIRMER: "said more firmly",
    Kind.SOFTER: "said less firmly",
    Kind.LIKELIHOOD: "likelihood",
    Kind.CONFIDENCE: "confidence",
    Kind.SOURCES: "sources",
    Kind.QUOTE_LOST: "quote no longer stands in",
    Kind.QUOTE_ADDED: "quote added",
    Kind.QUOTE_REMOVED: "quote removed",
    Kind.QUOTE_REWORDED: "quote changed",
    Kind.QUOTE_REANCHORED: "words around a quote",
    Kind.QUOTE_FIELD: "quote",
    Kind.SOURCE_FILE: "file",
    Kind.MARKING: "marking",
    Kind.PRIORITY: "priority",
    Kind.AUDIENCES: "audiences",
    Kind.SECTION: "section",
    Kind.ID: "id",
}
PLAIN_FIELDS = frozenset({"", "statement"})


def label(change: Change) -> str:
    """What a change is called: `figure`, `question reworded`, `issued`, `quote page`."""
    if change.kind is Kind.FIELD:
        return change.field.replace("_", " ")
    if change.kind is Kind.QUOTE_FIELD:
        return f"quote {change.field}"
    if change.kind is Kind.QUOTE_LOST:
        return f"{LABELS[change.kind]} {change.source}"
    return (
        LABELS[change.kind]
        if change.field in PLAIN_FIELDS
        else f"{change.field.replace('_', ' ')} {LABELS[change.kind]}"
    )


def sides(change: Change) -> tuple[str, str]:
    """What stood there before and what stands there now, for people."""
    if change.kind is Kind.SOURCE_FILE:
        return (f"SHA-256 {change.old[:12]}" if change.old else "not there"), (change.new[:12] or "not there")
    return change.old or "none", change.new or "none"


def title(difference: Difference) -> str:
    """`since v1 (3f2a…, 2026-11-12)`."""
    about = ", ".join(filter(None, (difference.revision[:10], difference.date)))
    return f"{difference.since} ({about})" if about else difference.since
