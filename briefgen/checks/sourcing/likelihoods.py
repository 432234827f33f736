"""The terms of likelihood: one row of ICD 203 in one brief."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Item
from briefgen.diagnostics import Finding, Fix, ValueEdit
from briefgen.models.vocabulary import LIKELIHOOD_ROWS


def likelihoods_mixed(case: Case) -> Iterator[Finding]:
    """Yield `likelihood-mixed` for each term of the row that fewer items use (ICD 203, D.6.e(2)(a)).

    Where both rows are used alike, the first term of the brief decides. Items that waive the rule have no vote.
    """
    judged = [item for item in case.items if getattr(item.model, "likelihood", None)]
    rows = [_row(item) for item in judged]
    if len(set(rows)) < 2:
        return
    votes = [row for item, row in zip(judged, rows, strict=True) if not _is_waived(item)] or rows
    kept = max(set(votes), key=lambda row: (votes.count(row), -votes.index(row)))
    for item, row in zip(judged, rows, strict=True):
        if row != kept:
            yield _mixed(item, row, kept)


def _is_waived(item: Item) -> bool:
    return any(waiver.rule == "likelihood-mixed" for waiver in getattr(item.model, "allow", ()))


def _row(item: Item) -> int:
    return next(number for number, terms in enumerate(LIKELIHOOD_ROWS) if item.model.likelihood in terms)


def _mixed(item: Item, row: int, kept: int) -> Finding:
    term = item.model.likelihood
    same = LIKELIHOOD_ROWS[kept][LIKELIHOOD_ROWS[row].index(term)]
    route = (*item.route, "likelihood")
    return Finding(
        "likelihood-mixed",
        f"{term!r} is of the other row of ICD 203 terms than the rest of this brief",
        route,
        help=f"the term for the same likelihood is {same!r}",
        fixes=(Fix(f"write {same}", (ValueEdit(route, same),)),),
    )
