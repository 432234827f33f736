"""From a difference in words to a finding.

Owns the severity, the help and the edit that the rules on names, negation, hedges and attribution share, and the choice
of the quotes that they can read: those in a language whose tables the statement's language shares.
"""

from briefgen.checks.words.compare import Comparison
from briefgen.checks.words.rewording import stands
from briefgen.diagnostics import Finding, Fix, Severity, ValueEdit
from briefgen.evidence.languages import pack_for
from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording, read


def modality_of(comparison: Comparison) -> ModalityWords | None:
    """The cue tables that statement and quotes share; None where the cue rules cannot run."""
    words = comparison.pack.modality
    shared = all(pack_for(quoted.language).modality is words for quoted in comparison.quotes)
    return words if shared else None


def names_of(comparison: Comparison) -> NameWords | None:
    """The name tables that statement and quotes share; None where the rule on names cannot run."""
    names = comparison.pack.names
    return names if all(pack_for(quoted.language).names is names for quoted in comparison.quotes) else None


def wordings(comparison: Comparison) -> tuple[Wording, ...]:
    """The quotes as words."""
    return tuple(read(quoted.text) for quoted in comparison.quotes)


def finding(comparison: Comparison, mismatch: Mismatch, remedy: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    """The finding that points at the words in the statement and shows what the quote says instead."""
    waiver = f"or waive it: allow: [{{rule: {mismatch.rule}, reason: …}}]"
    return Finding(
        mismatch.rule,
        mismatch.message,
        comparison.route,
        mismatch.start,
        mismatch.end,
        help=f"{remedy}, {waiver}",
        fixes=fixes,
        severity=Severity(mismatch.level),
    )


def written_as(comparison: Comparison, mismatch: Mismatch) -> tuple[Fix, ...]:
    """The edit that puts the quote's words in the place of the statement's; none from a quote that stands nowhere."""
    if not mismatch.instead or mismatch.quote is None or not stands(comparison.quotes[mismatch.quote]):
        return ()
    edit = ValueEdit(comparison.route, mismatch.instead, mismatch.start, mismatch.end)
    return (Fix(f"write “{mismatch.instead}”, as the quote does", (edit,)),)
